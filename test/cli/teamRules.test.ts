import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gateSchema } from '../../server/src/cli/schemas/gate.ts';
import type { BlockJson } from '../../server/src/cli/schemas/block.ts';
import { rulesTestSchema } from '../../server/src/cli/schemas/rulesTest.ts';
import { statusSchema } from '../../server/src/cli/schemas/status.ts';
import { recordAi } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { ROOT } from '../support/golden.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const RULES = '.countersign/rules/team.yml';
const LEGACY = `id: no-legacy
language: TypeScript
rule:
  pattern: legacyPrice($ARGS)
question: Why is legacyPrice asked for \`$ARGS\`?
note: The old price list is frozen since March.
severity: error
examples:
  - asks: |
      const a = 1;
      legacyPrice(a); ⟵
    quiet: |
      price(a);
`;
/** Quadratic and more on purpose. */
const SLOW = `id: slow
language: TypeScript
rule:
  kind: call_expression
  has:
    stopBy: end
    kind: call_expression
    not:
      has:
        stopBy: end
        kind: call_expression
        not: { has: { stopBy: end, all: [{ regex: "zzz$" }, { has: { stopBy: end, regex: qqq } }] } }
question: Slow?
`;
const PATH = 'src/price.ts';
const TEXT = `export function total(cart: Cart): number {
  const base = legacyPrice(cart.items);
  return base * 2;
}

export function other(cart: Cart): number {
  return legacyPrice(cart);
}
`;

