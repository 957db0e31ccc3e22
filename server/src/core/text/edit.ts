import { bug } from '../result.ts';

/** `text` takes the place of `[start, end)` of the text before the edit (UTF-16 offsets). */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Sorted, disjoint replacements on one version of a text.
 * Law: `applyEdit(applyEdit(t, e), invertEdit(t, e)) = t`.
 */
export type Edit = readonly Replacement[];

/** Checks the shape; throws on an edit that is out of order or overlaps itself. */
export function createEdit(replacements: readonly Replacement[]): Edit {
  let last = 0;
  for (const { start, end } of replacements) {
    if (start < last || end < start) bug(`edit out of order at ${start}..${end}, after ${last}`);
    last = end;
  }
  return replacements;
}

export function applyEdit(text: string, edit: Edit): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: inserted } of edit) {
    parts.push(text.slice(at, start), inserted);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The edit on the text after `edit` that brings `before` back. */
export function invertEdit(before: string, edit: Edit): Edit {
  let shift = 0;
  return edit.map(({ start, end, text }) => {
    const inverse = {
      start: start + shift,
      end: start + shift + text.length,
      text: before.slice(start, end),
    };
    shift += text.length - (end - start);
    return inverse;
  });
}

/** The one replacement between the common beginning and the common end of two texts. */
export function spanningReplacement(before: string, after: string): Replacement {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let nEnd = 0;
  while (
    nEnd < limit - start &&
    before.charCodeAt(before.length - 1 - nEnd) === after.charCodeAt(after.length - 1 - nEnd)
  ) {
    nEnd++;
  }
  return {
    start,
    end: before.length - nEnd,
    text: after.slice(start, after.length - nEnd),
  };
}
