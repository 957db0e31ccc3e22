import assert from 'node:assert/strict';
import type { AttestParams, AttestResult, BlockView } from '../../server/src/protocol/index.ts';
import type { ActContext } from '../../src/act/context.ts';
import { goToNeighbor, whereAmI } from '../../src/act/navigate.ts';
import { signOff, unsign } from '../../src/act/sign.ts';
import { scheduleWithTimer } from '../../src/lifetime.ts';
import { createBlockStore } from '../../src/show/blockStore.ts';
import { blockView } from '../support/blockViews.ts';
import { createFakeVscode } from '../support/fakeVscode.ts';

const URI = 'file:///w/price.ts';
const LENS = { uri: URI, version: 1, blockId: 'block-2' };

function setUp() {
  const fake = createFakeVscode();
  const store = createBlockStore(scheduleWithTimer);
  const asked: AttestParams[] = [];
  const results: (AttestResult | (() => AttestResult))[] = [];
  const document = fake.open(URI, 'line\n'.repeat(30));
  const [editor] = fake.show(document);
  assert.ok(editor);
  const context: ActContext = {
    api: fake.api,
    store,
    server: () =>
      Promise.resolve({
        start: () => Promise.resolve(),
        stop: () => Promise.resolve(),
        signal: () => Promise.resolve(),
        changePolicy: () => Promise.resolve(),
        refreshLenses: () => undefined,
        attest: (params) => {
          asked.push(params);
          const result = results.shift() ?? { kind: 'recorded', nBlocks: 1 };
          return Promise.resolve(typeof result === 'function' ? result() : result);
        },
        queue: () => Promise.resolve({ items: [] }),
        reviewed: () => Promise.resolve({}),
      }),
    runCli: () => Promise.resolve({ exitCode: 0, stdout: '', stderr: '' }),
    log: fake.api.window.createOutputChannel('Countersign', { log: true }),
    extensionVersion: '0.0.0',
  };
  const push = (version: number, blocks: readonly BlockView[], text = 'block text') =>
    store.accept({ uri: URI, version, blocks }, () => text);
  return { fake, context, document, editor, push, asked, results };
}

describe('Sign off', () => {
  it('signs the block that the lens names', async () => {
    const { context, push, asked, fake } = setUp();
    push(1, [blockView()]);
    await signOff(context, LENS);
    assert.deepEqual(asked, [
      { action: 'sign', uri: URI, version: 1, blockIds: ['block-2'], via: 'lens' },
    ]);
    assert.deepEqual(fake.said, ['status: $(verified) Signed off 1 block.']);
  });

  it('signs the same block of a newer version that reads as it did', async () => {
    const { context, push, asked, document } = setUp();
    push(1, [blockView()]);
    document.change({ texts: ['\n'] });
    push(2, [blockView({ id: 'moved', startLine: 3 })]);
    await signOff(context, LENS);
    assert.deepEqual(
      asked.map(({ version, blockIds }) => [version, blockIds]),
      [[2, ['moved']]],
    );
  });

  it('signs nothing when the block reads otherwise by now, and says so', async () => {
    const { context, push, asked, document, fake } = setUp();
    push(1, [blockView()], 'what the person saw');
    document.change({ texts: ['evil'] });
    push(2, [blockView()], 'what an agent wrote meanwhile');
    await signOff(context, LENS);
    assert.deepEqual(asked, []);
    assert.match(fake.said.join(), /changed while you signed/u);
  });

  it('tries once more when the text moved on while it asked', async () => {
    const { context, push, asked, document, results } = setUp();
    push(1, [blockView()]);
    results.push(() => {
      document.change({ texts: ['\n'] });
      push(2, [blockView()]);
      return { kind: 'refused', message: 'version 1 is not the newest' };
    });
    await signOff(context, LENS);
    assert.deepEqual(
      asked.map(({ version }) => version),
      [1, 2],
    );
  });

  it('shows the server’s sentence when it refuses', async () => {
    const { context, push, results, fake } = setUp();
    push(1, [blockView()]);
    results.push({ kind: 'refused', message: 'The journal cannot be written: disk full.' });
    await signOff(context, LENS);
    assert.deepEqual(fake.said, ['info: The journal cannot be written: disk full.']);
  });

  it('without a lens takes the waiting block at the caret, or says that there is none', async () => {
    const { context, push, asked, editor, fake } = setUp();
    push(1, [blockView({ startLine: 10 }), blockView({ startLine: 0, status: 'verified' })]);
    await signOff(context, undefined);
    assert.match(fake.said.join(), /No AI block waits for a signature at line 1/u);
    editor.selection = { active: { line: 11, character: 0 } };
    await signOff(context, undefined);
    assert.deepEqual(
      asked.map(({ blockIds }) => blockIds),
      [['block-10']],
    );
  });
});

describe('Unsign', () => {
  it('withdraws the sign-off at the caret', async () => {
    const { context, push, asked, editor } = setUp();
    push(1, [blockView({ status: 'verified', signed: true })]);
    editor.selection = { active: { line: 3, character: 0 } };
    await unsign(context, undefined);
    assert.deepEqual(
      asked.map(({ action }) => action),
      ['unsign'],
    );
  });
});

describe('Finding one’s way', () => {
  it('goes from block to block and says where it is', async () => {
    const { context, push, fake } = setUp();
    push(1, [blockView({ startLine: 2 }), blockView({ startLine: 10, symbol: 'total' })]);
    await goToNeighbor(context, 'next');
    assert.deepEqual(fake.said, [
      'status: parsePrice, lines 3 to 5: AI · maker.completions · unverified.',
    ]);
  });

  it('tells the provenance of the block at the caret', async () => {
    const { context, push, fake, editor } = setUp();
    push(1, [blockView({ status: 'outdated' })]);
    await whereAmI(context, undefined);
    editor.selection = { active: { line: 3, character: 0 } };
    await whereAmI(context, undefined);
    assert.deepEqual(fake.said, [
      'info: Line 1: no AI code is known here.',
      'info: parsePrice, lines 3 to 5: AI · maker.completions · outdated: changed since it was signed.',
    ]);
  });
});
