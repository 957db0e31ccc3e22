import { execFile } from 'node:child_process';
import { join, relative, resolve } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { isWithin, nearestFolder, realPathOf } from './paths.ts';
import { errorCode, type HookProblem } from './problems.ts';

/** A repository as far as hooks are concerned. All paths are absolute. */
export interface HookRepo {
  /** The work tree's top; a bare repository has none. */
  readonly topLevel: string | undefined;
  readonly gitDir: string;
  readonly commonDir: string;
  /** Where git looks for hooks: what `git rev-parse --git-path hooks` says. */
  readonly hooksDir: string;
  /** `core.hooksPath` is set, by whatever file. */
  readonly hooksPathConfigured: boolean;
  /** The hooks folder lies in a work tree and is not ignored: what is written there may be committed. */
  readonly hooksMayBeCommitted: boolean;
}

interface FindOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

interface GitAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Git = (cwd: string, ...args: readonly string[]) => Promise<GitAnswer>;

/** The repository a folder belongs to. Starts git a few times, each with a time limit; runs nothing of the repository. */
export async function findHookRepo(
  dir: string,
  options: FindOptions = {},
): Promise<Result<HookRepo, HookProblem>> {
  const git = createGit(options);
  const bare = await git(dir, 'rev-parse', '--is-bare-repository');
  if (bare.code < 0) return err({ kind: 'git-failed', dir, detail: bare.stderr });
  const top = await git(dir, 'rev-parse', '--show-toplevel');
  const isBare = line(bare) === 'true';
  if (bare.code !== 0 || (top.code !== 0 && !isBare)) {
    return err({ kind: 'not-a-repository', dir, detail: lastWords(bare.code === 0 ? top : bare) });
  }
  const topLevel = top.code === 0 ? resolve(line(top)) : undefined;
  const gitDirAnswer = await git(dir, 'rev-parse', '--git-dir');
  const gitDir = resolve(dir, line(gitDirAnswer));
  // From the top: there a relative core.hooksPath is what the hooks themselves will see.
  const from = topLevel ?? gitDir;
  const common = await git(from, 'rev-parse', '--git-common-dir');
  const hooks = await git(from, 'rev-parse', '--git-path', 'hooks');
  const configured = await git(from, 'config', '--get', 'core.hooksPath');
  for (const answer of [gitDirAnswer, common, hooks]) {
    if (answer.code !== 0) return err({ kind: 'git-failed', dir, detail: lastWords(answer) });
  }
  if (line(hooks) === '') return err({ kind: 'hooks-off', value: '' });
  const hooksDir = resolve(from, line(hooks));
  const commonDir = resolve(from, line(common));
  return ok({
    topLevel,
    gitDir,
    commonDir,
    hooksDir,
    hooksPathConfigured: configured.code === 0,
    hooksMayBeCommitted: await mayBeCommitted(git, [gitDir, commonDir], hooksDir),
  });
}

/** Asked in the work tree that holds the folder: it may be another one than ours, or none. */
async function mayBeCommitted(
  git: Git,
  gitDirs: readonly string[],
  hooksDir: string,
): Promise<boolean> {
  const real = await realPathOf(hooksDir);
  for (const gitDir of gitDirs) {
    if (isWithin(await realPathOf(gitDir), real)) return false;
  }
  const inside = await nearestFolder(real);
  const top = await git(inside, 'rev-parse', '--show-toplevel');
  if (top.code !== 0) return false;
  const way = relative(await realPathOf(line(top)), real) || '.';
  const tracked = await git(line(top), 'ls-files', '--', way);
  if (tracked.stdout !== '') return true;
  const ignored = await git(line(top), 'check-ignore', '-q', '--', join(way, 'pre-commit'));
  return ignored.code !== 0;
}

function createGit(options: FindOptions): Git {
  const env = { ...(options.env ?? process.env), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  const settings = ['-c', 'core.fsmonitor=false', '--literal-pathspecs'];
  return (cwd, ...args) =>
    new Promise((settle) => {
      const limits = { timeout: options.timeoutMs ?? 10_000, maxBuffer: 64 << 20 };
      execFile(
        'git',
        [...settings, ...args],
        { cwd, env, windowsHide: true, ...limits },
        (error, stdout, stderr) => {
          if (error === null) return settle({ code: 0, stdout, stderr });
          if (typeof error.code === 'number') return settle({ code: error.code, stdout, stderr });
          settle({ code: -1, stdout, stderr: whyNotRun(error) });
        },
      );
    });
}

function whyNotRun(error: Error & { killed?: boolean }): string {
  if (error.killed === true) return 'it did not answer in time';
  return errorCode(error) === 'ENOENT' ? 'git or the folder was not found' : error.message;
}

/** One path a line; a path may end in a blank, never in our line end. */
function line(answer: GitAnswer): string {
  return answer.stdout.replace(/\r?\n$/, '');
}

function lastWords(answer: GitAnswer): string {
  return answer.stderr.trim().split('\n').at(-1) || `git ended with code ${answer.code}`;
}
