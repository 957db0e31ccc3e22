import { lineOrigins } from '../core/attribution/lineOrigins.ts';
import type { Origin } from '../core/attribution/origin.ts';
import type { Block } from '../core/blocks/block.ts';
import type { ReviewRecord } from '../core/records/record.ts';
import type { Repository } from '../core/repository.ts';
import { createLineIndex, withLf } from '../core/text/lineIndex.ts';
import { sameLines } from '../core/text/sameLines.ts';
import { distinct } from './blame.ts';
import type { HistoryText } from './history.ts';
import type { Journal } from './journal.ts';
import { type JudgedBlock, reviewedLines, reviewedText } from './judge.ts';
import { textIn } from './textOfBytes.ts';

/** How a block differs from a text that was reviewed, in non-blank lines. */
export interface ChangeSince {
  readonly nAdded: number;
  readonly nRemoved: number;
  /** Whose hands are on the added lines since then; none for lines that only went. */
  readonly origins: readonly Origin[];
}

/** The review whose text the block may differ from: that of its predecessor, or of its AI lines. */
export function reviewBefore({ status }: JudgedBlock): ReviewRecord | undefined {
  if (status.name === 'outdated') return status.review;
  return status.name === 'verified' && status.changedSince ? status.review : undefined;
}

/**
 * The text a review was given for, from this clone's journal or else from a commit that holds the
 * reviewed file: one git process at most, none where `mayRunGit` is false.
 */
export async function findReviewedText(
  { repository, journal }: { readonly repository: Repository; readonly journal: Journal },
  review: ReviewRecord,
  mayRunGit = true,
): Promise<string | undefined> {
  const known = reviewedText(journal, review);
  const { blob } = review.subject;
  if (known !== undefined || blob === undefined || !mayRunGit) return known;
  const read = await repository.git.readObjects([blob]);
  const text = textIn(read.ok ? read.value.get(blob) : undefined);
  return text === undefined ? undefined : reviewedLines(text, review);
}

/** What changed, and by whom: lines that say the same but for their format count as the same. */
export function changeSince(
  reviewed: { readonly text: string; readonly at: string },
  { index, spans }: Pick<HistoryText, 'index' | 'spans'>,
  { range }: Block,
): ChangeSince {
  const before = createLineIndex(withLf(reviewed.text));
  const after = createLineIndex(withLf(index.text.slice(range.start, range.end)));
  const firstLine = index.lineAt(range.start);
  const origins: Origin[] = [];
  let nAdded = 0;
  let nRemoved = 0;
  let oldLine = 0;
  let newLine = 0;
  const upTo = (oldEnd: number, newEnd: number): void => {
    for (; oldLine < oldEnd; oldLine++) if (before.lineText(oldLine).trim() !== '') nRemoved++;
    for (; newLine < newEnd; newLine++) {
      if (after.lineText(newLine).trim() === '') continue;
      nAdded++;
      const { shares } = lineOrigins(index, spans, firstLine + newLine, range);
      // What was there at the review did not change the line.
      const isSince = ({ at }: Origin): boolean => at === undefined || reviewed.at <= at;
      origins.push(...shares.map(({ origin }) => origin).filter(isSince));
    }
  };
  for (const same of sameLines(before, after)) {
    upTo(same.before, same.after);
    oldLine = same.before + same.n;
    newLine = same.after + same.n;
  }
  upTo(before.nLines, after.nLines);
  return { nAdded, nRemoved, origins: distinct(origins) };
}
