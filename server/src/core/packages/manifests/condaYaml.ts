import { baseName, dependency, linesOf, type ManifestFormat, manifestOf } from '../manifest.ts';

const ITEM = /^(\s*)-\s+["']?(?:[\w.-]+::)?([A-Za-z0-9][\w.-]*)\s*(?:[=<>!~[].*)?["']?\s*(?:#.*)?$/;

/** Conda's environments. Its names are not always PyPI's, so that more may be there than is told. */
export const condaYaml: ManifestFormat = {
  ecosystem: 'pypi',
  matches: (path) => /^environment[\w.-]*\.ya?ml$/.test(baseName(path)),
  read(_path, text) {
    const dependencies = [];
    let isInside = false;
    for (const { line, start } of linesOf(text)) {
      if (/^\w/.test(line)) isInside = /^dependencies\s*:/.test(line);
      const name = isInside ? ITEM.exec(line)?.[2] : undefined;
      if (name === undefined || name === 'python' || name === 'pip') continue;
      const from = start + line.indexOf(name);
      dependencies.push(dependency(name, { start: from, end: start + line.trimEnd().length }));
    }
    return manifestOf(dependencies, { isOpen: true });
  },
};
