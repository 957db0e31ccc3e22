import { formattedPieces } from './formatting.ts';
import { createLineIndex, type LineIndex } from './lineIndex.ts';
import { equalEnds, keptItems, sameLines } from './sameLines.ts';
import { isWordPart, nonBlankLength, tokensOf } from './tokens.ts';

/** `length` characters at `before` of one text stand unchanged at `after` of the other. */
export interface Kept {
  readonly before: number;
  readonly after: number;
  readonly length: number;
  /** Only a formatter lies between this piece and the one before it. */
  readonly isFormatted?: true;
}

/** A changed line keeps its equal tokens only when they are this share of it. */
const MIN_KEPT_SHARE = 0.5;

/**
 * What two texts share, in order on both sides: by line first and then within changed lines. A
 * plain character diff would swap indentation between neighbouring lines and mix their owners.
 * A word that changed is another word, unless `isCharwise`: then it keeps its first and last
 * characters (who typed the prefix that is completed keeps it).
 */
export function keptPieces(before: string, after: string, isCharwise = false): readonly Kept[] {
  if (before === after) return before === '' ? [] : [{ before: 0, after: 0, length: after.length }];
  if (before === '' || after === '') return [];
  const old = createLineIndex(before);
  const now = createLineIndex(after);
  const out: Kept[] = [];
  let oldLine = 0;
  let newLine = 0;
  const whole = wholeFormatted(old, now);
  if (whole) return whole;
  const hunk = (oldEnd: number, newEnd: number): void => {
    if (oldEnd <= oldLine || newEnd <= newLine) return;
    if (pushFormatted(old, oldLine, oldEnd, now, newLine, newEnd, out)) return;
    keepCharacters(old, oldLine, oldEnd, now, newLine, newEnd, isCharwise, out);
  };
  for (const kept of sameLines(old, now)) {
    hunk(kept.before, kept.after);
    keepSame(old, kept.before, now, kept.after, kept.n, out);
    oldLine = kept.before + kept.n;
    newLine = kept.after + kept.n;
  }
  hunk(old.nLines, now.nLines);
  return out;
}

/** Lines that say the same: as they are, or but for a formatter. */
function keepSame(
  old: LineIndex,
  oldLine: number,
  now: LineIndex,
  newLine: number,
  n: number,
  out: Kept[],
): void {
  for (let i = 0; i < n; i++) {
    const [from, to] = [oldLine + i, newLine + i];
    if (old.lineText(from) === now.lineText(to)) keepLines(old, from, now, to, 1, out);
    else pushFormatted(old, from, from + 1, now, to, to + 1, out);
  }
}

function keepLines(
  old: LineIndex,
  oldLine: number,
  now: LineIndex,
  newLine: number,
  n: number,
  out: Kept[],
): void {
  for (let i = 0; i < n; i++) {
    const length = now.endOf(newLine + i) - now.startOf(newLine + i);
    push(out, old.startOf(oldLine + i), now.startOf(newLine + i), length);
    keepLineEnd(old, oldLine + i, now, newLine + i, out);
  }
}

/** Texts between which, from the first line that differs to the last, lies only a formatter. */
function wholeFormatted(old: LineIndex, now: LineIndex): readonly Kept[] | undefined {
  const { prefix, suffix } = equalEnds(old, now);
  const oldEnd = old.nLines - suffix;
  const newEnd = now.nLines - suffix;
  if (prefix === oldEnd || prefix === newEnd) return undefined;
  const oldStart = old.startOf(prefix);
  const newStart = now.startOf(prefix);
  const pieces = formattedPieces(
    old.text.slice(oldStart, old.startOf(oldEnd)),
    now.text.slice(newStart, now.startOf(newEnd)),
  );
  if (!pieces) return undefined;
  const out: Kept[] = [];
  keepLines(old, 0, now, 0, prefix, out);
  for (const { before, after, length } of pieces) {
    out.push({ before: oldStart + before, after: newStart + after, length });
  }
  keepLines(old, oldEnd, now, newEnd, suffix, out);
  return out.map((piece) => ({ ...piece, isFormatted: true }));
}

/** The line end belongs to its line; CRLF against LF keeps the one character they share. */
function keepLineEnd(
  old: LineIndex,
  oldLine: number,
  now: LineIndex,
  newLine: number,
  out: Kept[],
): void {
  if (old.nLines <= oldLine + 1 || now.nLines <= newLine + 1) return;
  let oldEnd = old.startOf(oldLine + 1);
  let newEnd = now.startOf(newLine + 1);
  let length = 0;
  while (
    old.endOf(oldLine) < oldEnd &&
    now.endOf(newLine) < newEnd &&
    old.text.charCodeAt(oldEnd - 1) === now.text.charCodeAt(newEnd - 1)
  ) {
    oldEnd--;
    newEnd--;
    length++;
  }
  push(out, oldEnd, newEnd, length);
}

