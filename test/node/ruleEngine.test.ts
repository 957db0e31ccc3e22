import assert from 'node:assert/strict';
import { readTeamRules } from '../../server/src/core/questions/team/readTeamRules.ts';
import type { RuleEngine } from '../../server/src/core/questions/team/ruleEngine.ts';
import { tryExamples } from '../../server/src/app/questions/tryExamples.ts';
import { createTeamRules } from '../../server/src/app/questions/teamRules.ts';
import { sha256 } from '../../server/src/node/git/contentIds.ts';
import { createBudget } from '../../server/src/node/ruleEngine/budget.ts';
import { createWorkerEngine } from '../../server/src/node/ruleEngine/workerEngine.ts';
import { ENGINE, realEngine } from '../support/teamRules.ts';

/** A rule in each language, with code that it must find and code that it must not. */
const LANGUAGES: readonly (readonly [name: string, rule: string, asks: string, quiet: string])[] = [
  ['TypeScript', 'pattern: eval($A)', 'const b: number = eval(a); ⟵', 'f(a);'],
  [
    'Tsx',
    'pattern: "<div onClick={$A} />"',
    'const b = <div onClick={go} />; ⟵',
    'const b = <p />;',
  ],
  ['JavaScript', 'pattern: $A == null', 'if (a == null) b(); ⟵', 'if (a === null) b();'],
  ['Python', 'pattern: eval($A)', 'x = 1\nb = eval(a) ⟵', 'f(a)'],
  [
    'Go',
    'pattern: { context: "func f() { _ := $A }", selector: short_var_declaration }',
    'package a\nfunc f() {\n  _ := g() ⟵\n}',
    'package a\nfunc f() {\n  b := g()\n}',
  ],
  ['Rust', 'pattern: $A.unwrap()', 'fn f() {\n  g().unwrap(); ⟵\n}', 'fn f() { g()?; }'],
  [
    'Java',
    'pattern: Runtime.getRuntime().exec($A)',
    'class A {\n  void f() {\n    Runtime.getRuntime().exec(a); ⟵\n  }\n}',
    'class A { void f() { g(); } }',
  ],
  [
    'CSharp',
    'pattern: Process.Start($$$A)',
    'class A {\n  void F() {\n    Process.Start(a, b); ⟵\n  }\n}',
    'class A { void F() { G(); } }',
  ],
  ['Cpp', 'pattern: strcpy($A, $B)', 'void f() {\n  strcpy(a, b); ⟵\n}', 'void f() { g(); }'],
  ['Ruby', 'pattern: eval($A)', 'def f\n  eval(a) ⟵\nend', 'def f; g; end'],
  ['Php', 'pattern: eval($A)', '<?php\nfunction f($a) {\n  eval($a); ⟵\n}', '<?php g($a);'],
  ['Php', 'pattern: unserialize($$$A)', '<?php\n$x = unserialize($a, []); ⟵', '<?php g($a);'],
];

