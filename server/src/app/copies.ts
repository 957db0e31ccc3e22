import { isOpen, SAME_ANYWHERE_TOKENS } from '../core/evidence/status.ts';
import type { JudgedBlock } from './judge.ts';

/**
 * Hashes of code too short to be the same code wherever it stands: a sign-off of one such getter says
 * nothing of the next, so the person is asked about the copies.
 */
export function codeOfShort(blocks: readonly JudgedBlock[]): ReadonlySet<string> {
  const short = blocks.filter(({ block }) => block.nTokens < SAME_ANYWHERE_TOKENS);
  return new Set(short.map(({ block }) => block.codeHash));
}

/** Those that wait and are copies of one of these. */
export function openCopies<T extends { readonly judged: JudgedBlock }>(
  blocks: readonly T[],
  code: Iterable<string>,
): readonly T[] {
  const wanted = new Set(code);
  return blocks.filter(
    ({ judged: { block, status } }) => isOpen(status) && wanted.has(block.codeHash),
  );
}
