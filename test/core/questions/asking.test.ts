import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type AskInput,
  blockQuestions,
  problems,
  unanswered,
} from '../../../server/src/core/questions/blockQuestions.ts';
import type { Hit } from '../../../server/src/core/questions/hit.ts';
import { ignoresIn } from '../../../server/src/core/questions/ignores.ts';
import { ranked } from '../../../server/src/core/questions/rank.ts';
import { riskOf, type RiskFacts } from '../../../server/src/core/questions/risk.ts';
import type { Concern, Rule, Severity } from '../../../server/src/core/questions/rule.ts';
import type { Answer, AnswerRecord } from '../../../server/src/core/records/record.ts';
import { createLineIndex } from '../../../server/src/core/text/lineIndex.ts';

interface HitOptions {
  readonly rule?: string;
  readonly line?: number;
  readonly severity?: Severity;
  readonly concern?: Concern;
  readonly weight?: number;
  readonly kind?: Rule['kind'];
}

function hitOf(options: HitOptions = {}): Hit {
  const { rule = 'a-rule', line = 1, severity = 'normal', concern = 'logic', weight = 3 } = options;
  const its: Rule = {
    ...{ id: rule, row: 1, title: `Title of ${rule}`, severity, concern, weight },
    ...{ cwe: [], kind: options.kind ?? 'question', isOn: true, absent: {} },
    find: () => [],
    ask: () => 'Line 1: is it?',
    obligations: [],
    page: { why: '', instead: '', sources: [] },
    examples: [],
  };
  const at = { start: line * 100, end: line * 100 + 10 };
  const text = `Line ${line}: is it?`;
  return { rule: its, at, line, severity, about: {}, key: '', text, fix: undefined };
}

function answerOf(answer: Answer): AnswerRecord {
  return {
    ...{ v: 1, hashVersion: 1, kind: 'answer', at: '2026-01-02T03:04:05.000Z' },
    subject: { path: 'a.ts', symbol: 'a', codeHash: 'sha256:0' },
    by: { type: 'human', id: 'ada@example.org' },
    detail: { rule: 'a-rule', question: 'sha256:1', answer, nTokens: 9 },
  };
}

const NORMAL = { risk: 'normal', reasons: [] } as const;

function askInput(hits: readonly Hit[], more: Partial<AskInput> = {}): AskInput {
  return {
    ...{ hits, ignores: [], risk: NORMAL, max: 3, required: 'high' },
    hashOf: ({ rule, line }) => `${rule.id} ${line}`,
    answersTo: () => [],
    ...more,
  };
}

const anyHit = fc
  .record({
    rule: fc.constantFrom('one', 'two', 'three', 'four'),
    line: fc.integer({ min: 1, max: 40 }),
    severity: fc.constantFrom<Severity>('low', 'normal', 'high'),
    concern: fc.constantFrom<Concern>('null', 'security', 'errors', 'io', 'readability'),
    weight: fc.integer({ min: 1, max: 5 }),
  })
  .map(hitOf);

