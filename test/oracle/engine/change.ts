import type { Change } from '../row.ts';

/** What differs between two texts: one piece, between common beginning and common end. */
export function changeOf(kind: Change['kind'], before: string, after: string): Change {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let nEnd = 0;
  while (nEnd < limit - start && before.at(-1 - nEnd) === after.at(-1 - nEnd)) nEnd++;
  return {
    kind,
    isMisread: false,
    before,
    after,
    removed: before.slice(start, before.length - nEnd),
    inserted: after.slice(start, after.length - nEnd),
  };
}

/** What looks like a blank or a line end, and is another one. */
const unseen = /[\u007f-\u00a0\u2028\u2029\ufeff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const maxShown = 400;
const nLinesAround = 2;

/** A change for people: the lines that differ, with a few around them. */
export function shownChange({ before, after }: Change): string {
  const one = before.split('\n');
  const other = after.split('\n');
  const limit = Math.min(one.length, other.length);
  let start = 0;
  while (start < limit && one[start] === other[start]) start++;
  let nEnd = 0;
  while (nEnd < limit - start && one.at(-1 - nEnd) === other.at(-1 - nEnd)) nEnd++;
  const cut = (lines: readonly string[]): string =>
    lines
      .slice(Math.max(0, start - nLinesAround), lines.length - nEnd + nLinesAround)
      .map((line) => `      | ${JSON.stringify(line).slice(1, -1).replace(unseen, escaped)}`)
      .join('\n')
      .slice(0, maxShown);
  return `${cut(one)}\n      ---\n${cut(other)}`;
}
