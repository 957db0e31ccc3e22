import type {
  BlockHistoryView,
  HistoryEventView,
  SignedView,
} from '../../server/src/protocol/history.ts';

export const REVIEW_ID = '2026-01-02T11:00:00.000Z ada@example.com';

export const WRITTEN: Extract<HistoryEventView, { kind: 'written' | 'edited' }> = {
  kind: 'written',
  at: '2026-01-02T10:00:00.000Z',
  origin: {
    kind: 'ai',
    tier: 'platform',
    at: '2026-01-02T10:00:00.000Z',
    tool: 'github-copilot',
    model: 'gpt-5',
    session: 's-1',
    by: 'Ada Example <ada@example.com>',
  },
  nLines: 5,
};

export const SIGNED: SignedView = {
  kind: 'signed',
  at: '2026-01-02T11:00:00.000Z',
  by: 'Ada Example',
  via: 'lens',
  note: 'read it',
  path: 'src/price.ts',
  symbol: 'parsePrice',
  base: '0123456789abcdef',
  reviewId: REVIEW_ID,
  standing: 'other',
};

/** The history of one block; a test names only what it is about. */
export function blockHistory(options: Partial<BlockHistoryView> = {}): BlockHistoryView {
  return {
    kind: 'block',
    version: 1,
    blockId: 'block-2',
    path: 'src/price.ts',
    symbol: 'parsePrice',
    startLine: 2,
    endLine: 6,
    status: 'unverified',
    events: [WRITTEN],
    isOutsideGit: false,
    ...options,
  };
}
