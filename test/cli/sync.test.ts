import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { ROOT } from '../support/golden.ts';
import { cloneRepo } from '../support/cloneRepo.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const REF = 'refs/notes/countersign';

/** A repository with a bare remote beside it, and clones of that; all share home and git. */
function setUp() {
  const repo = createTempRepo({ files: { 'a.ts': 'export const one = 1;\n' } });
  const remote = join(repo.root, 'remote.git');
  repo.run('git', ['clone', '--quiet', '--bare', repo.dir, remote]);
  repo.git('remote', 'add', 'origin', remote);
  repo.git('fetch', '--quiet');
  repo.git('branch', '--quiet', '--set-upstream-to', 'origin/main');
  const clone = (name: string): TempRepo => cloneRepo(repo, remote, name);
  return { repo, remote, clone };
}

/** AI adds a file with one function, which is committed. */
function commitAi(repo: TempRepo, name: string, sign = false): void {
  const text = aiFunction(name);
  repo.write(`${name}.ts`, text);
  recordAi(repo.dir, `${name}.ts`, text, [[1, 5]]);
  if (sign) {
    const done = runAtTerminal(repo, ['sign', `${name}.ts:1`], 'y\n', { cwd: repo.dir });
    assert.equal(done.code, 0, done.stdout);
  }
  repo.git('add', '--all');
  repo.git('commit', '--quiet', '-m', name);
}

function sync(repo: TempRepo, ...args: string[]): string {
  const done = runCli(repo, ['sync', ...args], { cwd: repo.dir });
  assert.equal(done.code, 0, done.stderr);
  return done.stdout;
}

function statusOf(repo: TempRepo, path: string): string {
  const done = runCli(repo, ['status', path, '--json'], { cwd: repo.dir });
  const { blocks } = jsonOf(done) as { blocks: { symbol: string; status: string }[] };
  return blocks.map(({ symbol, status }) => `${symbol} ${status}`).join(', ');
}

function doctor(repo: TempRepo): string {
  return runCli(repo, ['doctor'], { cwd: repo.dir }).stdout;
}

