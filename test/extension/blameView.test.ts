import assert from 'node:assert/strict';
import type { BlameResult, OriginView } from '../../server/src/protocol/index.ts';
import { annotationsOf, BLAME_WIDTH, shiftedRows } from '../../src/show/blamePlan.ts';
import { createBlameView } from '../../src/show/blameView.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';
import type { FakeDocument, FakeEditor } from '../support/fakeVscode.ts';
import { actSetUp } from './actSetUp.ts';

const URI = 'file:///w/price.ts';
const AT = '2026-01-02T03:04:05.678Z';
const HUMAN: OriginView = { kind: 'human', at: AT };
const AI: OriginView = { kind: 'ai', tier: 'platform', tool: 'github-copilot', at: AT };
const PASTED: OriginView = { kind: 'pasted', at: AT };
const DISK: OriginView = { kind: 'unknown', observed: 'disk' };

/** A view on four lines; what the server tells is `rows`, of the version it is asked at. */
function setUp(rows: readonly (readonly OriginView[])[] = [[HUMAN], [AI], [AI], [PASTED]]) {
  const shared = actSetUp(URI, 'one\ntwo\nthree\nfour');
  const timers = createFakeTimers();
  const asked: string[] = [];
  const answer = { rows, isTracked: true, version: (document: FakeDocument) => document.version };
  shared.server.blame = ({ uri }): Promise<BlameResult> => {
    asked.push(uri);
    if (!answer.isTracked) return Promise.resolve({});
    const document = shared.fake.documents.find((one) => one.uri.toString() === uri);
    assert.ok(document);
    return Promise.resolve({ version: answer.version(document), lines: answer.rows });
  };
  const view = createBlameView(shared.fake.api, shared.store, {
    server: shared.context.server,
    schedule: timers.schedule,
    log: () => undefined,
  });
  /** Lets time pass, and the server's answers arrive. */
  const pass = async (ms: number) => {
    timers.advance(ms);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const show = async () => {
    await view.toggle();
    await pass(0);
  };
  return { ...shared, view, answer, asked, pass, show };
}

function texts(editor: FakeEditor | undefined): readonly string[] {
  const [shown] = [...(editor?.annotations.values() ?? [])];
  return (shown ?? []).map((one) => one.split('|')[1]?.trim() ?? '');
}

function contextOf(fake: ReturnType<typeof setUp>['fake']): unknown {
  const told = fake.executed.findLast(
    ({ id, args }) => id === 'setContext' && args[0] === 'countersign.showsBlame',
  );
  return told?.args[1];
}

describe('The words before lines', () => {
  const labels = (...rows: readonly (readonly OriginView[])[]) =>
    annotationsOf(rows, rows.length).map(({ text }) => text);

  it('tell kind and tool, once for lines of one origin', () => {
    assert.deepEqual(labels([HUMAN], [AI], [AI], [PASTED], [DISK], [{ kind: 'unknown' }]), [
      'human',
      'ai github-copilot',
      '',
      'pasted',
      'unknown disk',
      'unknown',
    ]);
  });

  it('tell the kinds of a line that has several', () => {
    const stated: OriginView = { ...HUMAN, tier: 'stated' };
    assert.deepEqual(labels([AI, HUMAN], [HUMAN, AI, DISK], [HUMAN, stated]), [
      'mixed ai+human',
      'mixed human+ai+unknown',
      'human',
    ]);
  });

  it('are cut at the width that all of them have', () => {
    assert.deepEqual(labels([{ ...AI, tool: 'some-long-publisher.completions' }]), [
      'ai completions',
    ]);
    const [label = ''] = labels([{ ...AI, tool: 'maker.a-very-long-name-of-an-extension' }]);
    assert.ok(label.startsWith('ai a-very-long-'));
    assert.equal(label.length, BLAME_WIDTH);
    assert.ok(label.endsWith('…'));
  });

  it('are empty where nothing is known yet, up to the last line', () => {
    assert.deepEqual(
      annotationsOf([[HUMAN], undefined, [AI]], 5).map(({ text }) => text),
      ['human', '', 'ai github-copilot', '', ''],
    );
  });

  it('keep to their lines when lines come and go', () => {
    const rows = [[HUMAN], [AI], [PASTED], [DISK]];
    const at = (startLine: number, startCharacter: number, endLine: number, text: string) =>
      shiftedRows(rows, [{ startLine, startCharacter, endLine, text }]);
    assert.deepEqual(at(1, 3, 1, '\n  '), [[HUMAN], [AI], undefined, [PASTED], [DISK]]);
    assert.deepEqual(at(1, 0, 1, '\n'), [[HUMAN], undefined, [AI], [PASTED], [DISK]]);
    assert.deepEqual(at(1, 0, 3, ''), [[HUMAN], [AI]]);
    assert.deepEqual(at(0, 0, 3, 'all\nnew\nbut\nsame'), rows, 'as a formatter replaces them');
  });

  it('keep to their lines when several places change at once, told from the last', () => {
    const change = (startLine: number) => ({
      startLine,
      startCharacter: 1,
      endLine: startLine,
      text: '\n',
    });
    assert.deepEqual(shiftedRows([[HUMAN], [AI]], [change(1), change(0)]), [
      [HUMAN],
      undefined,
      [AI],
      undefined,
    ]);
  });
});

describe('The view of who wrote each line', () => {
  it('shows every line’s origin in theme colors, and goes without a trace', async () => {
    const { show, view, editor, fake } = setUp();
    await show();
    assert.deepEqual(
      [...editor.annotations.values()],
      [
        [
          '0|human|countersign.originForeground',
          '1|ai github-copilot|countersign.originAiForeground',
          '2| |countersign.originAiForeground',
          '3|pasted|countersign.originForeground',
        ],
      ],
    );
    assert.equal(contextOf(fake), true);
    await view.toggle();
    assert.deepEqual(texts(editor), []);
    assert.equal(contextOf(fake), false);
  });

  it('tells in a hover on each line all that is known, and reads names as text', async () => {
    const by = 'Sam *Sample* <sam@example.org>';
    const { show, editor } = setUp([
      [{ ...AI, model: 'gpt-5', by }],
      [{ kind: 'human', tier: 'stated', at: AT, by }],
      [HUMAN, DISK],
      [{ kind: 'pasted', tier: 'stated', at: AT, by }],
    ]);
    await show();
    const who = 'Sam \\*Sample\\* \\<sam@example.org\\>';
    const when = '2026\\-01\\-02 03:04 UTC';
    assert.deepEqual(
      [...editor.hovers.values()],
      [
        [
          `0|**Countersign** · AI: github\\-copilot \\(gpt\\-5\\), accepted by ${who} on ${when}; the editor itself named the source`,
          `1|**Countersign** · Human, said by ${who} on ${when}`,
          `2|**Countersign**\n- Human: typed on ${when}\n- Unknown: it changed on disk`,
          `3|**Countersign** · From documentation or the web, said by ${who} on ${when}`,
        ],
      ],
    );
  });

  it('is not painted again while a person types within a line', async () => {
    const { show, pass, document, editor, asked } = setUp();
    await show();
    const nPaints = editor.painted.length;
    for (let nKeys = 0; nKeys < 5; nKeys += 1) {
      document.change({ texts: ['x'], ranges: [[1, 3, 1, 3]] });
      await pass(100);
    }
    assert.equal(asked.length, 1, 'the server is asked when the typing pauses');
    await pass(250);
    assert.equal(asked.length, 2);
    assert.equal(editor.painted.length, nPaints, 'and what it told was there already');
  });

  it('gives a new line its empty place at once, and the words when the server tells', async () => {
    const { show, pass, document, editor, answer } = setUp();
    await show();
    const text = 'one\n\ntwo\nthree\nfour';
    document.change({ texts: ['\n'], text, ranges: [[0, 3, 0, 3]] });
    assert.deepEqual(texts(editor), ['human', '', 'ai github-copilot', '', 'pasted']);
    answer.rows = [[HUMAN], [DISK], [AI], [AI], [PASTED]];
    await pass(250);
    assert.deepEqual(texts(editor), ['human', 'unknown disk', 'ai github-copilot', '', 'pasted']);
  });

  it('does not paint what the server told about another version, but asks again', async () => {
    const { show, pass, editor, answer, asked } = setUp();
    answer.version = ({ version }) => version - 1;
    await show();
    assert.deepEqual(texts(editor), []);
    answer.version = ({ version }) => version;
    await pass(250);
    assert.equal(asked.length, 2);
    assert.equal(texts(editor).length, 4);
  });

  it('drops an answer that an edit overtook', async () => {
    const { show, pass, editor, document, answer } = setUp();
    answer.version = (one) => {
      queueMicrotask(() => document.change({ texts: ['x'], ranges: [[0, 0, 0, 0]] }));
      return one.version;
    };
    await show();
    assert.deepEqual(texts(editor), []);
    answer.version = ({ version }) => version;
    await pass(250);
    assert.equal(texts(editor).length, 4);
  });

  it('follows what becomes known without an edit', async () => {
    const { show, pass, editor, answer, push } = setUp();
    await show();
    answer.rows = [[HUMAN], [HUMAN], [HUMAN], [HUMAN]];
    push(1, []);
    await pass(250);
    assert.deepEqual(texts(editor), ['human', '', '', '']);
  });

  it('goes when the server goes, and comes back with it', async () => {
    const { show, pass, editor, store, push } = setUp();
    push(1, []);
    await show();
    store.clear();
    assert.deepEqual(texts(editor), []);
    push(1, []);
    await pass(250);
    assert.equal(texts(editor).length, 4);
  });

  it('follows the editors that are shown, untitled ones too', async () => {
    const { show, pass, fake, document, asked } = setUp();
    await show();
    const other = fake.open('untitled:Untitled-1', 'a\nb\nc\nd');
    const [second, first] = fake.show(other, document);
    await pass(0);
    assert.equal(texts(first).length, 4);
    assert.equal(texts(second).length, 4);
    fake.show(other);
    const [again] = fake.show(document);
    assert.notEqual(again, first, 'an editor of its own');
    assert.equal(texts(again).length, 4);
    assert.deepEqual(asked, [URI, 'untitled:Untitled-1']);
  });

  it('asks nothing for documents that nobody looks at, until they are shown again', async () => {
    const { show, pass, fake, document, asked } = setUp();
    await show();
    fake.show();
    document.change({ texts: ['x'] });
    await pass(1000);
    assert.equal(asked.length, 1);
    const [again] = fake.show(document);
    await pass(0);
    assert.equal(texts(again).length, 4);
  });

  it('says once that a document is not tracked', async () => {
    const { show, pass, fake, document, answer, editor } = setUp();
    answer.isTracked = false;
    await show();
    document.change({ texts: ['x'] });
    await pass(250);
    assert.deepEqual(fake.said, [
      'status: Countersign does not track this document, so nobody knows who wrote its lines.',
    ]);
    assert.deepEqual(texts(editor), []);
  });

  it('does not ask the server about what is no code', async () => {
    const { show, fake, asked } = setUp();
    fake.show(fake.open('output:log', 'words'));
    await show();
    assert.deepEqual(asked, []);
    assert.match(fake.said.join(), /does not track/u);
  });

  it('stays off when the server cannot be had, and the caller hears why', async () => {
    const { fake, store } = actSetUp(URI, '');
    const view = createBlameView(fake.api, store, {
      server: () => Promise.reject(new Error('not running')),
      schedule: createFakeTimers().schedule,
      log: () => undefined,
    });
    await assert.rejects(view.toggle(), /not running/u);
    assert.notEqual(contextOf(fake), true);
  });

  it('asks nothing any more once it is off', async () => {
    const { show, view, pass, document, asked, editor } = setUp();
    await show();
    document.change({ texts: ['x'] });
    view.dispose();
    document.change({ texts: ['x'] });
    await pass(1000);
    assert.equal(asked.length, 1);
    assert.deepEqual(texts(editor), []);
  });
});
