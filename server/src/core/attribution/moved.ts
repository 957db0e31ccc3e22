import { keptPieces } from '../text/diff.ts';
import { nonBlankLength } from '../text/tokens.ts';
import { carrySpans } from './attribute.ts';
import { joinSpans, type Spans, sliceSpans } from './span.ts';

/** A piece of text as it was cut or copied, with the spans it had. */
export interface Cut {
  readonly text: string;
  readonly spans: Spans;
}

/** Fewer equal non-blank characters than this (two closing braces) prove no move (DESIGN 5). */
const MIN_MOVED = 40;

/**
 * The spans of a text that one and the same change took away elsewhere: lines moved up or down, a
 * selection dragged. Indentation may differ.
 */
export function movedWithin(text: string, cuts: readonly Cut[]): Spans | undefined {
  if (text.trim() === '') return undefined;
  for (const cut of cuts) {
    if (withoutIndentation(cut.text) === withoutIndentation(text)) {
      return carrySpans(cut.spans, cut.text, text, undefined);
    }
  }
  return undefined;
}

/** The spans of those parts of a text that were cut or copied before. */
export function movedFrom(text: string, cuts: readonly Cut[]): Spans | undefined {
  if (nonBlankLength(text) < MIN_MOVED) return undefined;
  for (const cut of cuts) {
    if (cut.spans.length === 0) continue;
    if (withoutIndentation(cut.text) === withoutIndentation(text)) {
      return carrySpans(cut.spans, cut.text, text, undefined);
    }
    const pieces = keptPieces(cut.text, text).filter(
      ({ after, length }) => MIN_MOVED <= nonBlankLength(text.slice(after, after + length)),
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
