import type { TextChange } from './event.ts';
import { asObject, type JsonObject, listIn } from './fields.ts';

/** Places tried in one hunk: enough for code, and a bound for a text of one letter. */
const MAX_TRIES = 1_000;

/**
 * The change with the line its `new` begins on, where one of a diff's hunks is this change and
 * nothing else. Hunks begin with lines of context, and `new` may too, so the place is looked for.
 */
export function withLine(change: TextChange, hunks: readonly unknown[]): TextChange {
  if (change.all === true) return change;
  for (const one of hunks) {
    const hunk = asObject(one) ?? {};
    const start = hunk['newStart'];
    if (typeof start !== 'number' || !Number.isSafeInteger(start) || start < 1) continue;
    const at = placeOf(change, sideOf(hunk, '-'), sideOf(hunk, '+'));
    if (at !== undefined) return { ...change, line: start + at };
  }
  return change;
}

function sideOf(hunk: JsonObject, mark: '-' | '+'): string {
  return listIn(hunk, 'lines')
    .filter((line) => typeof line === 'string')
    .filter((line) => line.startsWith(' ') || line.startsWith(mark))
    .map((line) => `${line.slice(1)}\n`)
    .join('');
}

/** How many lines of the hunk stand before the change. */
function placeOf(change: TextChange, before: string, after: string): number | undefined {
  const nGrown = change.new.length - change.old.length;
  if (after.length - before.length !== nGrown || before === after) return undefined;
  const same = sameStart(before, after);
  const last = Math.min(same, after.length - change.new.length);
  const first = Math.max(0, last - MAX_TRIES);
  for (let at = last; first <= at; at--) {
    const isHere = after.startsWith(change.new, at) && before.startsWith(change.old, at);
    if (isHere && after.slice(at + change.new.length) === before.slice(at + change.old.length)) {
      return after.slice(0, at).split('\n').length - 1;
    }
  }
  return undefined;
}

function sameStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}
