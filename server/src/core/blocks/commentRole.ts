import type { Reading } from './reading.ts';
import type { SyntaxNode } from './syntaxNode.ts';

/** What a comment among its siblings is to the language itself; undefined of ordinary ones. */
export function roleOf(
  { text, rules }: Reading,
  siblings: readonly SyntaxNode[],
  index: number,
): 'code' | 'lead' | undefined {
  return rules.commentRole?.({
    siblings,
    index,
    textOf: ({ startIndex, endIndex }) => text.slice(startIndex, endIndex),
    textBetween: (before, after) => text.slice(before.endIndex, after.startIndex),
  });
}
