import type { LineRange } from '../../text/range.ts';
import { inOrder, type LineRanges } from '../lineRanges.ts';

/** The reference counts lines in 32 bits, and reads nothing of a note with a greater number. */
export const MAX_LINE = 4_294_967_295;

/** `1,2,19-222`: inclusive, 1-based, in rising order, without blanks. */
export function formatLineList(lines: LineRanges): string {
  return lines
    .map(({ startLine, endLine }) =>
      startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`,
    )
    .join(',');
}

/** Total: parts that name no lines are in `wrong`, the others are sorted. Empty parts are none. */
export function parseLineList(text: string): { lines: LineRanges; wrong: readonly string[] } {
  const lines: LineRange[] = [];
  const wrong: string[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const range = parsePart(part);
    if (range) lines.push(range);
    else wrong.push(part);
  }
  return { lines: inOrder(lines), wrong };
}

function parsePart(part: string): LineRange | undefined {
  const [, first, last] = /^(\d{1,10})(?:-(\d{1,10}))?$/.exec(part) ?? [];
  if (first === undefined) return undefined;
  const startLine = Number(first);
  const endLine = last === undefined ? startLine : Number(last);
  return 1 <= startLine && startLine <= endLine && endLine <= MAX_LINE
    ? { startLine, endLine }
    : undefined;
}
