import { baseName, dependency, linesOf, type ManifestFormat, manifestOf } from '../manifest.ts';

const SECTION = /^\s*\[(\w+)\]\s*$/;
const REFERENCE = /^\s*([a-z0-9_][a-z0-9_+.-]*)\/[^\s#]+/i;
const REQUIRES =
  /(?:\brequires\s*\(|\brequires\s*=|^)\s*[("']*["']([a-z0-9_][a-z0-9_+.-]*)\/[^"']+["']/i;

/** Conan's `conanfile.txt`, and of `conanfile.py` the references that stand in quotes. */
export const conanfile: ManifestFormat = {
  ecosystem: 'cpp',
  matches: (path) => /^conanfile\.(?:txt|py)$/.test(baseName(path)),
  read(path, text) {
    const isScript = path.endsWith('.py');
    const dependencies = [];
    let section = '';
    for (const { line, start } of linesOf(text)) {
      section = SECTION.exec(line)?.[1] ?? section;
      const isNamed = isScript || /^(?:tool_|build_|test_)?requires$/.test(section);
      const name = isNamed ? (isScript ? REQUIRES : REFERENCE).exec(line)?.[1] : undefined;
      if (name === undefined) continue;
      const from = start + line.indexOf(name);
      dependencies.push(dependency(name, { start: from, end: start + line.trimEnd().length }));
    }
    return manifestOf(dependencies, { isOpen: isScript });
  },
};
