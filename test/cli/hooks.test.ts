import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hookNames } from '../../server/src/node/hooks/shim.ts';
import { join, relative } from 'node:path';
import { installHooks, uninstallHooks } from '../../server/src/node/hooks/install.ts';
import {
  createHookedRepo,
  type HookedRepo,
  photograph,
  photographHooks,
  programOnPath,
  states,
  value,
} from '../support/hookedRepo.ts';
import type { TempRepoOptions } from '../support/tempRepo.ts';

const allInstalled = 'pre-commit: installed, pre-merge-commit: installed';

describe('git hooks', function () {
  this.timeout(30_000);
  const repos: HookedRepo[] = [];
  const create = (options?: TempRepoOptions) => {
    const repo = createHookedRepo(options);
    repos.push(repo);
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  const asked = (repo: HookedRepo) => repo.calls().map((call) => call.argv.at(-1));

  describe('asking the gate', () => {
    it('A commit asks the gate about the index and goes through when it says so', async () => {
      const repo = create();
      repo.askGit();
      assert.equal(states(await repo.install()), allInstalled);
      assert.equal(repo.tryCommit().code, 0);
      const [call] = repo.calls();
      assert.deepEqual(call?.argv, ['gate', '--staged', '--hook', 'pre-commit']);
      assert.equal(call?.cwd, repo.dir);
      assert.deepEqual(call?.staged, ['src/größe.ts']);
    });

    it("The gate's words and its refusal reach git", async () => {
      const repo = create();
      await repo.install();
      repo.answer(1, 'Countersign: 3 unverified blocks in 1 file');
      const ended = repo.tryCommit();
      assert.equal(ended.code, 1);
      assert.match(ended.stdout + ended.stderr, /^Countersign: 3 unverified blocks/);
      assert.equal(repo.git('rev-list', '--count', 'HEAD').trim(), '1');
    });

    it('The exit code of the gate is the exit code of the hook', async () => {
      const repo = create();
      await repo.install();
      for (const code of [0, 1, 2, 7]) {
        repo.answer(code);
        assert.equal(repo.run('.git/hooks/pre-commit', [], { env: repo.onlyGit }).code, code);
      }
    });

    it('All ways to commit ask: -a, a path, --amend; --no-verify does not', async () => {
      const repo = create();
      repo.askGit();
      await repo.install();
      const commit = (...args: string[]) =>
        repo.run('git', ['commit', '--quiet', '-m', 'More', ...args], { env: repo.onlyGit }).code;
      repo.write('read me.md', 'Hello again\n');
      assert.equal(commit('-a'), 0);
      repo.write('read me.md', 'Hello once more\n');
      assert.equal(commit('read me.md'), 0);
      assert.equal(commit('--amend'), 0);
      assert.deepEqual(asked(repo), ['pre-commit', 'pre-commit', 'pre-commit']);
      assert.deepEqual(
        repo.calls()[0]?.staged,
        ['read me.md'],
        'the index of -a is the one judged',
      );
      assert.deepEqual(repo.calls()[1]?.staged, ['read me.md'], 'and so is the one of a path');
      repo.answer(1);
      repo.write('read me.md', 'Hello for the last time\n');
      assert.equal(commit('-a', '--no-verify'), 0);
    });

    it('A merge asks through pre-merge-commit, and a refusal stops it', async () => {
      const repo = create();
      await repo.install();
      repo.git('checkout', '--quiet', '-b', 'side');
      assert.equal(repo.tryCommit().code, 0);
      repo.git('checkout', '--quiet', 'main');
      repo.write('other.md', 'Other\n');
      repo.commit('Other');
      repo.answer(1);
      const merge = ['merge', '--quiet', '--no-edit', 'side'];
      assert.notEqual(repo.run('git', merge, { env: repo.onlyGit }).code, 0);
      assert.equal(asked(repo).at(-1), 'pre-merge-commit');
      repo.git('merge', '--abort');
      repo.answer(0);
      assert.equal(repo.run('git', merge, { env: repo.onlyGit }).code, 0);
      assert.equal(repo.git('rev-list', '--merges', '--count', 'HEAD').trim(), '1');
    });

    it("VS Code's own binary is started as Node; plain Node gets no such variable", async () => {
      const repo = create();
      await repo.install();
      repo.tryCommit();
      const electron = { ...repo.runtime, electron: true };
      value(await installHooks(await repo.hookRepo(), electron, { dryRun: false }));
      repo.tryCommit();
      assert.deepEqual(
        repo.calls().map((call) => call.electron),
        [null, '1'],
      );
    });

    it('NODE_OPTIONS of a debugger or an agent do not reach the gate', async () => {
      const repo = create();
      await repo.install();
      const env = { ...repo.onlyGit, NODE_OPTIONS: '--require ./nowhere.js' };
      assert.equal(repo.run('.git/hooks/pre-commit', [], { env }).code, 0);
      assert.equal(repo.calls()[0]?.nodeOptions, '');
    });

    it('No configuration is written, neither here nor for the person', async () => {
      const repo = create();
      const before = [repo.git('config', '--list'), photograph(join(repo.root, 'home'))];
      await repo.install();
      assert.deepEqual([repo.git('config', '--list'), photograph(join(repo.root, 'home'))], before);
    });

    it('The hook is a sh script with LF line ends and mode 0755, also under a strict umask', async () => {
      const repo = create();
      const umask = process.umask(0o077);
      await repo.install().finally(() => process.umask(umask));
      assert.match(repo.read('.git/hooks/pre-commit'), /^#!\/bin\/sh\n/);
      assert.doesNotMatch(repo.read('.git/hooks/pre-commit'), /\r/);
      assert.match(photographHooks(repo), /^hooks\/pre-commit 755 /m);
    });
  });

  describe('a hook that is there already', () => {
    const hookIs = (repo: HookedRepo, text: string, mode = 0o755) =>
      repo.write('.git/hooks/pre-commit', text, mode);

    it('It runs first, then the gate is asked', async () => {
      const repo = create();
      hookIs(repo, '#!/bin/sh\necho theirs >> order\nexit 0\n');
      await repo.install();
      repo.answer(1, 'ours');
      const ended = repo.tryCommit();
      assert.equal(ended.code, 1);
      assert.equal(repo.read('order'), 'theirs\n');
      assert.deepEqual(asked(repo), ['pre-commit']);
    });

    it('Its refusal stands with its own exit code, and the gate is not asked', async () => {
      const repo = create();
      hookIs(repo, '#!/bin/sh\necho "no tests" >&2\nexit 42\n');
      await repo.install();
      assert.match(repo.tryCommit().stderr, /^no tests/);
      assert.equal(repo.run('.git/hooks/pre-commit', [], { env: repo.onlyGit }).code, 42);
      assert.deepEqual(asked(repo), []);
    });

    it('It gets the same arguments, standard input and environment', async () => {
      const repo = create();
      const script =
        '#!/bin/sh\nprintf "%s|" "$@"\nwhile read -r line; do echo "in:$line"; done\nexport -p\n';
      const alone = hookIs(repo, script);
      const how = { input: 'one\ntwo\n', env: { ...repo.onlyGit, MARK: "a 'b' \n c" } };
      const args = ['first', 'with blank', '', '*'];
      // What shells count and note for themselves differs with their depth.
      const seen = () =>
        repo.run(alone, args, how).stdout.replace(/^.* (SHLVL|OLDPWD|PWD|_)=?.*\n/gm, '');
      const before = seen();
      assert.match(before, /^first\|with blank\|\|\*\|in:one\nin:two\n[^]*MARK=/);
      await repo.install();
      assert.equal(seen(), before);
    });

    const kinds: Record<string, (repo: HookedRepo, hook: string) => void> = {
      'A link': (repo, hook) => {
        const script = '#!/bin/sh\n[ -f "$(dirname "$0")/../../scripts/check.sh" ] && echo > ran\n';
        repo.write('scripts/check.sh', script, 0o755);
        symlinkSync('../../scripts/check.sh', hook);
      },
      'A script of another language': (repo, hook) => {
        const script = `#!${process.execPath}\nrequire('fs').writeFileSync('ran', '');\n`;
        repo.write(relative(repo.dir, hook), script, 0o755);
      },
      'A script without a first line': (repo, hook) => {
        repo.write(relative(repo.dir, hook), 'echo > ran\n', 0o755);
      },
      'A program': (_repo, hook) => {
        // A real one that needs no argument; what it writes is seen below.
        copyFileSync(programOnPath('pwd'), hook);
      },
    };
    for (const [kind, make] of Object.entries(kinds)) {
      it(`${kind} runs as it did, and comes back as it was`, async () => {
        const repo = create();
        make(repo, join(repo.dir, '.git/hooks/pre-commit'));
        const before = photographHooks(repo);
        await repo.install();
        const ended = repo.run('git', ['commit', '--allow-empty', '-qm', 'x']);
        assert.equal(ended.code, 0, ended.stderr);
        const ran =
          existsSync(join(repo.dir, 'ran')) || (ended.stdout + ended.stderr).includes(repo.dir);
        assert.equal(ran, true);
        assert.deepEqual(asked(repo), ['pre-commit']);
        await repo.uninstall();
        assert.equal(photographHooks(repo), before);
      });
    }

    it('One that is not executable stays ignored, and that is said', async () => {
      const repo = create();
      hookIs(repo, '#!/bin/sh\nexit 1\n', 0o644);
      const before = photographHooks(repo);
      const report = await repo.install();
      assert.match(report.messages.join('\n'), /not executable: git did not run it/);
      assert.equal(report.hooks[0]?.chained, undefined);
      assert.equal(repo.tryCommit().code, 0);
      await repo.uninstall();
      assert.equal(photographHooks(repo), before);
    });

    it('A link to nowhere stays ignored, and comes back as it was', async () => {
      const repo = create();
      symlinkSync('../../nowhere.sh', join(repo.dir, '.git/hooks/pre-commit'));
      const before = photographHooks(repo);
      const report = await repo.install();
      assert.match(report.messages.join('\n'), /symbolic link to \.\.\/\.\.\/nowhere\.sh/);
      assert.equal(repo.tryCommit().code, 0);
      await repo.uninstall();
      assert.equal(photographHooks(repo), before);
    });

    it('One that asks for its own name still gets it (husky 4, overcommit)', async () => {
      const repo = create();
      repo.write('.git/hooks/helper.sh', 'echo "$(basename "$0")" > name\n');
      hookIs(repo, '#!/bin/sh\n. "$(dirname "$0")/helper.sh"\n# for $(basename "$0")\n');
      const before = photographHooks(repo);
      await repo.install();
      const again = photographHooks(repo);
      assert.equal(repo.run('git', ['commit', '--allow-empty', '-qm', 'x']).code, 0);
      assert.equal(repo.read('name'), 'pre-commit\n');
      await repo.install();
      assert.equal(photographHooks(repo), again);
      await repo.uninstall();
      assert.equal(photographHooks(repo), before);
    });

    it('When it vanishes later, every commit says so', async () => {
      const repo = create();
      hookIs(repo, '#!/bin/sh\nexit 0\n');
      const report = await repo.install();
      renameSync(report.hooks[0]?.chained ?? '', join(repo.root, 'gone'));
      const ended = repo.tryCommit();
      assert.equal(ended.code, 0);
      assert.match(ended.stderr, /the hook that ran first here, .* is gone/);
    });
  });

  describe('installing again, and taking away', () => {
    it('A second install changes nothing at all', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n', 0o755);
      await repo.install();
      const before = photographHooks(repo);
      const report = await repo.install();
      assert.equal(photographHooks(repo), before);
      assert.match(report.messages.join('\n'), /nothing was changed/);
    });

    it('A newer runtime refreshes our files only', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n', 0o700);
      await repo.install();
      const lines = photographHooks(repo).split('\n');
      const moved = join(repo.root, "it's moved", 'cli.cjs');
      mkdirSync(join(repo.root, "it's moved"));
      copyFileSync(repo.runtime.cli, moved);
      const runtime = { ...repo.runtime, cli: moved };
      value(await installHooks(await repo.hookRepo(), runtime, { dryRun: false }));
      const changed = photographHooks(repo)
        .split('\n')
        .filter((line) => !lines.includes(line));
      assert.deepEqual(
        changed.map((line) => line.split(' ')[0]),
        ['countersign/runtime', ...hookNames.map((name) => `hooks/${name}`).sort()],
      );
      assert.equal(repo.tryCommit().code, 0);
    });

    it('Uninstalling restores every byte, mode and link, and leaves no file of ours', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/bash -e\r\nno newline at the end', 0o711);
      symlinkSync('pre-commit', join(repo.dir, '.git/hooks/pre-merge-commit'));
      const before = photographHooks(repo);
      await repo.install();
      assert.notEqual(photographHooks(repo), before);
      assert.equal(
        states(await repo.uninstall()),
        'pre-commit: foreign, pre-merge-commit: foreign',
      );
      assert.equal(photographHooks(repo), before);
      assert.match((await repo.uninstall()).messages.join('\n'), /nothing was changed/);
    });

    it('The journal beside our record stays', async () => {
      const repo = create();
      await repo.install();
      repo.write('.git/countersign/journal/main/1.jsonl', '{}\n');
      await repo.uninstall();
      assert.equal(repo.read('.git/countersign/journal/main/1.jsonl'), '{}\n');
    });

    it('Without its record it still takes itself away exactly', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n', 0o755);
      const before = photographHooks(repo);
      await repo.install();
      writeFileSync(join(repo.dir, '.git/countersign/hooks.json'), '{ torn');
      await repo.uninstall();
      assert.equal(photographHooks(repo), before);
    });

    it('What somebody changed in our file is kept and named', async () => {
      const repo = create();
      await repo.install();
      const text = `${repo.read('.git/hooks/pre-commit')}echo mine\n`;
      repo.write('.git/hooks/pre-commit', text);
      assert.match(states(await repo.status()), /^pre-commit: outdated/);
      const report = await repo.uninstall();
      assert.match(report.messages.join('\n'), /changed by hand.*pre-commit\.countersign-changed/);
      assert.equal(repo.read('.git/hooks/pre-commit.countersign-changed'), text);
      assert.equal(existsSync(join(repo.dir, '.git/hooks/pre-commit')), false);
    });

    it('A hook that replaced ours is not touched, and the one from before is not lost', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\necho old\n', 0o755);
      await repo.install();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\necho new\n', 0o755);
      assert.match(states(await repo.status()), /^pre-commit: overwritten/);
      const report = await repo.uninstall();
      assert.equal(repo.read('.git/hooks/pre-commit'), '#!/bin/sh\necho new\n');
      assert.equal(
        repo.read('.git/hooks/pre-commit.countersign-original'),
        '#!/bin/sh\necho old\n',
      );
      assert.match(report.messages.join('\n'), /replaced by somebody else/);
    });

    it('Installing over a hook that replaced ours runs the new one, and keeps the old one', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\necho old >> order\n', 0o755);
      await repo.install();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\necho new >> order\n', 0o755);
      const report = await repo.install();
      assert.equal(states(report), allInstalled);
      assert.match(report.messages.join('\n'), /kept as .*pre-commit\.countersign-earlier/);
      assert.equal(repo.tryCommit().code, 0);
      assert.equal(repo.read('order'), 'new\n');
      await repo.uninstall();
      assert.equal(repo.read('.git/hooks/pre-commit'), '#!/bin/sh\necho new >> order\n');
    });

    it('A dry run says what would be done and writes nothing', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n', 0o755);
      const before = photographHooks(repo);
      const planned = value(
        await installHooks(await repo.hookRepo(), repo.runtime, { dryRun: true }),
      );
      assert.equal(photographHooks(repo), before);
      assert.match(
        planned.messages.join('\n'),
        /Would keep .*pre-commit as .*pre-commit\.countersign-original/,
      );
      assert.match(planned.messages.join('\n'), /Would write .*pre-merge-commit\./);
      await repo.install();
      const installed = photographHooks(repo);
      const removal = value(await uninstallHooks(await repo.hookRepo(), { dryRun: true }));
      assert.equal(photographHooks(repo), installed);
      assert.match(removal.messages.join('\n'), /Would move .*countersign-original to /);
    });

    it('The status names what is missing and what is outdated', async () => {
      const repo = create();
      assert.equal(states(await repo.status()), 'pre-commit: missing, pre-merge-commit: missing');
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\n', 0o755);
      assert.equal(states(await repo.status()), 'pre-commit: foreign, pre-merge-commit: missing');
      assert.equal(states(await repo.install()), allInstalled);
      renameSync(repo.runtime.cli, `${repo.runtime.cli}.gone`);
      const report = await repo.status();
      assert.equal(states(report), 'pre-commit: outdated, pre-merge-commit: outdated');
      assert.match(report.messages.join('\n'), /cli\.cjs, which is not there any more/);
    });
  });

  describe('kinds of repositories', () => {
    it('A linked work tree shares the hook of its repository', async () => {
      const repo = create();
      const linked = join(repo.root, 'linked tree');
      repo.git('worktree', 'add', '--quiet', '-b', 'side', linked);
      await repo.install(linked);
      assert.equal(existsSync(join(repo.dir, '.git/hooks/pre-commit')), true);
      writeFileSync(join(linked, 'new.md'), 'New\n');
      repo.run('git', ['add', '--all'], { cwd: linked });
      const how = { cwd: linked, env: repo.onlyGit };
      assert.equal(repo.run('git', ['commit', '-qm', 'New'], how).code, 0);
      assert.equal(repo.calls()[0]?.cwd, linked);
      assert.equal(repo.tryCommit().code, 0);
      await repo.uninstall(linked);
      assert.equal(existsSync(join(repo.dir, '.git/hooks/pre-commit')), false);
    });

    it('A subfolder finds the repository it lies in', async () => {
      const repo = create();
      repo.write('deep/er/x.md', '');
      await repo.install(join(repo.dir, 'deep/er'));
      assert.equal(repo.tryCommit().code, 0);
      assert.equal(repo.calls().length, 1);
    });

    it('A submodule gets its own hook', async () => {
      const repo = create();
      const library = create({ name: 'library' });
      repo.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        library.dir,
        'lib',
      );
      const lib = join(repo.dir, 'lib');
      await repo.install(lib);
      assert.equal(existsSync(join(repo.dir, '.git/modules/lib/hooks/pre-commit')), true);
      assert.equal(existsSync(join(repo.dir, '.git/hooks/pre-commit')), false);
      const how = { cwd: lib, env: repo.onlyGit };
      assert.equal(repo.run('git', ['commit', '--allow-empty', '-qm', 'New'], how).code, 0);
      assert.equal(repo.calls()[0]?.cwd, lib);
    });

    it('A bare repository with work trees has one hook for all of them', async () => {
      const repo = create({ bare: true, files: undefined });
      const source = create();
      source.git('push', '--quiet', repo.dir, 'main');
      const tree = join(repo.root, 'tree');
      repo.git('worktree', 'add', '--quiet', tree, 'main');
      await repo.install();
      const how = { cwd: tree, env: repo.onlyGit };
      assert.equal(repo.run('git', ['commit', '--allow-empty', '-qm', 'New'], how).code, 0);
      assert.equal(repo.calls()[0]?.cwd, tree);
      assert.equal(states(await repo.status(tree)), allInstalled);
    });

    it('A repository without a commit is asked from its first one', async () => {
      const repo = create({ files: undefined });
      await repo.install();
      repo.answer(1);
      assert.equal(repo.tryCommit().code, 1);
      repo.answer(0);
      assert.equal(repo.tryCommit().code, 0);
    });

    it('A moved repository still runs the hook from before', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\necho ran > ran\n', 0o755);
      await repo.install();
      const moved = join(repo.root, 'moved');
      renameSync(repo.dir, moved);
      const how = { cwd: moved, env: repo.onlyGit };
      assert.equal(repo.run('git', ['commit', '--allow-empty', '-qm', 'New'], how).code, 0);
      assert.equal(existsSync(join(moved, 'ran')), true);
      await repo.uninstall(moved);
      assert.equal(existsSync(join(moved, '.git/hooks/pre-merge-commit')), false);
      mkdirSync(repo.dir);
    });
  });
});
