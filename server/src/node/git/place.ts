import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { Problem, RepositoryPlace } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';

/**
 * Finds the repository that holds a folder by reading files, as git lays them out: no process is
 * started, so it is safe in an untrusted workspace. Inside a hook git's own variables win.
 */
export function findRepository(
  dir: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Result<RepositoryPlace, Problem> {
  const fromEnv = env['GIT_DIR'];
  if (fromEnv) {
    const gitDir = resolve(dir, fromEnv);
    const workTree = env['GIT_WORK_TREE'];
    return place(workTree ? resolve(dir, workTree) : topLevelOf(gitDir, dir), gitDir);
  }
  for (let at = resolve(dir); ; at = dirname(at)) {
    const gitDir = gitDirIn(at);
    if (gitDir !== undefined) return place(at, gitDir);
    if (isGitDir(at)) {
      return err({
        code: 'bare-repository',
        message: `${at} is a git folder without a work tree: run this in a work tree of it.`,
      });
    }
    if (dirname(at) === at) break;
  }
  return err({
    code: 'no-repository',
    message: `${dir} is not in a git repository: run \`git init\` there, or change to one.`,
  });
}

function topLevelOf(gitDir: string, dir: string): string {
  return basename(gitDir) === '.git' ? dirname(gitDir) : dir;
}

/** The git folder of the work tree at `dir`, if there is one. */
function gitDirIn(dir: string): string | undefined {
  const dotGit = join(dir, '.git');
  const stats = statSync(dotGit, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return isGitDir(dotGit) ? dotGit : undefined;
  if (!stats?.isFile()) return undefined;
  const pointer = /^gitdir: (.*?)\s*$/m.exec(readText(dotGit) ?? '')?.[1];
  if (pointer === undefined) return undefined;
  const gitDir = resolve(dir, pointer);
  return isGitDir(gitDir) ? gitDir : undefined;
}

function isGitDir(dir: string): boolean {
  if (!existsSync(join(dir, 'HEAD'))) return false;
  return existsSync(join(dir, 'commondir')) || existsSync(join(dir, 'objects'));
}

function place(topLevel: string, gitDir: string): Result<RepositoryPlace, Problem> {
  const pointer = readText(join(gitDir, 'commondir'))?.trim();
  const commonDir = pointer ? (isAbsolute(pointer) ? pointer : resolve(gitDir, pointer)) : gitDir;
  const worktree = commonDir === gitDir ? 'main' : basename(gitDir);
  return ok({ topLevel, gitDir, commonDir, worktree });
}

/** The commit HEAD names: from its own file, a loose ref or the packed ones. */
export function readHeadCommit({ gitDir, commonDir }: RepositoryPlace): string | undefined {
  const head = readText(join(gitDir, 'HEAD'))?.trim();
  if (head === undefined) return undefined;
  const ref = /^ref: (refs\/[^\0]+)$/.exec(head)?.[1];
  return ref === undefined ? objectId(head) : readRef({ gitDir, commonDir }, ref);
}

/** The object a ref names, without a process; undefined where there is no such ref. */
export function readRef(
  { gitDir, commonDir }: Pick<RepositoryPlace, 'gitDir' | 'commonDir'>,
  ref: string,
): string | undefined {
  if (ref.split('/').includes('..')) return undefined;
  const loose = readText(join(gitDir, ref)) ?? readText(join(commonDir, ref));
  if (loose !== undefined) return objectId(loose.trim());
  for (const line of (readText(join(commonDir, 'packed-refs')) ?? '').split('\n')) {
    const [id, name] = line.split(' ');
    if (name === ref && id !== undefined) return objectId(id);
  }
  return undefined;
}

/** Whether any ref lies below a name that ends in `/`; without a process. */
export function hasRefsBelow(
  { commonDir }: Pick<RepositoryPlace, 'commonDir'>,
  prefix: string,
): boolean {
  return (
    existsSync(join(commonDir, prefix)) ||
    (readText(join(commonDir, 'packed-refs')) ?? '').includes(` ${prefix}`)
  );
}

function objectId(text: string): string | undefined {
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(text) ? text : undefined;
}

/** SHA-1 unless the repository's own configuration names another format. */
export function objectFormat({ commonDir }: RepositoryPlace): 'sha1' | 'sha256' {
  const config = readText(join(commonDir, 'config')) ?? '';
  return /^\s*objectformat\s*=\s*sha256\s*$/im.test(config) ? 'sha256' : 'sha1';
}

/** Whether git may leave objects out that commits of this clone name; without a process. */
export function isPartialClone({ commonDir }: RepositoryPlace): boolean {
  const config = readText(join(commonDir, 'config')) ?? '';
  return /^\s*(?:promisor\s*=\s*true|partialclone\s*=)/im.test(config);
}

/** What a clone leaves out of the history by intent, as its own files tell. */
export function whatIsLeftOut(place: RepositoryPlace): 'shallow' | 'partial' | undefined {
  if (existsSync(join(place.commonDir, 'shallow'))) return 'shallow';
  return isPartialClone(place) ? 'partial' : undefined;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
