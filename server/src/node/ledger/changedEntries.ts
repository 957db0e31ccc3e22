import { keyOfPath, type LedgerKey, pathOfKey } from '../../core/ledger/keys.ts';
import type { Problem, RepositoryPlace } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { runGit } from '../git/run.ts';

/** How two ledgers differ. */
export interface Changes {
  readonly changes: readonly ChangedEntry[];
  /** Entries that theirs does not have, with their blobs. */
  readonly onlyOurs: ReadonlyMap<LedgerKey, string>;
}

export interface ChangedEntry {
  readonly key: LedgerKey;
  readonly ourBlob: string | undefined;
  readonly theirBlob: string;
  /** It lies where we would write it: git's own merge of notes moves names to another fan-out. */
  readonly isInPlace: boolean;
}

/**
 * Entries that theirs has otherwise than ours. What is no entry (another name, a link, a program, a
 * submodule) is not taken and counted: a remote's ref may hold anything.
 */
export async function changedEntries(
  { topLevel }: RepositoryPlace,
  ours: string | undefined,
  theirs: string,
): Promise<Result<Changes & { nRefused: number }, Problem>> {
  const args =
    ours === undefined
      ? ['ls-tree', '-r', '-z', theirs]
      : ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', ours, theirs];
  const listed = await runGit(args, { cwd: topLevel });
  if (!listed.ok) return listed;
  const rows = ours === undefined ? treeRows(listed.value) : diffRows(listed.value);
  const changes: ChangedEntry[] = [];
  const onlyOurs = new Map<LedgerKey, string>();
  let nRefused = 0;
  for (const { mode, ourBlob, theirBlob, path } of rows) {
    const key = keyOfPath(path);
    const isInPlace = key !== undefined && path === pathOfKey(key);
    if (theirBlob === undefined) {
      if (isInPlace && ourBlob !== undefined) onlyOurs.set(key, ourBlob);
    } else if (key === undefined || mode !== '100644') nRefused++;
    else changes.push({ key, ourBlob, theirBlob, isInPlace });
  }
  return ok({ changes, onlyOurs, nRefused });
}

/** The blobs of all entries that lie in their places, by key. */
export async function entryBlobs(
  { topLevel }: RepositoryPlace,
  commit: string,
  timeoutMs: number,
): Promise<Result<ReadonlyMap<LedgerKey, string>, Problem>> {
  const listed = await runGit(['ls-tree', '-r', '-z', commit], { cwd: topLevel, timeoutMs });
  if (!listed.ok) return listed;
  const blobs = new Map<LedgerKey, string>();
  for (const { path, theirBlob } of treeRows(listed.value)) {
    const key = keyOfPath(path);
    if (key !== undefined && path === pathOfKey(key)) blobs.set(key, theirBlob);
  }
  return ok(blobs);
}

interface Row {
  readonly mode: string;
  readonly ourBlob: string | undefined;
  /** Undefined for what theirs does not have. */
  readonly theirBlob: string | undefined;
  readonly path: string;
}

/** `<mode> blob <id>\t<path>\0` */
function treeRows(output: Buffer): (Row & { readonly theirBlob: string })[] {
  return output
    .toString('utf8')
    .split('\0')
    .flatMap((row) => {
      const [, mode = '', id = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(row) ?? [];
      return row === '' ? [] : [{ mode, ourBlob: undefined, theirBlob: id, path }];
    });
}

/** `:<mode> <mode> <id> <id> M\0<path>\0` */
function diffRows(output: Buffer): Row[] {
  const fields = output.toString('utf8').split('\0');
  const rows: Row[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [ourMode, mode = '', ourBlob, theirBlob = '', status] = (fields[i] ?? '').split(' ');
    const isOurs = ourMode === ':100644';
    rows.push({
      mode,
      ourBlob: isOurs ? ourBlob : undefined,
      theirBlob: status === 'D' ? undefined : theirBlob,
      path: fields[i + 1] ?? '',
    });
  }
  return rows;
}
