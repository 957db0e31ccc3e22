import { diffArrays } from 'diff';
import { createLineIndex, type LineIndex } from './lineIndex.ts';

/** `length` characters at `before` of one text stand unchanged at `after` of the other. */
export interface Kept {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** `n` lines from `before` (0-based) equal `n` lines from `after`; line ends are not compared. */
export interface KeptLines {
  readonly before: number;
  readonly after: number;
  readonly n: number;
}

/** Past this many single changes a diff is given up and the rest counts as replaced. */
const MAX_EDIT_LENGTH = 4_000;

/** A changed line keeps its equal tokens only when they are this share of it. */
const MIN_KEPT_SHARE = 0.5;

/**
 * What two texts share, in order on both sides: by line first and then within changed lines. A
 * plain character diff would swap indentation between neighbouring lines and mix their owners.
 */
export function keptPieces(before: string, after: string): readonly Kept[] {
  if (before === after) return before === '' ? [] : [{ before: 0, after: 0, length: after.length }];
  if (before === '' || after === '') return [];
  const old = createLineIndex(before);
  const now = createLineIndex(after);
  const out: Kept[] = [];
  let oldLine = 0;
  let newLine = 0;
  const hunk = (oldEnd: number, newEnd: number): void => {
    if (oldLine < oldEnd && newLine < newEnd) {
      keepWithinHunk(old, oldLine, oldEnd, now, newLine, newEnd, out);
    }
  };
  for (const kept of keptLines(old, now)) {
    hunk(kept.before, kept.after);
    for (let i = 0; i < kept.n; i++) {
      const length = now.endOf(kept.after + i) - now.startOf(kept.after + i);
      push(out, old.startOf(kept.before + i), now.startOf(kept.after + i), length);
      keepLineEnd(old, kept.before + i, now, kept.after + i, out);
    }
    oldLine = kept.before + kept.n;
    newLine = kept.after + kept.n;
  }
  hunk(old.nLines, now.nLines);
  return out;
}

/** Equal lines of two texts, in order on both sides. */
export function keptLines(old: LineIndex, now: LineIndex): readonly KeptLines[] {
  const out: KeptLines[] = [];
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
  if (0 < prefix) out.push({ before: 0, after: 0, n: prefix });
  const oldMiddle = linesOf(old, prefix, old.nLines - suffix);
  const newMiddle = linesOf(now, prefix, now.nLines - suffix);
  for (const { before, after, n } of keptItems(oldMiddle, newMiddle)) {
    out.push({ before: before + prefix, after: after + prefix, n });
  }
  if (0 < suffix) out.push({ before: old.nLines - suffix, after: now.nLines - suffix, n: suffix });
  return out;
}

function linesOf(index: LineIndex, from: number, to: number): string[] {
  const lines: string[] = [];
  for (let line = from; line < to; line++) lines.push(index.lineText(line));
  return lines;
}

function keptItems(before: string[], after: string[]): KeptLines[] {
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

/** The line end belongs to its line; CRLF against LF keeps the one character they share. */
function keepLineEnd(
  old: LineIndex,
  oldLine: number,
  now: LineIndex,
  newLine: number,
  out: Kept[],
): void {
  if (old.nLines <= oldLine + 1 || now.nLines <= newLine + 1) return;
  const oldEnd = old.startOf(oldLine + 1);
  const newEnd = now.startOf(newLine + 1);
  const length = Math.min(oldEnd - old.endOf(oldLine), newEnd - now.endOf(newLine));
  push(out, oldEnd - length, newEnd - length, length);
}

/** Within replaced lines: what was typed before and behind stays, and the tokens between. */
function keepWithinHunk(
  old: LineIndex,
  oldFrom: number,
  oldTo: number,
  now: LineIndex,
  newFrom: number,
  newTo: number,
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
  return withoutScattered(after, pieces);
}

/** Equal tokens on a line that is otherwise new prove nothing: they are dropped. */
function withoutScattered(after: string, pieces: readonly Kept[]): Kept[] {
  const lines = createLineIndex(after);
  const kept = new Map<number, number>();
  for (const piece of pieces) {
    const line = lines.lineAt(piece.after);
    const text = after.slice(piece.after, piece.after + piece.length);
    kept.set(line, (kept.get(line) ?? 0) + nonBlankLength(text));
  }
  const isKept = (line: number): boolean => {
    const total = nonBlankLength(lines.lineText(line));
    return total === 0 || total * MIN_KEPT_SHARE <= (kept.get(line) ?? 0);
  };
  return pieces.filter((piece) => isKept(lines.lineAt(piece.after)));
}

export function nonBlankLength(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) n++;
  return n;
}

export function isBlank(code: number): boolean {
  return code === 32 || (9 <= code && code <= 13) || code === 0xa0 || code === 0xfeff;
}

function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_$]+|\r?\n|[^\S\r\n]+|[^\s\p{L}\p{N}_$]/gu) ?? [];
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
  if (last && last.before + last.length === before && last.after + last.length === after) {
    out[out.length - 1] = { ...last, length: last.length + length };
  } else out.push({ before, after, length });
}
