import { lstat, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';

/** `path` is `folder` or lies in it; both absolute and free of links. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

/** Where a path really leads, with the part that does not exist yet kept as it is. A link to nowhere leads to what it names. */
export async function realPathOf(path: string): Promise<string> {
  let existing = path;
  let missing = '';
  for (let hops = 0; hops < 64; hops++) {
    try {
      return join(await realpath(existing), missing);
    } catch {
      const target = await linkTarget(existing);
      if (target === undefined) {
        missing = join(basename(existing), missing);
        existing = dirname(existing);
      } else {
        existing = target;
      }
    }
  }
  return path;
}

/** The nearest folder at or above a path that exists. */
export async function nearestFolder(path: string): Promise<string> {
  let folder = path;
  while (dirname(folder) !== folder && !(await isFolder(folder))) folder = dirname(folder);
  return folder;
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** A file is there, or a link to one. */
export async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Something has this name: also a link to nowhere. */
export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** The folders that are this repository, free of links: its git directories and every work tree git has on record. */
export async function rootsOf(repo: {
  readonly topLevel: string | undefined;
  readonly gitDir: string;
  readonly commonDir: string;
}): Promise<readonly string[]> {
  const { topLevel, gitDir, commonDir } = repo;
  const roots = [commonDir, gitDir, ...(await linkedWorkTrees(commonDir))];
  if (topLevel !== undefined) roots.push(topLevel);
  if (basename(commonDir) === '.git') roots.push(dirname(commonDir));
  return Promise.all(roots.map(realPathOf));
}

async function linkedWorkTrees(commonDir: string): Promise<readonly string[]> {
  const folder = join(commonDir, 'worktrees');
  const tops: string[] = [];
  for (const id of await namesIn(folder)) {
    try {
      const gitFile = await readFile(join(folder, id, 'gitdir'), 'utf8');
      tops.push(dirname(resolve(join(folder, id), gitFile.trimEnd())));
    } catch {
      // A half-removed work tree: nothing of ours can be there.
    }
  }
  return tops;
}

/** The names in a folder; none when it cannot be read. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}

async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return resolve(dirname(path), await readlink(path));
  } catch {
    return undefined;
  }
}
