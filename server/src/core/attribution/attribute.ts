import { type Kept, keptPieces } from '../text/diff.ts';
import { isFormatting } from '../text/formatting.ts';
import { isBlank, nonBlankLength } from '../text/tokens.ts';
import type { Replacement } from '../text/edit.ts';
import type { Origin } from './origin.ts';
import type { Hand } from './signal.ts';
import {
  firstSpanEndingAfter,
  joinSpans,
  originAt,
  pushSpan,
  type Span,
  type Spans,
  sliceSpans,
} from './span.ts';

/**
 * The spans after one replacement whose new text came from `origin`. What the replacement leaves
 * equal keeps its spans (an accepted completion replaces the prefix already typed; a reload
 * replaces more than changed). A hand that tidies (formatter, rename) keeps the owner of what it
 * replaces.
 *
 * Law: a replacement with a human origin never adds a character to an AI span.
 */
export function attribute(
  spans: Spans,
  before: string,
  replacement: Replacement,
  origin: Origin,
  hand: Hand = 'insertion',
): Spans {
  const { start, end, text } = replacement;
  const replaced = sliceSpans(spans, { start, end }, -start);
  const inserted = attributeInserted(replaced, before.slice(start, end), text, origin, hand);
  return spliceSpans(spans, replacement, inserted);
}

/**
 * The spans of `text` that takes the place of `before`, whose spans were `replaced`; both are
 * counted from the replacement's start.
 */
export function attributeInserted(
  replaced: Spans,
  before: string,
  text: string,
  origin: Origin,
  hand: Hand,
): Spans {
  if (before === '' || text === '') return [{ start: 0, end: text.length, origin }];
  const kept = keptPieces(before, text, hand === 'insertion');
  return carryKept(replaced, before, text, origin, kept, hand === 'tidy');
}

/** Fewer equal non-blank characters in a row than this (a lone brace, `else {`) prove nothing. */
const MIN_CARRIED_RUN = 10;

/**
 * The spans of `before` laid on `after`, two texts of one file with nothing seen between them:
 * equal lines and tokens keep their spans, short lone runs do not; what is new gets `origin`, or
 * no span when that is undefined.
 */
export function carrySpans(
  spans: Spans,
  before: string,
  after: string,
  origin: Origin | undefined,
): Spans {
  const kept = keptPieces(before, after).filter(
    (run) =>
      run.isFormatted === true ||
      run.length === after.length ||
      MIN_CARRIED_RUN <= nonBlankLength(after.slice(run.after, run.after + run.length)),
  );
  return joinSpans(carryKept(spans, before, after, origin, kept));
}

/** The parts of the spans on `text` whose characters `offered` has too. */
export function keepOnly(spans: Spans, offered: string, text: string): Spans {
  return joinSpans(
    keptPieces(offered, text).flatMap(({ after, length }) =>
      sliceSpans(spans, { start: after, end: after + length }),
    ),
  );
}

/**
 * Lays `under` beneath `over`, both on one text: what `over` leaves without a record or
 * `unknown` is answered by `under` where that knows more.
 */
export function fillUnknown(over: Spans, under: Spans): Spans {
  const known = over.filter((span) => span.origin.kind !== 'unknown');
  const pieces: Span[] = [...known];
  let at = 0;
  const fill = (end: number): void => {
    if (at < end) {
      const known = sliceSpans(under, { start: at, end }).filter(
        (span) => span.origin.kind !== 'unknown',
      );
      pieces.push(...known);
      let from = at;
      for (const span of [...known, { start: end, end }]) {
        pieces.push(...sliceSpans(over, { start: from, end: span.start }));
        from = span.end;
      }
    }
  };
  for (const span of known) {
    fill(span.start);
    at = span.end;
  }
  fill(Number.MAX_SAFE_INTEGER);
  pieces.sort((a, b) => a.start - b.start);
  return joinSpans(pieces);
}

