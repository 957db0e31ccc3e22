import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  chown,
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readlink,
  rename,
  rm,
  rmdir,
  symlink,
  utimes,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assertNever, err, ok, type Result } from '../../core/result.ts';
import { nearestFolder } from './paths.ts';
import { errorCode, errorText, type HookProblem } from './problems.ts';

/** One change to the files. Each is done whole or not at all, also when the process is killed in it. */
export type Step =
  | { readonly kind: 'make-folder'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly text: string; readonly mode: number }
  /** Gives a file a second name; the first one stays. */
  | { readonly kind: 'keep'; readonly from: string; readonly to: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'remove-folder'; readonly path: string };

/** Ends of names that a killed process of ours may leave behind. */
export const unfinished = '.countersign-unfinished-';

/** Does the steps in order; stops at the first that fails. */
export async function applySteps(steps: readonly Step[]): Promise<Result<undefined, HookProblem>> {
  for (const step of steps) {
    try {
      await applyStep(step);
    } catch (error) {
      const detail = errorText(error);
      return err({ kind: 'failed', doing: verbs[step.kind], path: pathOf(step), detail });
    }
  }
  return ok(undefined);
}

/** Refuses before anything is changed when a folder that the steps write into is read-only. */
export async function checkWritable(
  steps: readonly Step[],
  options: { readonly dryRun: boolean },
): Promise<Result<undefined, HookProblem>> {
  const folders = new Set<string>();
  for (const step of steps) folders.add(await nearestFolder(dirname(pathOf(step))));
  for (const folder of folders) {
    try {
      await (options.dryRun ? access(folder, constants.W_OK | constants.X_OK) : probe(folder));
    } catch (error) {
      const code = errorCode(error) ?? 'EACCES';
      return err({ kind: 'not-writable', path: folder, code });
    }
  }
  return ok(undefined);
}

/** Asking is not enough: a read-only mount, an access list and Windows answer `access` wrongly. */
async function probe(folder: string): Promise<void> {
  const path = unfinishedName(join(folder, 'probe'));
  await (await open(path, 'wx')).close();
  await rm(path, { force: true });
}

/** What a step does, or would do, in one sentence. */
export function describeStep(step: Step, dryRun: boolean): string {
  const would = (done: string, planned: string) => (dryRun ? `Would ${planned}` : done);
  switch (step.kind) {
    case 'make-folder':
      return `${would('Made', 'make')} the folder ${step.path}.`;
    case 'write':
      return `${would('Wrote', 'write')} ${step.path}.`;
    case 'keep':
      return `${would('Kept', 'keep')} ${step.from} as ${step.to}.`;
    case 'move':
      return `${would('Moved', 'move')} ${step.from} to ${step.to}.`;
    case 'link':
      return `${would('Linked', 'link')} ${step.path} to ${step.target}.`;
    case 'remove':
      return `${would('Removed', 'remove')} ${step.path}.`;
    case 'remove-folder':
      return `${would('Removed', 'remove')} the folder ${step.path} if it is empty.`;
    default:
      return assertNever(step);
  }
}

const verbs: Readonly<Record<Step['kind'], string>> = {
  'make-folder': 'make',
  write: 'write',
  keep: 'write',
  move: 'write',
  link: 'write',
  remove: 'remove',
  'remove-folder': 'remove',
};

function pathOf(step: Step): string {
  return step.kind === 'keep' || step.kind === 'move' ? step.to : step.path;
}

async function applyStep(step: Step): Promise<void> {
  switch (step.kind) {
    case 'make-folder':
      await mkdir(step.path, { recursive: true });
      return;
    case 'write':
      return write(step.path, step.text, step.mode);
    case 'keep':
      return keep(step.from, step.to);
    case 'move':
      return rename(step.from, step.to);
    case 'link':
      return replaceByLink(step.path, step.target);
    case 'remove':
      return rm(step.path, { force: true });
    case 'remove-folder':
      return removeIfEmpty(step.path);
    default:
      return assertNever(step);
  }
}

function unfinishedName(path: string): string {
  return join(dirname(path), `${basename(path)}${unfinished}${randomBytes(6).toString('hex')}`);
}

/** A new file takes the name in one go; a link there is replaced, never followed. */
async function write(path: string, text: string, mode: number): Promise<void> {
  const draft = unfinishedName(path);
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.chmod(mode);
      // An empty program after a power cut would be a hook that lets everything through.
      if ((mode & 0o111) !== 0) await file.sync();
    } finally {
      await file.close();
    }
    await keepOwner(path, draft);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Root must not take a file away from the person it belongs to. */
async function keepOwner(path: string, draft: string): Promise<void> {
  try {
    const { uid, gid } = await lstat(path);
    if (uid !== process.getuid?.()) await chown(draft, uid, gid);
  } catch {
    // A new file, or a system without owners.
  }
}

/** The same file under a second name where the file system can do that, else an equal copy. */
async function keep(from: string, to: string): Promise<void> {
  const info = await lstat(from);
  if (info.isSymbolicLink()) return symlink(await readlink(from), to);
  try {
    await link(from, to);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    const draft = unfinishedName(to);
    await copyFile(from, draft, constants.COPYFILE_EXCL);
    await utimes(draft, info.atime, info.mtime);
    await rename(draft, to);
  }
}

async function replaceByLink(path: string, target: string): Promise<void> {
  const draft = unfinishedName(path);
  await symlink(target, draft);
  await rename(draft, path);
}

async function removeIfEmpty(path: string): Promise<void> {
  try {
    await rmdir(path);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT') throw error;
  }
}
