import type { Origin } from '../attribution/origin.ts';
import type { Sha256 } from '../ports.ts';
import type { RemovalRecord, RemovedKind } from '../records/record.ts';
import { keptLines } from '../text/sameLines.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { createLineIndex } from '../text/lineIndex.ts';

/** Something AI took out of a text, and where it would stand now. */
export interface OpenRemoval {
  readonly kind: RemovedKind;
  /** SHA-256 of the removed line without its indentation. */
  readonly textHash: string;
  /** 0-based line of the text at hand. */
  readonly line: number;
  readonly at: string;
  readonly origin: Origin;
}

/**
 * What a removal means for a text made from `after` (the text it left): nothing where the line is
 * back, else the place, carried over equal lines.
 */
export function locateRemovals(
  record: RemovalRecord,
  after: string,
  now: LineIndex,
  sha256: Sha256,
): readonly OpenRemoval[] {
  const present = new Set<string>();
  for (let line = 0; line < now.nLines; line++) present.add(sha256(now.lineText(line).trim()));
  const gone = record.detail.removed.filter(({ textHash }) => !present.has(textHash));
  if (gone.length === 0) return [];
  const kept = keptLines(createLineIndex(after), now);
  return gone.flatMap(({ kind, textHash, line }) => {
    const place = placeOf(kept, line - 1);
    return place === undefined
      ? []
      : [{ kind, textHash, line: place, at: record.at, origin: record.detail.origin }];
  });
}

/** Where a 0-based line of the older text stands now: itself, else the next that is kept. */
function placeOf(kept: ReturnType<typeof keptLines>, line: number): number | undefined {
  for (const { before, after, n } of kept) {
    if (line < before) return after;
    if (line < before + n) return after + line - before;
  }
  const last = kept.at(-1);
  return last && last.after + last.n - 1;
}
