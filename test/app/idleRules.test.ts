import assert from 'node:assert/strict';
import { createRuleRunner } from '../../server/src/app/questions/ruleRunner.ts';
import { rulesFrom } from '../../server/src/app/questions/rulesHost.ts';
import { IDLE_MS } from '../../server/src/core/idle.ts';
import type { FileContext, Rule } from '../../server/src/core/questions/rule.ts';
import { missingPackage } from '../../server/src/core/questions/rules/missingPackage.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';

const FILE: FileContext = {
  path: 'package.json',
  text: '{}',
  own: [{ start: 0, end: 2 }],
  before: undefined,
};
const ALL = { disabled: [], extra: [] };

/** A rule that finds one thing in every file, and one that fails. */
const RULES: readonly Rule[] = [
  { ...missingPackage, id: 'finds', findInFile: () => [{ at: { start: 0, end: 1 }, about: {} }] },
  {
    ...missingPackage,
    id: 'fails',
    findInFile() {
      throw new Error('no');
    },
  },
];

describe('Rules that nobody asks', () => {
  it('Are let go and loaded again, and what was told and stopped stays so', () => {
    const { schedule, now, advance } = createFakeTimers();
    const problems: string[] = [];
    const released: number[] = [];
    let nLoaded = 0;
    const createRules = rulesFrom(
      () => {
        nLoaded++;
        return { createRules: (options) => createRuleRunner({ ...options, rules: RULES }) };
      },
      {
        ms: now,
        idle: {
          ms: now,
          timers: { after: (ms, callback) => ({ cancel: schedule(ms, callback) }) },
        },
      },
    );
    const rules = createRules(({ message }) => problems.push(message), {
      onLate: assert.fail,
      onRelease: () => released.push(now()),
    });
    assert.equal(nLoaded, 0);
    for (let round = 1; round <= 3; round++) {
      assert.equal(rules.hitsInFile(FILE, ALL).length, 1);
      advance(IDLE_MS - 1);
      assert.equal(rules.hitsInFile(FILE, ALL).length, 1);
      advance(IDLE_MS - 1);
      assert.deepEqual([nLoaded, released.length], [round, round - 1]);
      advance(1);
      assert.deepEqual([nLoaded, released.length], [round, round]);
    }
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /the rule fails failed: no/);
  });

  it('Are told once where they cannot be loaded, and not tried again', () => {
    const { schedule, now, advance } = createFakeTimers();
    const problems: string[] = [];
    let nTried = 0;
    const idle = {
      ms: now,
      timers: {
        after: (ms: number, callback: () => void) => ({ cancel: schedule(ms, callback) }),
      },
    };
    const rules = rulesFrom(
      () => {
        nTried++;
        throw new Error('gone');
      },
      { ms: now, idle },
    )(({ message }) => problems.push(message));
    for (let round = 0; round < 2; round++) {
      assert.deepEqual(rules.hitsInFile(FILE, ALL), []);
      advance(2 * IDLE_MS);
    }
    assert.deepEqual([nTried, problems.length], [1, 1]);
  });
});
