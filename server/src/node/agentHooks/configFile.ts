import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { errorCode } from '../hooks/problems.ts';
import { isFolder, isWithin, nearestFolder, realPathOf } from '../hooks/paths.ts';
import type { AgentProblem } from './problems.ts';

/** A file as it is now. */
export interface ConfigFile {
  /** Free of links: what is written is the file itself, and a link to it stays. */
  readonly path: string;
  /** Undefined when there is no file. */
  readonly text: string | undefined;
  /** For what is written in its place. */
  readonly mode: number;
}

/** What we create may hold what other entries of such files hold: the person's alone. */
const modeOfNewFiles = 0o600;

/** Reads a file that we may write; `root` is the folder it must not lead out of. */
export async function readConfigFile(
  path: string,
  root: string,
): Promise<Result<ConfigFile, AgentProblem>> {
  const real = await realPathOf(path);
  if (!isWithin(await realPathOf(root), real))
    return err({ kind: 'leaves-home', path, target: real });
  const info = await stat(real).catch(missing);
  if (info === undefined) return ok({ path: real, text: undefined, mode: modeOfNewFiles });
  if (!info.isFile())
    return err({ kind: 'not-a-file', path, found: info.isDirectory() ? 'folder' : 'special file' });
  const bytes = await readFile(real).catch((error: unknown) => errorCode(error) ?? 'unknown');
  if (typeof bytes === 'string') return err({ kind: 'unreadable', path, detail: bytes });
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) return err({ kind: 'not-text', path });
  return ok({ path: real, text, mode: info.mode & 0o7777 });
}

/** A file that is marked read-only is left alone, also by those who could write it all the same. */
export async function whyNotWritable(path: string): Promise<AgentProblem | undefined> {
  const folder = await nearestFolder(dirname(path));
  if (!(await isFolder(folder))) return { kind: 'not-writable', path: folder };
  for (const each of [folder, path]) {
    const info = await stat(each).catch(missing);
    if (info === undefined) continue;
    const isAllowed = await access(each, constants.W_OK).then(
      () => true,
      () => false,
    );
    // On Windows the mark means nothing for folders.
    const isMarked =
      (info.mode & 0o222) === 0 && !(info.isDirectory() && process.platform === 'win32');
    if (!isAllowed || isMarked) return { kind: 'not-writable', path: each };
  }
  // A file in the way of a folder that would have to be made.
  const blocked = await stat(dirname(path)).catch(missing);
  return blocked && !blocked.isDirectory()
    ? { kind: 'not-writable', path: dirname(path) }
    : undefined;
}

function missing(error: unknown): undefined {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw error;
}
