// The sample repository: a small project with the team's settings, one commit, and the hook.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/** Makes the sample anew in a folder. @param {string} folder */
export function makeSample(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'test/fixtures/sample'), folder, { recursive: true });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Sam Sample');
  git(folder, 'config', 'user.email', 'sam@example.org');
  git(folder, 'config', 'commit.gpgSign', 'false');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'A small shop');
  const installed = spawnSync(process.execPath, [join(ROOT, 'dist/cli.cjs'), 'hooks', 'install'], {
    cwd: folder,
    encoding: 'utf8',
    env: cleanEnv(),
  });
  if (installed.status !== 0) {
    throw new Error(`The hook was not installed: ${installed.stderr || installed.stdout}`);
  }
}

/** Runs git in the sample; throws with its words when it fails. */
export function git(folder, ...args) {
  const done = spawnSync('git', args, { cwd: folder, encoding: 'utf8', env: cleanEnv() });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

/** An enclosing git hook must not tell our git where its repository is. */
function cleanEnv() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
  );
}
