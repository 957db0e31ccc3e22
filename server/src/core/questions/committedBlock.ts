import type { Block } from '../blocks/block.ts';
import { withLf } from '../text/lineIndex.ts';

/**
 * The block of a file's committed text that `block` of its text at hand was: the one of its symbol; of
 * several (runs of statements, overloads) the one with most equal lines, else the first.
 */
export function committedBlock(
  block: Block,
  text: string,
  committed: readonly Block[],
  committedText: string,
): Block | undefined {
  const named = committed.filter(({ symbol }) => symbol === block.symbol);
  if (named.length <= 1) return named[0];
  const lines = new Set(linesOf(text, block));
  let best = named[0];
  let most = 0;
  for (const one of named) {
    const nEqual = linesOf(committedText, one).filter((line) => lines.has(line)).length;
    if (nEqual <= most) continue;
    best = one;
    most = nEqual;
  }
  return best;
}

function linesOf(text: string, { range }: Block): string[] {
  return withLf(text.slice(range.start, range.end))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