describe('Questions: what is asked of a block', () => {
  it('Is in the same order, however the rules ran', () => {
    const distinct = fc.uniqueArray(anyHit, {
      maxLength: 12,
      selector: ({ rule, line }) => `${rule.id} ${line}`,
    });
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.nat()), (hits, keys) => {
        const shuffled = hits
          .map((hit) => ({ hit, key: keys.next().value }))
          .sort((a, b) => Number(a.key) - Number(b.key))
          .map(({ hit }) => hit);
        assert.deepEqual(ranked(shuffled), ranked(hits));
        assert.equal(ranked(hits).length, hits.length);
      }),
    );
  });

  it('Puts what is severe before what is heavy, and another rule before the same again', () => {
    const severe = hitOf({ rule: 'severe', severity: 'high', weight: 2 });
    const heavy = hitOf({ rule: 'heavy', weight: 5, line: 2 });
    const again = hitOf({ rule: 'heavy', weight: 5, line: 3 });
    const other = hitOf({ rule: 'other', weight: 3, line: 4 });
    assert.deepEqual(ranked([other, again, heavy, severe]), [severe, heavy, other, again]);
  });

  it('Shows no more than is allowed, and keeps the rest', () => {
    const hits = [1, 2, 3, 4, 5].map((line) => hitOf({ rule: `rule-${line}`, line }));
    const { shown, more } = blockQuestions(askInput(hits));
    assert.deepEqual([shown.length, more.length], [3, 2]);
  });

  it('Shows nothing of a low-risk block', () => {
    const { shown, more } = blockQuestions(
      askInput([hitOf()], { risk: { risk: 'low', reasons: [] }, required: 'all' }),
    );
    assert.deepEqual(shown, []);
    assert.deepEqual(
      more.map(({ isRequired }) => isRequired),
      [false],
    );
  });

  it('Tells checks apart from questions', () => {
    const check = hitOf({ rule: 'check', kind: 'check' });
    const asked = blockQuestions(askInput([check, hitOf()]));
    assert.deepEqual(asked.checks, [check]);
    assert.equal(asked.shown.length, 1);
  });

  for (const [required, risk, isRequired] of [
    ['none', 'high', false],
    ['high', 'normal', false],
    ['high', 'high', true],
    ['all', 'normal', true],
  ] as const) {
    it(`Needs answers as policy says: ${required}, at ${risk} risk`, () => {
      const input = askInput([hitOf()], { required, risk: { risk, reasons: [] } });
      assert.equal(unanswered(blockQuestions(input)).length === 1, isRequired);
      const answered = blockQuestions({ ...input, answersTo: () => [answerOf('not-useful')] });
      assert.deepEqual(unanswered(answered), []);
    });
  }

  it('Finds a problem wherever it was said', () => {
    const hits = [1, 2, 3, 4].map((line) => hitOf({ rule: `rule-${line}`, line }));
    const last = ranked(hits).at(-1);
    const asked = blockQuestions(
      askInput(hits, {
        answersTo: (hash) =>
          hash === `${last?.rule.id} ${last?.line}` ? [answerOf('problem')] : [],
      }),
    );
    assert.deepEqual(
      problems(asked).map(({ hit }) => hit),
      [last],
    );
  });
});

describe('Questions: comments that ignore a rule', () => {
  const commentsOf = (text: string) =>
    [...text.matchAll(/\/\/[^\n]*|\/\*[^*]*\*\/|#[^\n]*/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    }));
  const found = (text: string): string[] =>
    ignoresIn(commentsOf(text), createLineIndex(text)).map(
      ({ rule, about, reason }) => `${rule} ${about} ${reason ?? '?'}`,
    );

  it('Speak of their own line, or alone of the line below', () => {
    assert.deepEqual(found('a(); // countersign:ignore x-y -- it is a cache\n'), [
      'x-y 1 it is a cache',
    ]);
    assert.deepEqual(found('\n  # countersign:ignore x-y -- known\na()\n'), ['x-y 3 known']);
    assert.deepEqual(found('/* countersign:ignore x-y -- known */\na();\n'), ['x-y 2 known']);
  });

  it('Count for nothing without a reason', () => {
    assert.deepEqual(found('a(); // countersign:ignore x-y\n'), ['x-y 1 ?']);
    assert.deepEqual(found('a(); // countersign:ignore x-y --\n'), ['x-y 1 ?']);
    assert.deepEqual(found('/* countersign:ignore x-y -- */\n'), ['x-y 2 ?']);
  });
});

describe('Questions: risk', () => {
  const facts = (more: Partial<RiskFacts> = {}): RiskFacts => ({
    ...{ path: 'src/list.ts', isTest: false, symbol: 'sorted', text: 'return a.sort()' },
    ...{ nAiLines: 20, hits: [], stated: undefined, ...more },
  });
  for (const [what, more, expected] of [
    ['a long block in which nothing was found', {}, 'normal'],
    ['a short one', { nAiLines: 4 }, 'low'],
    ['a test', { isTest: true }, 'low'],
    [
      'something severe, whatever policy says',
      { hits: [hitOf({ severity: 'high' })], stated: 'low' },
      'high',
    ],
    ['what policy says', { stated: 'high', nAiLines: 1 }, 'high'],
    ['a path about money', { path: 'src/billing/invoice.ts' }, 'high'],
    ['a short block at a path about money', { path: 'src/billing/a.ts', nAiLines: 3 }, 'low'],
    ['names about authentication', { text: 'checkPassword(user, session)' }, 'high'],
    ['one such word in passing', { text: 'const author = role' }, 'normal'],
    ['a finding in a short block', { nAiLines: 3, hits: [hitOf()] }, 'normal'],
    [
      'a small finding in a short block',
      { nAiLines: 3, hits: [hitOf({ severity: 'low' })] },
      'low',
    ],
  ] as const) {
    it(`Is ${expected} for ${what}`, () => {
      assert.equal(riskOf(facts(more)).risk, expected);
    });
  }
});