/** Keeps the tokens of lines between which lies only a formatter; false when there is more. */
function pushFormatted(
  old: LineIndex,
  oldFrom: number,
  oldTo: number,
  now: LineIndex,
  newFrom: number,
  newTo: number,
  out: Kept[],
): boolean {
  const oldStart = old.startOf(oldFrom);
  const newStart = now.startOf(newFrom);
  const pieces = formattedPieces(
    old.text.slice(oldStart, old.startOf(oldTo)),
    now.text.slice(newStart, now.startOf(newTo)),
  );
  if (!pieces) return false;
  for (const { before, after, length } of pieces) {
    out.push({ before: oldStart + before, after: newStart + after, length, isFormatted: true });
  }
  return true;
}

/** Where a formatter's hand is not all: what stands before and behind, and tokens between. */
function keepCharacters(
  old: LineIndex,
  oldFrom: number,
  oldTo: number,
  now: LineIndex,
  newFrom: number,
  newTo: number,
  isCharwise: boolean,
  out: Kept[],
): void {
  const oldStart = old.startOf(oldFrom);
  const newStart = now.startOf(newFrom);
  const oldText = old.text.slice(oldStart, old.startOf(oldTo));
  const newText = now.text.slice(newStart, now.startOf(newTo));
  const shorter = Math.min(oldText.length, newText.length);
  let prefix = 0;
  while (prefix < shorter && oldText.charCodeAt(prefix) === newText.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    oldText.charCodeAt(oldText.length - 1 - suffix) ===
      newText.charCodeAt(newText.length - 1 - suffix)
  ) {
    suffix++;
  }
  if (!isCharwise) {
    while (0 < prefix && cutsWord(oldText, newText, prefix, prefix)) prefix--;
    const cutsAtEnd = (): boolean =>
      cutsWord(oldText, newText, oldText.length - suffix, newText.length - suffix);
    while (0 < suffix && cutsAtEnd()) suffix--;
  }
  push(out, oldStart, newStart, prefix);
  const middle = keptTokens(
    oldText.slice(prefix, oldText.length - suffix),
    newText.slice(prefix, newText.length - suffix),
  );
  for (const kept of middle) {
    push(out, oldStart + prefix + kept.before, newStart + prefix + kept.after, kept.length);
  }
  push(out, oldStart + oldText.length - suffix, newStart + newText.length - suffix, suffix);
}

/** Whether a border at these places parts a word of either text. */
function cutsWord(old: string, now: string, oldAt: number, newAt: number): boolean {
  return isInWord(old, oldAt) || isInWord(now, newAt);
}

function isInWord(text: string, at: number): boolean {
  return isWordPart(text.charAt(at - 1)) && isWordPart(text.charAt(at));
}

function keptTokens(before: string, after: string): Kept[] {
  const oldTokens = tokensOf(before);
  const newTokens = tokensOf(after);
  const oldStarts = startsOf(oldTokens);
  const newStarts = startsOf(newTokens);
  const pieces: Kept[] = [];
  for (const { before: b, after: a, n } of keptItems(oldTokens, newTokens)) {
    for (let i = 0; i < n; i++) {
      const length = newTokens[a + i]?.length ?? 0;
      pieces.push({ before: oldStarts[b + i] ?? 0, after: newStarts[a + i] ?? 0, length });
    }
  }
  return withoutScattered(before, after, pieces);
}

/**
 * Equal tokens on a line that is otherwise new prove nothing, unless the line they come from lives
 * on in it (put into a call, say): such tokens are dropped.
 */
function withoutScattered(before: string, after: string, pieces: readonly Kept[]): Kept[] {
  const isKeptNew = mostlyKept(
    after,
    pieces.map((piece) => ({ at: piece.after, length: piece.length })),
  );
  const isKeptOld = mostlyKept(
    before,
    pieces.map((piece) => ({ at: piece.before, length: piece.length })),
  );
  return pieces.filter((piece) => isKeptNew(piece.after) || isKeptOld(piece.before));
}

/** Tells of an offset whether at least half of its line is in the pieces. */
function mostlyKept(
  text: string,
  pieces: readonly { readonly at: number; readonly length: number }[],
): (offset: number) => boolean {
  const lines = createLineIndex(text);
  const kept = new Map<number, number>();
  for (const { at, length } of pieces) {
    const line = lines.lineAt(at);
    kept.set(line, (kept.get(line) ?? 0) + nonBlankLength(text.slice(at, at + length)));
  }
  return (offset) => {
    const line = lines.lineAt(offset);
    const total = nonBlankLength(lines.lineText(line));
    return total * MIN_KEPT_SHARE <= (kept.get(line) ?? 0);
  };
}

function startsOf(tokens: readonly string[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const token of tokens) {
    starts.push(at);
    at += token.length;
  }
  return starts;
}

function push(out: Kept[], before: number, after: number, length: number): void {
  if (length <= 0) return;
  const last = out.at(-1);
  if (
    last &&
    last.isFormatted !== true &&
    last.before + last.length === before &&
    last.after + last.length === after
  ) {
    out[out.length - 1] = { ...last, length: last.length + length };
  } else out.push({ before, after, length });
}
