import type { Scope } from './language.ts';
import { beginsLine } from './blank.ts';
import type { Reading } from './reading.ts';
import type { Shape } from './shape.ts';

/** What stands in a list, in text order. Offsets are absolute. */
export type ListItem =
  | {
      readonly kind: 'comment';
      readonly start: number;
      readonly end: number;
      readonly isCode: boolean;
    }
  | {
      readonly kind: 'token';
      readonly start: number;
      readonly end: number;
      readonly type: string;
      readonly isNeutral: boolean;
    }
  /** Text that no node covers. */
  | { readonly kind: 'gap'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'entry';
      readonly start: number;
      readonly end: number;
      readonly type: string;
      readonly shape: Shape;
    };

/** Neighbouring items of a list that make one block. Claims are sorted and disjoint. */
export interface Claim {
  readonly name: string;
  readonly within: string;
  /** First and last item, both included. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Which items of a list are blocks: each declaration, with its overloads and the comments
 * directly above it (each on a line of its own, no blank line between), and with the comments,
 * separators and empty statements behind it on its last line (a token that is an empty statement
 * also on the next, where formatters join them).
 */
export function claimBlocks(
  reading: Reading,
  items: readonly ListItem[],
  scope: Scope,
): readonly Claim[] {
  const claims: Claim[] = [];
  for (let index = 0; index < items.length; index++) {
    const main = implementationOf(items, index);
    const item = items[main];
    if (item?.kind !== 'entry' || !item.shape.declared) continue;
    // An overload without an implementation stays in the class's own part.
    if (scope === 'class' && item.shape.declared.isSignature) continue;
    const first = firstAttached(reading, items, index, claims.at(-1)?.last ?? -1);
    const last = lastAttached(reading, items, main);
    const start = items[first]?.start ?? item.start;
    const end = items[last]?.end ?? item.end;
    const { name, within } = item.shape.declared;
    claims.push({ name, within, first, last, start, end });
    index = last;
  }
  return claims;
}

/** The last of a row of declarations of one name that begins with an overload. */
function implementationOf(items: readonly ListItem[], from: number): number {
  let main = from;
  for (;;) {
    const item = items[main];
    const declared = item?.kind === 'entry' ? item.shape.declared : undefined;
    if (!declared?.isSignature) return main;
    let next = main + 1;
    while (next < items.length && items[next]?.kind !== 'entry') next++;
    const follower = items[next];
    if (follower?.kind !== 'entry' || follower.shape.declared?.name !== declared.name) return main;
    main = next;
  }
}

function firstAttached(
  { text, rules }: Reading,
  items: readonly ListItem[],
  from: number,
  taken: number,
): number {
  let first = from;
  for (let index = from - 1; taken < index; index--) {
    const item = items[index];
    const next = items[first];
    if (!item || !next) break;
    // What the language reads word for word belongs to where it stands (`//!`).
    if (item.kind !== 'comment' || item.isCode) break;
    if (rules.isFileComment?.(text.slice(item.start, item.end))) break;
    if (1 < nLineBreaks(text, item.end, next.start) || !beginsLine(text, item.start)) break;
    first = index;
  }
  return first;
}

function lastAttached({ text, rules }: Reading, items: readonly ListItem[], from: number): number {
  let last = from;
  for (let index = from + 1; index < items.length; index++) {
    const item = items[index];
    const before = items[last];
    if (!item || !before) break;
    const isEmpty = item.kind === 'token' && rules.empties.has(item.type);
    if (!isEmpty && nLineBreaks(text, before.end, item.start) !== 0) break;
    const goesAlong =
      item.kind === 'comment' ||
      (item.kind === 'token' && (item.type === ',' || item.type === ';')) ||
      (item.kind === 'entry' &&
        (rules.empties.has(item.type) || text.slice(item.start, item.end) === ';'));
    if (!goesAlong) break;
    last = index;
  }
  return last;
}

/** Line breaks between two offsets, counted up to two. */
function nLineBreaks(text: string, start: number, end: number): number {
  let n = 0;
  for (let at = start; at < end && n < 2; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) n++;
  }
  return n;
}
