import { keptPieces } from '../text/diff.ts';
import type { UnknownOrigin } from './origin.ts';
import { joinSpans, type Span, type Spans } from './span.ts';

/** What is on disk, has no record, and is not in HEAD. */
const UNSEEN: UnknownOrigin = Object.freeze({ kind: 'unknown', observed: 'disk' });

/**
 * Gives `unknown`, observed on disk, to what has no span and does not stand in the file's text in
 * HEAD (null: HEAD has no such file). Text of HEAD without a record stays without one: it is older
 * than the tool, and nobody is asked about it.
 */
export function markUnseen(spans: Spans, text: string, base: string | null): Spans {
  if (base === text) return spans;
  const covered: Span[] = [...spans];
  for (const { after, length } of base === null ? [] : keptPieces(base, text)) {
    covered.push({ start: after, end: after + length, origin: IN_BASE });
  }
  covered.sort((a, b) => a.start - b.start || a.end - b.end);
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of [...covered, { start: text.length, end: text.length }]) {
    if (at < start) gaps.push({ start: at, end: start, origin: UNSEEN });
    at = Math.max(at, end);
  }
  return joinSpans([...spans, ...gaps].sort((a, b) => a.start - b.start));
}

const IN_BASE: UnknownOrigin = Object.freeze({ kind: 'unknown' });