describe("A team's own rules", function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  /** AI wrote the first function of the file, a person the second one. */
  const create = (files: Readonly<Record<string, string>> = { [RULES]: LEGACY }): TempRepo => {
    const repo = createTempRepo({ files: { 'README.md': 'x\n', ...files } });
    repos.push(repo);
    repo.write(PATH, TEXT);
    recordAi(repo.dir, PATH, TEXT, [[1, 4]]);
    repo.git('add', PATH);
    return repo;
  };
  const settings = (value: Readonly<Record<string, unknown>>) => ({
    '.vscode/settings.json': JSON.stringify(value),
  });
  const found = (blocks: readonly BlockJson[]): readonly string[] =>
    blocks.flatMap(({ path, questions, checks }) =>
      [...questions, ...checks].map(({ rule, line }) => `${path}:${line} ${rule}`),
    );
  const status = (repo: TempRepo) => statusSchema.parse(jsonOf(runCli(repo, ['status', '--json'])));
  const gate = (repo: TempRepo) => gateSchema.parse(jsonOf(runCli(repo, ['gate', '--json'])));

  it('Ask about AI blocks alone, with words, risk and id', () => {
    const { blocks, notes } = status(create());
    assert.deepEqual(notes, []);
    assert.deepEqual(found(blocks), [`${PATH}:2 team/no-legacy`]);
    const [block] = blocks;
    assert.equal(block?.risk, 'high');
    assert.equal(block?.questions[0]?.text, 'Line 2: Why is legacyPrice asked for `cart.items`?');
    assert.match(block?.questions[0]?.id ?? '', /^team\/no-legacy:[0-9a-f]{12}$/);
  });

  it('Ask in the cells of notebooks, and say the line of the file', () => {
    const repo = create({ [RULES]: LEGACY.replace('TypeScript', 'Python') });
    const source = 'base = 1\ntotal = legacyPrice(base)\nprint(total)';
    const cells = [{ cell_type: 'code', id: 'W1', metadata: {}, outputs: [], source }];
    const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
    repo.write('n.ipynb', `${JSON.stringify(notebook, null, 1)}\n`);
    recordAi(repo.dir, 'n.ipynb#W1.py', source, [[1, 3]]);
    const block = status(repo).blocks.find(({ path }) => path === 'n.ipynb');
    assert.match(
      block?.questions[0]?.text ?? '',
      /^Line \d+: Why is legacyPrice asked for `base`\?$/,
    );
    repo.git('add', 'n.ipynb');
    repo.git('rm', '-q', RULES);
    assert.ok(found(gate(repo).blocks).some((one) => /^n\.ipynb:\d+ team/.test(one)));
  });

  it('Are turned off by their ids, everywhere or at one place', () => {
    const off = create({
      [RULES]: LEGACY,
      ...settings({ 'countersign.questions.disabled': ['team/no-legacy'] }),
    });
    assert.deepEqual(found(status(off).blocks), []);
    const ignored = create();
    const text = TEXT.replace(
      'cart.items);',
      'cart.items); // countersign:ignore team/no-legacy -- until the new list is in',
    );
    ignored.write(PATH, text);
    recordAi(ignored.dir, PATH, text, [[1, 4]]);
    const [block] = status(ignored).blocks;
    assert.deepEqual(block?.questions, []);
    assert.deepEqual(block?.ignored, [
      { rule: 'team/no-legacy', line: 2, reason: 'until the new list is in' },
    ]);
  });

  it('Count at a commit in the version of HEAD and of the index', () => {
    const repo = create();
    assert.deepEqual(found(gate(repo).blocks), [`${PATH}:2 team/no-legacy`]);
    repo.git('rm', '-q', RULES);
    assert.deepEqual(found(gate(repo).blocks), [`${PATH}:2 team/no-legacy`], 'deleted with it');
    assert.deepEqual(found(status(repo).blocks), [], 'the disk is what status goes by');
    repo.write(RULES, LEGACY.replace('severity: error', 'severity: hint'));
    repo.git('add', RULES);
    assert.equal(gate(repo).blocks[0]?.risk, 'high', 'weakened with it');
    repo.write(RULES, 'id: [');
    repo.git('add', RULES);
    assert.deepEqual(found(gate(repo).blocks), [`${PATH}:2 team/no-legacy`], 'torn with it');
    repo.git('mv', RULES, '.countersign/rules.txt');
    assert.deepEqual(found(gate(repo).blocks), [`${PATH}:2 team/no-legacy`], 'moved with it');
  });

  it('Count at a commit that brings them, and before git knows them', () => {
    const repo = create({});
    repo.write(RULES, LEGACY);
    assert.deepEqual(found(gate(repo).blocks), [`${PATH}:2 team/no-legacy`], 'untracked');
    repo.git('add', RULES);
    assert.deepEqual(found(gate(repo).blocks), [`${PATH}:2 team/no-legacy`], 'staged');
  });

  it('Wait for an answer where policy wants one, which a person gives', () => {
    const repo = create({
      [RULES]: LEGACY,
      ...settings({ 'countersign.mode': 'enforce', 'countersign.questions.required': 'all' }),
    });
    const done = runAtTerminal(repo, ['review', PATH], 'w\no\ny\n');
    assert.match(done.stdout, /Why is legacyPrice asked for/);
    assert.match(done.stdout, /The old price list is frozen since March/);
    const [block] = status(repo).blocks;
    assert.equal(block?.questions[0]?.answer?.value, 'ok', done.stdout);
    assert.equal(block?.status, 'verified');
    assert.equal(gate(repo).verdict, 'pass');
  });

  it('Are not got round by a commit that takes them away before it is signed', () => {
    const repo = create({
      [RULES]: LEGACY,
      ...settings({ 'countersign.mode': 'enforce', 'countersign.questions.required': 'all' }),
    });
    repo.git('rm', '-q', RULES);
    runAtTerminal(repo, ['sign', PATH], 'y\n');
    assert.equal(status(repo).blocks[0]?.status, 'verified');
    const { verdict, notes } = gate(repo);
    assert.equal(verdict, 'refused');
    assert.match(notes[0]?.text ?? '', /Commit the rules by themselves first/);
    repo.git('reset', '-q', PATH);
    repo.git('commit', '-qm', 'Let the rule go');
    repo.git('add', PATH);
    assert.equal(gate(repo).verdict, 'pass');
  });

  it('Are missed aloud where this clone has not got them', () => {
    const repo = create();
    const blob = repo.git('rev-parse', `HEAD:${RULES}`).trim();
    rmSync(join(repo.dir, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    const done = runCli(repo, ['gate', '--json', '--strict']);
    assert.equal(done.code, 2, done.stdout);
    assert.equal(gateSchema.parse(jsonOf(done)).findings[0]?.code, 'history-missing');
  });

  it('Are explained with what the team noted', () => {
    const repo = create({ [RULES]: LEGACY, ...settings({ 'countersign.mode': 'enforce' }) });
    runCli(repo, ['gate', '--staged', '--hook', 'pre-commit']);
    assert.match(
      runCli(repo, ['explain']).stdout.replace(/\s+/g, ' '),
      /team\/no-legacy: The old price list is frozen since March\./,
    );
  });

  it('Go on beside a broken one, which is told once, and refuse nothing', () => {
    const broken = `${LEGACY}---\nid: bad-kind\nlanguage: TypeScript\nrule: { kind: nonsense }\nquestion: Hm?\n---\nid: no-words\nlanguage: TypeScript\nrule: { kind: number }\n`;
    const repo = create({ [RULES]: broken });
    const { blocks, notes } = status(repo);
    assert.deepEqual(found(blocks), [`${PATH}:2 team/no-legacy`]);
    assert.deepEqual(
      notes.map(({ text }) => text.replace(/: .*/, '')),
      [`${RULES}:20`, `${RULES}:15`],
    );
    const { verdict, notes: told } = gate(repo);
    assert.equal(verdict, 'pass');
    assert.equal(told.length, 2);
  });

  it('Set one aside that takes too long, and run the others', () => {
    const repo = create({ [RULES]: `${SLOW}---\n${LEGACY}` });
    const deep = `${TEXT}\nexport const deep = ${'f('.repeat(1_500)}1${')'.repeat(1_500)};\n`;
    repo.write(PATH, deep);
    recordAi(repo.dir, PATH, deep, [[1, 4]]);
    const { blocks, notes } = status(repo);
    assert.deepEqual(found(blocks), [`${PATH}:2 team/no-legacy`]);
    assert.equal(notes.length, 1);
    assert.match(notes[0]?.text ?? '', /team\.yml:1: the rule team\/slow took more than 1000 ms/);
  });

  describe('rules test', () => {
    it('Says how to begin where there are none', () => {
      const done = runCli(create({}), ['rules', 'test']);
      assert.equal(done.code, 0);
      assert.match(done.stdout, /There are no rules in \.countersign\/rules yet/);
    });

    it('Takes its own example to begin with', () => {
      const repo = create({});
      const shown = runCli(repo, ['rules', 'test']).stdout.split('\n');
      const rule = shown.filter((line) => line.startsWith('  ')).map((line) => line.slice(2));
      repo.write('.countersign/rules/no-eval.yml', `${rule.join('\n')}\n`);
      const done = runCli(repo, ['rules', 'test']);
      assert.equal(done.code, 0, done.stdout);
      assert.match(done.stdout, /1 rule tried on 2 examples: all as it should be\./);
    });

    it('Takes what the documentation shows', () => {
      const docs = readFileSync(join(ROOT, 'docs/team-rules.md'), 'utf8');
      const [, rule] = /```yaml\n([^]*?)```/.exec(docs) ?? [];
      const [, shown] = /countersign rules test\n([^]*?)```/.exec(docs) ?? [];
      const repo = create({ '.countersign/rules/no-eval.yml': rule ?? '' });
      assert.equal(runCli(repo, ['rules', 'test']).stdout, shown);
    });

    it('Runs examples, and says which are not as they should be', () => {
      const repo = create();
      assert.equal(runCli(repo, ['rules', 'test']).code, 0);
      repo.write(
        RULES,
        LEGACY.replace('const a = 1;', 'const a = 1; ⟵').replace('price(a)', 'legacyPrice(a)'),
      );
      const done = runCli(repo, ['rules', 'test']);
      assert.equal(done.code, 1);
      assert.match(
        done.stdout,
        /team\.yml:9: team\/no-legacy, `asks`: line 1 must be found, and is not\./,
      );
      assert.match(
        done.stdout,
        /team\.yml:9: team\/no-legacy, `quiet`: nothing must be found, but line 1 is\./,
      );
      const json = rulesTestSchema.parse(jsonOf(runCli(repo, ['rules', 'test', '--json', RULES])));
      assert.equal(json.nWrong, 2);
      assert.deepEqual(
        json.rules.map(({ id, line, examples }) => [id, line, examples.length]),
        [['team/no-legacy', 1, 2]],
      );
    });

    it('Tells mistakes in the files, with file and line', () => {
      const repo = create({
        [RULES]: `${LEGACY}---\nid: bad\nlanguage: Ruby\nrule: { kind: nonsense }\nquestion: Hm?\n`,
      });
      const done = runCli(repo, ['rules', 'test']);
      assert.equal(done.code, 2);
      assert.match(done.stdout, /team\.yml:15: ast-grep does not understand the rule team\/bad/);
      assert.equal(runCli(repo, ['rules', 'test', 'nowhere.yml']).code, 2);
    });
  });
});
