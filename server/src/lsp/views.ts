import { blockIdOf, type DocumentView, mainAiOrigin } from '../app/documents.ts';
import { type JudgedBlock, toolName } from '../app/judge.ts';
import { toLineRanges } from '../core/text/range.ts';
import type { BlockView } from '../protocol/index.ts';

/** The blocks of a document that an editor shows: flagged ones, whatever their status. */
export function shownBlocks({ judged }: DocumentView): readonly JudgedBlock[] {
  return judged.blocks.filter(({ status }) => status.name !== 'exempt');
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
