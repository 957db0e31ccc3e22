import { isBlank } from '../text/tokens.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { NO_RECORD, type Origin } from './origin.ts';
import { firstSpanEndingAfter, type Spans } from './span.ts';

/** The origins of one line with how many of its non-blank characters each has. */
export interface LineOrigins {
  readonly nNonBlank: number;
  /** Most characters first; the order of appearance decides between equals. */
  readonly shares: readonly { readonly origin: Origin; readonly nChars: number }[];
  /** True when most of the non-blank characters are AI's. */
  readonly isAi: boolean;
}

/** The origins of the characters of `line` (0-based) that lie inside `within`. */
export function lineOrigins(
  index: LineIndex,
  spans: Spans,
  line: number,
  within: Range = { start: 0, end: index.text.length },
): LineOrigins {
  const start = Math.max(index.startOf(line), within.start);
  const end = Math.min(index.endOf(line), within.end);
  const counts = new Map<Origin, number>();
  let nNonBlank = 0;
  let nAi = 0;
  let i = firstSpanEndingAfter(spans, start);
  // Piece by piece of one origin: a line may be a whole minified file.
  for (let from = start; from < end; ) {
    for (let span = spans[i]; span && span.end <= from; span = spans[i]) i++;
    const span = spans[i];
    const isIn = span !== undefined && span.start <= from;
    const to = Math.min(end, span === undefined ? end : isIn ? span.end : span.start);
    const nChars = nonBlankIn(index.text, from, to);
    from = to;
    if (nChars === 0) continue;
    const origin = isIn ? span.origin : NO_RECORD;
    counts.set(origin, (counts.get(origin) ?? 0) + nChars);
    nNonBlank += nChars;
    if (origin.kind === 'ai') nAi += nChars;
  }
  const shares = [...counts].map(([origin, nChars]) => ({ origin, nChars }));
  shares.sort((a, b) => b.nChars - a.nChars);
  return { nNonBlank, shares, isAi: nNonBlank < 2 * nAi };
}

function nonBlankIn(text: string, start: number, end: number): number {
  let n = 0;
  for (let offset = start; offset < end; offset++) if (!isBlank(text.charCodeAt(offset))) n++;
  return n;
}
