import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi, repositoryAt } from '../support/aiText.ts';
import { jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const REF = 'refs/notes/countersign';
const code = aiFunction('parsePrice');

describe('The ledger in all kinds of repositories', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'b.ts': 'export const b = 1;\n' } });
  });
  afterEach(() => repo.dispose());

  const git = (cwd: string, ...args: string[]): string => {
    const done = repo.run('git', args, { cwd });
    assert.equal(done.code, 0, `git ${args.join(' ')}: ${done.stderr}`);
    return done.stdout;
  };
  const commitAi = (dir: string): void => {
    writeFileSync(join(dir, 'a.ts'), code);
    recordAi(dir, 'a.ts', code, [[1, 5]]);
    git(dir, 'add', 'a.ts');
    git(dir, 'commit', '--quiet', '-m', 'ai');
    const done = runCli(repo, ['promote'], { cwd: dir });
    assert.deepEqual([done.code, done.stderr], [0, '']);
  };
  const nAi = (dir: string): number => {
    const done = runCli(repo, ['blame', 'a.ts', '--json'], { cwd: dir });
    const { lines } = jsonOf(done) as { lines: { origin: { kind: string } }[] };
    return lines.filter(({ origin }) => origin.kind === 'ai').length;
  };
  const forget = (dir: string): void => {
    const { commonDir } = repositoryAt(dir).place;
    rmSync(join(commonDir, 'countersign'), { recursive: true });
  };

  it('A linked work tree, and one made later, share it; a removed one leaves it', () => {
    const linked = join(repo.root, 'linked');
    git(repo.dir, 'worktree', 'add', '--quiet', linked, '-b', 'topic');
    commitAi(linked);
    forget(linked);
    git(repo.dir, 'worktree', 'remove', '--force', linked);
    const later = join(repo.root, 'later');
    git(repo.dir, 'worktree', 'add', '--quiet', later, 'topic');
    assert.equal(nAi(later), 5);
  });

  it('A bare repository with work trees', () => {
    const bare = join(repo.root, 'bare.git');
    git(repo.dir, 'clone', '--quiet', '--bare', repo.dir, bare);
    const tree = join(repo.root, 'tree');
    git(bare, 'worktree', 'add', '--quiet', tree);
    commitAi(tree);
    forget(tree);
    assert.equal(nAi(tree), 5);
    assert.notEqual(git(bare, 'rev-parse', REF), '');
  });

  it('A submodule has its own, and the repository around it none of that', () => {
    const outer = join(repo.root, 'outer');
    mkdirSync(outer);
    git(outer, 'init', '--quiet');
    git(outer, 'submodule', '--quiet', 'add', repo.dir, 'inner');
    git(outer, 'commit', '--quiet', '-m', 'inner');
    const inner = join(outer, 'inner');
    commitAi(inner);
    forget(inner);
    assert.equal(nAi(inner), 5);
    assert.notEqual(repo.run('git', ['rev-parse', '--verify', REF], { cwd: outer }).code, 0);
  });

  it('A shallow clone, and one without blobs, take it in by sync', () => {
    commitAi(repo.dir);
    git(repo.dir, 'config', 'uploadpack.allowFilter', 'true');
    for (const [name, option] of [
      ['shallow', '--depth=1'],
      ['partial', '--filter=blob:none'],
    ] as const) {
      const dir = join(repo.root, name);
      git(repo.root, 'clone', '--quiet', option, `file://${repo.dir}`, dir);
      assert.equal(nAi(dir), 0, name);
      const done = runCli(repo, ['sync'], { cwd: dir });
      assert.equal(done.code, 0, `${name}: ${done.stderr}`);
      assert.equal(nAi(dir), 5, name);
      assert.equal(runCli(repo, ['gate'], { cwd: dir }).code, 0, name);
    }
  });

  it('A partial clone without the entries it needs is told so, never passed; sync brings them', () => {
    commitAi(repo.dir);
    git(repo.dir, 'config', 'uploadpack.allowFilter', 'true');
    const dir = join(repo.root, 'partial');
    git(repo.root, 'clone', '--quiet', '--filter=blob:none', `file://${repo.dir}`, dir);
    git(dir, 'fetch', '--quiet', 'origin', `${REF}:${REF}`);
    writeFileSync(join(dir, 'a.ts'), `${code}// more\n`);
    git(dir, 'add', 'a.ts');
    const done = runCli(repo, ['gate', '--strict'], { cwd: dir });
    assert.equal(done.code, 2, done.stdout);
    assert.match(done.stderr, /sync --fetch-only/);
    const status = runCli(repo, ['status', 'a.ts'], { cwd: dir });
    assert.match(status.stderr, /partial clone has the ledger without the entries/);
    const synced = runCli(repo, ['sync', '--fetch-only'], { cwd: dir });
    assert.equal(synced.code, 0, synced.stderr);
    assert.equal(nAi(dir), 5);
    assert.equal(runCli(repo, ['gate', '--strict'], { cwd: dir }).code, 0);
  });

  it('A partial clone that lacks what an AI file was made from is told so', () => {
    commitAi(repo.dir);
    git(repo.dir, 'config', 'uploadpack.allowFilter', 'true');
    const dir = join(repo.root, 'partial');
    git(
      repo.root,
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:none',
      `file://${repo.dir}`,
      dir,
    );
    assert.equal(runCli(repo, ['sync', '--fetch-only'], { cwd: dir }).code, 0);
    git(dir, 'read-tree', 'HEAD');
    writeFileSync(join(dir, 'a.ts'), code.replace('* 100', '* 1000'));
    git(dir, 'add', 'a.ts');
    const done = runCli(repo, ['gate', '--strict'], { cwd: dir });
    assert.equal(done.code, 2, done.stdout);
    assert.match(done.stderr, /partial clone/);
    git(dir, 'diff', '--cached', '--stat');
    assert.equal(runCli(repo, ['gate', '--strict'], { cwd: dir }).code, 1);
  });
});
