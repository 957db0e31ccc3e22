import { entryLines, joinEntries } from '../../core/ledger/entry.ts';
import { keyOfPath, type LedgerKey, type LedgerKeys, pathOfKey } from '../../core/ledger/keys.ts';
import { buriedLines, type EntrySide } from '../../core/ledger/tombstones.ts';
import type {
  GitReader,
  Problem,
  RepositoryPlace,
  Signature,
  Synced,
} from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { sha256 } from '../git/contentIds.ts';
import { readRef } from '../git/place.ts';
import { type GitOptions, runGit } from '../git/run.ts';
import { type EntryContent, importCommands } from './importCommands.ts';
import { linesInUse } from './linesInUse.ts';
import { moveLedger, newRef } from './moveLedger.ts';
import { KEPT_REF, LEDGER_REF, remoteRef } from './ref.ts';

export interface SyncOptions {
  readonly place: RepositoryPlace;
  readonly git: GitReader;
  readonly keys: LedgerKeys;
  /** The id that stands for no commit. */
  readonly none: string;
  readonly remote: string;
  readonly by: Signature;
}

/** Others push at the same moment: each try fetches what they pushed. */
const MAX_TRIES = 30;
const REMOTE_MS = 5 * 60_000;
/** An entry is lines of records; nothing honest is larger, in bytes. */
const MAX_ENTRY = 64 << 20;

/** Fetches a remote's ledger, joins it with ours line by line, and pushes the result. */
export async function syncLedger(options: SyncOptions): Promise<Result<Synced, Problem>> {
  const { place, remote } = options;
  const git: GitOptions = { cwd: place.topLevel, mayConnect: true, timeoutMs: REMOTE_MS };
  let nTaken = 0;
  let nRefused = 0;
  const mended = await mendLedger(options);
  if (!mended.ok) return mended;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const fetched = await fetchLedger(remote, git, place);
    if (!fetched.ok) return fetched;
    const theirs = fetched.value;
    const ours = readRef(place, LEDGER_REF);
    if (theirs !== undefined && theirs !== ours) {
      const joined = await join(options, ours, theirs);
      if (!joined.ok) return joined;
      if (joined.value === undefined) continue;
      nTaken += joined.value.nTaken;
      nRefused = joined.value.nRefused;
    }
    const now = readRef(place, LEDGER_REF);
    if (now === undefined || now === theirs) return ok({ nTaken, nRefused, isPushed: false });
    // The person's own hooks are about their code, and ours would start this again.
    const args = ['push', '--quiet', '--no-verify', remote, `${now}:${LEDGER_REF}`];
    const pushed = await runGit(args, git);
    if (pushed.ok) {
      await runGit(['update-ref', remoteRef(remote), now], { cwd: place.topLevel });
      return ok({ nTaken, nRefused, isPushed: true });
    }
    if (!isOvertaken(pushed.error.message)) return err(notPushed(remote, pushed.error));
  }
  return err({
    code: 'ledger-busy',
    message: `${remote} was changed by others ${MAX_TRIES} times while we pushed the ledger. Nothing is lost: run \`countersign sync\` again.`,
  });
}

