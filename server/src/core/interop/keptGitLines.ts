import type { LineRange } from '../text/range.ts';
import { keptLines } from '../text/sameLines.ts';
import { gitLineIndex, nGitLines } from './gitLines.ts';
import { joined, type LineRanges, without } from './lineRanges.ts';

/** `n` lines from `before` are now those from `after`, both 1-based. */
export interface KeptGitLines {
  readonly before: number;
  readonly after: number;
  readonly n: number;
}

/** Equal lines of two texts, in order on both sides, as git counts lines. */
export function keptGitLines(before: string, after: string): readonly KeptGitLines[] {
  const nBefore = nGitLines(before);
  const nAfter = nGitLines(after);
  return keptLines(gitLineIndex(before), gitLineIndex(after))
    .map((kept) => ({
      before: kept.before + 1,
      after: kept.after + 1,
      // The empty text behind the last line feed is no line to git.
      n: Math.min(kept.n, nBefore - kept.before, nAfter - kept.after),
    }))
    .filter(({ n }) => 0 < n);
}

/** The lines of a commit's text that stand in none of its parents' texts of that file. */
export function ownLines(text: string, parents: readonly string[]): LineRanges {
  const whole = { startLine: 1, endLine: nGitLines(text) };
  const old = parents.flatMap((parent) =>
    keptGitLines(parent, text).map(
      ({ after, n }): LineRange => ({ startLine: after, endLine: after + n - 1 }),
    ),
  );
  return whole.endLine === 0 ? [] : without([whole], joined(old));
}
