/** Half-open range `[start, end)` of UTF-16 offsets into one text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Inclusive range of 1-based lines, as the doors show it. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

export function intersects(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether all of `inner` stands in `outer`; a range contains itself. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Joins the 1-based line numbers, given in rising order, into inclusive ranges. */
export function toLineRanges(lines: readonly number[]): LineRange[] {
  const ranges: { startLine: number; endLine: number }[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line <= last.endLine + 1) last.endLine = line;
    else ranges.push({ startLine: line, endLine: line });
  }
  return ranges;
}
