import { constants } from 'node:fs';
import { access, lstat, readFile, readlink } from 'node:fs/promises';
import { errorCode } from './problems.ts';
import { type KnownShim, recognizeShim } from './shim.ts';

/** What has the name of a hook in a hooks folder. */
export type Slot =
  | { readonly kind: 'empty' }
  | { readonly kind: 'shim'; readonly shim: KnownShim; readonly executable: boolean }
  | ForeignHook
  | { readonly kind: 'obstacle'; readonly found: string };

/** A hook of somebody else. */
export interface ForeignHook {
  readonly kind: 'foreign';
  /** Missing for a binary, and for a link to nowhere. */
  readonly text: string | undefined;
  /** Git runs it: hooks that are not executable are passed over. */
  readonly executable: boolean;
  /** Where a symbolic link says it leads. */
  readonly linkTo: string | undefined;
  readonly mode: number;
  readonly bytes: Buffer | undefined;
}

const longestScript = 4 << 20;

/** Looks at one name without following it for anything but its text. */
export async function slotAt(path: string): Promise<Slot> {
  const info = await lstatOrUndefined(path);
  if (info === undefined) return { kind: 'empty' };
  if (info.isDirectory()) return { kind: 'obstacle', found: 'folder' };
  if (!info.isFile() && !info.isSymbolicLink()) return { kind: 'obstacle', found: 'special file' };
  const linkTo = info.isSymbolicLink() ? await readlink(path) : undefined;
  const bytes = await bytesOf(path);
  const isScript = bytes !== undefined && bytes.length <= longestScript && !bytes.includes(0);
  const text = isScript ? bytes.toString('utf8') : undefined;
  const executable = await isExecutable(path);
  const shim = text === undefined || linkTo !== undefined ? undefined : recognizeShim(text);
  if (shim !== undefined) return { kind: 'shim', shim, executable };
  return { kind: 'foreign', text, executable, linkTo, mode: info.mode, bytes };
}

/** Two names for one hook: the same file, or a copy that is equal to the last byte. */
export function isSameHook(one: ForeignHook, other: ForeignHook): boolean {
  if (one.linkTo !== undefined || other.linkTo !== undefined) return one.linkTo === other.linkTo;
  if (one.bytes === undefined || other.bytes === undefined) return false;
  return one.mode === other.mode && one.bytes.equals(other.bytes);
}

/** The target's for a link; missing for a link to nowhere, or without the right to read. */
async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}

async function lstatOrUndefined(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** As git asks. On Windows every file is: there git looks at the first line. */
async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
