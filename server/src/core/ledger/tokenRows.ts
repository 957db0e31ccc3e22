import { lineOrigins } from '../attribution/lineOrigins.ts';
import type { AiOrigin, Origin } from '../attribution/origin.ts';
import { joinSpans, type Span, type Spans } from '../attribution/span.ts';
import type { Block, BlockMap } from '../blocks/block.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { createOriginTable } from './lineRows.ts';
import type { PointerRecord, TokenRow } from './record.ts';

/**
 * Which of a block's tokens are AI's, counted without white space and comments, so that it holds
 * under any format of the same code. A token is AI's when its line is.
 */
export function tokenRowsOf(
  map: BlockMap,
  block: Block,
  index: LineIndex,
  spans: Spans,
): PointerRecord['detail'] {
  const table = createOriginTable();
  const rows: [number, number, number][] = [];
  const byLine = new Map<number, AiOrigin | undefined>();
  const aiOf = (line: number): AiOrigin | undefined => {
    if (!byLine.has(line)) byLine.set(line, aiOrigin(index, spans, line));
    return byLine.get(line);
  };
  const lines = map.tokenLines(block);
  lines.forEach((line, token) => {
    const origin = aiOf(line);
    if (origin === undefined) return;
    const at = table.indexOf(origin);
    const last = rows.at(-1);
    if (last && last[1] === token && last[2] === at) last[1] = token + 1;
    else rows.push([token, token + 1, at]);
  });
  return { nTokens: lines.length, origins: table.origins, tokens: rows };
}

/** The spans a pointer tells of an equal block: the lines its AI tokens begin on. */
export function spansOfTokens(
  map: BlockMap,
  block: Block,
  index: LineIndex,
  {
    origins,
    tokens,
  }: { readonly origins: readonly Origin[]; readonly tokens: readonly TokenRow[] },
): Spans {
  const lines = map.tokenLines(block);
  const byLine = new Map<number, Origin>();
  for (const [start, end, at] of tokens) {
    const origin = origins[at];
    if (origin === undefined) continue;
    for (const line of lines.slice(start, end)) byLine.set(line, origin);
  }
  const pieces = [...byLine]
    .sort(([a], [b]) => a - b)
    .map(
      ([line, origin]): Span => ({
        start: index.startOf(line),
        end: index.startOf(line + 1),
        origin,
      }),
    );
  return joinSpans(pieces);
}

function aiOrigin(index: LineIndex, spans: Spans, line: number): AiOrigin | undefined {
  const { shares, isAi } = lineOrigins(index, spans, line);
  if (!isAi) return undefined;
  const origin = shares.find((share) => share.origin.kind === 'ai')?.origin;
  return origin?.kind === 'ai' ? origin : undefined;
}
