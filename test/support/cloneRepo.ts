import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TempRepo } from './tempRepo.ts';

/** A clone of a remote beside a repository; both share home and git's configuration. */
export function cloneRepo(repo: TempRepo, remote: string, name: string): TempRepo {
  const dir = join(repo.root, name);
  const done = repo.run('git', ['clone', '--quiet', remote, dir], { cwd: repo.root });
  assert.equal(done.code, 0, done.stderr);
  const run: TempRepo['run'] = (file, args, how) => repo.run(file, args, { cwd: dir, ...how });
  return {
    ...repo,
    dir,
    run,
    git: (...args) => {
      const ended = run('git', args);
      assert.equal(ended.code, 0, `git ${args.join(' ')}: ${ended.stderr}`);
      return ended.stdout;
    },
    write: (path, text) => {
      writeFileSync(join(dir, path), text);
      return join(dir, path);
    },
  };
}
