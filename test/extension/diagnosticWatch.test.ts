import assert from 'node:assert/strict';
import type { BlockView } from '../../server/src/protocol/index.ts';
import type { DiagnosedParams } from '../../server/src/protocol/questions.ts';
import { createDiagnosticWatch, DIAGNOSED_MS } from '../../src/sense/diagnosticWatch.ts';
import { createBlockStore } from '../../src/show/blockStore.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';
import { createFakeVscode, type FakeDiagnostic } from '../support/fakeVscode.ts';

const URI = 'file:///w/a.ts';
const TEXT = Array.from({ length: 200 }, (_, line) => `line${line}();`).join('\n');
const ERROR: FakeDiagnostic = { line: 2, source: 'ts', code: 2339, message: 'no such member' };
const BLOCK: BlockView = {
  ...{ id: '1', symbol: 'parse', startLine: 1, endLine: 9, aiLines: [[1, 9]] },
  ...{ status: 'unverified', tool: 'sample.assistant', signed: false },
};

function setUp() {
  const fake = createFakeVscode();
  const timers = createFakeTimers();
  const blocks = createBlockStore(timers.schedule);
  const sent: DiagnosedParams[] = [];
  const watch = createDiagnosticWatch(fake.api, {
    ...{ blocks, schedule: timers.schedule },
    send: (params) => sent.push(params),
  });
  const document = fake.open(URI, TEXT);
  const judge = (views: readonly BlockView[] = [BLOCK]) =>
    blocks.accept({ uri: URI, version: document.version, blocks: views }, () => undefined);
  const edit = (text: string) => {
    document.change({ texts: ['x'], text });
    judge();
  };
  const wait = () => timers.advance(DIAGNOSED_MS);
  const words = () =>
    sent.map(({ version, items }) => [version, ...items.map((one) => one.message)]);
  return { fake, timers, blocks, sent, watch, document, judge, edit, wait, words };
}

describe('Diagnostics of other extensions', () => {
  it('are told of a document with AI blocks, once it stands still', () => {
    const { fake, timers, sent, document, judge, wait } = setUp();
    judge();
    fake.publish(document, [ERROR]);
    timers.advance(DIAGNOSED_MS - 1);
    assert.deepEqual(sent, []);
    wait();
    const at = { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } };
    const item = {
      range: at,
      kind: 'error',
      source: 'ts',
      code: '2339',
      message: 'no such member',
    };
    assert.deepEqual(sent, [{ uri: URI, version: 1, items: [item] }]);
    fake.publish(document, [ERROR]);
    wait();
    assert.equal(sent.length, 1, 'nothing is told twice');
  });

  it('are not told of documents without AI blocks, or closed meanwhile', () => {
    const { fake, sent, document, judge, wait, blocks } = setUp();
    judge([]);
    fake.publish(document, [ERROR]);
    wait();
    judge();
    fake.close(document);
    blocks.forget(URI);
    wait();
    assert.deepEqual(sent, []);
  });

  it('are told of when the block is shown only after they were published', () => {
    const { fake, document, judge, wait, words } = setUp();
    fake.publish(document, [ERROR]);
    judge();
    wait();
    assert.deepEqual(words(), [[1, 'no such member']]);
  });

  it('are errors and deprecations, with their code in any form, and never our own', () => {
    const { fake, sent, document, judge, wait } = setUp();
    judge();
    const target = fake.api.Uri.parse('https://example.org/rule');
    fake.publish(document, [
      { line: 1, severity: 1, source: 'eslint', message: 'a warning' },
      { line: 1, severity: 0, source: 'countersign', message: 'ours' },
      { line: 3, severity: 3, tags: [2], source: 'ts', code: 6385, message: 'old' },
      { line: 4, severity: 3, tags: [1], source: 'ts', message: 'not used' },
      { line: 5, code: { value: 'no-undef', target }, message: 'nameless' },
    ]);
    wait();
    assert.deepEqual(
      sent[0]?.items.map(({ kind, source, code, message }) => [kind, source, code, message]),
      [
        ['error', undefined, 'no-undef', 'nameless'],
        ['deprecated', 'ts', '6385', 'old'],
      ],
    );
  });

  it('are told to be gone, and only by who had told of some', () => {
    const { fake, document, judge, wait, words } = setUp();
    judge();
    fake.publish(document, [{ line: 1, source: 'countersign', message: 'ours' }]);
    wait();
    assert.deepEqual(words(), [], 'what is remembered stays until others have looked');
    fake.publish(document, [ERROR]);
    wait();
    fake.publish(document, []);
    wait();
    assert.deepEqual(words(), [[1, 'no such member'], [1]]);
  });

  it('wait for a pause in typing, and then for no end of news', () => {
    const { fake, timers, document, judge, edit, sent, words } = setUp();
    judge();
    fake.publish(document, [ERROR]);
    for (let i = 0; i < 5; i++) {
      timers.advance(DIAGNOSED_MS / 2);
      edit(`${TEXT}${i}`);
    }
    assert.deepEqual(words(), []);
    for (let i = 0; i < 5; i++) {
      timers.advance(DIAGNOSED_MS / 4);
      fake.publish(document, [{ ...ERROR, message: `round ${i}` }]);
    }
    assert.deepEqual(words(), [[6, 'round 2']]);
    assert.equal(sent.length, 1);
  });

  it('are left out while they are older than their line', () => {
    const { fake, document, judge, edit, wait, words } = setUp();
    judge();
    fake.publish(document, [ERROR, { ...ERROR, line: 0, message: 'above' }]);
    wait();
    const [first = '', ...rest] = TEXT.split('\n');
    edit([first, 'inserted();', ...rest].join('\n'));
    wait();
    fake.publish(document, [{ ...ERROR, line: 3 }]);
    wait();
    assert.deepEqual(words(), [
      [1, 'no such member', 'above'],
      [2, 'above'],
      [2, 'no such member'],
    ]);
  });

  it('are fifty at most: those in blocks first, then errors, then the upper ones', () => {
    const { fake, document, judge, wait, sent } = setUp();
    judge();
    const many = Array.from({ length: 199 }, (_, line) => ({ ...ERROR, line, message: `${line}` }));
    fake.publish(document, [
      { ...ERROR, line: 500, message: 'behind the end' },
      ...many.map((one) => ({ ...one, severity: 3, tags: [2], message: `old ${one.line}` })),
      ...many,
    ]);
    wait();
    const messages = sent[0]?.items.map(({ message }) => message) ?? [];
    assert.equal(messages.length, 50);
    assert.deepEqual(
      [messages[0], messages[8], messages[9], messages[17], messages[18], messages[19]],
      ['1', '9', 'old 1', 'old 9', '0', '10'],
    );
  });

  it('are told anew after the server went away, and never after the end', () => {
    const { fake, document, blocks, judge, wait, words, watch } = setUp();
    judge();
    fake.publish(document, [ERROR]);
    wait();
    blocks.clear();
    judge();
    wait();
    assert.deepEqual(words(), [
      [1, 'no such member'],
      [1, 'no such member'],
    ]);
    fake.publish(document, [{ ...ERROR, message: 'another' }]);
    watch.dispose();
    wait();
    assert.equal(words().length, 2);
  });
});
