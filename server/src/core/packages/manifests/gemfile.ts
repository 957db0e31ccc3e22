import { baseName, dependency, linesOf, type ManifestFormat, manifestOf } from '../manifest.ts';

const GEM =
  /^\s*(?:gem|\w+\.add_(?:runtime_|development_)?dependency)[\s(]\s*(['"])([\w.-]+)\1(.*)$/;

/** Ruby's `Gemfile` and gem specifications. Both are programs: what is computed is not seen. */
export const gemfile: ManifestFormat = {
  ecosystem: 'rubygems',
  matches: (path) => /^(?:Gemfile|gems\.rb|.*\.gemspec)$/.test(baseName(path)),
  read(_path, text) {
    const dependencies = [];
    for (const { line, start } of linesOf(text)) {
      const found = GEM.exec(line);
      const [, , name, rest = ''] = found ?? [];
      if (name === undefined) continue;
      const from = start + line.search(/\S/);
      const isLocal = /\bpath(?::|\s*=>)/.test(rest);
      dependencies.push(
        dependency(name, { start: from, end: start + line.trimEnd().length }, { isLocal }),
      );
    }
    return manifestOf(dependencies, { isOpen: true });
  },
};
