import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { installHooks } from '../../server/src/node/hooks/install.ts';
import { callLine } from '../../server/src/node/hooks/line.ts';
import {
  createHookedRepo,
  type HookedRepo,
  photograph,
  photographHooks,
  refusal,
  states,
} from '../support/hookedRepo.ts';
import type { TempRepoOptions } from '../support/tempRepo.ts';

const allInstalled = 'pre-commit: installed, pre-merge-commit: installed';

describe('where git and others keep hooks', function () {
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
  /** All files a person sees; git's own directory apart. */
  const workTree = (repo: HookedRepo) => photograph(repo.dir, (path) => path === '.git');
  const refusedToInstall = async (repo: HookedRepo, kind: Parameters<typeof refusal>[1]) =>
    refusal(await installHooks(await repo.hookRepo(), repo.runtime, { dryRun: false }), kind);
  /** A clone in which nobody installed Countersign. */
  const cloneOf = (repo: HookedRepo) => {
    const clone = join(repo.root, 'clone');
    repo.git('clone', '--quiet', repo.dir, clone);
    return clone;
  };
  const emptyCommit = (repo: HookedRepo, cwd = repo.dir) =>
    repo.run('git', ['commit', '--allow-empty', '-qm', 'Empty'], { cwd, env: repo.onlyGit });

  describe('core.hooksPath', () => {
    it('In the git directory it is a folder like any other', async () => {
      const repo = create();
      repo.git('config', 'core.hooksPath', join(repo.dir, '.git/my hooks'));
      repo.write('.git/my hooks/pre-commit', '#!/bin/sh\necho > ran\n', 0o755);
      const before = photograph(join(repo.dir, '.git/my hooks'));
      assert.equal(states(await repo.install()), allInstalled);
      assert.equal(repo.tryCommit().code, 0);
      assert.equal(existsSync(join(repo.dir, 'ran')), true);
      assert.equal(repo.calls().length, 1);
      assert.equal(existsSync(join(repo.dir, '.git/hooks/pre-commit')), false);
      await repo.uninstall();
      assert.equal(photograph(join(repo.dir, '.git/my hooks')), before);
    });

    it('In a folder of the work tree that git ignores, too, also when it is relative and one stands in a subfolder', async () => {
      const repo = create({ files: { '.gitignore': '/local-hooks/\n' } });
      repo.git('config', 'core.hooksPath', 'local-hooks');
      repo.write('local-hooks/pre-commit', '#!/bin/sh\nexit 0\n', 0o755);
      repo.write('deep/x.md', '');
      assert.equal(states(await repo.install(join(repo.dir, 'deep'))), allInstalled);
      assert.match(repo.read('local-hooks/pre-commit'), /countersign:shim/);
      assert.equal(repo.tryCommit().code, 0);
      assert.equal(repo.calls().length, 1);
    });

    it('A folder that may be committed gets a line without any path of this machine', async () => {
      const repo = create();
      repo.git('config', 'core.hooksPath', '.githooks');
      repo.write('.githooks/pre-commit', '#!/bin/bash\nfalse\ntrue', 0o755);
      repo.commit('Team hooks');
      const before = workTree(repo);
      const report = await repo.install();
      assert.equal(states(report), allInstalled);
      assert.match(report.messages.join('\n'), /Commit it/);
      for (const hook of ['pre-commit', 'pre-merge-commit']) {
        const text = repo.read(`.githooks/${hook}`);
        assert.equal(text.includes(repo.root) || text.includes(process.execPath), false);
      }
      repo.commit('Countersign');
      assert.equal(repo.calls().length, 1);
      repo.answer(1);
      assert.equal(emptyCommit(repo).code, 1);
      repo.answer(0);
      const clone = cloneOf(repo);
      repo.run('git', ['config', 'core.hooksPath', '.githooks'], { cwd: clone });
      assert.deepEqual(emptyCommit(repo, clone), { code: 0, stdout: '', stderr: '' });
      await repo.uninstall();
      assert.equal(workTree(repo), before);
    });

    it("The answer of the team's script stands, though it does not stop at the first failure", async () => {
      const repo = create();
      repo.git('config', 'core.hooksPath', '.githooks');
      repo.write('.githooks/pre-commit', '#!/bin/sh\n[ ! -e refuse ]\n', 0o755);
      await repo.install();
      assert.equal(repo.tryCommit().code, 0);
      repo.write('refuse', '');
      assert.equal(repo.tryCommit().code, 1);
      assert.equal(repo.calls().length, 1);
    });

    const early = ['exit 0', '[ -e x ] || exit 0', 'exec true', 'trap "exit 0" EXIT', 'true \\'];
    for (const words of early) {
      it(`A script that may end early is still followed by the gate: ${words}`, async () => {
        const repo = create();
        repo.git('config', 'core.hooksPath', '.githooks');
        const text = `#!/bin/sh\necho ran "$@" >> ran\n[ ! -e refuse ] || exit 5\n${words}`;
        repo.write('.githooks/pre-commit', text, 0o755);
        await repo.install();
        assert.equal(repo.run('.githooks/pre-commit', ['a b']).code, 0);
        assert.equal(repo.read('ran'), 'ran a b\n');
        assert.equal(repo.calls().length, 1);
        repo.answer(3);
        assert.equal(repo.run('.githooks/pre-commit', []).code, 3);
        repo.write('refuse', '');
        assert.equal(repo.run('.githooks/pre-commit', []).code, 5);
        assert.equal(repo.calls().length, 2);
        await repo.uninstall();
        assert.equal(repo.read('.githooks/pre-commit'), text);
      });
    }

    it('A committed hook that is no shell script is left alone, and the words say what to do', async () => {
      const repo = create();
      repo.git('config', 'core.hooksPath', '.githooks');
      repo.write('.githooks/pre-commit', '#!/usr/bin/env python3\nprint(1)\n', 0o755);
      const before = [workTree(repo), photographHooks(repo)];
      const words = await refusedToInstall(repo, 'not-shell');
      assert.match(words, /countersign\/hooks\/pre-commit/);
      assert.deepEqual([workTree(repo), photographHooks(repo)], before);
    });

    it('A line that somebody changed stays, and does nothing any more', async () => {
      const repo = create();
      repo.git('config', 'core.hooksPath', '.githooks');
      await repo.install();
      const text = repo.read('.githooks/pre-commit').replace('"$@"', '"$@" # ours');
      repo.write('.githooks/pre-commit', text);
      const report = await repo.uninstall();
      assert.equal(repo.read('.githooks/pre-commit'), text);
      assert.match(report.messages.join('\n'), /written or changed by hand/);
      assert.equal(repo.tryCommit().code, 0);
    });

    it('A line that a branch does not have is missed aloud', async () => {
      const repo = create();
      repo.git('config', 'core.hooksPath', '.githooks');
      repo.write('.githooks/pre-commit', '#!/bin/sh\n', 0o755);
      repo.commit('Team hooks');
      await repo.install();
      repo.git('checkout', '--quiet', '--', '.githooks/pre-commit');
      const report = await repo.status();
      assert.match(states(report), /^pre-commit: overwritten/);
      assert.match(report.messages.join('\n'), /perhaps this branch has an older version/);
    });

    it('A folder outside the repository is refused, with the line to add by hand', async () => {
      const repo = create();
      const shared = join(repo.root, 'home/hooks');
      mkdirSync(shared);
      repo.git('config', '--global', 'core.hooksPath', '~/hooks');
      const words = await refusedToInstall(repo, 'shared-folder');
      assert.match(words, /lies outside this repository and may serve others/);
      assert.ok(words.includes(callLine('pre-commit')), words);
      assert.equal(photograph(shared), '');
      assert.equal(photographHooks(repo).includes('countersign'), false);
    });

    it('With that line by hand it is installed, and other repositories do not notice', async () => {
      const repo = create();
      const shared = join(repo.root, 'home/hooks');
      mkdirSync(shared);
      const script = `#!/bin/sh\n${callLine('pre-commit')}\nexit 0\n`;
      writeFileSync(join(shared, 'pre-commit'), script, { mode: 0o755 });
      repo.git('config', '--global', 'core.hooksPath', '~/hooks');
      const report = await repo.install();
      assert.equal(states(report), 'pre-commit: installed, pre-merge-commit: missing');
      assert.ok(report.messages.join('\n').includes(callLine('pre-merge-commit')));
      repo.answer(4);
      assert.equal(repo.tryCommit().code, 1);
      assert.equal(emptyCommit(repo, cloneOf(repo)).code, 0);
      await repo.uninstall();
      assert.equal(readFileSync(join(shared, 'pre-commit'), 'utf8'), script);
      assert.equal(repo.tryCommit().code, 0);
    });

    it('Hooks turned off by /dev/null are named as such', async () => {
      const repo = create();
      repo.git('config', 'core.hooksPath', '/dev/null');
      assert.match(await refusedToInstall(repo, 'hooks-off'), /turns all hooks off/);
    });

    it('Set after the install it leaves our hook unused: the status says so, and both places are cleared', async () => {
      const repo = create();
      const before = photographHooks(repo);
      await repo.install();
      repo.git('config', 'core.hooksPath', '.githooks');
      const report = await repo.status();
      assert.equal(states(report), 'pre-commit: missing, pre-merge-commit: missing');
      assert.match(report.messages.join('\n'), /git takes its hooks from .*\.githooks now/);
      await repo.install();
      assert.equal(repo.tryCommit().code, 0);
      assert.equal(repo.calls().length, 1);
      await repo.uninstall();
      assert.equal(photographHooks(repo), before);
      assert.equal(existsSync(join(repo.dir, '.githooks')), false);
    });
  });

  describe('links that lead away', () => {
    it('A hooks folder that is a link out of the repository is not followed', async () => {
      const repo = create();
      const victim = join(repo.root, 'victim');
      mkdirSync(victim);
      rmSync(join(repo.dir, '.git/hooks'), { recursive: true });
      symlinkSync(victim, join(repo.dir, '.git/hooks'));
      assert.match(
        await refusedToInstall(repo, 'leaves-repository'),
        /leads out of the repository/,
      );
      assert.equal(photograph(victim), '');
    });

    it('One that leads to nowhere outside is not made either', async () => {
      const repo = create();
      const victim = join(repo.root, 'not there');
      rmSync(join(repo.dir, '.git/hooks'), { recursive: true });
      symlinkSync(victim, join(repo.dir, '.git/hooks'));
      await refusedToInstall(repo, 'leaves-repository');
      assert.equal(existsSync(victim), false);
    });

    it('Our own folder in the git directory is not followed out of it', async () => {
      const repo = create();
      const victim = join(repo.root, 'victim');
      mkdirSync(victim);
      symlinkSync(victim, join(repo.dir, '.git/countersign'));
      await refusedToInstall(repo, 'leaves-repository');
      assert.equal(photograph(victim), '');
    });

    it('A hook that is a link is replaced, and what it leads to stays as it is', async () => {
      const repo = create();
      const victim = join(repo.root, 'victim.sh');
      writeFileSync(victim, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
      symlinkSync(victim, join(repo.dir, '.git/hooks/pre-commit'));
      await repo.install();
      assert.equal(readFileSync(victim, 'utf8'), '#!/bin/sh\nexit 0\n');
      assert.equal(repo.tryCommit().code, 0);
    });

    it('A link from the hooks folder into the work tree is a folder that may be committed', async () => {
      const repo = create();
      repo.write('team/pre-commit', '#!/bin/sh\nexit 0\n', 0o755);
      rmSync(join(repo.dir, '.git/hooks'), { recursive: true });
      symlinkSync('../team', join(repo.dir, '.git/hooks'));
      await repo.install();
      assert.equal(repo.read('team/pre-commit').includes(repo.root), false);
      assert.equal(repo.tryCommit().code, 0);
      assert.equal(repo.calls().length, 1);
    });

    it('A record that names files elsewhere makes nobody touch them', async () => {
      const repo = create();
      await repo.install();
      const victim = join(repo.root, 'victim/hooks');
      mkdirSync(victim, { recursive: true });
      cpSync(join(repo.dir, '.git/hooks/pre-commit'), join(victim, 'pre-commit'));
      const record = JSON.parse(repo.read('.git/countersign/hooks.json'));
      record.hooks.push({ name: 'pre-commit', how: 'file', file: join(victim, 'pre-commit') });
      record.madeFolders.push(victim);
      repo.write('.git/countersign/hooks.json', JSON.stringify(record));
      const before = photograph(victim);
      const report = await repo.uninstall();
      assert.equal(photograph(victim), before);
      assert.match(report.messages.join('\n'), /lies outside this repository and was left alone/);
    });
  });

  describe('husky', () => {
    /** What husky 9 makes on every `npm install`, in our words. */
    const huskyInstall = (repo: HookedRepo, dir = repo.dir) => {
      const folder = join(dir, '.husky/_');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, '.gitignore'), '*');
      writeFileSync(
        join(folder, 'h'),
        '#!/usr/bin/env sh\nn=$(basename "$0")\ns=$(dirname "$(dirname "$0")")/$n\n[ ! -f "$s" ] && exit 0\n[ "${HUSKY-}" = "0" ] && exit 0\nexport PATH="node_modules/.bin:$PATH"\nsh -e "$s" "$@"\nc=$?\n[ $c != 0 ] && echo "husky - $n script failed (code $c)"\nexit $c\n',
      );
      for (const hook of ['pre-commit', 'pre-merge-commit', 'commit-msg']) {
        writeFileSync(join(folder, hook), '#!/usr/bin/env sh\n. "$(dirname "$0")/h"', {
          mode: 0o755,
        });
      }
      repo.run('git', ['config', 'core.hooksPath', '.husky/_'], { cwd: dir });
    };
    const commitIn = (repo: HookedRepo, cwd = repo.dir) =>
      repo.run('git', ['commit', '--allow-empty', '-qm', 'Empty'], { cwd });

    it('The script of the team gets the line, runs first, and its refusal stands', async () => {
      const repo = create();
      huskyInstall(repo);
      repo.write('.husky/pre-commit', 'echo ran >> ran\n[ ! -e refuse ]\n', 0o644);
      repo.git('add', '.husky');
      const before = workTree(repo);
      const report = await repo.install();
      assert.equal(states(report), allInstalled);
      assert.equal(report.hooks[0]?.how, 'husky');
      assert.equal(repo.read('.husky/pre-commit').includes(repo.root), false);
      assert.equal(commitIn(repo).code, 0);
      repo.answer(1);
      assert.equal(commitIn(repo).code, 1);
      assert.equal(repo.calls().length, 2);
      repo.write('refuse', '');
      assert.equal(commitIn(repo).code, 1);
      assert.equal(repo.calls().length, 2);
      rmSync(join(repo.dir, 'refuse'));
      rmSync(join(repo.dir, 'ran'));
      await repo.uninstall();
      assert.equal(workTree(repo), before);
    });

    it('It survives the next npm install, and a second install changes nothing', async () => {
      const repo = create();
      huskyInstall(repo);
      repo.write('.husky/pre-commit', 'npm test || exit 0');
      await repo.install();
      const before = [workTree(repo), photographHooks(repo)];
      huskyInstall(repo);
      assert.equal(states(await repo.install()), allInstalled);
      assert.deepEqual([workTree(repo), photographHooks(repo)], before);
      assert.equal(commitIn(repo).code, 0);
      assert.equal(repo.calls().length, 1);
    });

    it('A teammate without Countersign notices nothing', async () => {
      const repo = create();
      huskyInstall(repo);
      await repo.install();
      repo.write('.husky/commit-msg', 'exit 0\n');
      repo.commit('Hooks');
      const clone = cloneOf(repo);
      huskyInstall(repo, clone);
      assert.deepEqual(commitIn(repo, clone), { code: 0, stdout: '', stderr: '' });
      assert.equal(
        states(await repo.status(clone)),
        'pre-commit: missing, pre-merge-commit: missing',
      );
    });

    it('In a linked work tree, whose git directory is elsewhere, the line finds our hook', async () => {
      const repo = create();
      huskyInstall(repo);
      await repo.install();
      repo.commit('Hooks');
      const linked = join(repo.root, 'linked');
      repo.git('worktree', 'add', '--quiet', '-b', 'side', linked);
      huskyInstall(repo, linked);
      const before = repo.calls().length;
      assert.equal(commitIn(repo, linked).code, 0);
      assert.equal(repo.calls().length, before + 1);
    });

    it("Without husky's own folder git runs nothing, and that is said", async () => {
      const repo = create();
      huskyInstall(repo);
      await repo.install();
      rmSync(join(repo.dir, '.husky/_'), { recursive: true });
      const report = await repo.status();
      assert.equal(states(report), 'pre-commit: missing, pre-merge-commit: missing');
      assert.match(report.messages.join('\n'), /npm install/);
    });

    it('Husky 8 starts its scripts a second time itself, and the gate is asked once', async () => {
      const repo = create();
      repo.git('config', 'core.hooksPath', '.husky');
      repo.write('.husky/_/.gitignore', '*');
      repo.write(
        '.husky/_/husky.sh',
        'if [ -z "$husky_skip_init" ]; then\n  readonly husky_skip_init=1\n  export husky_skip_init\n  sh -e "$0" "$@"\n  exit $?\nfi\n',
      );
      for (const ending of ['', 'exit 0\n']) {
        const text = `#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\necho ran >> ran\n${ending}`;
        repo.write('.husky/pre-commit', text, 0o755);
        const before = repo.calls().length;
        await repo.install();
        assert.equal(commitIn(repo).code, 0);
        assert.equal(repo.read('ran'), 'ran\n');
        assert.equal(repo.calls().length, before + 1);
        await repo.uninstall();
        assert.equal(repo.read('.husky/pre-commit'), text);
        rmSync(join(repo.dir, 'ran'));
      }
    });
  });

  describe('lefthook', () => {
    const own = (words: string) => `#!/bin/sh\n# LEFTHOOK_VERBOSE\n${words}\n`;
    /** Lefthook's way: what is not its own file becomes `<hook>.old`. */
    const lefthookInstall = (repo: HookedRepo, words: string) => {
      const hook = join(repo.dir, '.git/hooks/pre-commit');
      const isForeign =
        existsSync(hook) && !repo.read('.git/hooks/pre-commit').includes('LEFTHOOK');
      if (isForeign) renameSync(hook, `${hook}.old`);
      repo.write('.git/hooks/pre-commit', own(words), 0o755);
    };

    it('Its hook is chained, and the words say what it will do later', async () => {
      const repo = create();
      lefthookInstall(repo, 'echo > ran');
      const before = photographHooks(repo);
      const report = await repo.install();
      assert.match(report.messages.join('\n'), /lefthook puts its own hook in this place again/);
      assert.equal(repo.tryCommit().code, 0);
      assert.equal(existsSync(join(repo.dir, 'ran')), true);
      await repo.uninstall();
      assert.equal(photographHooks(repo), before);
    });

    it('When it takes our place in the middle of a commit, that commit is still checked, and it is said', async () => {
      const repo = create();
      const hook = '.git/hooks/pre-commit';
      lefthookInstall(repo, `mv ${hook} ${hook}.old; cp ${hook}.countersign-original ${hook}`);
      await repo.install();
      repo.answer(1);
      const ended = repo.run('git', ['commit', '--allow-empty', '-qm', 'Empty']);
      assert.equal(ended.code, 1);
      assert.match(ended.stderr, /another hook manager has just replaced this hook/);
      assert.match(states(await repo.status()), /^pre-commit: overwritten/);
      assert.equal(states(await repo.install()), allInstalled);
      assert.equal(existsSync(join(repo.dir, `${hook}.old`)), false);
      await repo.uninstall();
      assert.match(repo.read(hook), /LEFTHOOK/);
      assert.equal(photographHooks(repo).includes('countersign-'), false);
    });

    it('Uninstalling after it took our place takes away only what is ours', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\necho mine\n', 0o755);
      await repo.install();
      lefthookInstall(repo, 'true');
      await repo.uninstall();
      assert.equal(repo.read('.git/hooks/pre-commit'), own('true'));
      assert.equal(repo.read('.git/hooks/pre-commit.old'), '#!/bin/sh\necho mine\n');
    });

    it('With the job in lefthook.yml its file is left alone', async () => {
      const repo = create();
      const run =
        'cs="$(git rev-parse --git-common-dir)/countersign/hooks/pre-commit"; [ ! -x "$cs" ] || "$cs"';
      lefthookInstall(repo, run);
      repo.write('lefthook.yml', `pre-commit:\n  jobs:\n    - run: ${run}\n`);
      const report = await repo.install();
      assert.equal(report.hooks[0]?.how, 'lefthook');
      assert.equal(repo.read('.git/hooks/pre-commit'), own(run));
      repo.answer(1);
      assert.equal(repo.tryCommit().code, 1);
      assert.equal(repo.calls().length, 1);
      const removal = await repo.uninstall();
      assert.ok(removal.messages.join('\n').includes(`line in ${join(repo.dir, 'lefthook.yml')}`));
      assert.equal(repo.tryCommit().code, 0);
    });
  });

  describe('the pre-commit framework', () => {
    /** What its hook does, in our words: the legacy hook first, and never its own file as that. */
    const script = `#!/bin/sh
# File generated by pre-commit: https://pre-commit.com
# hook-impl
if [ -n "\${PRE_COMMIT_RUNNING_LEGACY-}" ]; then echo "bug: migration mode"; exit 1; fi
here=$(cd "$(dirname "$0")" && pwd)
legacy=0
if [ -x "$here/pre-commit.legacy" ]; then PRE_COMMIT_RUNNING_LEGACY=1 "$here/pre-commit.legacy" "$@"; legacy=$?; fi
echo framework >> order
[ ! -e refuse ] && exit $legacy
exit 1
`;
    const frameworkInstall = (repo: HookedRepo, words = '') => {
      const hook = join(repo.dir, '.git/hooks/pre-commit');
      const isForeign =
        existsSync(hook) && !readFileSync(hook, 'utf8').includes('generated by pre-commit');
      if (isForeign) renameSync(hook, `${hook}.legacy`);
      repo.write('.git/hooks/pre-commit', script + words, 0o755);
    };
    const commitIn = (repo: HookedRepo) =>
      repo.run('git', ['commit', '--allow-empty', '-qm', 'Empty']);

    it('Its hook is chained first, and its refusal stands', async () => {
      const repo = create();
      frameworkInstall(repo);
      const before = photographHooks(repo);
      await repo.install();
      assert.equal(commitIn(repo).code, 0);
      assert.equal(repo.calls().length, 1);
      repo.write('refuse', '');
      assert.equal(commitIn(repo).code, 1);
      assert.equal(repo.calls().length, 1);
      await repo.uninstall();
      assert.equal(photographHooks(repo), before);
    });

    it('After `pre-commit install` it runs us, each of us once', async () => {
      const repo = create();
      frameworkInstall(repo);
      await repo.install();
      frameworkInstall(repo, '# newer\n');
      const report = await repo.status();
      assert.equal(states(report), allInstalled);
      assert.equal(report.hooks[0]?.how, 'pre-commit');
      const ended = commitIn(repo);
      assert.equal(ended.code, 0, ended.stdout);
      assert.equal(repo.read('order'), 'framework\n');
      assert.equal(repo.calls().length, 1);
      repo.answer(1);
      assert.equal(commitIn(repo).code, 1);
      await repo.install();
      const settled = photographHooks(repo);
      await repo.install();
      assert.equal(photographHooks(repo), settled);
      await repo.uninstall();
      assert.equal(repo.read('.git/hooks/pre-commit'), `${script}# newer\n`);
      assert.equal(
        /countersign|legacy/.test(photographHooks(repo).replace(/ \d+ .*$/gm, '')),
        false,
      );
    });

    it('A hook from before, which it runs itself, is kept and run, also after it installs itself again', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\necho mine >> order\n', 0o755);
      frameworkInstall(repo);
      const before = photographHooks(repo);
      await repo.install();
      frameworkInstall(repo);
      assert.equal(commitIn(repo).code, 0);
      assert.equal(repo.read('order'), 'mine\nframework\n');
      assert.equal(repo.calls().length, 1);
      await repo.uninstall();
      assert.equal(photographHooks(repo), before);
    });

    it('Installed after us it keeps us, and gives us back when it goes', async () => {
      const repo = create();
      await repo.install();
      const before = photographHooks(repo);
      frameworkInstall(repo);
      assert.equal(commitIn(repo).code, 0);
      assert.equal(repo.calls().length, 1);
      const hook = join(repo.dir, '.git/hooks/pre-commit');
      renameSync(`${hook}.legacy`, hook);
      assert.equal(photographHooks(repo), before);
    });
  });

  it('Outside a repository, and in a folder that is not there, the words say so', async () => {
    const repo = create();
    const { findHookRepo } = await import('../../server/src/node/hooks/hookRepo.ts');
    const env = { ...repo.env, GIT_CEILING_DIRECTORIES: dirname(repo.root) };
    const elsewhere = await findHookRepo(repo.root, { env });
    assert.match(refusal(elsewhere, 'not-a-repository'), /git init/);
    refusal(await findHookRepo(join(repo.root, 'nowhere'), { env }), 'git-failed');
  });
});
