import type { Range } from '../text/range.ts';
import { joinOrigins, type Origin } from './origin.ts';

/** A range of one text with the origin of its characters. */
export interface Span extends Range {
  readonly origin: Origin;
}

/**
 * Sorted, disjoint, non-empty spans inside one text; characters outside every span have no
 * record. Touching spans that can be joined are joined.
 */
export type Spans = readonly Span[];

/** Makes `Spans` of sorted, disjoint pieces: drops the empty ones, joins those that can be. */
export function joinSpans(pieces: Iterable<Span>): Spans {
  const out: Span[] = [];
  for (const piece of pieces) pushSpan(out, piece);
  return out;
}

/** Appends one span behind the others, joined with the last where that can be. */
export function pushSpan(out: Span[], piece: Span): void {
  if (piece.end <= piece.start) return;
  const last = out.at(-1);
  const joined =
    last && last.end === piece.start ? joinOrigins(last.origin, piece.origin) : undefined;
  if (last && joined) out[out.length - 1] = { start: last.start, end: piece.end, origin: joined };
  else out.push(piece);
}

/** Index of the first span that ends after `offset`; `spans.length` when there is none. */
export function firstSpanEndingAfter(spans: Spans, offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span && span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The parts of the spans inside a range, their offsets moved by `shift`. */
export function sliceSpans(spans: Spans, { start, end }: Range, shift = 0): Span[] {
  const out: Span[] = [];
  for (let i = firstSpanEndingAfter(spans, start); i < spans.length; i++) {
    const span = spans[i];
    if (!span || end <= span.start) break;
    out.push({
      start: Math.max(span.start, start) + shift,
      end: Math.min(span.end, end) + shift,
      origin: span.origin,
    });
  }
  return out;
}

/** The origin of the character at `offset`, or undefined where nothing is recorded. */
export function originAt(spans: Spans, offset: number): Origin | undefined {
  const span = spans[firstSpanEndingAfter(spans, offset)];
  return span && span.start <= offset ? span.origin : undefined;
}

/** Whether any character is AI's: a text without any is not judged, not parsed and not kept. */
export function hasAi(spans: Spans): boolean {
  return spans.some((span) => span.origin.kind === 'ai');
}

/** Whether two answers about one text are the same. */
export function isSameSpans(a: Spans, b: Spans): boolean {
  return (
    a.length === b.length &&
    a.every((span, i) => {
      const other = b[i];
      return span.start === other?.start && span.end === other.end && span.origin === other.origin;
    })
  );
}
