import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** A work tree and where its git data is shared with its other work trees. */
export interface Repository {
  readonly root: string;
  /** `git rev-parse --git-common-dir`, absolute. */
  readonly commonDir: string;
}

/**
 * The repository around a folder, found by reading git's files: no program is started, so this is
 * safe in a workspace that nobody trusts. `undefined` outside a work tree.
 */
export async function findRepository(folder: string): Promise<Repository | undefined> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const gitDir = await gitDirOf(join(at, '.git'));
    if (gitDir !== undefined) return { root: at, commonDir: await commonDirOf(gitDir) };
    if (dirname(at) === at) return undefined;
  }
}

/** `.git` is a folder, or in a linked work tree or a submodule a file that names one. */
async function gitDirOf(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return (await isGitDir(path)) ? path : undefined;
    const named = /^gitdir: (.+)$/mu.exec(await readFile(path, 'utf8'))?.[1];
    return named === undefined ? undefined : resolve(dirname(path), named.trim());
  } catch {
    return undefined;
  }
}

async function isGitDir(path: string): Promise<boolean> {
  return (await stat(join(path, 'HEAD'))).isFile();
}

async function commonDirOf(gitDir: string): Promise<string> {
  try {
    return resolve(gitDir, (await readFile(join(gitDir, 'commondir'), 'utf8')).trim());
  } catch {
    return gitDir;
  }
}

/** What people call the repository: the name of its folder. */
export function repositoryName(repository: Repository): string {
  return basename(repository.root);
}
