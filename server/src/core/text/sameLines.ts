import { diffArrays } from 'diff';
import { withoutFormat } from './formatting.ts';
import type { LineIndex } from './lineIndex.ts';
import { nonBlankLength } from './tokens.ts';

/** `n` lines from `before` (0-based) are the `n` lines from `after`; line ends are not compared. */
export interface KeptLines {
  readonly before: number;
  readonly after: number;
  readonly n: number;
}

/** Past this many single changes a diff is given up and the rest counts as replaced. */
const MAX_EDIT_LENGTH = 4_000;

/** A line with fewer signs that a formatter keeps (`else {`) tells nothing of where it is from. */
const MIN_TELLING = 6;

/** How many lines two texts share at their start, and at their end. */
export function equalEnds(old: LineIndex, now: LineIndex): { prefix: number; suffix: number } {
  let prefix = 0;
  const shorter = Math.min(old.nLines, now.nLines);
  while (prefix < shorter && old.lineText(prefix) === now.lineText(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    old.lineText(old.nLines - 1 - suffix) === now.lineText(now.nLines - 1 - suffix)
  ) {
    suffix++;
  }
  return { prefix, suffix };
}

/** Equal lines of two texts, in order on both sides. */
export function keptLines(old: LineIndex, now: LineIndex): readonly KeptLines[] {
  return betweenEnds(old, now, (middle) => equalLines(old, now, middle));
}

/**
 * Lines of two texts that say the same, apart from their format, in order on both sides; between
 * them, equal lines. A diff of the lines as they stand would pair a brace with another function's
 * when a formatter moved all the rest.
 */
export function sameLines(old: LineIndex, now: LineIndex): readonly KeptLines[] {
  return betweenEnds(old, now, ({ before, after, oldEnd, newEnd }) => {
    const oldLines = tellingLines(old, before, oldEnd);
    const newLines = tellingLines(now, after, newEnd);
    const out: KeptLines[] = [];
    const at = { before, after };
    const upTo = (oldTo: number, newTo: number): void =>
      void out.push(...equalLines(old, now, { ...at, oldEnd: oldTo, newEnd: newTo }));
    for (const kept of keptItems(
      oldLines.map(({ said }) => said),
      newLines.map(({ said }) => said),
    )) {
      for (let i = 0; i < kept.n; i++) {
        const oldLine = oldLines[kept.before + i]?.line ?? oldEnd;
        const newLine = newLines[kept.after + i]?.line ?? newEnd;
        upTo(oldLine, newLine);
        out.push({ before: oldLine, after: newLine, n: 1 });
        at.before = oldLine + 1;
        at.after = newLine + 1;
      }
    }
    upTo(oldEnd, newEnd);
    return out;
  });
}

/** Lines `[before, oldEnd)` of one text and `[after, newEnd)` of the other, 0-based. */
interface Middle {
  readonly before: number;
  readonly after: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

function betweenEnds(
  old: LineIndex,
  now: LineIndex,
  matched: (middle: Middle) => readonly KeptLines[],
): readonly KeptLines[] {
  const { prefix, suffix } = equalEnds(old, now);
  const oldEnd = old.nLines - suffix;
  const newEnd = now.nLines - suffix;
  return [
    { before: 0, after: 0, n: prefix },
    ...matched({ before: prefix, after: prefix, oldEnd, newEnd }),
    { before: oldEnd, after: newEnd, n: suffix },
  ].filter(({ n }) => 0 < n);
}

function equalLines(
  old: LineIndex,
  now: LineIndex,
  { before, after, oldEnd, newEnd }: Middle,
): readonly KeptLines[] {
  return keptItems(linesOf(old, before, oldEnd), linesOf(now, after, newEnd)).map((kept) => ({
    before: kept.before + before,
    after: kept.after + after,
    n: kept.n,
  }));
}

interface Said {
  readonly line: number;
  readonly said: string;
}

/** The lines that tell something, by what they say apart from their format. */
function tellingLines(index: LineIndex, from: number, to: number): readonly Said[] {
  return linesOf(index, from, to)
    .map((text, i) => ({ line: from + i, said: withoutFormat(text) }))
    .filter(({ said }) => MIN_TELLING <= nonBlankLength(said));
}

function linesOf(index: LineIndex, from: number, to: number): string[] {
  const lines: string[] = [];
  for (let line = from; line < to; line++) lines.push(index.lineText(line));
  return lines;
}

/** Equal items of two lists, in order on both sides. */
export function keptItems(before: string[], after: string[]): KeptLines[] {
  if (before.length === 0 || after.length === 0) return [];
  const changes = diffArrays(before, after, { maxEditLength: MAX_EDIT_LENGTH });
  if (!changes) return [];
  const out: KeptLines[] = [];
  let oldAt = 0;
  let newAt = 0;
  for (const { added, removed, value } of changes) {
    if (added) newAt += value.length;
    else if (removed) oldAt += value.length;
    else {
      out.push({ before: oldAt, after: newAt, n: value.length });
      oldAt += value.length;
      newAt += value.length;
    }
  }
  return out;
}
