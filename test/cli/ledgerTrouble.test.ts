import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const REF = 'refs/notes/countersign';

/** A ledger that somebody or something spoilt: what is good in it is used, and nothing is lost. */
describe('A ledger in trouble', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'b.ts': 'export const b = 1;\n' } });
    const text = aiFunction('parsePrice');
    repo.write('a.ts', text);
    recordAi(repo.dir, 'a.ts', text, [[1, 5]]);
    repo.commit('ai');
  });
  afterEach(() => repo.dispose());

  const promote = () => runCli(repo, ['promote']);
  const entryOf = (path: string): string => {
    const blob = repo.git('rev-parse', `HEAD:${path}`).trim();
    return `${blob.slice(0, 2)}/${blob.slice(2, 4)}/${blob.slice(4)}`;
  };
  /** Writes files into the ledger's tree as a hand without the tool would. */
  const spoil = (files: Readonly<Record<string, string>>): void => {
    const rows = Object.entries(files).map(
      ([path, text]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
    );
    const input = `commit ${REF}\ncommitter X <x@x> 1 +0000\ndata 0\nfrom ${REF}^0\n${rows.join('')}done\n`;
    const done = repo.run('git', ['fast-import', '--quiet', '--date-format=raw'], { input });
    assert.equal(done.code, 0, done.stderr);
  };
  const aiLines = (): number => {
    repo.run('rm', ['-rf', '.git/countersign']);
    const { lines } = jsonOf(runCli(repo, ['blame', 'a.ts', '--json'])) as {
      lines: { origin: { kind: string } }[];
    };
    return lines.filter(({ origin }) => origin.kind === 'ai').length;
  };

  it('Keeps and passes over lines it does not understand', () => {
    promote();
    const entry = entryOf('a.ts');
    const good = repo.git('show', `${REF}:${entry}`);
    const odd = [
      'not json',
      '{"v":9,"kind":"provenance"}',
      '{"v":1,"kind":"horoscope","subject":{"path":"a.ts"},"by":{"id":"x"},"at":"2026","detail":{}}',
      '[1,2]',
    ];
    spoil({ [entry]: `${odd.join('\n')}\n${good}` });
    assert.equal(aiLines(), 5);
    const text = `${aiFunction('parsePrice')}${aiFunction('parseTax')}`;
    repo.write('a.ts', text);
    recordAi(repo.dir, 'a.ts', text, [[1, 10]]);
    repo.commit('more');
    assert.equal(promote().code, 0);
    const kept = repo.git('show', `${REF}:${entry}`);
    for (const line of [...odd, good.trim()]) assert.ok(kept.includes(line), line);
  });

  it('Answers though a tree holds a folder where an entry should be', () => {
    promote();
    spoil({ [`${entryOf('b.ts')}/deeper`]: 'x\n' });
    assert.equal(aiLines(), 5);
    assert.equal(runCli(repo, ['gate']).code, 0);
  });

  it('Is read, and put in its place again, after git’s own notes moved its names', () => {
    promote();
    const before = repo.git('ls-tree', '-r', '--name-only', REF);
    const head = repo.git('rev-parse', 'HEAD').trim();
    repo.git('notes', '--ref=countersign', 'add', '-m', 'a note of a person', head);
    assert.doesNotMatch(repo.git('ls-tree', '-r', '--name-only', REF), /^..\/..\//m);
    assert.equal(aiLines(), 5);
    assert.equal(promote().code, 0);
    const after = repo.git('ls-tree', '-r', '--name-only', REF).split('\n');
    for (const name of before.split('\n')) assert.ok(after.includes(name), name);
    repo.git('update-ref', '-d', 'refs/countersign/kept');
    assert.equal(aiLines(), 5);
  });

  it('Is put in its place where it came so from elsewhere', () => {
    promote();
    repo.git('update-ref', '-d', 'refs/countersign/kept');
    const head = repo.git('rev-parse', 'HEAD').trim();
    repo.git('notes', '--ref=countersign', 'add', '-m', 'a note of a person', head);
    assert.equal(aiLines(), 5);
    assert.equal(promote().code, 0);
    assert.match(repo.git('ls-tree', '-r', '--name-only', REF), /^..\/..\/.{36}$/m);
    assert.equal(aiLines(), 5);
  });

  it('Writes nothing over a ref that is no notes, and says so', () => {
    const blob = repo.run('git', ['hash-object', '-w', '--stdin'], { input: 'x' }).stdout.trim();
    repo.git('update-ref', REF, blob);
    const done = promote();
    assert.equal(done.code, 0);
    assert.match(done.stderr, /refs\/notes\/countersign/);
    assert.equal(repo.git('rev-parse', REF).trim(), blob);
    assert.equal(runCli(repo, ['blame', 'a.ts']).code, 0);
  });

  it('Stands beside the files of a commit of something else', () => {
    repo.git('update-ref', REF, 'HEAD');
    assert.equal(promote().code, 0);
    assert.match(repo.git('ls-tree', '--name-only', REF), /^b\.ts$/m);
    assert.equal(aiLines(), 5);
  });

  it('Is the same after it was written twice, and by many at once', async () => {
    const run = () =>
      new Promise<number | null>((done) => {
        const child = spawn(process.execPath, [CLI, 'promote'], { cwd: repo.dir, env: repo.env });
        child.on('close', done);
      });
    const codes = await Promise.all(Array.from({ length: 8 }, run));
    assert.deepEqual(new Set(codes), new Set([0]));
    const names = repo.git('ls-tree', '-r', '--name-only', REF);
    promote();
    assert.equal(repo.git('ls-tree', '-r', '--name-only', REF), names);
    assert.equal(repo.git('for-each-ref', 'refs/countersign/writing'), '');
    assert.equal(
      repo
        .git('show', `${REF}:${entryOf('a.ts')}`)
        .trim()
        .split('\n').length,
      1,
    );
    assert.equal(aiLines(), 5);
  });

  it('Survives a kill at any moment, and is whole after the next run', async () => {
    for (let ms = 40; ms < 400; ms += 40) {
      const child = spawn(process.execPath, [CLI, 'promote'], { cwd: repo.dir, env: repo.env });
      const ended = new Promise((done) => child.on('close', done));
      // The moment is what is varied here; nothing is waited for.
      setTimeout(() => child.kill('SIGKILL'), ms);
      await ended;
    }
    assert.equal(promote().code, 0);
    assert.equal(repo.run('git', ['fsck', '--strict']).code, 0);
    assert.equal(aiLines(), 5);
  });
});
