import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRefusalWatch, isWorthTelling } from '../../src/act/refusal.ts';
import { refusalOf } from '../../src/convert.ts';
import { createFakeVscode } from '../support/fakeVscode.ts';

const WORDS = '2 AI blocks in src/price.ts wait for a signature.';
const WARNED = {
  client: 'vscode',
  mode: 'warn',
  verdict: 'pass',
  summary: WORDS,
  at: '2026-01-02T03:04:05Z',
  worktree: '/w',
  findings: [{ path: 'src/price.ts', line: 3, text: 'parsePrice is unverified' }],
};

function parsed(change: object) {
  const refusal = refusalOf(JSON.stringify({ ...WARNED, ...change }));
  assert.ok(refusal);
  return refusal;
}

describe('What the commit gate said', () => {
  it('is told when it warned and let pass, which every editor hides', () => {
    assert.equal(isWorthTelling(parsed({})), true);
    assert.equal(isWorthTelling(parsed({ client: 'terminal' })), true);
  });

  it('is told when it refused, but not twice: VS Code’s own button shows it', () => {
    assert.equal(isWorthTelling(parsed({ verdict: 'refused', client: 'terminal' })), true);
    assert.equal(isWorthTelling(parsed({ verdict: 'error', client: 'gitkraken' })), true);
    assert.equal(isWorthTelling(parsed({ verdict: 'refused', client: 'vscode' })), false);
  });

  it('is not told when it found nothing, or only observes', () => {
    assert.equal(isWorthTelling(parsed({ findings: [] })), false);
    assert.equal(isWorthTelling(parsed({ mode: 'observe' })), false);
  });

  it('is not told when the file is torn, or of another kind', () => {
    assert.equal(refusalOf(JSON.stringify(WARNED).slice(0, 40)), undefined);
    assert.equal(refusalOf('[]'), undefined);
    assert.equal(refusalOf('{"at": 3}'), undefined);
    assert.deepEqual(parsed({ findings: [{ line: 3 }, 'x', { path: 'a.ts' }] }).findings, [
      { path: 'a.ts', line: 1, text: '' },
    ]);
  });

  it('is told once, with a way to the first finding, and never from before the window opened', async () => {
    const root = mkdtempSync(join(tmpdir(), 'countersign-refusal-'));
    const folder = join(root, '.git', 'countersign');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(root, '.git', 'HEAD'), 'ref: refs/heads/main\n');
    const fake = createFakeVscode();
    const refusals = createRefusalWatch(fake.api, { info: () => undefined }, Date.parse(WARNED.at));
    await refusals.watchAround(join(root, 'src'));
    const say = async (change: object) => {
      writeFileSync(join(folder, 'last-refusal.json'), JSON.stringify({ ...WARNED, ...change }));
      fake.fireFileEvent();
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await say({ at: '2025-01-01T00:00:00Z' });
    assert.deepEqual(fake.said, []);
    fake.answers.push('Show');
    await say({ worktree: root });
    await say({ worktree: root });
    assert.deepEqual(fake.said, [`warning: ${WORDS}`]);
    assert.equal(fake.api.window.activeTextEditor?.document.uri.fsPath, join(root, 'src/price.ts'));
    refusals.dispose();
  });
});
