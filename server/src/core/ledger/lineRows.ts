import { lineOrigins } from '../attribution/lineOrigins.ts';
import type { Origin } from '../attribution/origin.ts';
import { joinSpans, type Span, type Spans } from '../attribution/span.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { LineRow } from './record.ts';

/**
 * Spans as the ledger keeps them: by whole lines, each line its greatest contributor's; a line
 * whose greatest is not known has no row. AI has a line when most of its characters are AI's.
 */
export function lineRowsOf(
  index: LineIndex,
  spans: Spans,
): { readonly origins: readonly Origin[]; readonly lines: readonly LineRow[] } {
  const table = createOriginTable();
  const rows: [number, number, number][] = [];
  for (let line = 0; line < index.nLines; line++) {
    const { shares, isAi } = lineOrigins(index, spans, line);
    const main = isAi ? shares.find(({ origin }) => origin.kind === 'ai') : shares[0];
    if (main === undefined || main.origin.kind === 'unknown') continue;
    // More than half of it may be several accepts' together; then none of them alone is greatest.
    if (main.origin.kind === 'ai' && !isAi) continue;
    const origin = table.indexOf(main.origin);
    const last = rows.at(-1);
    if (last && last[1] === line && last[2] === origin) last[1] = line + 1;
    else rows.push([line + 1, line + 1, origin]);
  }
  return { origins: table.origins, lines: rows };
}

/** The spans that rows tell of a text; rows past its end say nothing. */
export function spansOfRows(
  index: LineIndex,
  { origins, lines }: { readonly origins: readonly Origin[]; readonly lines: readonly LineRow[] },
): Spans {
  const pieces = lines.flatMap(([first, last, at]): Span[] => {
    const origin = origins[at];
    if (origin === undefined || index.nLines < first) return [];
    return [{ start: index.startOf(first - 1), end: index.startOf(last), origin }];
  });
  return joinSpans(pieces);
}

/** Origins in the order they are first met, each once. */
export function createOriginTable(): {
  readonly origins: readonly Origin[];
  indexOf(origin: Origin): number;
} {
  const origins: Origin[] = [];
  const indexes = new Map<string, number>();
  return {
    origins,
    indexOf(origin) {
      const key = JSON.stringify(origin);
      let index = indexes.get(key);
      if (index === undefined) {
        index = origins.push(origin) - 1;
        indexes.set(key, index);
      }
      return index;
    },
  };
}
