import assert from 'node:assert/strict';
import { shapeOf } from '../../src/sense/shape.ts';

const TYPED: readonly (readonly [string, readonly string[]])[] = [
  ['one letter', ['x']],
  ['one letter at three cursors', ['x', 'x', 'x']],
  ['a letter beyond the basic plane', ['😀']],
  ['a letter with a combining accent', ['e\u0301']],
  ['Enter', ['\n']],
  ['Enter with indentation', ['\n    ']],
  ['Enter with Windows line ends', ['\r\n\t']],
  ['Enter between brackets', ['\n    \n  }']],
  ['Enter between brackets that are there already', ['\n    \n  ']],
  ['Enter in a block comment', ['\n * ']],
  ['Enter in a documentation comment that gets its end', ['\n * \n */']],
  ['Enter in a line comment', ['\n  // ']],
  ['the Tab key', ['\t']],
  ['the Tab key with spaces', ['    ']],
  ['a bracket that gets its partner', ['()']],
  ['a quote that gets its partner', ["''"]],
  ['brackets around a selection', [')', '(']],
  ['a closing bracket that corrects its indentation', ['  }']],
  ['a deletion', ['']],
  ['a deletion at two cursors', ['', '']],
  ['a word of an input method', ['日本語']],
];

const EDITS: readonly (readonly [string, readonly string[]])[] = [
  ['a word', ['alpha']],
  ['two letters', ['ab']],
  ['a line', ['return 42;']],
  ['several lines', ['function f() {\n  return 1;\n}']],
  ['a line break and code', ['\n  return 42;']],
  ['different texts at two cursors', ['a', 'b']],
  ['an insertion and a deletion', ['m', '']],
  ['a sentence of an input method', ['これは長い文章です。次の文もあります。']],
  ['much white space', ['            ']],
  ['no text at all', []],
];

describe('The shape of an edit', () => {
  for (const [what, texts] of TYPED) {
    it(`is typed for ${what}`, () => assert.equal(shapeOf(texts), 'typed'));
  }
  for (const [what, texts] of EDITS) {
    it(`is an edit for ${what}`, () => assert.equal(shapeOf(texts), 'edit'));
  }
});