/** The remote's ledger, now under `refs/countersign/remotes/`; undefined where it has none. */
async function fetchLedger(
  remote: string,
  git: GitOptions,
  place: RepositoryPlace,
): Promise<Result<string | undefined, Problem>> {
  const copy = remoteRef(remote);
  // A partial clone would leave out the very entries.
  const args = ['fetch', '--quiet', '--no-tags', '--no-filter', '--no-write-fetch-head'];
  const fetched = await runGit([...args, '--refmap=', remote, `+${LEDGER_REF}:${copy}`], git);
  if (fetched.ok) return ok(readRef(place, copy));
  if (/couldn't find remote ref/.test(fetched.error.message)) return ok(undefined);
  return err({
    code: 'ledger-not-fetched',
    message: `The ledger of ${remote} could not be fetched: ${firstLine(fetched.error.message)}`,
  });
}

interface Joined {
  readonly nTaken: number;
  readonly nRefused: number;
}

/** Ours becomes the union of both; undefined when another writer was faster. */
async function join(
  options: SyncOptions,
  ours: string | undefined,
  theirs: string,
): Promise<Result<Joined | undefined, Problem>> {
  const { place, none } = options;
  const base = ours === undefined ? undefined : await mergeBase(place, ours, theirs);
  if (base === theirs) return ok({ nTaken: 0, nRefused: 0 });
  const listed = await changedEntries(place, ours, theirs);
  if (!listed.ok) return listed;
  const { changes, nRefused } = listed.value;
  const isPlain = nRefused === 0 && changes.every(({ isInPlace }) => isInPlace);
  // What they took out may be in use here.
  if (base === ours && isPlain && changedTombstones(options.keys, listed.value).length === 0) {
    const forward = `update ${LEDGER_REF} ${theirs} ${ours ?? none}\nupdate ${KEPT_REF} ${theirs}\n`;
    const moved = await runGit(['update-ref', '--stdin'], { cwd: place.topLevel, input: forward });
    return ok(moved.ok ? { nTaken: changes.length, nRefused } : undefined);
  }
  const moved = await writeUnion(options, ours, theirs, listed.value, listed.value);
  if (!moved.ok) return moved;
  return ok(moved.value ? { nTaken: changes.length, nRefused } : undefined);
}

/**
 * Puts back what somebody else's hand took out of the ledger since we last wrote to it. True when
 * there was anything.
 */
export async function mendLedger(options: SyncOptions): Promise<Result<boolean, Problem>> {
  const { place } = options;
  const kept = readRef(place, KEPT_REF);
  const ours = readRef(place, LEDGER_REF);
  if (kept === undefined || ours === undefined || kept === ours) return ok(false);
  const listed = await changedEntries(place, ours, kept);
  if (!listed.ok) return listed;
  const missing = listed.value.changes.filter(({ ourBlob }) => ourBlob === undefined);
  if (missing.length === 0) return ok(false);
  return writeUnion(options, ours, kept, { changes: missing, onlyOurs: [] }, listed.value);
}

/**
 * One commit of both parents with the lines of both, less what either took out; false when another
 * writer was faster. `listed` is all that differs, of which `changes` is to be joined.
 */
async function writeUnion(
  options: SyncOptions,
  ours: string | undefined,
  theirs: string,
  { changes, onlyOurs }: Changes,
  listed: Changes,
): Promise<Result<boolean, Problem>> {
  const { place, git, none, by, remote, keys } = options;
  const beside = await tombstonesBeside(options, ours, theirs, changedTombstones(keys, listed));
  if (!beside.ok) return beside;
  const mayBeBuried = (key: LedgerKey): boolean => beside.value.has(keys.tombstones(key));
  const byKey = new Map<string, ChangedEntry[]>();
  for (const change of changes) byKey.set(change.key, [...(byKey.get(change.key) ?? []), change]);
  for (const key of onlyOurs) if (mayBeBuried(key)) byKey.set(key, []);
  const isPlain = (key: LedgerKey, [first, ...more]: readonly ChangedEntry[]): boolean =>
    more.length === 0 &&
    first?.isInPlace === true &&
    first.ourBlob === undefined &&
    !mayBeBuried(key);
  const mixed = [...byKey].filter(([key, its]) => !isPlain(key, its));
  const ourName = (key: string): string => `${ours ?? none}:${pathOfKey(key)}`;
  const objects = await git.readObjects(
    mixed.flatMap(([key, its]) => [ourName(key), ...its.map(({ theirBlob }) => theirBlob)]),
  );
  if (!objects.ok) return objects;
  const textOf = (name: string): string => {
    const bytes = objects.value.get(name);
    const isUsable = bytes !== undefined && bytes.length <= MAX_ENTRY;
    return isUsable ? Buffer.from(bytes).toString('utf8') : '';
  };
  const sides = new Map<LedgerKey, { readonly ours: EntrySide; readonly theirs: EntrySide }>();
  const buried = new Map<LedgerKey, readonly string[]>();
  for (const [key, its] of mixed) {
    const tombstones = beside.value.get(keys.tombstones(key)) ?? { ours: '', theirs: '' };
    const side = {
      ours: { entry: textOf(ourName(key)), tombstones: tombstones.ours },
      theirs: {
        entry: joinEntries(...its.map(({ theirBlob }) => textOf(theirBlob))),
        tombstones: tombstones.theirs,
      },
    };
    sides.set(key, side);
    const ofOurs = buriedLines(side.ours, side.theirs, sha256);
    if (0 < ofOurs.length) buried.set(key, ofOurs);
  }
  const inUse = await linesInUse(place, [...buried.values()].flat());
  const entries = new Map<LedgerKey, EntryContent>();
  for (const [key, its] of byKey) {
    const side = sides.get(key);
    const [first] = its;
    if (side === undefined) {
      if (first !== undefined) entries.set(key, { blob: first.theirBlob });
      continue;
    }
    const dropped = new Set([
      ...(buried.get(key) ?? []).filter((line) => !inUse.has(line)),
      ...buriedLines(side.theirs, side.ours, sha256),
    ]);
    const lines = [side.ours, side.theirs].flatMap(({ entry }) => entryLines(entry));
    const text = joinEntries(...lines.filter((line) => !dropped.has(line)));
    if (text !== '') entries.set(key, { text });
    else if (side.ours.entry !== '') entries.set(key, 'gone');
  }
  const own = newRef();
  const message = `countersign: join ${remote}`;
  const input = importCommands({ ref: own, message, parent: ours, merged: theirs, entries, by });
  return moveLedger({ place, own, input, parent: ours, none });
}

/** Entries of tombstones that one has otherwise than the other. */
function changedTombstones(keys: LedgerKeys, { changes, onlyOurs }: Changes): LedgerKey[] {
  const all = new Set(keys.allTombstones());
  return [...changes.map(({ key }) => key), ...onlyOurs].filter((key) => all.has(key));
}

/** Both sides' tombstones by their keys, where they differ; a ledger that is new here buries nothing. */
async function tombstonesBeside(
  { git }: SyncOptions,
  ours: string | undefined,
  theirs: string,
  changed: readonly LedgerKey[],
): Promise<Result<ReadonlyMap<LedgerKey, { ours: string; theirs: string }>, Problem>> {
  if (ours === undefined || changed.length === 0) return ok(new Map());
  const nameIn = (commit: string, key: LedgerKey): string => `${commit}:${pathOfKey(key)}`;
  const read = await git.readObjects(
    changed.flatMap((key) => [nameIn(ours, key), nameIn(theirs, key)]),
  );
  if (!read.ok) return read;
  const textOf = (commit: string, key: LedgerKey): string =>
    Buffer.from(read.value.get(nameIn(commit, key)) ?? []).toString('utf8');
  return ok(
    new Map(changed.map((key) => [key, { ours: textOf(ours, key), theirs: textOf(theirs, key) }])),
  );
}

/** The newest commit that both hold; undefined for two ledgers begun apart. */
async function mergeBase(
  { topLevel }: RepositoryPlace,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  const found = await runGit(['merge-base', ours, theirs], { cwd: topLevel });
  return found.ok ? found.value.toString('utf8').trim() : undefined;
}

/** How two ledgers differ. */
interface Changes {
  readonly changes: readonly ChangedEntry[];
  /** Entries that theirs does not have. */
  readonly onlyOurs: readonly LedgerKey[];
}

interface ChangedEntry {
  readonly key: string;
  readonly ourBlob: string | undefined;
  readonly theirBlob: string;
  /** It lies where we would write it: git's own merge of notes moves names to another fan-out. */
  readonly isInPlace: boolean;
}

/**
 * Entries that theirs has otherwise than ours. What is no entry (another name, a link, a program, a
 * submodule) is not taken and counted: a remote's ref may hold anything.
 */
async function changedEntries(
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
  const onlyOurs: LedgerKey[] = [];
  let nRefused = 0;
  for (const { mode, ourBlob, theirBlob, path } of rows) {
    const key = keyOfPath(path);
    if (theirBlob === undefined) {
      if (key !== undefined && path === pathOfKey(key)) onlyOurs.push(key);
    } else if (key === undefined || mode !== '100644') nRefused++;
    else changes.push({ key, ourBlob, theirBlob, isInPlace: path === pathOfKey(key) });
  }
  return ok({ changes, onlyOurs, nRefused });
}

interface Row {
  readonly mode: string;
  readonly ourBlob: string | undefined;
  /** Undefined for what theirs does not have. */
  readonly theirBlob: string | undefined;
  readonly path: string;
}

/** `<mode> blob <id>\t<path>\0` */
function treeRows(output: Buffer): Row[] {
  return output
    .toString('utf8')
    .split('\0')
    .flatMap((row): Row[] => {
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

/** Another pusher was faster; the next try starts from what they pushed. */
function isOvertaken(words: string): boolean {
  return /non-fast-forward|fetch first|cannot lock ref|failed to update ref|incorrect old value|stale info|reference already exists|remote ref updated since/i.test(
    words,
  );
}

function notPushed(remote: string, { message }: Problem): Problem {
  return {
    code: 'ledger-not-pushed',
    message: `${remote} did not take the ledger: ${firstLine(message)} Your records stay here; push again when that is mended: \`countersign sync ${remote}\`.`,
  };
}

/** What git says last is why; hints and `remote:` lines come before. */
function firstLine(words: string): string {
  const lines = words.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => /(?:^|: )(?:error|fatal|remote): |! \[/.test(line));
  return `${(telling[0] ?? lines[0] ?? '').replace(/\.?$/, '')}.`;
}
