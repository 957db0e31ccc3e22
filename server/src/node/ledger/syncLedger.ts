import { joinEntries } from '../../core/ledger/entry.ts';
import { keyOfPath, pathOfKey } from '../../core/ledger/keys.ts';
import type {
  GitReader,
  Problem,
  RepositoryPlace,
  Signature,
  Synced,
} from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isPartialClone, readRef } from '../git/place.ts';
import { type GitOptions, runGit } from '../git/run.ts';
import { type EntryContent, importCommands } from './importCommands.ts';
import { moveLedger, newRef } from './moveLedger.ts';
import { KEPT_REF, LEDGER_REF, REMOTES, remoteRef } from './ref.ts';

export interface SyncOptions {
  readonly place: RepositoryPlace;
  readonly git: GitReader;
  /** The id that stands for no commit. */
  readonly none: string;
  readonly remote: string;
  readonly by: Signature;
  readonly mayPush: boolean;
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
    if (now === undefined || now === theirs || !options.mayPush) {
      return ok({ nTaken, nRefused, isPushed: false });
    }
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
  if (fetched.ok) {
    const filled = await fillIn(remote, copy, git, place);
    return filled.ok ? ok(readRef(place, copy)) : filled;
  }
  if (/couldn't find remote ref/.test(fetched.error.message)) return ok(undefined);
  return err({
    code: 'ledger-not-fetched',
    message: `The ledger of ${remote} could not be fetched: ${firstLine(fetched.error.message)}`,
  });
}

/** A plain `git fetch` in a partial clone may have brought the ledger without its entries. */
async function fillIn(
  remote: string,
  ref: string,
  git: GitOptions,
  place: RepositoryPlace,
): Promise<Result<void, Problem>> {
  if (!isPartialClone(place)) return ok(undefined);
  const listed = await runGit(['rev-list', '--objects', '--missing=print', '--no-walk', ref], git);
  if (!listed.ok) return listed;
  const rows = listed.value.toString('utf8').split('\n');
  const missing = rows.filter((row) => row.startsWith('?')).map((row) => row.slice(1));
  if (missing.length === 0) return ok(undefined);
  const args = ['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', '--quiet', '--no-tags'];
  const options = ['--no-write-fetch-head', '--filter=blob:none', '--stdin'];
  const input = missing.map((id) => `${id}\n`).join('');
  const fetched = await runGit([...args, ...options, remote], { ...git, input });
  return fetched.ok ? ok(undefined) : fetched;
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
  if (base === ours && nRefused === 0 && changes.every(({ isInPlace }) => isInPlace)) {
    const forward = `update ${LEDGER_REF} ${theirs} ${ours ?? none}\nupdate ${KEPT_REF} ${theirs}\n`;
    const moved = await runGit(['update-ref', '--stdin'], { cwd: place.topLevel, input: forward });
    return ok(moved.ok ? { nTaken: changes.length, nRefused } : undefined);
  }
  const moved = await writeUnion(options, ours, theirs, changes);
  if (!moved.ok) return moved;
  return ok(moved.value ? { nTaken: changes.length, nRefused } : undefined);
}

/** Joins what `git fetch` brought since; true when there was anything. */
export async function takeInFetched(
  options: Omit<SyncOptions, 'mayPush' | 'remote'>,
): Promise<Result<boolean, Problem>> {
  const { place } = options;
  const ours = readRef(place, LEDGER_REF);
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', REMOTES];
  const listed = await runGit([...args, ...(ours === undefined ? [] : [`--no-merged=${ours}`])], {
    cwd: place.topLevel,
  });
  if (!listed.ok) return listed;
  let isAny = false;
  for (const row of listed.value.toString('utf8').split('\n')) {
    const [theirs, name = ''] = row.split(' ');
    if (theirs === undefined || theirs === '') continue;
    const now = readRef(place, LEDGER_REF);
    const joined = await join({ ...options, remote: name, mayPush: false }, now, theirs);
    if (!joined.ok) return joined;
    isAny ||= joined.value !== undefined;
  }
  return ok(isAny);
}

/**
 * Puts back what somebody else's hand took out of the ledger since we last wrote to it, and in its
 * place what that hand moved (`git notes` has a fan-out of its own). True when there was anything.
 */
export async function mendLedger(
  options: Omit<SyncOptions, 'mayPush'>,
): Promise<Result<boolean, Problem>> {
  const { place } = options;
  const kept = readRef(place, KEPT_REF);
  const ours = readRef(place, LEDGER_REF);
  if (ours === undefined || kept === ours) return ok(false);
  const lost = kept === undefined ? ok(NONE) : await changedEntries(place, ours, kept);
  if (!lost.ok) return lost;
  const brought = await changedEntries(place, kept, ours);
  if (!brought.ok) return brought;
  const missing = lost.value.changes.filter(({ ourBlob }) => ourBlob === undefined);
  const misplaced = brought.value.changes.filter(({ isInPlace }) => !isInPlace);
  if (missing.length + misplaced.length === 0) {
    const noted = await runGit(['update-ref', KEPT_REF, ours], { cwd: place.topLevel });
    return noted.ok ? ok(false) : noted;
  }
  return writeUnion(options, ours, kept ?? ours, [...missing, ...misplaced]);
}

const NONE: Listed = { changes: [], nRefused: 0 };

/** One commit of both parents with the lines of both; false when another writer was faster. */
async function writeUnion(
  { place, git, none, by, remote }: Omit<SyncOptions, 'mayPush'>,
  ours: string | undefined,
  theirs: string,
  changes: readonly ChangedEntry[],
): Promise<Result<boolean, Problem>> {
  const byKey = new Map<string, ChangedEntry[]>();
  for (const change of changes) byKey.set(change.key, [...(byKey.get(change.key) ?? []), change]);
  const isPlain = ([first, ...more]: readonly ChangedEntry[]): boolean =>
    more.length === 0 && first?.isInPlace === true && first.ourBlob === undefined;
  const mixed = [...byKey].filter(([, its]) => !isPlain(its));
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
  const entries = new Map<string, EntryContent>();
  for (const [key, its] of byKey) {
    const [first] = its;
    const texts = its.map(({ theirBlob }) => textOf(theirBlob));
    const isSimple = first !== undefined && isPlain(its);
    entries.set(
      key,
      isSimple ? { blob: first.theirBlob } : { text: joinEntries(textOf(ourName(key)), ...texts) },
    );
  }
  const own = newRef();
  const message = `countersign: join ${remote}`;
  const input = importCommands({ ref: own, message, parent: ours, merged: theirs, entries, by });
  return moveLedger({ place, own, input, parent: ours, none });
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

interface Listed {
  readonly changes: readonly ChangedEntry[];
  readonly nRefused: number;
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
): Promise<Result<Listed, Problem>> {
  const args =
    ours === undefined
      ? ['ls-tree', '-r', '-z', theirs]
      : ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', ours, theirs];
  const listed = await runGit(args, { cwd: topLevel });
  if (!listed.ok) return listed;
  const rows = ours === undefined ? treeRows(listed.value) : diffRows(listed.value);
  const changes: ChangedEntry[] = [];
  let nRefused = 0;
  for (const { mode, ourBlob, theirBlob, path } of rows) {
    const key = keyOfPath(path);
    if (key === undefined || mode !== '100644') nRefused++;
    else changes.push({ key, ourBlob, theirBlob, isInPlace: path === pathOfKey(key) });
  }
  return ok({ changes, nRefused });
}

interface Row {
  readonly mode: string;
  readonly ourBlob: string | undefined;
  readonly theirBlob: string;
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

/** `:<mode> <mode> <id> <id> M\0<path>\0`; what theirs does not have stays ours. */
function diffRows(output: Buffer): Row[] {
  const fields = output.toString('utf8').split('\0');
  const rows: Row[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [ourMode, mode = '', ourBlob, theirBlob = '', status] = (fields[i] ?? '').split(' ');
    if (status === 'D') continue;
    const isOurs = ourMode === ':100644';
    rows.push({
      mode,
      ourBlob: isOurs ? ourBlob : undefined,
      theirBlob,
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
