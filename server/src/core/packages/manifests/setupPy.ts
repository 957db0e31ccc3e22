import { baseName, dependency, type ManifestFormat, manifestOf } from '../manifest.ts';
import { readRequirement } from '../pythonNames.ts';

/** The lists that name packages, as far as they are written out. */
const LIST = /\b(?:install_requires|tests_require|setup_requires)\s*=\s*\[([^\]]*)\]/g;
const QUOTED = /"([^"\n]*)"|'([^'\n]*)'/g;

/** setuptools' script: what stands in its lists is read, what it computes is not. */
export const setupPy: ManifestFormat = {
  ecosystem: 'pypi',
  matches: (path) => baseName(path) === 'setup.py',
  read(_path, text) {
    const dependencies = [];
    for (const list of text.matchAll(LIST)) {
      const inner = list[1] ?? '';
      const from = list.index + list[0].length - 1 - inner.length;
      for (const { 1: double, 2: single, index, 0: whole } of inner.matchAll(QUOTED)) {
        const requirement = readRequirement(double ?? single ?? '');
        if (!requirement) continue;
        const start = from + index;
        dependencies.push(
          dependency(requirement.name, { start, end: start + whole.length }, requirement),
        );
      }
    }
    return manifestOf(dependencies, {
      name: /\bname\s*=\s*["']([\w.-]+)["']/.exec(text)?.[1],
      isOpen: /_requires?\b/.test(text.replaceAll(LIST, '')),
    });
  },
};
