import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi, repositoryAt } from '../support/aiText.ts';
import { CLI, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const REF = 'refs/notes/ai';
const LEDGER = 'refs/notes/countersign';

describe("Notes in git-ai's place", function () {
  this.timeout(180_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({
      files: {
        'read.me': 'Hello\n',
        '.vscode/settings.json': '{ "countersign.notes.gitAi": "write" }\n',
      },
    });
    assert.equal(runCli(repo, ['hooks', 'install']).code, 0);
  });
  afterEach(() => repo.dispose());

  const commitAi = (path: string, name: string, above = ''): void => {
    const text = `${above}${aiFunction(name)}`;
    const n = text.split('\n').length - 1;
    repo.write(path, text);
    recordAi(repo.dir, path, text, [[n - 4, n]], { tool: 'cursor' });
    repo.commit(`Add ${name}`);
  };
  const noteAt = (revision = 'HEAD'): string => {
    const shown = repo.tryGit('notes', `--ref=${REF}`, 'show', revision);
    return shown.code === 0 ? shown.stdout : '';
  };
  /** The attested lines, without ids. */
  const attested = (revision = 'HEAD'): string =>
    (noteAt(revision).split('---')[0] ?? '').replace(/s_\w+::t_\w+/g, 's').trim();
  const promote = (): void => assert.equal(runCli(repo, ['promote']).code, 0);
  const doctor = (): string => runCli(repo, ['doctor']).stdout;

  it('Are written behind a commit that brought AI lines, as the codec writes them', () => {
    commitAi('a.ts', 'parsePrice', 'export const one = 1;\n');
    assert.equal(attested(), 'a.ts\n  s 2-6');
    assert.match(
      noteAt(),
      new RegExp(`"base_commit_sha": "${repo.git('rev-parse', 'HEAD').trim()}"`),
    );
    assert.equal(
      runCli(repo, ['export', 'git-ai']).stdout,
      repo.git('cat-file', 'blob', noteBlob('HEAD')),
    );
    assert.deepEqual(
      repo.git('log', '-1', '--format=%cn <%ce> %s', REF).trim(),
      'Ada Example <ada@example.org> countersign: 1 note',
    );
    repo.write('read.me', 'Hello you\n');
    repo.commit('Greet');
    assert.equal(noteAt(), '');
    assert.match(repo.git('ls-tree', '-r', '--name-only', REF), /^\w{2}\/\w{38}\n$/);
    // Nothing of our own comes back as another tool's word.
    const ledger = repo.git('rev-parse', LEDGER);
    promote();
    assert.equal(repo.git('rev-parse', LEDGER), ledger);
    assert.equal(repo.tryGit('grep', '-q', 'imported', LEDGER).code, 1);
    assert.match(doctor(), /git-ai +notes on commits are written/);
  });

  const noteBlob = (revision: string): string => {
    const list = repo.git('notes', `--ref=${REF}`, 'list', revision);
    return list.trim();
  };

  it('Follow an amend, a rebase, a squash, a split and a rewrite of everything, each made anew', () => {
    commitAi('a.ts', 'parsePrice');
    const old = repo.git('rev-parse', 'HEAD').trim();
    repo.write('a.ts', `// a person's\n${aiFunction('parsePrice')}`);
    repo.git('commit', '--quiet', '--all', '--amend', '-m', 'Parse');
    assert.equal(attested(), 'a.ts\n  s 2-6');
    assert.equal(attested(old), 'a.ts\n  s 1-5');

    repo.git('checkout', '--quiet', '-b', 'other', 'HEAD~1');
    repo.write('a.ts', 'export const zero = 0;\n');
    repo.commit('Zero');
    repo.git('checkout', '--quiet', 'main');
    const rebased = repo.tryGit('rebase', '--quiet', 'other');
    assert.notEqual(rebased.code, 0, 'both add the file');
    repo.write('a.ts', `export const zero = 0;\n// a person's\n${aiFunction('parsePrice')}`);
    repo.git('add', 'a.ts');
    repo.git('rebase', '--continue');
    assert.equal(attested(), 'a.ts\n  s 3-7');

    commitAi('b.ts', 'parseTax');
    repo.git('reset', '--quiet', '--soft', 'HEAD~2');
    repo.git('commit', '--quiet', '-m', 'Both');
    assert.equal(attested(), 'a.ts\n  s 3-7\nb.ts\n  s 1-5');

    repo.git('reset', '--quiet', 'HEAD~1');
    repo.git('add', 'b.ts');
    repo.git('commit', '--quiet', '-m', 'Taxes');
    repo.git('add', 'a.ts');
    repo.git('commit', '--quiet', '-m', 'Prices');
    assert.equal(attested('HEAD~1'), 'b.ts\n  s 1-5');
    assert.equal(attested(), 'a.ts\n  s 3-7');

    const done = repo.run(
      'git',
      ['filter-branch', '-f', '--msg-filter', 'cat; echo more', '--', 'main'],
      {
        env: { ...repo.env, FILTER_BRANCH_SQUELCH_WARNING: '1' },
      },
    );
    assert.equal(done.code, 0, done.stderr);
    assert.equal(noteAt(), '');
    promote();
    assert.equal(attested('HEAD~1'), 'b.ts\n  s 1-5');
    assert.equal(attested(), 'a.ts\n  s 3-7');
  });

  it('Are not left on a commit to which git copied one that is wrong there', () => {
    repo.git('config', 'notes.rewriteRef', REF);
    commitAi('a.ts', 'parsePrice');
    repo.write('a.ts', `// a person's\n${aiFunction('parsePrice')}`);
    repo.git('commit', '--quiet', '--all', '--amend', '-m', 'Parse');
    assert.equal(attested(), 'a.ts\n  s 2-6');
    repo.write('a.ts', 'export const zero = 0;\n');
    repo.git('commit', '--quiet', '--all', '--amend', '-m', 'Zero');
    assert.equal(noteAt(), '');
  });

  it('Give way to a note that somebody else wrote, also in the place of ours', () => {
    const foreign = 'a.ts\n  a1b2c3d4e5f60718 1-2\n---\n{"schema_version":"authorship/3.0.0"}\n';
    const hang = (): void => {
      const done = repo.run('git', ['notes', `--ref=${REF}`, 'add', '-f', '-F', '-', 'HEAD'], {
        input: foreign,
      });
      assert.equal(done.code, 0, done.stderr);
    };
    commitAi('a.ts', 'parsePrice');
    hang();
    repo.run('rm', ['-f', '.git/countersign/promoted']);
    promote();
    assert.equal(noteAt(), foreign);
    // Copied by git to the amended commit, it is still theirs.
    repo.git('config', 'notes.rewriteRef', REF);
    repo.git('commit', '--quiet', '--amend', '-m', 'Parse');
    assert.equal(noteAt(), foreign);
    commitAi('b.ts', 'parseTax');
    assert.equal(attested(), 'b.ts\n  s 1-5');
    assert.equal(noteAt('HEAD~1'), foreign);
  });

  it('Do not come back as an import when another tool writes beside them', () => {
    commitAi('a.ts', 'parsePrice');
    const note = noteAt();
    repo.run('git', ['notes', `--ref=${REF}`, 'add', '-F', '-', 'HEAD~1'], { input: note });
    const ledger = repo.git('rev-parse', LEDGER);
    promote();
    assert.equal(repo.tryGit('grep', '-q', '"tier":"imported"', LEDGER).code, 1);
    assert.equal(repo.git('rev-parse', LEDGER), ledger);
  });

  it('Lose nothing when several processes write at once', async () => {
    repo.git('config', 'core.hooksPath', '/dev/null');
    for (let i = 0; i < 6; i++) commitAi(`f${i}.ts`, `parse${i}`);
    const foreign = 'f5.ts\n  a1b2c3d4e5f60718 1\n---\n{"schema_version":"authorship/3.0.0"}\n';
    repo.git('notes', `--ref=${REF}`, 'add', '-m', foreign, 'HEAD');
    // `git notes` itself takes no care of others, so only ours are at work here.
    const codes = await Promise.all(
      Array.from(
        { length: 5 },
        () =>
          new Promise<number | null>((ended) => {
            const how = { cwd: repo.dir, env: repo.env, stdio: 'ignore' } as const;
            spawn(process.execPath, [CLI, 'promote'], how).on('close', ended);
          }),
      ),
    );
    assert.deepEqual(codes, [0, 0, 0, 0, 0]);
    assert.equal(noteAt(), foreign);
    for (const n of [1, 2, 3, 4, 5]) assert.equal(attested(`HEAD~${n}`), `f${5 - n}.ts\n  s 1-5`);
    assert.equal(repo.git('for-each-ref', 'refs/countersign/writing'), '');
  });

  it('Are known as ours in a process that was there before they were written', () => {
    const { gitAiNotes } = repositoryAt(repo.dir);
    assert.equal(gitAiNotes.isOurs('0'.repeat(40)), false);
    commitAi('a.ts', 'parsePrice');
    assert.equal(gitAiNotes.isOurs(noteBlob('HEAD')), true);
  });

  it('Go where they belong in a repository of SHA-256 objects, and in a linked work tree', () => {
    const other = createTempRepo({
      format: 'sha256',
      files: { '.vscode/settings.json': '{ "countersign.notes.gitAi": "write" }' },
    });
    try {
      const linked = join(other.root, 'linked');
      other.git('worktree', 'add', '--quiet', linked);
      const text = aiFunction('parsePrice');
      recordAi(linked, 'a.ts', text, [[1, 5]]);
      writeFileSync(join(linked, 'a.ts'), text);
      other.run('git', ['add', '--all'], { cwd: linked });
      other.run('git', ['commit', '--quiet', '-m', 'Parse'], { cwd: linked });
      assert.equal(runCli(other, ['promote'], { cwd: linked }).code, 0);
      const shown = other.git('notes', `--ref=${REF}`, 'show', 'linked');
      assert.match(shown, /^a\.ts\n {2}s_\w+::t_\w+ 1-5\n---/);
    } finally {
      other.dispose();
    }
  });

  it('Are left to git-ai where it is at work', () => {
    const signs: readonly (readonly [string, () => void, () => void])[] = [
      [
        'a socket',
        () =>
          repo.git(
            'config',
            '--global',
            'trace2.eventTarget',
            'af_unix:stream:/home/ada/.git-ai/internal/daemon/trace2.sock',
          ),
        () => repo.git('config', '--global', '--unset', 'trace2.eventTarget'),
      ],
      [
        'working logs',
        () => mkdirSync(join(repo.dir, '.git/ai/working_logs'), { recursive: true }),
        () => repo.run('rm', ['-rf', '.git/ai']),
      ],
      [
        'its folder',
        () => mkdirSync(join(repo.root, 'home/.git-ai')),
        () => repo.run('rm', ['-rf', join(repo.root, 'home/.git-ai')]),
      ],
    ];
    for (const [i, [what, install, uninstall]] of signs.entries()) {
      install();
      commitAi(`f${i}.ts`, `parse${i}`);
      assert.equal(repo.tryGit('rev-parse', '--verify', '--quiet', REF).code, 1, what);
      assert.match(doctor(), /git-ai +.*is at work here \(.*so its notes are only read/, what);
      uninstall();
    }
  });

  it('Name nobody under hashed people', () => {
    repo.write(
      '.vscode/settings.json',
      '{ "countersign.notes.gitAi": "write", "countersign.ledger.people": "hashed" }\n',
    );
    commitAi('a.ts', 'parsePrice');
    assert.equal(attested(), 'a.ts\n  s 1-5');
    assert.doesNotMatch(noteAt(), /ada/i);
    assert.doesNotMatch(repo.git('log', '-1', '--format=%cn%ce', REF), /ada/i);
  });

  it('Are not read when they are off, and are read when they are on again', () => {
    repo.write('.vscode/settings.json', '{ "countersign.notes.gitAi": "off" }\n');
    repo.write('a.ts', aiFunction('parsePrice'));
    repo.commit('Parse');
    const note = `a.ts\n  s_0123456789abcd::t_0123456789abcd 1-5\n---\n${JSON.stringify({
      schema_version: 'authorship/3.0.0',
      base_commit_sha: '',
      prompts: {},
      sessions: { s_0123456789abcd: { agent_id: { tool: 'cursor', id: 'x', model: 'y' } } },
    })}`;
    repo.run('git', ['notes', `--ref=${REF}`, 'add', '-F', '-', 'HEAD'], { input: note });
    const ours = repo.git('rev-parse', REF);
    promote();
    assert.doesNotMatch(runCli(repo, ['blame', 'a.ts']).stdout, /imported/);
    assert.match(doctor(), /git-ai +.*not read \(countersign\.notes\.gitAi is off/);
    repo.write('.vscode/settings.json', '{ "countersign.notes.gitAi": "read" }\n');
    promote();
    assert.match(runCli(repo, ['blame', 'a.ts']).stdout, /imported/);
    assert.equal(repo.git('rev-parse', REF), ours);
    assert.equal(existsSync(join(repo.dir, '.git/countersign/git-ai-notes')), false);
    repo.write('.vscode/settings.json', '{ "countersign.notes.gitAi": "sometimes" }\n');
    assert.match(
      runCli(repo, ['policy', 'check']).stdout + runCli(repo, ['policy', 'check']).stderr,
      /countersign\.notes\.gitAi must be "read", "write" or "off"/,
    );
  });

  it('Writes over no ref that names no commit', () => {
    const blob = repo.git('rev-parse', 'HEAD:read.me').trim();
    repo.git('update-ref', REF, blob);
    repo.write('a.ts', aiFunction('parsePrice'));
    recordAi(repo.dir, 'a.ts', aiFunction('parsePrice'), [[1, 5]]);
    repo.commit('Parse');
    assert.equal(repo.git('rev-parse', REF).trim(), blob);
    assert.match(runCli(repo, ['promote']).stderr, /refs\/notes\/ai/);
    assert.equal(repo.run('ls', ['.git']).stdout.includes('fast_import_crash'), false);
    // Our own ledger does not wait for it, and with the ref in order nothing is missing.
    assert.equal(repo.tryGit('grep', '-q', 'parsePrice', LEDGER).code, 0);
    repo.git('update-ref', '-d', REF);
    promote();
    assert.equal(attested(), 'a.ts\n  s 1-5');
  });
});
