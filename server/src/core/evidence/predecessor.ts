import type { Block } from '../blocks/block.ts';
import type { ReviewRecord } from '../records/record.ts';
import { withLf } from '../text/lineIndex.ts';

/** A review with the text that was reviewed, where this clone still has it. */
export interface ReviewedText {
  readonly review: ReviewRecord;
  readonly text: string | undefined;
}

/** Of two blocks under different names, this share of equal lines makes one the other's heir. */
const MIN_EQUAL_SHARE = 0.5;

/**
 * The review of the block that `block` was made from: the newest under its symbol, else the one
 * whose text has most equal lines. `taken` are the codeHashes of the file's other blocks: what
 * still stands elsewhere was not turned into this one.
 */
export function predecessorReview(
  block: Block,
  blockText: string,
  candidates: readonly ReviewedText[],
  taken: ReadonlySet<string>,
): ReviewRecord | undefined {
  const free = candidates.filter(({ review }) => !taken.has(review.subject.codeHash));
  const sameName = free.filter(({ review }) => review.subject.symbol === block.symbol);
  if (!block.symbol.startsWith('(') && sameName[0]) return sameName[0].review;
  const lines = textLines(blockText);
  let best: ReviewRecord | undefined;
  let most = 0;
  for (const { review, text } of free) {
    if (text === undefined) continue;
    const reviewed = textLines(text);
    const share = nEqual(lines, reviewed) / Math.max(lines.length, reviewed.length);
    if (MIN_EQUAL_SHARE <= share && most < share) {
      best = review;
      most = share;
    }
  }
  return best ?? sameName[0]?.review;
}

function textLines(text: string): string[] {
  return withLf(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** How many lines two texts share, each line counted as often as both have it. */
function nEqual(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1);
  let n = 0;
  for (const line of b) {
    const left = counts.get(line) ?? 0;
    if (0 < left) {
      n++;
      counts.set(line, left - 1);
    }
  }
  return n;
}