describe('Sharing the ledger', function () {
  this.timeout(120_000);

  it('Brings provenance and sign-offs to a clone that never had the tool', () => {
    const { repo, clone } = setUp();
    try {
      commitAi(repo, 'parsePrice', true);
      assert.match(sync(repo), /sent it ours/);
      repo.git('push', '--quiet');
      const other = clone('other');
      assert.equal(statusOf(other, 'parsePrice.ts'), '');
      assert.match(sync(other), /^Took in \d+ entries of origin\.\n$/);
      assert.equal(statusOf(other, 'parsePrice.ts'), 'parsePrice verified');
      assert.match(sync(other), /are the same/);
      assert.match(sync(repo), /are the same/);
      assert.match(doctor(repo), /sharing +the ledger is shared with origin/);
      commitAi(repo, 'parseTax');
      assert.match(doctor(repo), /ledger .*some commits were made without our hooks/);
      runCli(repo, ['promote']);
      assert.match(doctor(repo), /sharing +there are records that origin does not have/);
    } finally {
      repo.dispose();
    }
  });

  it('Goes along with a push by the hook, and takes a withdrawal along too', () => {
    const { repo, clone } = setUp();
    try {
      assert.equal(runCli(repo, ['hooks', 'install']).code, 0);
      commitAi(repo, 'parsePrice', true);
      repo.git('push', '--quiet');
      const other = clone('other');
      sync(other);
      assert.equal(statusOf(other, 'parsePrice.ts'), 'parsePrice verified');
      const undone = runAtTerminal(repo, ['unsign', 'parsePrice.ts:1'], 'y\n');
      assert.equal(undone.code, 0, undone.stdout);
      sync(repo);
      sync(other);
      assert.equal(statusOf(other, 'parsePrice.ts'), 'parsePrice unverified');
    } finally {
      repo.dispose();
    }
  });

  it('Loses nothing when eight clones push at once', async () => {
    const { repo, remote, clone } = setUp();
    try {
      const clones = Array.from({ length: 8 }, (_, i) => clone(`clone${i}`));
      for (let round = 0; round < 2; round++) {
        clones.forEach((one, i) => commitAi(one, `parse${round}x${i}`));
        const codes = await Promise.all(
          clones.map(
            (one) =>
              new Promise<number | null>((done) => {
                const child = spawn(process.execPath, [CLI, 'sync'], {
                  cwd: one.dir,
                  env: one.env,
                });
                child.on('close', done);
              }),
          ),
        );
        assert.deepEqual(
          codes,
          clones.map(() => 0),
        );
      }
      sync(repo);
      const names = repo.git('ls-tree', '-r', '--name-only', REF);
      const theirs = repo.run('git', ['--git-dir', remote, 'ls-tree', '-r', '--name-only', REF]);
      assert.equal(names, theirs.stdout);
      for (const one of clones) {
        for (const name of ['parse0x', 'parse1x']) {
          const path = `${name}${clones.indexOf(one)}.ts`;
          const blob = one.git('rev-parse', `HEAD:${path}`).trim();
          const entry = repo.git(
            'show',
            `${REF}:${blob.slice(0, 2)}/${blob.slice(2, 4)}/${blob.slice(4)}`,
          );
          assert.match(entry, new RegExp(`"path":"${path}"`));
        }
      }
    } finally {
      repo.dispose();
    }
  });

  it('Goes over http, as hosts offer it', async () => {
    const { repo, remote, clone } = setUp();
    const script = join(ROOT, 'test/support/gitHttpServer.mjs');
    const server = spawn(process.execPath, [script, repo.root], { env: repo.env });
    try {
      const port = await new Promise<string>((done) => {
        server.stdout.once('data', (chunk: Buffer) => done(chunk.toString('utf8').trim()));
      });
      const url = `http://127.0.0.1:${port}/remote.git`;
      repo.run('git', ['--git-dir', remote, 'config', 'http.receivepack', 'true']);
      commitAi(repo, 'parsePrice', true);
      assert.match(sync(repo, url), /sent it ours/);
      repo.git('push', '--quiet');
      const other = clone('other');
      other.git('remote', 'set-url', 'origin', url);
      sync(other);
      assert.equal(statusOf(other, 'parsePrice.ts'), 'parsePrice verified');
      repo.run('git', ['--git-dir', remote, 'config', 'http.receivepack', 'false']);
      commitAi(other, 'parseTax');
      const refused = runCli(other, ['sync'], { cwd: other.dir });
      assert.equal(refused.code, 2);
      assert.match(refused.stderr, /did not take the ledger: .*403/);
      assert.equal(refused.stderr.trim().split('\n').length, 1);
    } finally {
      server.kill();
      repo.dispose();
    }
  });

  it('Goes over ssh, by the command git is told to use', () => {
    const { repo, remote, clone } = setUp();
    try {
      const ssh = join(repo.root, 'ssh');
      const log = join(repo.root, 'ssh.log');
      const script = `#!/bin/sh\necho "$@" >> '${log}'\nfor last; do :; done\nexec sh -c "$last"\n`;
      writeFileSync(ssh, script, { mode: 0o755 });
      const url = `ssh://git.example.org${encodeURI(remote)}`;
      commitAi(repo, 'parsePrice', true);
      repo.git('push', '--quiet');
      const other = clone('other');
      for (const one of [repo, other]) {
        one.git('config', 'core.sshCommand', `'${ssh}'`);
        one.git('remote', 'set-url', 'origin', url);
      }
      assert.match(sync(repo), /sent it ours/);
      sync(other);
      assert.equal(statusOf(other, 'parsePrice.ts'), 'parsePrice verified');
      assert.match(readFileSync(log, 'utf8'), /git-receive-pack/);
    } finally {
      repo.dispose();
    }
  });

  it('Tells a refusal in one line, and lets the push of the code through', () => {
    const { repo, remote } = setUp();
    try {
      writeFileSync(
        join(remote, 'hooks/update'),
        `#!/bin/sh\ncase $1 in refs/notes/*) echo 'no notes here' >&2; exit 1;; esac\n`,
        { mode: 0o755 },
      );
      assert.equal(runCli(repo, ['hooks', 'install']).code, 0);
      commitAi(repo, 'parsePrice');
      const pushed = repo.run('git', ['push', 'origin', 'main']);
      assert.equal(pushed.code, 0, pushed.stderr);
      const words = pushed.stderr.split('\n').filter((line) => line.startsWith('Countersign:'));
      assert.equal(words.length, 1, pushed.stderr);
      assert.match(words[0] ?? '', /origin did not take the ledger: .*no notes here|hook declined/);
      const asked = runCli(repo, ['sync']);
      assert.equal(asked.code, 2);
      assert.match(asked.stderr, /Your records stay here/);
    } finally {
      repo.dispose();
    }
  });

  it('Takes no names that are no entries, and joins what git moved to another fan-out', () => {
    const { repo, remote, clone } = setUp();
    try {
      commitAi(repo, 'parsePrice');
      sync(repo);
      const hostile = clone('hostile');
      hostile.git('fetch', '--quiet', 'origin', `+${REF}:${REF}`);
      const blob = hostile.git('rev-parse', 'HEAD:a.ts').trim();
      hostile.run('git', ['fast-import', '--quiet', '--date-format=raw'], {
        input: [
          `commit ${REF}`,
          'committer X <x@x> 1 +0000',
          'data 0',
          `from ${REF}^0`,
          `M 100644 inline ${blob.slice(0, 2)}/${blob.slice(2)}`,
          'data 3\nodd',
          'M 120000 inline ab/cd/link\ndata 11\n/etc/passwd',
          'M 100644 inline a/very/deep/name\ndata 2\n{}',
          'done',
          '',
        ].join('\n'),
      });
      hostile.git('push', '--quiet', 'origin', REF);
      const done = runCli(repo, ['sync'], { cwd: repo.dir });
      assert.equal(done.code, 0, done.stderr);
      assert.match(done.stderr, /2 names in the ledger of origin are no entries/);
      const names = repo.git('ls-tree', '-r', '--name-only', REF).trim().split('\n');
      assert.ok(names.every((name) => /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{36}$/.test(name)));
      const entry = `${REF}:${blob.slice(0, 2)}/${blob.slice(2, 4)}/${blob.slice(4)}`;
      assert.equal(repo.git('show', entry), 'odd\n');
      void remote;
    } finally {
      repo.dispose();
    }
  });

  it('Comes with every git fetch where a person said yes, and no more after uninstall', () => {
    const { repo, clone } = setUp();
    try {
      commitAi(repo, 'parsePrice', true);
      const before = clone('other');
      const config = (): string => readFileSync(join(before.dir, '.git/config'), 'utf8');
      const untouched = config();
      const install = (typed: string) =>
        runAtTerminal(before, ['hooks', 'install'], typed, { cwd: before.dir });
      assert.match(install('n\n').stdout, /bring the team's records too\?.*\[y\/N\]/);
      assert.equal(runCli(before, ['hooks', 'install'], { cwd: before.dir }).code, 0);
      assert.equal(config(), untouched);
      assert.match(install('y\n').stdout, /`git fetch` brings the records of origin from now on/);
      // A remote that has no ledger yet stops no fetch.
      before.git('fetch', '--quiet');
      sync(repo);
      repo.git('push', '--quiet');
      before.git('pull', '--quiet');
      assert.equal(runCli(before, ['promote'], { cwd: before.dir }).code, 0);
      assert.equal(statusOf(before, 'parsePrice.ts'), 'parsePrice verified');
      const gone = runCli(before, ['hooks', 'uninstall'], { cwd: before.dir });
      assert.match(gone.stdout, /`git fetch origin` brings no ledger any more/);
      assert.equal(config(), untouched);
    } finally {
      repo.dispose();
    }
  });

  it('Judges a fork’s pull request by the ledger of the fork, and sends nothing there', () => {
    const { repo, remote, clone } = setUp();
    try {
      const fork = join(repo.root, 'fork.git');
      repo.run('git', ['clone', '--quiet', '--bare', remote, fork]);
      const theirs = clone('contributor');
      theirs.git('remote', 'set-url', 'origin', fork);
      theirs.git('switch', '--quiet', '--create', 'feature');
      commitAi(theirs, 'parsePrice', true);
      commitAi(theirs, 'parseTax');
      assert.match(sync(theirs), /sent it ours/);
      theirs.git('push', '--quiet', 'origin', 'feature');
      const ledgerOf = (bare: string) => repo.run('git', ['--git-dir', bare, 'rev-parse', REF]);
      const tip = ledgerOf(fork).stdout;
      const ci = clone('ci');
      ci.git('fetch', '--quiet', fork, 'feature');
      ci.git('merge', '--quiet', '--squash', 'FETCH_HEAD');
      const gate = (): string[] => {
        const done = jsonOf(runCli(ci, ['gate', '--strict', '--json'], { cwd: ci.dir })) as {
          blocks: { path: string; status: string }[];
        };
        return done.blocks.map(({ path, status }) => `${path} ${status}`);
      };
      assert.deepEqual(gate(), []);
      assert.match(sync(ci, '--fetch-only', fork), /^Took in \d+ entries of .*fork\.git\.\n$/);
      assert.deepEqual(gate(), ['parsePrice.ts verified', 'parseTax.ts unverified']);
      commitAi(ci, 'parseRate');
      assert.match(sync(ci, '--fetch-only', fork), /has no record that is not here/);
      assert.equal(ledgerOf(fork).stdout, tip);
      assert.notEqual(ledgerOf(remote).code, 0);
    } finally {
      repo.dispose();
    }
  });

  it('Says what to do without a remote, and with one that cannot be reached', () => {
    const repo = createTempRepo({ files: { 'a.ts': 'export const one = 1;\n' } });
    try {
      const none = runCli(repo, ['sync']);
      assert.equal(none.code, 2);
      assert.match(none.stderr, /git remote add origin/);
      const gone = runCli(repo, ['sync', join(repo.root, 'nowhere')]);
      assert.equal(gone.code, 2);
      assert.match(gone.stderr, /could not be fetched: .*\n$/);
      const option = runCli(repo, ['sync', '--', '--upload-pack=touch x']);
      assert.equal(option.code, 2);
    } finally {
      repo.dispose();
    }
  });
});
