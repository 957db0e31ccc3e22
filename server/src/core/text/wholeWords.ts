import type { Replacement } from './edit.ts';

/** A text that parts can be read of, such as a rope. */
export interface Readable {
  readonly length: number;
  slice(start: number, end: number): string;
}

/** Longer runs of word characters are data, not names. In UTF-16 units. */
const MAX_WORD = 500;

/**
 * The same change in whole words. Editors send the fewest characters that differ (`aiOldWord` to
 * `exSwapped` is `exSw` before its `a`, and `ppe` before its `d`), which says nothing of who wrote
 * the word. Takes and gives replacements from the last to the first, all on `before`; others are
 * given back as they are.
 */
export function wholeWords(
  before: Readable,
  replacements: readonly Replacement[],
): readonly Replacement[] {
  if (!areFromLastToFirst(replacements)) return replacements;
  const groups: { start: number; end: number; readonly edits: Replacement[] }[] = [];
  for (const edit of [...replacements].reverse()) {
    const { start, end } = widened(before, edit);
    const last = groups.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else groups.push({ start, end, edits: [edit] });
  }
  return groups.map((group) => joined(before, group)).reverse();
}

function areFromLastToFirst(replacements: readonly Replacement[]): boolean {
  return replacements.every(({ end }, i) => {
    const later = replacements[i - 1];
    return later === undefined || end <= later.start;
  });
}

/** The range with the rest of the words that the replacement would cut or make longer. */
function widened(
  before: Readable,
  { start, end, text }: Replacement,
): { start: number; end: number } {
  const left = before.slice(Math.max(0, start - MAX_WORD), start);
  const right = before.slice(end, end + MAX_WORD);
  const replaced = before.slice(start, end);
  const joinsLeft = ENDS_IN_WORD.test(left) && STARTS_WITH_WORD.test(text + right);
  const cutsLeft = ENDS_IN_WORD.test(left) && STARTS_WITH_WORD.test(replaced);
  const joinsRight = STARTS_WITH_WORD.test(right) && ENDS_IN_WORD.test(left + text);
  const cutsRight = STARTS_WITH_WORD.test(right) && ENDS_IN_WORD.test(replaced);
  const nLeft = joinsLeft || cutsLeft ? (ENDS_IN_WORD.exec(left)?.[0].length ?? 0) : 0;
  const nRight = joinsRight || cutsRight ? (STARTS_WITH_WORD.exec(right)?.[0].length ?? 0) : 0;
  return { start: start - nLeft, end: end + nRight };
}

const ENDS_IN_WORD = /[\p{L}\p{N}_$]+$/u;
const STARTS_WITH_WORD = /^[\p{L}\p{N}_$]+/u;

function joined(
  before: Readable,
  {
    start,
    end,
    edits,
  }: { readonly start: number; readonly end: number; readonly edits: readonly Replacement[] },
): Replacement {
  let text = '';
  let at = start;
  for (const edit of edits) {
    text += before.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start, end, text: text + before.slice(at, end) };
}