function carryKept(
  spans: Spans,
  before: string,
  after: string,
  origin: Origin | undefined,
  pieces: readonly Kept[],
  keepsOwners = false,
): Span[] {
  const out: Span[] = [];
  let oldAt = 0;
  let newAt = 0;
  const mayBeFormatter =
    origin === undefined || origin.kind === 'editor' || origin.kind === 'unknown';
  let isBehindFormatted = false;
  /** What a formatter puts behind a token is its token's, if only to the end of the line. */
  const fillBehindFormatted = (newEnd: number): void => {
    const gap = after.slice(newAt, newEnd);
    const part = isFormatting(gap) ? gap : (/^.*\n/.exec(gap)?.[0] ?? gap);
    if (!isFormatting(part)) return;
    const owner = originAt(spans, oldAt - 1);
    if (owner) pushSpan(out, { start: newAt, end: newAt + part.length, origin: owner });
    newAt += part.length;
  };
  const fillGap = (oldEnd: number, newEnd: number): void => {
    if (newAt < newEnd && isBehindFormatted && mayBeFormatter) fillBehindFormatted(newEnd);
    if (newEnd <= newAt) return;
    const owner =
      keepsOwners && origin !== undefined
        ? editorGapOwner(spans, before, oldAt, oldEnd, after, newAt, newEnd, origin)
        : origin;
    if (owner) pushSpan(out, { start: newAt, end: newEnd, origin: owner });
  };
  for (const kept of pieces) {
    fillGap(kept.before, kept.after);
    isBehindFormatted = kept.isFormatted === true;
    const range = { start: kept.before, end: kept.before + kept.length };
    for (const span of sliceSpans(spans, range, kept.after - kept.before)) pushSpan(out, span);
    oldAt = kept.before + kept.length;
    newAt = kept.after + kept.length;
  }
  fillGap(before.length, after.length);
  return out;
}

/** Who owns what a formatter or rename put in place of `[oldStart, oldEnd)`. */
function editorGapOwner(
  spans: Spans,
  before: string,
  oldStart: number,
  oldEnd: number,
  after: string,
  newStart: number,
  newEnd: number,
  origin: Origin,
): Origin | undefined {
  if (hasText(before, oldStart, oldEnd) && hasText(after, newStart, newEnd)) {
    return dominantOrigin(spans, before, oldStart, oldEnd);
  }
  return origin;
}

/** The origin of most non-blank characters of a range; undefined when most have no record. */
export function dominantOrigin(
  spans: Spans,
  text: string,
  start: number,
  end: number,
): Origin | undefined {
  const counts = new Map<Origin | undefined, number>();
  let at = start;
  const count = (origin: Origin | undefined, to: number): void => {
    let n = 0;
    for (let i = at; i < to; i++) if (!isBlank(text.charCodeAt(i))) n++;
    if (0 < n) counts.set(origin, (counts.get(origin) ?? 0) + n);
    at = to;
  };
  for (const span of sliceSpans(spans, { start, end })) {
    count(undefined, span.start);
    count(span.origin, span.end);
  }
  count(undefined, end);
  let best: Origin | undefined;
  let most = 0;
  for (const [origin, n] of counts) {
    if (most < n) {
      best = origin;
      most = n;
    }
  }
  return best;
}

function hasText(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isBlank(text.charCodeAt(i))) return true;
  return false;
}

/** Puts `inserted` (offsets from the replacement's start) in place and moves what follows. */
function spliceSpans(
  spans: Spans,
  { start, end, text }: Replacement,
  inserted: readonly Span[],
): Spans {
  const shift = text.length - (end - start);
  const from = firstSpanEndingAfter(spans, start);
  const out: Span[] = spans.slice(0, from);
  const first = spans[from];
  if (first && first.start < start) {
    out.push({ start: first.start, end: Math.min(first.end, start), origin: first.origin });
  }
  for (const span of inserted) {
    pushSpan(out, { start: span.start + start, end: span.end + start, origin: span.origin });
  }
  for (let i = from; i < spans.length; i++) {
    const span = spans[i];
    if (!span || span.end <= end) continue;
    pushSpan(out, {
      start: Math.max(span.start, end) + shift,
      end: span.end + shift,
      origin: span.origin,
    });
  }
  return out;
}
