import assert from 'node:assert/strict';
import type { BlameResult, CorrectParams, CorrectResult } from '../../server/src/protocol/index.ts';
import { createCorrections } from '../../src/act/correct.ts';
import { blockView } from '../support/blockViews.ts';
import { actSetUp } from './actSetUp.ts';

const URI = 'file:///w/price.ts';
const LENS = { uri: URI, version: 1, startLine: 4, endLine: 10 };

function setUp() {
  const shared = actSetUp(URI, `${'line\n'.repeat(6)}\n${'line\n'.repeat(20)}`);
  const asked: CorrectParams[] = [];
  const results: CorrectResult[] = [];
  shared.server.correct = (params) => {
    asked.push(params);
    return Promise.resolve(results.shift() ?? { kind: 'recorded', nStayAi: 0 });
  };
  const lines = () => asked.map(({ startLine, endLine, as }) => `${startLine}-${endLine} ${as}`);
  return { ...shared, asked, results, lines, corrections: createCorrections(shared.context) };
}

describe('A statement of who wrote code', () => {
  it('is about the selected lines, whole, in the version the person looks at', async () => {
    const { corrections, editor, asked, document, push, fake } = setUp();
    document.change({ texts: ['x'] });
    push(2, [blockView({ startLine: 0, endLine: 20 })]);
    editor.select([3, 2, 5, 1]);
    await corrections.state('human');
    assert.deepEqual(asked, [{ uri: URI, version: 2, startLine: 3, endLine: 5, as: 'human' }]);
    assert.deepEqual(fake.said, ['status: $(check) Recorded: 3 lines are yours, not AI.']);
  });

  it('leaves out a line that the selection only ends before', async () => {
    const { corrections, editor, lines } = setUp();
    editor.select([3, 0, 5, 0]);
    await corrections.state('ai');
    assert.deepEqual(lines(), ['3-4 ai']);
  });

  it('is about every selection', async () => {
    const { corrections, editor, lines, fake } = setUp();
    editor.select([3, 0, 3, 2], [7, 0, 8, 1]);
    await corrections.state('ai');
    assert.deepEqual(lines(), ['3-3 ai', '7-8 ai']);
    assert.deepEqual(fake.said, ['status: $(check) Recorded: 3 lines are AI.']);
  });

  it('without a selection is about the innermost block at the caret', async () => {
    const { corrections, editor, lines, push } = setUp();
    push(1, [blockView({ startLine: 0, endLine: 9 }), blockView({ startLine: 2, endLine: 4 })]);
    editor.selection = { active: { line: 3, character: 1 } };
    await corrections.state('human');
    assert.deepEqual(lines(), ['2-4 human']);
  });

  it('without a block is about the line of the caret', async () => {
    const { corrections, editor, lines, push, fake } = setUp();
    push(1, []);
    editor.selection = { active: { line: 12, character: 1 } };
    await corrections.state('ai');
    assert.deepEqual(lines(), ['12-12 ai']);
    assert.deepEqual(fake.said, ['status: $(check) Recorded: 1 line is AI.']);
  });

  it('is taken back by its opposite, though the block is none any more', async () => {
    const { corrections, editor, lines, push } = setUp();
    push(1, [blockView({ startLine: 2, endLine: 4 })]);
    editor.selection = { active: { line: 3, character: 1 } };
    await corrections.state('human');
    push(1, []);
    await corrections.state('ai');
    assert.deepEqual(lines(), ['2-4 human', '2-4 ai']);
  });

  it('of a block does not reach its old lines once the text has changed', async () => {
    const { corrections, editor, lines, push, document } = setUp();
    push(1, [blockView({ startLine: 2, endLine: 4 })]);
    editor.selection = { active: { line: 3, character: 1 } };
    await corrections.state('human');
    document.change({ texts: ['x'] });
    push(2, []);
    await corrections.state('ai');
    assert.deepEqual(lines(), ['2-4 human', '3-3 ai']);
  });

  it('says which lines stay AI, and that they need their review', async () => {
    const { corrections, editor, results, fake } = setUp();
    results.push({ kind: 'recorded', nStayAi: 2 });
    editor.select([3, 0, 5, 1]);
    await corrections.state('human');
    assert.deepEqual(fake.said, [
      'info: 2 of 3 lines stay AI and need their review: the editor or an agent itself reported them. Your word is recorded, and kept beside that.',
    ]);
  });

  it('shows the server’s sentence when it is refused', async () => {
    const { corrections, editor, results, fake } = setUp();
    results.push({ kind: 'refused', message: 'Git does not know who you are.' });
    editor.select([3, 0, 5, 1]);
    await corrections.state('human');
    assert.deepEqual(fake.said, ['info: Git does not know who you are.']);
  });

  it('needs a file in front', async () => {
    const { corrections, fake, document } = setUp();
    fake.close(document);
    await corrections.state('ai');
    assert.match(fake.said.join(), /Open a file first/u);
  });
});

describe('Where a paste is from', () => {
  for (const [answer, as] of [
    ['An AI assistant', 'ai'],
    ['Documentation or the web', 'web'],
    ['My own code', 'human'],
  ] as const) {
    it(`is asked by the lens, and "${answer}" is recorded`, async () => {
      const { corrections, asked, fake } = setUp();
      fake.answers.push(answer);
      await corrections.pasteOrigin(LENS);
      assert.deepEqual(asked, [{ ...LENS, as }]);
      assert.deepEqual(fake.pickers, [
        {
          title: 'Pasted 6 lines: where from?',
          labels: ['An AI assistant', 'Documentation or the web', 'My own code'],
        },
      ]);
    });
  }

  it('stays open at Escape', async () => {
    const { corrections, asked, fake } = setUp();
    fake.answers.push(undefined);
    await corrections.pasteOrigin(LENS);
    assert.deepEqual(asked, []);
    assert.deepEqual(fake.said, []);
  });

  const blame: BlameResult = {
    version: 1,
    lines: [
      [{ kind: 'human' }],
      [{ kind: 'pasted' }],
      [{ kind: 'pasted' }, { kind: 'human' }],
      [{ kind: 'pasted', tier: 'stated' }],
    ],
  };

  it('can be said of the paste at the caret without a lens', async () => {
    const { corrections, lines, server, editor, fake } = setUp();
    server.blame = () => Promise.resolve(blame);
    editor.selection = { active: { line: 2, character: 0 } };
    fake.answers.push('My own code');
    await corrections.pasteOrigin(undefined);
    assert.deepEqual(lines(), ['1-2 human']);
  });

  it('is not asked of other lines, nor of a paste whose origin was said', async () => {
    const { corrections, server, editor, fake } = setUp();
    server.blame = () => Promise.resolve(blame);
    for (const line of [0, 3]) {
      editor.selection = { active: { line, character: 0 } };
      await corrections.pasteOrigin(undefined);
    }
    assert.deepEqual(fake.pickers, []);
    assert.deepEqual(fake.said, [
      'info: Line 1 is not in a paste whose origin is open.',
      'info: Line 4 is not in a paste whose origin is open.',
    ]);
  });
});
