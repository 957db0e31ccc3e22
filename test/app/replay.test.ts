import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownOf, type Measured, measure } from '../replay/table.ts';
import { ROOT } from '../support/golden.ts';

/** The promise, held against every recorded session. */
describe('Attribution of recorded sessions', () => {
  let measured: Measured;
  before(async () => {
    measured = await measure();
  });

  it('Has at least 60 sessions, nearly all recorded in the editor', () => {
    assert.ok(60 <= measured.nSessions - measured.nSynthetic);
  });

  it('Never calls a character AI that is not, in any mode', () => {
    assert.deepEqual(
      measured.mistakes.filter(({ said }) => said === 'ai'),
      [],
    );
    for (const { owner, precision } of [...measured.rows, ...measured.syntheticRows]) {
      if (owner === 'ai') assert.equal(precision, 1);
    }
  });

  for (const [mode, evidence, least] of [
    ['platform', 'accept', 0.99],
    ['platform', 'chat edit', 0.99],
    ['platform', 'agent hook', 0.99],
    ['command', 'accept', 0.95],
    ['command', 'agent hook', 0.99],
    ['shapes', 'agent hook', 0.99],
  ] as const) {
    it(`Finds at least ${least} of AI text told by ${evidence} in mode ${mode}`, () => {
      const row = measured.told.find((one) => one.mode === mode && one.evidence === evidence);
      assert.ok(row && least <= row.recall, JSON.stringify(row));
    });
  }

  it('Calls what no signal tells unknown, never AI', () => {
    const untold = measured.told.filter(({ evidence }) => evidence === 'nothing');
    assert.ok(0 < untold.length);
    for (const { recall, unknown } of untold) {
      assert.deepEqual({ recall, unknown }, { recall: 0, unknown: 1 });
    }
  });

  it('Is what README says', () => {
    assert.ok(readFileSync(join(ROOT, 'README.md'), 'utf8').includes(markdownOf(measured)));
  });
});
