import { keptPieces } from '../text/diff.ts';
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
  const inBase = base === null ? [] : keptPieces(base, text);
  const taken = [
    ...known,
    ...inBase.map(({ after, length }) => ({ start: after, end: after + length })),
  ].sort((a, b) => a.start - b.start);
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of [...taken, { start: text.length, end: text.length }]) {
    if (at < start) gaps.push({ start: at, end: start, origin: UNSEEN });
    at = Math.max(at, end);
  }
  return joinSpans([...known, ...gaps].sort((a, b) => a.start - b.start));
}

function isFromDisk(origin: Origin): boolean {
  return origin.kind === 'unknown' && origin.observed === 'disk';
}
