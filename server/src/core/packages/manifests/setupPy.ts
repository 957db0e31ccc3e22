import {
  baseName,
  type Dependency,
  dependency,
  type ManifestFormat,
  manifestOf,
} from '../manifest.ts';
import { readRequirement } from '../pythonNames.ts';

/** The lists that name packages begin so, as far as they are written out. */
const LIST = /\b(?:install_requires|tests_require|setup_requires)\s*=\s*\[/g;
const ANY_LIST = /_requires?\b/g;
/** A text in quotes, a comment, the list's end, anything else. */
const PIECE = /"([^"\n]*)"|'([^'\n]*)'|#[^\n]*|(\])|[^"'#\]]+|["']/y;

/** setuptools' script: what stands in its lists is read, what it computes is not. */
export const setupPy: ManifestFormat = {
  ecosystem: 'pypi',
  matches: (path) => baseName(path) === 'setup.py',
  read(_path, text) {
    const dependencies: Dependency[] = [];
    let nLists = 0;
    LIST.lastIndex = 0;
    for (let list = LIST.exec(text); list; list = LIST.exec(text)) {
      nLists++;
      PIECE.lastIndex = LIST.lastIndex;
      for (let piece = PIECE.exec(text); piece; piece = PIECE.exec(text)) {
        const [whole, double, single, end] = piece;
        LIST.lastIndex = PIECE.lastIndex;
        if (end !== undefined) break;
        const requirement = readRequirement(double ?? single ?? '');
        if (!requirement) continue;
        const at = { start: piece.index, end: piece.index + whole.length };
        dependencies.push(dependency(requirement.name, at, requirement));
      }
    }
    return manifestOf(dependencies, {
      name: /\bname\s*=\s*["']([\w.-]+)["']/.exec(text)?.[1],
      isOpen: nLists < [...text.matchAll(ANY_LIST)].length,
    });
  },
};
