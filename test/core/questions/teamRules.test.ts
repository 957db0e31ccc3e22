import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTeamRules } from '../../../server/src/core/questions/team/readTeamRules.ts';
import type { TeamRule } from '../../../server/src/core/questions/team/teamRule.ts';
import { markedLines, wrongInAsks } from '../../../server/src/core/questions/team/trial.ts';
import { caseFiles, checkExpectation, FIXTURES } from '../../support/golden.ts';

const PATH = '.countersign/rules/a.yml';

function read(text: string): ReturnType<typeof readTeamRules> {
  return readTeamRules([{ path: PATH, text }]);
}

function only(text: string): TeamRule {
  const { rules, problems } = read(text);
  assert.deepEqual(problems, []);
  const [rule] = rules;
  assert.ok(rule);
  return rule;
}

const BASE = 'id: no-eval\nlanguage: TypeScript\nrule:\n  pattern: eval($A)\n';

describe("A team's rule files", () => {
  for (const name of caseFiles('teamRules', '.yml')) {
    it(`Tell mistakes with file and line: ${name} (UPDATE=1 records anew)`, () => {
      const file = join(FIXTURES, 'teamRules', name);
      const text = readFileSync(file, 'utf8');
      // What comes out is written behind the rules, in comments.
      const [yaml = ''] = text.split('# == expect\n');
      const { rules, problems } = read(yaml);
      const told = [
        ...problems.map((problem) => problem.text),
        `rules: ${rules.map(({ rule }) => rule.id).join(', ') || 'none'}`,
      ];
      checkExpectation(file, told.map((line) => `# ${line}`).join('\n'));
    });
  }

  it('Hold rules with everything that asks, ranks and explains', () => {
    const { rule, place, languages, engine, fix, examples } = only(
      `${BASE}severity: error\nweight: 5\ncwe: [95, CWE-94]\nurl: https://example.org/eval\nnote: It runs whatever comes.\nmessage: Code is evaluated\nquestion: Who can write $A, and must it run?\nfix: JSON.parse($A)\nexamples:\n  - asks: eval(x)\n    quiet: f(x)\n`,
    );
    assert.deepEqual(place, { path: PATH, line: 1 });
    assert.deepEqual(languages, ['typescript']);
    assert.deepEqual(engine, {
      config: { rule: { pattern: 'eval($A)' } },
      names: ['A'],
    });
    assert.equal(fix, 'JSON.parse($A)');
    assert.deepEqual(examples, [
      { line: 14, asks: 'eval(x)', quiet: 'f(x)', language: 'typescript' },
    ]);
    const { id, title, severity, weight, cwe, kind, page } = rule;
    assert.deepEqual(
      { id, title, severity, weight, cwe, kind, page },
      {
        id: 'team/no-eval',
        title: 'Code is evaluated',
        severity: 'high',
        weight: 5,
        cwe: [95, 94],
        kind: 'question',
        page: {
          why: 'It runs whatever comes.',
          instead: `What the team agreed on: the rule is in \`${PATH}:1\`.`,
          sources: ['https://example.org/eval'],
        },
      },
    );
    assert.equal(
      rule.ask({ line: '3', A: 'input' }),
      'Line 3: Who can write input, and must it run?',
    );
  });

  it('Take short names of languages, and lists of them', () => {
    const text = `${BASE.replace('TypeScript', '[ts, Tsx, js]')}question: Is $A safe?\n`;
    assert.deepEqual(only(text).languages, ['typescript', 'tsx', 'javascript']);
  });

  it('Hold several rules apart by `---`, with comments and empty documents between', () => {
    const text = `# ours\n---\n${BASE}question: One?\n---\n---\n# none\n---\n${BASE.replace('no-eval', 'two')}question: Two?\n`;
    const { rules, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rules.map(({ rule, place }) => `${rule.id} ${place.line}`),
      ['team/no-eval 3', 'team/two 12'],
    );
  });

  it('Speak for the paths they name', () => {
    const rule = only(
      `${BASE}question: Safe?\nfiles: ['src/**/*.ts']\nignores: ['**/*.gen.ts', 'src/old/**']\n`,
    );
    const paths = ['src/a.ts', 'src/x/b.ts', 'lib/a.ts', 'src/a.gen.ts', 'src/old/a.ts'];
    assert.deepEqual(
      paths.filter((path) => rule.isFor(path)),
      ['src/a.ts', 'src/x/b.ts'],
    );
  });

  it('Are silent about the mistakes of a version that goes, and run what it holds', () => {
    const { rules, problems } = readTeamRules([
      { path: PATH, text: `${BASE}question: New?\n` },
      { path: PATH, text: `${BASE}question: Old?\n---\nid: 3\n`, isOld: true },
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rules.map(({ rule, isOld }) => [rule.id, isOld]),
      [
        ['team/no-eval', false],
        ['team/no-eval', true],
      ],
    );
  });

  it('Bring no control characters to a terminal', () => {
    const rule = only(`${BASE}question: "Is \\e[2J $A safe\\u202e?"\nnote: "x\\ey"\n`);
    assert.equal(rule.rule.ask({ line: '1', A: 'a' }), 'Line 1: Is [2J a safe?');
    assert.equal(rule.rule.page.why, 'xy');
  });

  it('Are told as unreadable where they nest without end, refer to themselves or are huge', () => {
    for (const text of [
      `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`,
      `a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c]`,
      `id: ${'x'.repeat(300_000)}`,
    ]) {
      const { rules, problems } = read(text);
      assert.deepEqual(rules, []);
      assert.equal(problems[0]?.line, 1, problems[0]?.text);
    }
  });
});

describe("Examples of a team's rules", () => {
  it('Are code without their marks', () => {
    assert.deepEqual(markedLines('a(1) ⟵\nb(2) // ⟵\nc(3)\nd # ⟵'), {
      code: 'a(1)\nb(2)\nc(3)\nd',
      marked: [1, 2, 4],
    });
  });

  it('Say what is found and what is not', () => {
    assert.equal(wrongInAsks([2], []), undefined);
    assert.equal(wrongInAsks([], []), 'it must be found, and is not');
    assert.equal(wrongInAsks([1, 2], [1, 2]), undefined);
    assert.equal(wrongInAsks([3], [1]), 'line 1 must be found, and is not (line 3 found instead)');
    assert.equal(wrongInAsks([1, 3], [1]), 'line 3 found too, and has no ⟵');
  });
});
