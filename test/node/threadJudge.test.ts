import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LateRegexJudge } from '../../server/src/core/regex/regexJudge.ts';
import { judgeRegex } from '../../server/src/node/regex/judgeRegex.ts';
import { createThreadJudge } from '../../server/src/node/regex/threadJudge.ts';
import { DIST } from '../support/cli.ts';

const SCRIPT = join(DIST, 'regex.cjs');
const EXPRESSIONS = ['^(a+)+$', '^(a|a)*b$', '^[a-z]+$', 'a.*b.*c.*d', '(x*)*y'];

/** A judge that never comes to an end with `slow`, falls over `fall`, and calls all else fast. */
const FAKE = `
const { workerData: { port, nAnswers } } = require('node:worker_threads');
const say = (answer) => {
  port.postMessage(answer);
  Atomics.add(nAnswers, 0, 1);
  Atomics.notify(nAnswers, 0);
};
say({ kind: 'ready' });
port.on('message', ({ source }) => {
  if (source === 'slow') for (;;);
  if (source === 'fall') process.exit(1);
  say({ kind: 'judged', judged: { verdict: { kind: 'fast' }, isGivenUp: source === 'given up' }, ms: source === 'long' ? 20_000 : 1 });
});
`;

describe('The thread that judges regular expressions', function () {
  this.timeout(60_000);
  let dir: string;
  let fake: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'countersign-regex-'));
    fake = join(dir, 'fake.cjs');
    writeFileSync(fake, FAKE);
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  function start(
    script: string,
    isLate: boolean,
  ): { readonly judge: LateRegexJudge; readonly notes: string[] } {
    const notes: string[] = [];
    const onNote = (message: string): number => notes.push(message);
    return { judge: createThreadJudge({ script, isLate, onNote, hardMs: 1_000 }), notes };
  }

  it('Says at once, or later, what the judge says in this thread', async () => {
    const expected = EXPRESSIONS.map((source) => judgeRegex(source, '').verdict);
    const atOnce = createThreadJudge({ script: SCRIPT, isLate: false, onNote: assert.fail });
    assert.deepEqual(
      EXPRESSIONS.map((source) => atOnce.judge(source, '')),
      expected,
    );
    const late = createThreadJudge({ script: SCRIPT, isLate: true, onNote: assert.fail });
    assert.deepEqual(
      EXPRESSIONS.map((source) => late.judge(source, '')),
      EXPRESSIONS.map(() => undefined),
    );
    await late.settled();
    assert.deepEqual(
      EXPRESSIONS.map((source) => late.judge(source, '')),
      expected,
    );
    assert.equal(expected[0]?.kind, 'slow');
  });

  it('Ends the thread over one that takes too long or brings it down; the others go on', async () => {
    const { judge, notes } = start(fake, true);
    for (const source of ['a', 'slow', 'b', 'fall', 'c']) judge.judge(source, '');
    await judge.settled();
    assert.deepEqual(
      ['a', 'slow', 'b', 'fall', 'c'].map((source) => judge.judge(source, '')?.kind),
      ['fast', 'unsure', 'fast', 'unsure', 'fast'],
    );
    assert.deepEqual(notes, [
      'the rule redos took more than 1000 ms for the regular expression slow, so it asks nothing about that one. All other rules go on.',
    ]);
    const atOnce = start(fake, false);
    assert.equal(atOnce.judge.judge('slow', '')?.kind, 'unsure');
    assert.equal(atOnce.judge.judge('a', '')?.kind, 'fast');
    assert.equal(atOnce.judge.judge('fall', '')?.kind, 'unsure');
    assert.equal(atOnce.judge.judge('b', '')?.kind, 'fast');
    assert.deepEqual(atOnce.notes, notes);
  });

  it('Tells once of what the judge gave up itself, and of all that took too long together', () => {
    const { judge, notes } = start(fake, false);
    for (const source of ['given up', 'given up too', 'long', 'another', 'and another']) {
      judge.judge(source, '');
    }
    assert.equal(judge.judge('another', '')?.kind, 'unsure');
    assert.equal(judge.judge('long', '')?.kind, 'fast');
    assert.deepEqual(notes, [
      'the rule redos took more than 1500 ms for the regular expression given up, so it asks nothing about that one. All other rules go on.',
      'the rule redos took more than 10000 ms for the files so far, so it asks less for a while. All other rules go on.',
    ]);
  });

  it('Tells once where the judge is not there', async () => {
    const script = join(dir, 'nowhere.cjs');
    const atOnce = start(script, false);
    const late = start(script, true);
    for (const source of ['a', 'b']) {
      assert.equal(atOnce.judge.judge(source, '')?.kind, 'unsure');
      late.judge.judge(source, '');
    }
    await late.judge.settled();
    assert.equal(late.judge.judge('a', '')?.kind, 'unsure');
    for (const { notes } of [atOnce, late]) {
      assert.equal(notes.length, 1);
      assert.match(
        notes[0] ?? '',
        /^the rule redos could not be run \(ENOENT.*All other rules go on/,
      );
    }
  });
});
