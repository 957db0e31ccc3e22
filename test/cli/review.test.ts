import assert from 'node:assert/strict';
import { gateSchema } from '../../server/src/cli/schemas/gate.ts';
import { statusSchema } from '../../server/src/cli/schemas/status.ts';
import type { BlockJson } from '../../server/src/cli/schemas/block.ts';
import { recordAi } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const PATH = 'src/store.ts';
/** Two functions, one of which swallows an error at line 4; it is longer than a glance. */
const TEXT = `export function saveAll(store: Store, data: readonly Row[]): void {
  try {
    for (const row of data) store.write(row);
  } catch (error) {}
}

export function nameOf(row: Row): string {
  return row.name;
}
`;

describe('countersign review', function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  const create = (settings: Record<string, unknown> = {}): TempRepo => {
    const values = { 'countersign.mode': 'enforce', ...settings };
    const files = { '.vscode/settings.json': JSON.stringify(values), 'README.md': 'x\n' };
    const repo = createTempRepo({ files });
    repos.push(repo);
    write(repo, TEXT);
    return repo;
  };
  const write = (repo: TempRepo, text: string): void => {
    repo.write(PATH, text);
    recordAi(repo.dir, PATH, text, [[1, text.split('\n').length - 1]]);
    repo.git('add', '--all');
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  const blocksOf = (repo: TempRepo): readonly BlockJson[] =>
    statusSchema.parse(jsonOf(runCli(repo, ['status', '--json']))).blocks;
  const blockOf = (repo: TempRepo, symbol: string): BlockJson => {
    const block = blocksOf(repo).find((one) => one.symbol === symbol);
    assert.ok(block, symbol);
    return block;
  };

  it('Asks what a rule found, keeps the answer, and signs', () => {
    const repo = create();
    const done = runAtTerminal(repo, ['review'], 'o\ny\ny\n');
    assert.equal(done.code, 0, done.stdout);
    assert.match(done.stdout, /1 of 2 · risk normal \(an error that nobody learns of\)/);
    assert.match(done.stdout, /Line 4: if `store\.write\(\)` fails, nobody learns of it\./);
    assert.match(done.stdout, /4 \| \} catch \(error\) \{\}/);
    assert.match(done.stdout, /Signed 2 blocks; none still wait\./);
    const { status, questions } = blockOf(repo, 'saveAll');
    assert.equal(status, 'verified');
    assert.deepEqual(
      questions.map(({ rule, line, answer }) => [rule, line, answer?.value]),
      [['swallowed-error', 4, 'ok']],
    );
  });

  it('Fits 80 columns, whatever is asked', () => {
    const repo = create();
    const done = runAtTerminal(repo, ['review'], 'w\n?\nq\n');
    // What is typed here has no echo, so what follows it stands on the prompt's line.
    const lines = done.stdout.replaceAll(' more: ', ' more:\n').split('\n');
    const long = lines.filter((line) => 80 < [...line].length);
    assert.deepEqual(long, []);
    assert.match(done.stdout, /Instead: Let the error pass/);
    assert.match(done.stdout, /CWE-390/);
  });

  it('Goes on where it stopped', () => {
    const repo = create();
    assert.match(runAtTerminal(repo, ['review'], 'n\nq\n').stdout, /2 still wait/);
    const again = runAtTerminal(repo, ['review'], 'y\nq\n');
    assert.doesNotMatch(again.stdout, /nobody learns of it/);
    assert.match(again.stdout, /Signed 1 block; 1 still waits\./);
  });

  it('Keeps a block open to which somebody answered "problem", until its code changes', () => {
    const repo = create();
    const done = runAtTerminal(repo, ['review', `${PATH}:1`], 'p\nthe caller must know\n');
    assert.match(done.stdout, /\(1 with a problem\) still waits/);
    const signed = runAtTerminal(repo, ['sign', `${PATH}:1`], 'y\n');
    assert.equal(signed.code, 1);
    assert.match(signed.stdout, /line 4 was answered with "problem" \(the caller must know\)/);
    write(repo, TEXT.replace('catch (error) {}', 'catch (error) {\n    throw error;\n  }'));
    assert.equal(runAtTerminal(repo, ['sign', `${PATH}:1`], 'y\n').code, 0);
  });

  it('Opens a question again when its statement changes, and keeps it when others do', () => {
    const repo = create();
    runAtTerminal(repo, ['review', `${PATH}:1`], 'o\nn\n');
    const answerIn = (text: string): string | undefined => {
      write(repo, text);
      return blockOf(repo, 'saveAll').questions[0]?.answer?.value;
    };
    assert.equal(answerIn(TEXT.replace('  try {', '  data.at(0);\n  try {')), 'ok');
    assert.equal(answerIn(TEXT.replaceAll('  ', '    ')), 'ok');
    assert.equal(answerIn(TEXT.replace('store.write(row)', 'store.put(row)')), undefined);
    assert.equal(answerIn(TEXT.replace('saveAll(store', 'saveAll(id: number, store')), undefined);
  });

  it('Refuses a sign-off, and a commit, while questions that policy requires are open', () => {
    const repo = create({ 'countersign.questions.required': 'all' });
    const signed = runAtTerminal(repo, ['sign', PATH], 'y\n');
    assert.equal(signed.code, 1);
    assert.match(
      signed.stdout,
      /saveAll|src\/store\.ts:1 cannot be signed yet: a question at line 4/,
    );
    runAtTerminal(repo, ['review'], 'o\ny\ny\n');
    assert.equal(gateVerdict(repo), 'pass');
    // Someone takes the answer's ground away: the review alone is not enough.
    repo.write('.vscode/settings.json', JSON.stringify({ 'countersign.mode': 'enforce' }));
    assert.equal(gateVerdict(repo), 'pass');
  });

  it('Takes prepared answers from a file, shows them, and lets a person sign', () => {
    const repo = create({ 'countersign.questions.required': 'all' });
    const [question] = blockOf(repo, 'saveAll').questions;
    assert.ok(question);
    const answers = [{ question: question.id, answer: 'ok', note: 'a cache' }];
    repo.write('answers.json', JSON.stringify({ schema: 'countersign.answers/1', answers }));
    const done = runAtTerminal(repo, ['sign', PATH, '--answers', 'answers.json'], 'y\n');
    assert.equal(done.code, 0, done.stdout);
    assert.match(done.stdout, /Prepared answers, which become yours when you sign:/);
    assert.equal(blockOf(repo, 'saveAll').questions[0]?.answer?.note, 'a cache');
  });

  for (const [what, text, words] of [
    ['no JSON', 'ok', /answers\.json: these answers cannot be used: it is not JSON/],
    ['another document', '{}', /it must be an object with "schema"/],
    [
      'a question that is not asked',
      '{"schema":"countersign.answers/1","answers":[{"question":"x:1","answer":"ok"}]}',
      /no question of these blocks is called x:1/,
    ],
    [
      'a word that is no answer',
      '{"schema":"countersign.answers/1","answers":[{"question":"x:1","answer":"fine"}]}',
      /answer 1 must have a "question"/,
    ],
  ] as const) {
    it(`Says what is wrong with prepared answers: ${what}`, () => {
      const repo = create();
      repo.write('answers.json', text);
      const done = runAtTerminal(repo, ['sign', PATH, '--answers', 'answers.json'], 'y\n');
      assert.equal(done.code, 2, done.stdout);
      assert.match(done.stdout.replaceAll('\n', ' '), words);
      assert.equal(blockOf(repo, 'saveAll').status, 'unverified');
    });
  }

  it('Lets nobody but a person answer', () => {
    const repo = create();
    const done = runCli(repo, ['review']);
    assert.equal(done.code, 2);
    assert.match(done.stderr, /only a person at a terminal can review/);
    const agent = runAtTerminal(repo, ['review'], 'o\ny\n', { env: { CLAUDECODE: '1' } });
    assert.equal(agent.code, 2);
    assert.equal(blockOf(repo, 'saveAll').status, 'unverified');
  });

  it('Ignores what a comment says with a reason, and counts it', () => {
    const repo = create();
    const ignored = TEXT.replace(
      '} catch (error) {}',
      '  // countersign:ignore swallowed-error -- the cache may be gone\n  } catch (error) {}',
    );
    write(repo, ignored);
    const block = blockOf(repo, 'saveAll');
    assert.deepEqual(block.questions, []);
    assert.deepEqual(block.ignored, [
      { rule: 'swallowed-error', line: 5, reason: 'the cache may be gone' },
    ]);
    write(repo, ignored.replace(' -- the cache may be gone', ''));
    assert.equal(blockOf(repo, 'saveAll').questions.length, 1);
  });

  function gateVerdict(repo: TempRepo): string {
    return gateSchema.parse(jsonOf(runCli(repo, ['gate', '--json']))).verdict;
  }
});
