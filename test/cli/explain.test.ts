import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordAi } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';
import { ruleStatsSchema } from '../../server/src/cli/schemas/rules.ts';

const PATH = 'src/store.ts';
const TEXT = `export function saveAll(store: Store, data: readonly Row[]): void {
  try {
    for (const row of data) store.write(row);
  } catch (error) {}
}
`;

describe('countersign explain and rules stats', function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  const create = (): TempRepo => {
    const files = { '.vscode/settings.json': '{ "countersign.mode": "enforce" }\n' };
    const repo = createTempRepo({ files });
    repos.push(repo);
    repo.write(PATH, TEXT);
    recordAi(repo.dir, PATH, TEXT, [[1, 5]]);
    repo.git('add', '--all');
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });

  it('Says why a commit was refused, what was asked, why, and what to do', () => {
    const repo = create();
    assert.equal(runCli(repo, ['gate']).code, 1);
    const { code, stdout } = runCli(repo, ['explain']);
    assert.equal(code, 0);
    assert.match(stdout, /^Countersign refuses this commit: 1 AI block/);
    const words = stdout.replace(/\s+/g, ' ');
    assert.match(words, /src\/store\.ts:1 saveAll unverified Why: AI wrote lines of this block/);
    assert.match(words, /Asked: Line 4: if `store\.write\(\)` fails, .* \(swallowed-error\)/);
    assert.match(words, /swallowed-error: The error is caught/);
    assert.match(words, /Next: .*review src\/store\.ts:1/);
    for (const line of stdout.split('\n')) assert.ok([...line].length <= 80, line);
  });

  it('Has nothing to say where nothing was refused', () => {
    const repo = create();
    const words = /No commit was refused here/;
    assert.match(runCli(repo, ['explain']).stdout, words);
    const folder = join(repo.dir, '.git/countersign');
    mkdirSync(folder, { recursive: true });
    for (const torn of ['', '{', '[]', '{"schema":"countersign.last-refusal/1"}', 'null']) {
      writeFileSync(join(folder, 'last-refusal.json'), torn);
      const done = runCli(repo, ['explain']);
      assert.equal(done.code, 0, done.stderr);
      assert.match(done.stdout, words);
    }
  });

  it('Counts answers by rule, and names rules that mostly do not apply', () => {
    const repo = create();
    const stats = (): unknown =>
      ruleStatsSchema.parse(jsonOf(runCli(repo, ['rules', 'stats', '--json']))).rules;
    assert.deepEqual(stats(), []);
    assert.match(runCli(repo, ['rules', 'stats']).stdout, /Nobody has answered/);
    const one = (n: number): string =>
      TEXT.replace('saveAll', `save${n}`).replace('write', `w${n}`);
    const text = [1, 2, 3, 4, 5].map(one).join('\n');
    repo.write(PATH, text);
    recordAi(repo.dir, PATH, text, [[1, text.split('\n').length - 1]]);
    runAtTerminal(repo, ['review'], 'n\nn\nn\nn\nn\nn\nn\nn\no\nn\n');
    assert.deepEqual(stats(), [
      {
        rule: 'swallowed-error',
        ok: 1,
        problem: 0,
        notApplicable: 4,
        notUseful: 0,
        suggestsDemotion: true,
      },
    ]);
    assert.match(runCli(repo, ['rules', 'stats']).stdout, /swallowed-error mostly does not apply/);
  });
});
