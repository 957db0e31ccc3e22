import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { installHooks, uninstallHooks } from '../../server/src/node/hooks/install.ts';
import { planInstall, planUninstall } from '../../server/src/node/hooks/plan.ts';
import { applySteps } from '../../server/src/node/hooks/steps.ts';
import {
  createHookedRepo,
  type HookedRepo,
  photographHooks,
  refusal,
  states,
  value,
} from '../support/hookedRepo.ts';
import type { TempRepoOptions } from '../support/tempRepo.ts';

const allInstalled = 'pre-commit: installed, pre-merge-commit: installed';

describe('hooks in trouble', function () {
  this.timeout(60_000);
  const repos: HookedRepo[] = [];
  const create = (options?: TempRepoOptions) => {
    const repo = createHookedRepo(options);
    repos.push(repo);
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  const install = async (repo: HookedRepo) =>
    installHooks(await repo.hookRepo(), repo.runtime, { dryRun: false });

  describe('killed between two steps', () => {
    const theirs = '#!/bin/sh\necho theirs >> ran\n';
    const kinds: Readonly<Record<string, (repo: HookedRepo) => void>> = {
      "a hook of one's own": (repo) => {
        repo.write('.git/hooks/pre-commit', theirs, 0o755);
        symlinkSync('pre-commit', join(repo.dir, '.git/hooks/pre-merge-commit'));
      },
      'a hook that asks for its name': (repo) => {
        repo.write(
          '.git/hooks/pre-commit',
          `${theirs}[ "$(basename "$0")" = pre-commit ]\n`,
          0o755,
        );
      },
      'one that replaced ours, over an older one': (repo) => {
        repo.write('.git/hooks/pre-commit', theirs, 0o755);
        repo.write('.git/hooks/pre-commit.countersign-original', '#!/bin/sh\nexit 1\n', 0o755);
      },
      'a script that may be committed': (repo) => {
        repo.git('config', 'core.hooksPath', '.githooks');
        repo.write('.githooks/pre-commit', theirs, 0o755);
      },
    };
    const hookFile = (repo: HookedRepo) => {
      const isShared = existsSync(join(repo.dir, '.githooks'));
      return join(repo.dir, isShared ? '.githooks/pre-commit' : '.git/hooks/pre-commit');
    };
    /** The hook from before runs, once, and nothing refuses. */
    const theirsRuns = (repo: HookedRepo, when: string) => {
      rmSync(join(repo.dir, 'ran'), { force: true });
      const ended = repo.run(hookFile(repo), []);
      assert.equal(ended.code, 0, `${when}: ${ended.stderr}`);
      assert.equal(repo.read('ran'), 'theirs\n', when);
    };
    /** All that hooks are made of, to go back to after each kill. */
    const hookFolders = ['.git/hooks', '.git/countersign', '.githooks'];
    const save = (repo: HookedRepo) => {
      const kept = mkdtempSync(join(repo.root, 'kept-'));
      for (const folder of hookFolders) copyFolder(join(repo.dir, folder), join(kept, folder));
      return () => {
        for (const folder of hookFolders) {
          rmSync(join(repo.dir, folder), { recursive: true, force: true });
          copyFolder(join(kept, folder), join(repo.dir, folder));
        }
      };
    };
    const copyFolder = (from: string, to: string) => {
      if (existsSync(from)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    };

    for (const [kind, make] of Object.entries(kinds)) {
      it(`Installing over ${kind}: it runs at every moment, and one may go on or go back`, async () => {
        const repo = create();
        make(repo);
        const hooks = await repo.hookRepo();
        const { steps } = value(await planInstall(hooks, repo.runtime));
        const before = photographHooks(repo);
        const restore = save(repo);
        for (let done = 0; done <= steps.length; done++) {
          const when = `killed after ${done} of ${steps.length} steps`;
          value(await applySteps(steps.slice(0, done)));
          theirsRuns(repo, when);
          const killed = save(repo);
          value(await uninstallHooks(hooks, { dryRun: false }));
          theirsRuns(repo, `${when}, and went back`);
          // Over an older one there is more than one hook to keep: what runs is what counts.
          if (!kind.startsWith('one that')) assert.equal(photographHooks(repo), before, when);
          killed();
          const calls = repo.calls().length;
          const report = value(await installHooks(hooks, repo.runtime, { dryRun: false }));
          assert.equal(states(report), allInstalled, when);
          theirsRuns(repo, `${when}, and went on`);
          assert.equal(repo.calls().length, calls + 1, when);
          restore();
        }
      });

      it(`Taking away from ${kind}: it runs at every moment`, async () => {
        const repo = create();
        make(repo);
        await repo.install();
        const hooks = await repo.hookRepo();
        const restore = save(repo);
        const { steps } = value(await planUninstall(hooks));
        for (let done = 0; done <= steps.length; done++) {
          value(await applySteps(steps.slice(0, done)));
          theirsRuns(repo, `killed after ${done} of ${steps.length} steps of taking away`);
          value(await uninstallHooks(hooks, { dryRun: false }));
          theirsRuns(repo, 'taken away');
          restore();
        }
      });
    }

    it('What a killed process left half-written is swept up', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit.countersign-unfinished-0123456789ab', '#!/bin/sh\n');
      repo.write('.git/countersign/runtime.countersign-unfinished-0123456789ab', '');
      await repo.install();
      assert.equal(photographHooks(repo).includes('unfinished'), false);
    });

    it('A lock that a killed process left is taken over; a fresh one is waited for', async () => {
      const repo = create();
      const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);
      const lock = repo.write('.git/countersign/hooks.lock', '');
      utimesSync(lock, secondsAgo(14), secondsAgo(14));
      const started = Date.now();
      assert.equal(states(await repo.install()), allInstalled);
      assert.ok(500 < Date.now() - started, 'it waited');
      assert.equal(existsSync(lock), false);
    });
  });

  it('Many windows installing at once give one installation', async () => {
    const repo = create();
    repo.write('.git/hooks/pre-commit', '#!/bin/sh\necho theirs >> ran\n', 0o755);
    const before = photographHooks(repo);
    const hooks = await repo.hookRepo();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => installHooks(hooks, repo.runtime, { dryRun: false })),
    );
    for (const one of all) assert.equal(states(value(one)), allInstalled);
    assert.equal(repo.tryCommit().code, 0);
    assert.equal(repo.read('ran'), 'theirs\n');
    assert.equal(repo.calls().length, 1);
    await repo.uninstall();
    assert.equal(photographHooks(repo), before);
  });

  describe('what stands in the way', () => {
    it('No hooks folder: it is made, and goes again', async () => {
      const repo = create();
      rmSync(join(repo.dir, '.git/hooks'), { recursive: true });
      assert.equal(states(await repo.install()), allInstalled);
      assert.equal(repo.tryCommit().code, 0);
      await repo.uninstall();
      assert.equal(existsSync(join(repo.dir, '.git/hooks')), false);
      assert.equal(existsSync(join(repo.dir, '.git/countersign')), false);
    });

    it("A folder of the hook's name: nothing is changed, not even for the other hook", async () => {
      const repo = create();
      mkdirSync(join(repo.dir, '.git/hooks/pre-merge-commit'));
      const before = photographHooks(repo);
      assert.match(refusal(await install(repo), 'not-a-file'), /pre-merge-commit is a folder/);
      assert.equal(photographHooks(repo), before);
      assert.equal(states(await repo.status()), 'pre-commit: missing, pre-merge-commit: foreign');
    });

    it('A hooks folder that is a file', async () => {
      const repo = create();
      rmSync(join(repo.dir, '.git/hooks'), { recursive: true });
      repo.write('.git/hooks', '');
      assert.match(refusal(await install(repo), 'not-a-folder'), /it is not a folder/);
    });

    it('A file where our own folder should be', async () => {
      const repo = create();
      repo.write('.git/countersign', '');
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n', 0o755);
      const before = photographHooks(repo);
      refusal(await install(repo), 'failed');
      assert.equal(photographHooks(repo), before);
    });

    it('A record of a newer version is not guessed at', async () => {
      const repo = create();
      await repo.install();
      repo.write('.git/countersign/hooks.json', '{"version": 99}\n');
      const before = photographHooks(repo);
      refusal(await install(repo), 'newer-record');
      refusal(await uninstallHooks(await repo.hookRepo(), { dryRun: false }), 'newer-record');
      assert.equal(photographHooks(repo), before);
    });

    it('What a newer version of ours wrote into the record is kept', async () => {
      const repo = create();
      await repo.install();
      const record = JSON.parse(repo.read('.git/countersign/hooks.json'));
      repo.write('.git/countersign/hooks.json', JSON.stringify({ ...record, more: { a: 1 } }));
      rmSync(join(repo.dir, '.git/hooks/pre-commit'));
      await repo.install();
      assert.deepEqual(JSON.parse(repo.read('.git/countersign/hooks.json')).more, { a: 1 });
    });

    it('A hook that lost its right to run is mended', async () => {
      const repo = create();
      await repo.install();
      chmodSync(join(repo.dir, '.git/hooks/pre-commit'), 0o644);
      assert.match(states(await repo.status()), /^pre-commit: outdated/);
      assert.equal(states(await repo.install()), allInstalled);
      assert.equal(repo.tryCommit().code, 0);
      assert.equal(repo.calls().length, 1);
    });
  });

  describe('without the right to write', () => {
    const somebody = 65534;
    /** Root may write anywhere, so the work is done as somebody else. */
    const asSomebody = async <T>(repo: HookedRepo, work: () => Promise<T>): Promise<T> => {
      if (process.getuid?.() !== 0) return work();
      chmodSync(repo.root, 0o755);
      giveTo(repo.root, somebody);
      process.seteuid?.(somebody);
      try {
        return await work();
      } finally {
        process.seteuid?.(0);
      }
    };
    const giveTo = (path: string, owner: number): void => {
      lchownSync(path, owner, owner);
      for (const entry of readdirSync(path, { withFileTypes: true })) {
        const each = join(path, entry.name);
        if (entry.isDirectory()) giveTo(each, owner);
        else lchownSync(each, owner, owner);
      }
    };

    for (const folder of ['.git/hooks', '.git']) {
      it(`A read-only ${folder} is named, and nothing is changed`, async () => {
        const repo = create();
        repo.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n', 0o755);
        const hooks = await repo.hookRepo();
        chmodSync(join(repo.dir, folder), 0o555);
        const before = photographHooks(repo);
        await asSomebody(repo, async () => {
          const ended = await installHooks(hooks, repo.runtime, { dryRun: false });
          assert.match(refusal(ended, 'not-writable'), /cannot be written \(EACCES\)/);
        });
        assert.equal(photographHooks(repo), before);
      });
    }

    it('A git directory that cannot be read is an answer, not a crash', async () => {
      const repo = create();
      const hooks = await repo.hookRepo();
      chmodSync(join(repo.dir, '.git'), 0o000);
      await asSomebody(repo, async () => {
        const ended = await installHooks(hooks, repo.runtime, { dryRun: false });
        assert.equal(ended.ok, false);
      });
      chmodSync(join(repo.dir, '.git'), 0o755);
    });
  });
});
