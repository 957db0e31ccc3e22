import assert from 'node:assert/strict';
import { gateSchema } from '../../server/src/cli/schemas/gate.ts';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const SETTINGS = '.vscode/settings.json';
const settings = (values: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify(values, null, 2)}\n`;

describe('countersign gate and its policy', function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  const create = (files: Readonly<Record<string, string>>, aiPath = 'src/price.ts'): TempRepo => {
    const repo = createTempRepo({ files: { 'README.md': 'A shop.\n', ...files } });
    repos.push(repo);
    const text = aiFunction('parsePrice');
    repo.write(aiPath, text);
    recordAi(repo.dir, aiPath, text, [[1, 5]]);
    repo.git('add', '--all');
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  const hook = (repo: TempRepo) => runCli(repo, ['gate', '--staged', '--hook', 'pre-commit']);
  const verdict = (repo: TempRepo) => {
    const done = runCli(repo, ['gate', '--json']);
    const json = gateSchema.parse(jsonOf(done));
    return { code: done.code, ...json };
  };

  it('A value that cannot be read refuses with exit 2 and says where and what it must be', () => {
    const repo = create({
      [SETTINGS]: '{\n  // Ours\n  "editor.tabSize": 2,\n  "countersign.mode": "observ"\n}\n',
    });
    const done = hook(repo);
    assert.equal(done.code, 2);
    assert.equal(
      done.stderr.split('\n')[0],
      'Countersign refuses this commit: .vscode/settings.json:4: countersign.mode must be "observe", "warn" or "enforce", not "observ". Mend the settings and stage them, then commit again.',
    );
    const json = verdict(repo);
    assert.equal(json.verdict, 'error');
    assert.equal(json.mode, 'enforce');
    assert.deepEqual(
      json.findings.map(({ code, path, line }) => [code, path, line]),
      [
        ['bad-policy', SETTINGS, 4],
        ['unverified', 'src/price.ts', 1],
      ],
    );
  });

  it('A commit that mends the value is not refused for it', () => {
    const repo = create({ [SETTINGS]: settings({ 'countersign.mode': 'observ' }) });
    repo.write(SETTINGS, settings({ 'countersign.mode': 'warn' }));
    repo.git('add', '--all');
    assert.equal(hook(repo).code, 0);
  });

  it('A commit cannot weaken the settings it is judged by', () => {
    const repo = create({ [SETTINGS]: settings({ 'countersign.mode': 'enforce' }) });
    repo.write(SETTINGS, settings({ 'countersign.mode': 'observe', 'countersign.enable': false }));
    repo.git('add', '--all');
    const weakened = verdict(repo);
    assert.equal(weakened.code, 1);
    assert.equal(weakened.policy?.sources.mode, `HEAD:${SETTINGS}`);
    repo.git('rm', '--quiet', '--cached', SETTINGS);
    assert.equal(verdict(repo).code, 1);
  });

  it('Settings that a commit makes stricter hold for it', () => {
    const repo = create({ [SETTINGS]: settings({ 'countersign.mode': 'observe' }) });
    repo.write(SETTINGS, settings({ 'countersign.mode': 'enforce' }));
    assert.equal(verdict(repo).code, 0);
    repo.git('add', '--all');
    assert.equal(verdict(repo).code, 1);
  });

  it('Settings that git does not track come from disk', () => {
    const repo = create({ '.gitignore': '.vscode\n' });
    assert.equal(verdict(repo).code, 0);
    repo.write(SETTINGS, settings({ 'countersign.mode': 'enforce' }));
    assert.equal(verdict(repo).code, 1);
  });

  it("A folder's own settings hold for the files in it", () => {
    const enforce = settings({ 'countersign.mode': 'enforce' });
    const repo = create({ 'src/.vscode/settings.json': enforce });
    assert.equal(verdict(repo).code, 1);
    const other = create({ 'docs/.vscode/settings.json': enforce });
    assert.equal(verdict(other).code, 0);
  });

  it('The settings of the one workspace file at the top hold, beneath the folder settings', () => {
    const workspace = settings({ settings: { 'countersign.mode': 'enforce' } });
    assert.equal(verdict(create({ 'shop.code-workspace': workspace })).code, 1);
    const two = create({ 'shop.code-workspace': workspace, 'other.code-workspace': workspace });
    assert.equal(verdict(two).code, 0);
  });

  it('Excluded files are not judged, and no block is shown of them', () => {
    const repo = create({
      [SETTINGS]: settings({
        'countersign.mode': 'enforce',
        'countersign.policy.exclude': ['src/**'],
      }),
    });
    assert.deepEqual([verdict(repo).code, verdict(repo).blocks], [0, []]);
  });

  it('minLines says from how many AI lines on a block is judged', () => {
    const values = { 'countersign.mode': 'enforce', 'countersign.policy.minLines': 3 };
    const repo = create({ [SETTINGS]: settings(values) });
    const text = `export function add(a: number): number {\n  const one = 1;\n  const sum = a + one;\n  return sum;\n}\n`;
    repo.write('src/add.ts', text);
    recordAi(repo.dir, 'src/add.ts', text, [[2, 3]]);
    repo.git('add', '--all');
    assert.equal(verdict(repo).findings.length, 1);
    recordAi(repo.dir, 'src/add.ts', text, [[2, 4]]);
    assert.equal(verdict(repo).findings.length, 2);
  });

  it('Turned off it says nothing and passes', () => {
    const repo = create({
      [SETTINGS]: settings({ 'countersign.enable': false, 'countersign.mode': 'enforce' }),
    });
    assert.deepEqual(hook(repo), { code: 0, stdout: '', stderr: '' });
  });

  it('What could not be decided refuses in enforce, and is let pass aloud in warn', () => {
    for (const [mode, code] of [
      ['enforce', 2],
      ['warn', 0],
    ] as const) {
      const repo = create({ [SETTINGS]: settings({ 'countersign.mode': mode }) });
      // The index names content that is not there, as in a broken or partial clone.
      const blob = '1234567890123456789012345678901234567890';
      repo.git('update-index', '--cacheinfo', `100644,${blob},src/price.ts`);
      const done = hook(repo);
      assert.equal(done.code, code, done.stderr);
      assert.match(
        done.stderr,
        /src\/price\.ts: its staged content 1234567.* is not in this clone/,
      );
      assert.match(
        done.stderr,
        code === 0
          ? /^Countersign warning: this commit was not checked \(countersign\.mode is "warn"\)/
          : /^Countersign could not check this commit, so it is refused/,
      );
      const asked = runCli(repo, ['gate', '--json']);
      const json = gateSchema.parse(jsonOf(asked));
      assert.deepEqual(
        [asked.code, json.verdict, json.findings[0]?.code],
        [2, 'error', 'history-missing'],
      );
    }
  });
});
