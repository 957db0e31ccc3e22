import type { Range } from '../text/range.ts';

/** Whether an offset range holds only blanks. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlankCode(text.charCodeAt(at))) return false;
  return true;
}

/** Whether a line end stands between two offsets: CR, LF, or one of `others`. */
export function hasLineBreak(text: string, start: number, end: number, others = ''): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
    if (others !== '' && 127 < code && others.includes(text.charAt(at))) return true;
  }
  return false;
}

/** Whether only blanks stand before an offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  for (let at = offset - 1; 0 <= at; at--) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
    if (!isBlankCode(code)) return false;
  }
  return true;
}

/** JavaScript's white space and line ends, as in `trim`. */
export function isBlankCode(code: number): boolean {
  if (code <= 32) return code === 32 || (9 <= code && code <= 13);
  if (code < 0xa0) return false;
  return String.fromCharCode(code).trim() === '';
}

/** A range without its blank edges; undefined when it is all blank. */
export function trimRange(text: string, { start, end }: Range): Range | undefined {
  let from = start;
  let to = end;
  while (from < to && isBlankCode(text.charCodeAt(from))) from++;
  while (from < to && isBlankCode(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : undefined;
}
