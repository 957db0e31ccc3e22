import { keptPieces } from '../text/diff.ts';
import { isFormatting } from '../text/formatting.ts';
import type { Range } from '../text/range.ts';
import type { Origin, UnknownOrigin } from './origin.ts';
import { joinSpans, type Span, type Spans } from './span.ts';

/** What is on disk, has no record, and is not in HEAD. */
const UNSEEN: UnknownOrigin = Object.freeze({ kind: 'unknown', observed: 'disk' });

/**
 * Tells apart what came to the disk unseen: it has no record, and does not stand in the file's text
 * in HEAD (null: HEAD has no such file). Text of HEAD without a record has no span: it is older than
 * the tool, or came by git, and nobody is asked about it.
 */
export function markUnseen(spans: Spans, text: string, base: string | null): Spans {
  const known = spans.filter(({ origin }) => !isFromDisk(origin));
  const inBase = base === null ? [] : rangesOf(base, text);
  const taken = [...known, ...inBase].sort((a, b) => a.start - b.start);
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of [...taken, { start: text.length, end: text.length }]) {
    if (at < start) gaps.push({ start: at, end: start, origin: UNSEEN });
    at = Math.max(at, end);
  }
  return joinSpans([...known, ...gaps].sort((a, b) => a.start - b.start));
}

/** What of the text stands in HEAD; what a formatter put between goes with it. */
function rangesOf(base: string, text: string): readonly Range[] {
  const ranges: Range[] = [];
  let last = 0;
  let isBehindFormatted = false;
  for (const { after, length, isFormatted } of keptPieces(base, text)) {
    const isGapFormat = isBehindFormatted && isFormatting(text.slice(last, after));
    ranges.push({ start: isGapFormat ? last : after, end: after + length });
    last = after + length;
    isBehindFormatted = isFormatted === true;
  }
  if (isBehindFormatted && isFormatting(text.slice(last))) {
    ranges.push({ start: last, end: text.length });
  }
  return ranges;
}

function isFromDisk(origin: Origin): boolean {
  return origin.kind === 'unknown' && origin.observed === 'disk';
}
