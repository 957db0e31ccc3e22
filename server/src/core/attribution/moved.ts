import { keptPieces } from '../text/diff.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import { nonBlankLength } from '../text/tokens.ts';
import type { Range } from '../text/range.ts';
import { carrySpans } from './attribute.ts';
import { joinSpans, type Span, type Spans, sliceSpans } from './span.ts';

/** A piece of text as it was cut or copied, with the spans it had. */
export interface Cut {
  readonly text: string;
  readonly spans: Spans;
}

/** Fewer equal non-blank characters than this (two closing braces) prove no move (DESIGN 5). */
const MIN_MOVED = 40;

/** What was moved: where it stands now, and what is known of it; the rest of `ranges` has no record. */
export interface Moved {
  readonly ranges: readonly Range[];
  readonly spans: Spans;
}

/**
 * What of a text, all or some lines, one and the same change took away: lines moved up or down or
 * sorted, a selection dragged. Indentation may differ.
 */
export function movedWithin(text: string, cuts: readonly Cut[]): Moved | undefined {
  if (text.trim() === '') return undefined;
  const whole = cuts.find((cut) => withoutIndentation(cut.text) === withoutIndentation(text));
  if (whole) {
    const spans = carrySpans(whole.spans, whole.text, text, undefined);
    return { ranges: [{ start: 0, end: text.length }], spans };
  }
  const lines = new Map<string, Cut>();
  for (const cut of cuts) for (const line of linesOf(cut)) lines.set(line.text.trim(), line);
  const ranges: Range[] = [];
  const spans: Span[] = [];
  for (const { text: line, start } of linesWithStarts(text)) {
    const from = line.trim() === '' ? undefined : lines.get(line.trim());
    if (!from) continue;
    ranges.push({ start, end: start + line.length });
    for (const span of carrySpans(from.spans, from.text, line, undefined)) {
      spans.push({ ...span, start: span.start + start, end: span.end + start });
    }
  }
  return ranges.length === 0 ? undefined : { ranges, spans: joinSpans(spans) };
}

function linesOf({ text, spans }: Cut): Cut[] {
  return linesWithStarts(text).map(({ text: line, start }) => ({
    text: line,
    spans: sliceSpans(spans, { start, end: start + line.length }, -start),
  }));
}

/** Lines without their ends. */
function linesWithStarts(text: string): { readonly text: string; readonly start: number }[] {
  const index = createLineIndex(text);
  return Array.from({ length: index.nLines }, (_, line) => ({
    text: index.lineText(line),
    start: index.startOf(line),
  }));
}

/** Whether an equal text proves that it was moved or copied. */
export function isLongEnough(text: string): boolean {
  return MIN_MOVED <= nonBlankLength(text);
}

/** The spans of those parts of a text that were cut or copied before. */
export function movedFrom(text: string, cuts: readonly Cut[]): Spans | undefined {
  if (!isLongEnough(text)) return undefined;
  for (const cut of cuts) {
    if (cut.spans.length === 0) continue;
    if (withoutIndentation(cut.text) === withoutIndentation(text)) {
      return carrySpans(cut.spans, cut.text, text, undefined);
    }
    const pieces = keptPieces(cut.text, text).filter(({ after, length }) =>
      isLongEnough(text.slice(after, after + length)),
    );
    const spans = pieces.flatMap(({ before, after, length }) =>
      sliceSpans(cut.spans, { start: before, end: before + length }, after - before),
    );
    if (0 < spans.length) return joinSpans(spans);
  }
  return undefined;
}

function withoutIndentation(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
