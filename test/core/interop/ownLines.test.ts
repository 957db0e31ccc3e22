import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nGitLines } from '../../../server/src/core/interop/gitLines.ts';
import { ownLines } from '../../../server/src/core/interop/keptGitLines.ts';

const numbers = (text: string, parents: readonly string[]): number[] =>
  ownLines(text, parents).flatMap(({ startLine, endLine }) =>
    Array.from({ length: endLine - startLine + 1 }, (_, i) => startLine + i),
  );

describe('The lines that a commit brought', () => {
  for (const [what, text, parents, expected] of [
    ['an added file', 'a\nb\n', [], [1, 2]],
    ['no change', 'a\nb\n', ['a\nb\n'], []],
    ['a line between', 'a\nx\nb\n', ['a\nb\n'], [2]],
    ['a last line without an end', 'a\nx', ['a\n'], [2]],
    ['lines of two parents joined', 'a\nb\nmended\n', ['a\n', 'b\n'], [3]],
    ['a lone carriage return', 'a\rb\nx\n', ['a\rb\n'], [2]],
    ['an emptied file', '', ['a\n'], []],
  ] as const) {
    it(`Are right for ${what}`, () => assert.deepEqual(numbers(text, parents), expected));
  }

  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', '', '}'), { maxLength: 12 })
    .map((lines) => lines.join('\n'));

  it('Law: a parent more claims no line more, and the text itself as parent leaves none', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), text, (now, parents, more) => {
        const before = numbers(now, parents);
        assert.ok(before.every((line) => 1 <= line && line <= nGitLines(now)));
        assert.ok(numbers(now, [...parents, more]).every((line) => before.includes(line)));
        assert.deepEqual(numbers(now, [...parents, now]), []);
      }),
      { verbose: true },
    );
  });

  it('Law: each line that no parent has anywhere is told', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (now, parents) => {
        const old = new Set(parents.flatMap((parent) => parent.split('\n')));
        const own = numbers(now, parents);
        now
          .split('\n')
          .slice(0, nGitLines(now))
          .forEach((line, i) => {
            if (!old.has(line)) assert.ok(own.includes(i + 1));
          });
      }),
      { verbose: true },
    );
  });
});
