import { blockIdOf, type DocumentView, mainAiOrigin } from '../app/openDocument.ts';
import { type JudgedBlock, toolName } from '../app/judge.ts';
import { assertNever } from '../core/result.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { type Range, toLineRanges } from '../core/text/range.ts';
import type { Origin } from '../core/attribution/origin.ts';
import type { RangeView } from '../protocol/questions.ts';
import type { BlockView, OriginView } from '../protocol/index.ts';

/** The blocks of a document that an editor shows: flagged ones, whatever their status. */
export function shownBlocks({ judged }: DocumentView): readonly JudgedBlock[] {
  return judged.blocks.filter(({ status }) => status.name !== 'exempt');
}

/** A range of offsets in LSP's positions. */
export function rangeOf(index: LineIndex, { start, end }: Range): RangeView {
  const positionOf = (offset: number): RangeView['start'] => {
    const line = index.lineAt(offset);
    return { line, character: offset - index.startOf(line) };
  };
  return { start: positionOf(start), end: positionOf(end) };
}

/** One judged block as plain data in LSP's 0-based lines. */
export function blockView(judged: JudgedBlock): BlockView {
  const { block, facts, status } = judged;
  return {
    id: blockIdOf(judged),
    symbol: block.symbol,
    startLine: block.lines.startLine - 1,
    endLine: block.lines.endLine - 1,
    aiLines: toLineRanges(facts.aiLines).map(({ startLine, endLine }) => [startLine, endLine]),
    status: status.name,
    tool: toolName(mainAiOrigin(judged)),
    signed: status.name === 'verified',
  };
}

/** What the first lens of a block says. */
export function lensTitle(judged: JudgedBlock): string {
  const { status } = judged;
  const changed =
    status.name === 'verified' && status.changedSince ? ' · lines around it changed since' : '';
  return `AI · ${toolName(mainAiOrigin(judged))} · ${status.name}${changed}`;
}

/** An origin as plain data; what is not known is left out. */
export function originView(origin: Origin): OriginView {
  switch (origin.kind) {
    case 'ai': {
      const { kind, tier, at, tool, model, session, by } = origin;
      return {
        kind,
        tier,
        at,
        ...(tool === undefined ? {} : { tool }),
        ...(model === undefined ? {} : { model }),
        ...(session === undefined ? {} : { session }),
        ...(by === undefined ? {} : { by }),
      };
    }
    case 'human':
    case 'pasted': {
      const { kind, at, tier, by } = origin;
      return {
        kind,
        at,
        ...(tier === undefined ? {} : { tier }),
        ...(by === undefined ? {} : { by }),
      };
    }
    case 'editor':
      return { kind: 'editor', at: origin.at };
    case 'unknown': {
      const { kind, observed, at } = origin;
      return {
        kind,
        ...(observed === undefined ? {} : { observed }),
        ...(at === undefined ? {} : { at }),
      };
    }
    default:
      return assertNever(origin);
  }
}
