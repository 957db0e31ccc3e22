import assert from 'node:assert/strict';
import type { HistoryParams, HistoryResult } from '../../server/src/protocol/history.ts';
import {
  compareHistory,
  copyHistoryEntry,
  goToHistoryBlock,
  openHistory,
  openHistoryCommit,
} from '../../src/act/history.ts';
import { createReviewedTexts } from '../../src/act/reviewedText.ts';
import {
  createHistoryView,
  HISTORY_AGING_MS,
  HISTORY_CONTEXT,
  HISTORY_DELAY_MS,
} from '../../src/show/historyView.ts';
import { blockHistory, REVIEW_ID, SIGNED, WRITTEN } from '../support/blockHistory.ts';
import { blockView } from '../support/blockViews.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';
import { actSetUp } from './actSetUp.ts';

const URI = 'file:///w/src/price.ts';
const NOW = Date.parse('2026-01-02T12:00:00.000Z');
const CODE = { kind: 'committed', path: 'src/price.ts', symbol: 'parsePrice' } as const;
const COMMITTED = { ...CODE, at: '2026-01-02T10:30:00.000Z', codeHash: 'sha256:abc' };

function setUp() {
  const shared = actSetUp(URI, 'one\n\nfunction a() {\n  new;\n}\nlast');
  const timers = createFakeTimers();
  const asked: HistoryParams[] = [];
  const tokens: { readonly isCancellationRequested: boolean }[] = [];
  const now = { ms: NOW };
  const answers: { next: HistoryResult | Error } = { next: blockHistory() };
  shared.server.history = (params, token) => {
    asked.push(params);
    tokens.push(token);
    const { next } = answers;
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const view = createHistoryView(shared.fake.api, shared.store, {
    server: shared.context.server,
    schedule: timers.schedule,
    nowMs: () => now.ms,
    log: () => undefined,
  });
  const texts = createReviewedTexts(shared.fake.api);
  const pass = async (ms: number) => {
    timers.advance(ms);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const labels = () => shared.fake.tree.items().map(({ label }) => label);
  const state = () =>
    shared.fake.executed.findLast(
      ({ id, args }) => id === 'setContext' && args[0] === HISTORY_CONTEXT,
    )?.args[1];
  return { ...shared, view, texts, asked, tokens, answers, now, pass, labels, state };
}

describe('The history view', () => {
  it('opens in front for the block that a lens means, with its name and place', async () => {
    const { context, view, push, fake, asked, labels, state } = setUp();
    push(1, [blockView({ id: 'b', startLine: 2, endLine: 4 })]);
    await openHistory(context, view, { uri: URI, version: 1, blockId: 'b' });
    assert.deepEqual(asked, [{ uri: URI, line: 2, symbol: 'parsePrice' }]);
    assert.equal(fake.tree.visible, true);
    assert.equal(fake.tree.title, 'parsePrice · history');
    assert.equal(fake.tree.message, 'parsePrice · src/price.ts:3 · unverified');
    assert.deepEqual(labels(), ['Written by AI']);
    assert.equal(state(), 'block');
  });

  it('opens for the caret without a lens, and for what a hover names', async () => {
    const { context, view, editor, asked } = setUp();
    editor.selection = { active: { line: 3, character: 1 } };
    await openHistory(context, view, undefined);
    await openHistory(context, view, { uri: URI, version: 1, line: 2, symbol: 'a' });
    assert.deepEqual(asked, [
      { uri: URI, line: 3 },
      { uri: URI, line: 2, symbol: 'a' },
    ]);
  });

  it('opens empty, with words on what it is, when there is no editor', async () => {
    const { context, view, fake, document, asked, labels, state } = setUp();
    fake.close(document);
    await openHistory(context, view, undefined);
    assert.equal(fake.tree.visible, true);
    assert.deepEqual([asked, labels(), state()], [[], [], undefined]);
  });

  for (const why of ['noAi', 'noBlock', 'untracked', 'off', 'excluded'] as const) {
    it(`shows no rows and tells its welcome text why: ${why}`, async () => {
      const { context, view, answers, fake, labels, state } = setUp();
      await openHistory(context, view, undefined);
      answers.next = { kind: 'none', why };
      await view.refresh();
      assert.deepEqual(labels(), []);
      assert.equal(state(), why);
      assert.equal(fake.tree.title, 'price.ts · history');
      // The editor shows a message in place of those words.
      assert.equal(fake.tree.message, '');
    });
  }

  it('says that the server is away, and is whole again at the next try', async () => {
    const { context, view, answers, labels, state } = setUp();
    answers.next = new Error('The Countersign server is not running.');
    await openHistory(context, view, undefined);
    assert.deepEqual([labels(), state()], [[], 'away']);
    answers.next = blockHistory();
    await view.refresh();
    assert.equal(state(), 'block');
  });

  it('says what cannot be known outside git, and in a workspace that is not trusted', async () => {
    const { context, view, answers, fake } = setUp();
    answers.next = blockHistory({ isOutsideGit: true });
    await openHistory(context, view, undefined);
    assert.match(fake.tree.message, /in no git repository/u);
    fake.trust(false);
    await view.refresh();
    assert.match(fake.tree.message, /not trusted/u);
    fake.trust(true);
    answers.next = blockHistory();
    await view.refresh();
    assert.equal(fake.tree.message, 'parsePrice · src/price.ts:3 · unverified');
  });

  it('asks once after a pause when the document’s blocks are told anew, by the block’s name', async () => {
    const { context, view, push, asked, answers, pass, labels } = setUp();
    await openHistory(context, view, undefined);
    answers.next = blockHistory({ startLine: 9, events: [WRITTEN, SIGNED] });
    for (const version of [2, 3, 4]) push(version, [blockView()]);
    await pass(HISTORY_DELAY_MS - 1);
    assert.equal(asked.length, 1);
    await pass(1);
    assert.deepEqual(asked.slice(1), [{ uri: URI, line: 2, symbol: 'parsePrice' }]);
    assert.deepEqual(labels(), ['Signed off by Ada Example', 'Written by AI']);
    push(5, [blockView()]);
    await pass(HISTORY_DELAY_MS);
    assert.equal(asked.at(-1)?.line, 9, 'where it was last');
  });

  it('asks nothing while nobody sees it, for other documents, and for a closed one', async () => {
    const { context, view, push, store, fake, asked, pass, document, labels } = setUp();
    await openHistory(context, view, undefined);
    store.accept({ uri: 'file:///w/other.ts', version: 1, blocks: [] }, () => undefined);
    await pass(HISTORY_DELAY_MS);
    fake.tree.setVisible(false);
    push(2, []);
    await pass(HISTORY_DELAY_MS);
    assert.equal(asked.length, 1);
    fake.tree.setVisible(true);
    await pass(0);
    assert.equal(asked.length, 2, 'it is brought up to date when it is seen again');
    fake.close(document);
    store.forget(URI);
    await pass(HISTORY_DELAY_MS);
    assert.equal(asked.length, 2);
    assert.equal(labels().length, 1, 'what is known stays');
  });

  it('gives up what it asked before, and shows only the last answer', async () => {
    const { view, server, tokens, labels } = setUp();
    const pending: ((result: HistoryResult) => void)[] = [];
    server.history = (_params, token) => {
      tokens.push(token);
      return new Promise((resolve) => pending.push(resolve));
    };
    const turns = async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    };
    const first = view.open({ uri: URI, line: 0 });
    await turns();
    const second = view.open({ uri: URI, line: 3 });
    await turns();
    assert.deepEqual(
      tokens.map(({ isCancellationRequested }) => isCancellationRequested),
      [true, false],
    );
    pending[1]?.(blockHistory({ events: [SIGNED] }));
    pending[0]?.(blockHistory({ events: [WRITTEN] }));
    await Promise.all([first, second]);
    assert.deepEqual(labels(), ['Signed off by Ada Example']);
  });

  it('keeps its times true', async () => {
    const { context, view, fake, now, pass } = setUp();
    await openHistory(context, view, undefined);
    const description = () => fake.tree.items()[0]?.description;
    assert.equal(description(), '2 hours ago · github-copilot · 5 lines');
    now.ms += 60 * 60_000;
    await pass(HISTORY_AGING_MS);
    assert.equal(description(), '3 hours ago · github-copilot · 5 lines');
  });
});

describe('What a row of the history offers', () => {
  it('is what Enter runs, and what a menu knows it by', async () => {
    const { context, view, answers, fake } = setUp();
    answers.next = blockHistory({ events: [WRITTEN, COMMITTED, SIGNED] });
    await openHistory(context, view, undefined);
    assert.deepEqual(
      fake.tree.items().map(({ contextValue, command }) => [contextValue, command?.command]),
      [
        ['signed', 'countersign.compareHistory'],
        ['committed', 'countersign.openHistoryCommit'],
        ['written', 'countersign.goToHistoryBlock'],
      ],
    );
  });

  const compared = (fake: ReturnType<typeof setUp>['fake']) =>
    fake.executed.filter(({ id }) => id === 'vscode.diff').map(({ args }) => args[2]);

  it('is a diff from the text of that very review', async () => {
    const { context, view, texts, answers, server, fake } = setUp();
    answers.next = blockHistory({ startLine: 2, endLine: 4, events: [WRITTEN, SIGNED] });
    await openHistory(context, view, undefined);
    const wanted: unknown[] = [];
    server.reviewed = (params) => {
      wanted.push(params);
      return Promise.resolve({ text: 'function a() {\n  old;\n}', by: 'Ada', at: SIGNED.at });
    };
    const [row] = fake.tree.items();
    await compareHistory(context, view, texts, row?.command?.arguments?.[0]);
    assert.deepEqual(wanted, [{ uri: URI, version: 1, blockId: 'block-2', reviewId: REVIEW_ID }]);
    assert.deepEqual(compared(fake), ['parsePrice: reviewed by Ada on 2026-01-02 ↔ now']);
  });

  it('is a sentence where nothing changed, or nobody has the reviewed text', async () => {
    const { context, view, texts, answers, server, fake } = setUp();
    answers.next = blockHistory({ startLine: 2, endLine: 4, events: [SIGNED] });
    await openHistory(context, view, undefined);
    server.reviewed = () => Promise.resolve({ text: 'function a() {\n  new;\n}' });
    await compareHistory(context, view, texts, undefined);
    server.reviewed = () => Promise.resolve({});
    await compareHistory(context, view, texts, undefined);
    assert.deepEqual(compared(fake), []);
    assert.match(fake.said[0] ?? '', /Nothing changed/u);
    assert.match(fake.said[1] ?? '', /not in this clone/u);
  });

  it('is the commit in the git extension, else its id in the clipboard', async () => {
    const { context, view, answers, server, fake } = setUp();
    answers.next = blockHistory({ events: [WRITTEN, COMMITTED] });
    await openHistory(context, view, undefined);
    server.historyCommit = () => Promise.resolve({ commit: 'c0ffee', subject: 'Parse prices' });
    await openHistoryCommit(context, view, undefined);
    assert.equal(fake.clipboard.text, 'c0ffee');
    assert.match(fake.said.join(), /clipboard: c0ffee “Parse prices”/u);
    fake.api.commands.registerCommand('git.viewCommit', () => undefined);
    await openHistoryCommit(context, view, undefined);
    const [opened] = fake.executed.filter(({ id }) => id === 'git.viewCommit');
    assert.deepEqual(opened?.args.map(String), [URI, 'c0ffee']);
    server.historyCommit = () => Promise.resolve({});
    await openHistoryCommit(context, view, undefined);
    assert.match(fake.said.at(-1) ?? '', /No commit/u);
    fake.trust(false);
    await openHistoryCommit(context, view, undefined);
    assert.match(fake.said.at(-1) ?? '', /not trusted/u);
  });

  it('is a line of text, and the way to the block', async () => {
    const { context, view, fake, store, document } = setUp();
    await openHistory(context, view, undefined);
    await copyHistoryEntry(context, view, undefined);
    assert.match(fake.clipboard.text, /^2026-01-02 10:00 UTC · Written by AI · github-copilot/u);
    fake.close(document);
    store.forget(URI);
    await goToHistoryBlock(context, view);
    assert.equal(fake.api.window.activeTextEditor?.document.uri.toString(), URI);
  });

  it('is nothing before a history is open', async () => {
    const { context, view, texts, fake } = setUp();
    await goToHistoryBlock(context, view);
    await compareHistory(context, view, texts, { id: 'signed' });
    await openHistoryCommit(context, view, 'no row');
    await copyHistoryEntry(context, view, undefined);
    assert.equal(fake.said.length, 4);
    assert.match(fake.said.join(), /Choose an entry/u);
  });
});
