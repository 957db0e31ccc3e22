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
  const top = await git(dir, 'rev-parse', '--show-toplevel');
  if (top.code < 0) return err({ kind: 'git-failed', dir, detail: top.stderr });
  const topLevel = top.code === 0 ? resolve(line(top)) : undefined;
  // From the top: there a relative core.hooksPath is what the hooks themselves will see.
  const from = topLevel ?? (await bareDir(git, dir));
  if (from === undefined) return err({ kind: 'not-a-repository', dir, detail: lastWords(top) });
  const [paths, configured] = await Promise.all([
    pathsAt(git, from, ['--git-dir'], ['--git-common-dir'], ['--git-path', 'hooks']),
    git(from, 'config', '--get', 'core.hooksPath'),
  ]);
  if (!paths.ok) return err({ kind: 'git-failed', dir, detail: paths.error });
  const [gitDirText = '', commonText = '', hooksText = ''] = paths.value;
  if (hooksText === '') return err({ kind: 'hooks-off', value: '' });
  const gitDir = resolve(from, gitDirText);
  const commonDir = resolve(from, commonText);
  const hooksDir = resolve(from, hooksText);
  return ok({
    topLevel,
    gitDir,
    commonDir,
    hooksDir,
    hooksPathConfigured: configured.code === 0,
    hooksMayBeCommitted: await mayBeCommitted(git, [gitDir, commonDir], hooksDir),
  });
}

/** The git directory of a bare repository: the folder its own paths are relative to. */
async function bareDir(git: Git, dir: string): Promise<string | undefined> {
  const bare = await git(dir, 'rev-parse', '--is-bare-repository');
  if (bare.code !== 0 || line(bare) !== 'true') return undefined;
  const gitDir = await git(dir, 'rev-parse', '--git-dir');
  return gitDir.code === 0 ? resolve(dir, line(gitDir)) : undefined;
}

/** Several answers of one git process; asked one by one only where a path holds a line end itself. */
async function pathsAt(
  git: Git,
  from: string,
  ...questions: readonly (readonly string[])[]
): Promise<Result<readonly string[], string>> {
  const together = await git(from, 'rev-parse', ...questions.flat());
  if (together.code !== 0) return err(lastWords(together));
  const lines = line(together).split(/\r?\n/);
  if (lines.length === questions.length) return ok(lines);
  const answers = await Promise.all(
    questions.map((question) => git(from, 'rev-parse', ...question)),
  );
  return ok(answers.map(line));
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
  const tracked = await git(line(top), '--literal-pathspecs', 'ls-files', '--', way);
  if (tracked.stdout !== '') return true;
  const ignored = await git(line(top), 'check-ignore', '-q', '--', join(way, 'pre-commit'));
  // 0 is ignored, 1 is not; anything else is no answer, and then the folder is treated with care.
  return ignored.code !== 0;
}

function createGit(options: FindOptions): Git {
  const env = { ...(options.env ?? process.env), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  const settings = ['-c', 'core.fsmonitor=false'];
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
