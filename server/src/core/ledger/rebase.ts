import { carrySpans } from '../attribution/attribute.ts';
import { statedOrigin } from '../attribution/correct.ts';
import { joinSpans } from '../attribution/span.ts';
import type { Sha256 } from '../ports.ts';
import type { CorrectionRecord, RemovalRecord } from '../records/record.ts';
import { locateRemovals } from '../removals/locate.ts';
import { createLineIndex } from '../text/lineIndex.ts';

/** A committed text: what records of the ledger may be about. */
export interface CommittedText {
  readonly path: string;
  readonly blob: string;
  readonly text: string;
  /** Its name in a journal's store, by which who reads the record knows the text it has at hand. */
  readonly textId: string;
}

/**
 * A person's statement about `before` as one about a committed text, so that a clone which never had
 * `before` can read it; undefined where nothing of what it speaks of is left.
 */
export function rebaseCorrection(
  record: CorrectionRecord,
  before: string,
  { path, blob, text, textId }: CommittedText,
): CorrectionRecord | undefined {
  const origin = statedOrigin(record);
  const said = record.detail.ranges.map(([start, end]) => ({ start, end, origin }));
  const here = before === text ? said : carrySpans(joinSpans(said), before, text, undefined);
  const [first] = here;
  const last = here.at(-1);
  if (!first || !last) return undefined;
  const index = createLineIndex(text);
  const { as, tier } = record.detail;
  return {
    ...record,
    subject: { path, blob },
    detail: {
      as,
      tier,
      text: textId,
      ranges: here.map(({ start, end }) => [start, end]),
      lines: { startLine: index.lineAt(first.start) + 1, endLine: index.lineAt(last.end - 1) + 1 },
    },
  };
}

/** What AI took out of `after` as what is missing in a committed text; undefined where all is back. */
export function rebaseRemoval(
  record: RemovalRecord,
  after: string,
  { path, blob, text, textId }: CommittedText,
  sha256: Sha256,
): RemovalRecord | undefined {
  const open = locateRemovals(record, after, createLineIndex(text), sha256);
  if (open.length === 0) return undefined;
  const removed = open.map(({ kind, textHash, line }) => ({ kind, textHash, line: line + 1 }));
  const { origin } = record.detail;
  return { ...record, subject: { path, blob }, detail: { removed, text: textId, origin } };
}
