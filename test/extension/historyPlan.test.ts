import assert from 'node:assert/strict';
import type { HistoryEventView } from '../../server/src/protocol/history.ts';
import { historyRows, relativeTime } from '../../src/show/historyPlan.ts';
import { blockHistory, REVIEW_ID, SIGNED, WRITTEN } from '../support/blockHistory.ts';

const NOW = Date.parse('2026-01-02T12:00:00.000Z');
const at = (time: string): string => `2026-01-02T${time}:00.000Z`;
const rowsOf = (...events: readonly HistoryEventView[]) =>
  historyRows(blockHistory({ events }), NOW);

describe('The rows of a history', () => {
  it('stand newest first, the change since the sign-off above all', () => {
    const events = [WRITTEN, SIGNED];
    const change = {
      nAdded: 1,
      nRemoved: 2,
      origins: [{ kind: 'human' } as const],
      reviewId: REVIEW_ID,
    };
    const rows = historyRows(blockHistory({ events, change, status: 'outdated' }), NOW);
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} | ${description}`),
      [
        'Changed since signed | +1 −2 · by hand',
        'Signed off by Ada Example | 1 hour ago · “read it”',
        'Written by AI | 2 hours ago · github-copilot · 5 lines',
      ],
    );
  });

  it('tell all that is known in the hover, names as plain text', () => {
    const [signed, written] = rowsOf(WRITTEN, {
      ...SIGNED,
      by: '[Ada](command:x) *E*',
      standing: 'holds',
    });
    assert.equal(
      written?.tooltip,
      [
        '**Written by AI**',
        '',
        '- AI: github\\-copilot \\(gpt\\-5\\), accepted by Ada Example \\<ada@example.com\\> on 2026\\-01\\-02 10:00 UTC; the editor itself named the source',
        '- Session s\\-1',
        '- 2026\\-01\\-02 10:00 UTC \\(2 hours ago\\)',
      ].join('\n'),
    );
    assert.match(
      signed?.tooltip ?? '',
      /^\*\*Signed off by \\\[Ada\\\]\\\(command:x\\\) \\\*E\\\*\*\*\n/u,
    );
    assert.match(
      signed?.tooltip ?? '',
      /- Signed above the block\n- Signed on top of commit 0123456789\n/u,
    );
  });

  it('are spoken as one sentence, with what Enter does', () => {
    const [signed, written] = rowsOf(WRITTEN, SIGNED);
    assert.equal(
      signed?.spoken,
      'Signed off by Ada Example, “read it”, 1 hour ago. Press Enter to see what changed since.',
    );
    assert.match(
      written?.spoken ?? '',
      /5 lines, 2 hours ago\. Press Enter to go to the block\.$/u,
    );
  });

  it('are copied as one line with the exact time', () => {
    const [written] = rowsOf({ ...WRITTEN, origin: { kind: 'ai', tier: 'command' } });
    assert.equal(
      written?.copied,
      '2026-01-02 10:00 UTC · Written by AI · unknown tool · 5 lines · AI: unknown tool; the accept command was observed',
    );
  });

  it('say where code was carried from', () => {
    const committed = { kind: 'committed', codeHash: `sha256:${'ab'.repeat(32)}` } as const;
    const rows = rowsOf(
      { ...committed, at: at('09:00'), path: 'src/old.ts', symbol: 'parsePrice' },
      { ...committed, at: at('09:30'), path: 'src/price.ts', symbol: 'parse' },
      { ...SIGNED, path: 'src/old.ts' },
    );
    assert.deepEqual(
      rows.map(({ description }) => description),
      [
        '1 hour ago · at src/old.ts parsePrice · “read it”',
        '2 hours ago · at parse',
        '3 hours ago · at src/old.ts parsePrice',
      ],
    );
    assert.deepEqual(
      rows.map(({ action }) => action.kind),
      ['compare', 'commit', 'commit'],
    );
  });

  it('have a label and an icon of their own for every kind', () => {
    const by = 'Ada Example';
    const edited = (kind: 'human' | 'pasted' | 'editor' | 'unknown', observed?: string) =>
      ({
        kind: 'edited',
        at: at('09:00'),
        origin: { kind, ...(observed === undefined ? {} : { observed }) },
        nLines: 1,
      }) as const;
    const rows = rowsOf(
      { kind: 'withdrawn', at: at('09:00'), by },
      { ...SIGNED, standing: 'holds' },
      { kind: 'stated', at: at('09:00'), by, as: 'human' },
      { kind: 'removed', at: at('09:00'), what: 'guard' },
      edited('unknown', 'disk'),
      edited('unknown'),
      edited('editor'),
      edited('pasted'),
      edited('human'),
    );
    assert.deepEqual(
      rows.map(({ icon, label }) => `${icon}: ${label}`),
      [
        'edit: Typed by hand',
        'clippy: Pasted from outside',
        'wand: Edited by the editor itself',
        'question: Changed, nobody knows by whom',
        'question: Changed on disk',
        'diff-removed: AI took a guard away',
        'comment: Ada Example said: this was me',
        'verified-filled: Signed off by Ada Example',
        'discard: Ada Example withdrew the sign-off',
      ],
    );
  });

  it('have ids of their own, also at one moment, and the same after a refresh', () => {
    const ids = rowsOf(WRITTEN, WRITTEN, WRITTEN).map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
    assert.deepEqual(
      historyRows(blockHistory({ events: [WRITTEN, WRITTEN, WRITTEN] }), NOW + 99_999).map(
        ({ id }) => id,
      ),
      ids,
    );
  });
});

describe('How long ago', () => {
  for (const [then, words] of [
    ['2026-01-02T12:00:30.000Z', 'just now'],
    ['2026-01-02T11:59:01.000Z', 'just now'],
    ['2026-01-02T11:59:00.000Z', '1 minute ago'],
    ['2026-01-02T10:30:00.000Z', '1 hour ago'],
    ['2026-01-01T11:00:00.000Z', '1 day ago'],
    ['2025-11-15T12:00:00.000Z', '1 month ago'],
    ['2023-01-01T12:00:00.000Z', '3 years ago'],
  ] as const) {
    it(`${then} is ${words}`, () => {
      assert.equal(relativeTime(then, NOW), words);
    });
  }
});
