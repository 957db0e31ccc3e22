import assert from 'node:assert/strict';
import type {
  AttestParams,
  AttestResult,
  BlameResult,
  CopiesParams,
} from '../../server/src/protocol/index.ts';
import { goToNeighbor, whereAmI } from '../../src/act/navigate.ts';
import { signOff, unsign } from '../../src/act/sign.ts';
import { blockView } from '../support/blockViews.ts';
import { actSetUp } from './actSetUp.ts';

const URI = 'file:///w/price.ts';
const LENS = { uri: URI, version: 1, blockId: 'block-2' };

function setUp() {
  const shared = actSetUp(URI, 'line\n'.repeat(30));
  const asked: AttestParams[] = [];
  const results: (AttestResult | (() => AttestResult))[] = [];
  shared.server.attest = (params) => {
    asked.push(params);
    const result = results.shift() ?? { kind: 'recorded', nBlocks: 1 };
    return Promise.resolve(typeof result === 'function' ? result() : result);
  };
  return { ...shared, asked, results };
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

  it('asks about copies of a short block, and signs them all on a yes', async () => {
    const { context, push, results, fake, server } = setUp();
    const asked: CopiesParams[] = [];
    const places = [4, 11].map((line) => ({ uri: 'file:///w/b.ts', path: 'b.ts', line }));
    const isDone = new Promise<void>((done) => {
      server.copies = (params) => {
        asked.push(params);
        if (params.sign) setImmediate(done);
        return Promise.resolve({ kind: params.sign ? 'signed' : 'found', places });
      };
    });
    push(1, [blockView()]);
    results.push({ kind: 'recorded', nBlocks: 1, code: ['sha256:short'] });
    fake.answers.push('Sign 2 Copies');
    await signOff(context, LENS);
    await isDone;
    assert.deepEqual(asked, [
      { code: ['sha256:short'], via: 'lens', sign: false },
      { code: ['sha256:short'], via: 'lens', sign: true },
    ]);
    assert.deepEqual(fake.said.slice(1), [
      'info: The same code waits in 2 more places: b.ts:5, b.ts:12. Sign them too?',
      'status: $(verified) Signed off 2 blocks.',
    ]);
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
    editor.selection = { active: { line: 3, character: 0 } };
    await whereAmI(context, undefined);
    assert.deepEqual(fake.said, [
      'info: parsePrice, lines 3 to 5: AI · maker.completions · outdated: changed since it was signed.',
    ]);
  });

  for (const [what, blame, said] of [
    [
      'tells where a line outside of any block comes from',
      { version: 1, lines: [[{ kind: 'human', at: '2026-01-02T03:04:05.678Z' }]] },
      'Line 1: Human: typed on 2026-01-02 03:04 UTC.',
    ],
    [
      'tells all the origins of a line, most characters first',
      {
        version: 1,
        lines: [
          [
            { kind: 'ai', tier: 'agent', tool: 'claude-code', at: '2026-01-02T03:04:05.678Z' },
            { kind: 'unknown', observed: 'disk' },
          ],
        ],
      },
      'Line 1: AI: claude-code on 2026-01-02 03:04 UTC; the agent told of its edit. Unknown: it changed on disk.',
    ],
    [
      'says so when the document is not tracked',
      {},
      'Countersign does not track this document, so nobody knows who wrote its lines.',
    ],
    [
      'claims nothing when the text moved on meanwhile',
      { version: 7, lines: [[{ kind: 'human' }]] },
      'Line 1: nothing is known of it yet.',
    ],
  ] satisfies readonly [string, BlameResult, string][]) {
    it(what, async () => {
      const { context, push, fake, server } = setUp();
      push(1, [blockView()]);
      server.blame = () => Promise.resolve(blame);
      await whereAmI(context, undefined);
      assert.deepEqual(fake.said, [`info: ${said}`]);
    });
  }
});
