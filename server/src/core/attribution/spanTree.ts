import type { Range } from '../text/range.ts';
import { recomputable } from '../text/recomputable.ts';
import { type Rope, ropesOf } from '../text/rope.ts';
import { joinOrigins, type Origin } from './origin.ts';
import { type Span, type Spans, sliceSpans } from './span.ts';

/** So many UTF-16 units in a row with one origin, or with no record. */
export interface Stretch {
  readonly length: number;
  readonly origin: Origin | undefined;
}

/**
 * The origins of all characters of one text, immutable; versions share all but what differs.
 * Law: after the same edits, `toSpans` is what the functions on `Spans` answer.
 */
export interface SpanTree {
  /** Length of the text in UTF-16 units. */
  readonly length: number;
  readonly rope: Rope<Stretch>;
  /** The parts of the spans inside a range, moved by `shift`; O(log n) and O(1) for each. */
  slice(range: Range, shift?: number): Span[];
  /** Puts `length` characters, with spans counted from `start`, in place of `[start, end)`. */
  replace(start: number, end: number, inserted: Spans, length: number): SpanTree;
  /** Every origin through `amend`; the same tree when it leaves all as they are. O(n). */
  map(amend: (origin: Origin) => Origin): SpanTree;
  /** All spans; O(n) at first, then remembered while memory allows. */
  toSpans(): Spans;
}

const stretches = ropesOf<Stretch>({
  length: ({ length }) => length,
  slice: ({ origin }, start, end) => ({ length: end - start, origin }),
  join(a, b) {
    const length = a.length + b.length;
    if (!a.origin || !b.origin) return a.origin === b.origin ? { ...a, length } : undefined;
    const origin = joinOrigins(a.origin, b.origin);
    return origin && { length, origin };
  },
});

/** The tree of a text of `length` UTF-16 units with these spans. */
export function createSpanTree(spans: Spans, length: number): SpanTree {
  return spanTreeOf(stretches.of(stretchesOf(spans, length)));
}

function spanTreeOf(rope: Rope<Stretch>): SpanTree {
  const slice = ({ start, end }: Range, shift = 0): Span[] => {
    const out: Span[] = [];
    let at = start + shift;
    for (const { length, origin } of stretches.leavesIn(rope, start, end)) {
      if (origin) out.push({ start: at, end: at + length, origin });
      at += length;
    }
    return out;
  };
  const tree: SpanTree = Object.freeze({
    length: rope.length,
    rope,
    slice,
    replace: (start: number, end: number, inserted: Spans, length: number) =>
      spanTreeOf(stretches.replace(rope, start, end, stretchesOf(inserted, length))),
    map(amend: (origin: Origin) => Origin): SpanTree {
      const before = tree.toSpans();
      const after = before.map((span) => ({ ...span, origin: amend(span.origin) }));
      const isAmended = ({ origin }: Span, i: number): boolean => origin !== before[i]?.origin;
      const start = after.find(isAmended)?.start;
      const end = after.findLast(isAmended)?.end;
      if (start === undefined || end === undefined) return tree;
      const amended = sliceSpans(after, { start, end }, -start);
      return tree.replace(start, end, amended, end - start);
    },
    toSpans: recomputable<Spans>(() => slice({ start: 0, end: rope.length })),
  });
  return tree;
}

/** Sorted, disjoint spans and the gaps between them, from 0 to `length`. */
function stretchesOf(spans: Spans, length: number): Stretch[] {
  const out: Stretch[] = [];
  let at = 0;
  for (const { start, end, origin } of spans) {
    out.push({ length: start - at, origin: undefined }, { length: end - start, origin });
    at = end;
  }
  out.push({ length: length - at, origin: undefined });
  return out;
}