describe("The engine of a team's rules", function () {
  this.timeout(60_000);
  let engine: RuleEngine;
  before(() => {
    engine = realEngine(2_000);
  });

  for (const [language, rule, asks, quiet] of LANGUAGES) {
    it(`Runs rules for ${language}: ${rule}`, async () => {
      const indented = (text: string): string =>
        text
          .split('\n')
          .map((line) => `      ${line}`)
          .join('\n');
      const text = `id: x\nlanguage: ${language}\nrule:\n  ${rule}\nquestion: Why?\nexamples:\n  - asks: |\n${indented(asks)}\n    quiet: |\n${indented(quiet)}\n`;
      const trial = await tryExamples([{ path: 'r.yml', text }], engine);
      assert.deepEqual(
        { ...trial, rules: trial.rules.map(({ examples }) => examples) },
        {
          rules: [
            [
              { line: 7, part: 'asks', wrong: undefined },
              { line: 7, part: 'quiet', wrong: undefined },
            ],
          ],
          problems: [],
          failure: undefined,
        },
      );
    });
  }

  async function answersOf(rules: string, text: string): ReturnType<RuleEngine['find']> {
    const read = readTeamRules([{ path: 'r.yml', text: rules }]);
    assert.deepEqual(read.problems, []);
    return engine.find({
      language: 'typescript',
      text,
      rules: read.rules.map((rule) => rule.engine),
    });
  }

  it('Counts in UTF-16, and gives the code of captures, also of several nodes and made ones', async () => {
    const text = 'const s = "😀é";\nlog(first, "😀", third);\n';
    const found = await answersOf(
      'id: x\nlanguage: ts\nrule: { pattern: "log($A, $$$REST)" }\ntransform:\n  LOUD:\n    convert: { source: $A, toCase: upperCase }\nquestion: $A $$$REST $LOUD?\n',
      text,
    );
    assert.deepEqual(found, {
      ok: true,
      value: [
        {
          kind: 'found',
          matches: [
            {
              start: text.indexOf('log'),
              end: text.indexOf(';\n', 20),
              captured: { A: 'first', REST: '"😀", third', LOUD: 'FIRST' },
            },
          ],
        },
      ],
    });
  });

  it('Survives code that nests without end', async () => {
    const rules = 'id: x\nlanguage: ts\nrule: { pattern: eval($A) }\nquestion: Hm?\n';
    for (const text of [
      `${'('.repeat(5_000)}`,
      `${'f('.repeat(5_000)}eval(1)${')'.repeat(5_000)}`,
    ]) {
      const found = await answersOf(rules, text);
      assert.ok(found.ok && found.value.length === 1);
    }
    const after = await answersOf(rules, 'eval(2)');
    assert.ok(after.ok && after.value[0]?.kind === 'found');
    assert.equal(after.value[0].matches.length, 1);
  });

  it('Refuses a pattern that is no code, and what ast-grep does not know', async () => {
    for (const [rule, why] of [
      ['{ pattern: "foo($A" }', /is no typescript code/],
      ['{ kind: nonsense }', /Kind `nonsense` is invalid/],
      ['{ kindd: x }', /unknown field `kindd`/],
      ['{ matches: nowhere }', /Rule `nowhere` is not defined/],
      ['{ regex: "(a" }', /unclosed group|regex/],
    ] as const) {
      const found = await answersOf(`id: x\nlanguage: ts\nrule: ${rule}\nquestion: Hm?\n`, 'a');
      assert.ok(found.ok);
      assert.equal(found.value[0]?.kind, 'refused', rule);
      assert.match(found.value[0]?.kind === 'refused' ? found.value[0].why : '', why);
    }
  });

  it('Bounds what a rule takes over many files, and gives time back', () => {
    let now = 0;
    const budget = createBudget(() => now);
    for (let i = 0; i < 5; i++) assert.equal(budget.exceededBy('slow', 1_000), undefined);
    assert.match(budget.exceededBy('slow', 1) ?? '', /more than 5000 ms/);
    assert.equal(budget.exceededBy('other', 1), undefined);
    for (let i = 0; i < 1_000; i++) {
      now += 1_000;
      assert.equal(budget.exceededBy('typing', 40), undefined);
    }
  });

  it('Says why nothing can be run, once, and asks nothing', async () => {
    for (const [place, why] of [
      [{ script: '/nowhere/engine.cjs', grammars: '/nowhere' }, /Cannot find module/],
      [{ script: ENGINE, grammars: '/nowhere' }, /ENOENT/],
    ] as const) {
      const broken = createWorkerEngine(place);
      const notes: string[] = [];
      const team = createTeamRules({
        files: [
          { path: 'r.yml', text: 'id: x\nlanguage: ts\nrule: { pattern: f() }\nquestion: Hm?\n' },
        ],
        engine: broken,
        sha256,
        onProblem: ({ text }) => void notes.push(text),
        onNote: (note) => void notes.push(note),
      });
      assert.deepEqual(await team.hits('a.ts', 'f()'), []);
      assert.deepEqual(await team.hits('b.ts', 'f()'), []);
      assert.equal(notes.length, 1);
      assert.match(notes[0] ?? '', /could not be run \(failed: /);
      assert.match(notes[0] ?? '', why);
    }
  });
});
