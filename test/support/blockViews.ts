import type { BlockView } from '../../server/src/protocol/index.ts';

/** A flagged block of three AI lines; a test names only what it is about. */
export function blockView(options: Partial<BlockView> = {}): BlockView {
  const startLine = options.startLine ?? 2;
  const endLine = options.endLine ?? startLine + 2;
  return {
    id: `block-${startLine}`,
    symbol: 'parsePrice',
    startLine,
    endLine,
    aiLines: [[startLine, endLine]],
    status: 'unverified',
    tool: 'maker.completions',
    signed: false,
    ...options,
  };
}
