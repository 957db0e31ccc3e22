import type { LineRange } from '../text/range.ts';

/**
 * Lists of ranges as foreign formats hold them: inclusive, 1-based, in rising order, apart from
 * each other. Nothing here counts lines one by one: a hostile file may name four billion.
 */
export type LineRanges = readonly LineRange[];

/** Ranges in rising order with those that overlap made one; touching ones stay apart. */
export function inOrder(ranges: readonly LineRange[]): LineRanges {
  const out: LineRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.startLine - b.startLine)) {
    const last = out.at(-1);
    if (last && range.startLine <= last.endLine) {
      out[out.length - 1] = { ...last, endLine: Math.max(last.endLine, range.endLine) };
    } else out.push(range);
  }
  return out;
}

/** Ranges in rising order, touching ones made one: the form in which lines are written. */
export function joined(ranges: readonly LineRange[]): LineRanges {
  const out: LineRange[] = [];
  for (const range of inOrder(ranges)) {
    const last = out.at(-1);
    if (last && range.startLine === last.endLine + 1) {
      out[out.length - 1] = { ...last, endLine: range.endLine };
    } else out.push(range);
  }
  return out;
}

/** The lines of `from` that are not in `taken`. */
export function without(from: LineRanges, taken: LineRanges): LineRanges {
  const out: LineRange[] = [];
  let i = 0;
  for (const { startLine, endLine } of from) {
    let at = startLine;
    for (let cut = taken[i]; cut && cut.endLine < at; cut = taken[++i]);
    for (let k = i, cut = taken[k]; cut && cut.startLine <= endLine; cut = taken[++k]) {
      if (at < cut.startLine) out.push({ startLine: at, endLine: cut.startLine - 1 });
      at = Math.max(at, cut.endLine + 1);
    }
    if (at <= endLine) out.push({ startLine: at, endLine });
  }
  return out;
}

/** The lines up to `nLines`, and whether there were more. */
export function upTo(ranges: LineRanges, nLines: number): { lines: LineRanges; isCut: boolean } {
  const lines = ranges
    .filter(({ startLine }) => startLine <= nLines)
    .map(({ startLine, endLine }) => ({ startLine, endLine: Math.min(endLine, nLines) }));
  const last = ranges.at(-1);
  return { lines, isCut: last !== undefined && nLines < last.endLine };
}

export function nLinesOf(ranges: LineRanges): number {
  return ranges.reduce((n, { startLine, endLine }) => n + endLine - startLine + 1, 0);
}
