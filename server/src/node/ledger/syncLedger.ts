import type { Problem, RepositoryPlace, Synced } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isPartialClone, readRef } from '../git/place.ts';
import { type GitOptions, runGit } from '../git/run.ts';
import { changedEntries, type Changes } from './changedEntries.ts';
import { KEPT_REF, LEDGER_REF, REMOTES, remoteRef } from './ref.ts';
import { changedTombstones, type UnionOptions, writeUnion } from './writeUnion.ts';

export interface SyncOptions extends UnionOptions {
  readonly mayPush: boolean;
}

/** Others push at the same moment: each try fetches what they pushed. */
const MAX_TRIES = 30;
const REMOTE_MS = 5 * 60_000;

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
  options: UnionOptions,
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

/** Joins what `git fetch` brought since; true when there was anything. */
export async function takeInFetched(
  options: Omit<UnionOptions, 'remote'>,
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
    const joined = await join({ ...options, remote: name }, now, theirs);
    if (!joined.ok) return joined;
    isAny ||= joined.value !== undefined;
  }
  return ok(isAny);
}

/**
 * Puts back what somebody else's hand took out of the ledger since we last wrote to it, and in its
 * place what that hand moved (`git notes` has a fan-out of its own). True when there was anything.
 */
export async function mendLedger(options: UnionOptions): Promise<Result<boolean, Problem>> {
  const { place } = options;
  const kept = readRef(place, KEPT_REF);
  const ours = readRef(place, LEDGER_REF);
  if (ours === undefined || kept === ours) return ok(false);
  const lost = kept === undefined ? ok(SAME) : await changedEntries(place, ours, kept);
  if (!lost.ok) return lost;
  const brought = await changedEntries(place, kept, ours);
  if (!brought.ok) return brought;
  const missing = lost.value.changes.filter(({ ourBlob }) => ourBlob === undefined);
  const misplaced = brought.value.changes.filter(({ isInPlace }) => !isInPlace);
  if (missing.length + misplaced.length === 0) {
    const noted = await runGit(['update-ref', KEPT_REF, ours], { cwd: place.topLevel });
    return noted.ok ? ok(false) : noted;
  }
  const changes = [...missing, ...misplaced];
  return writeUnion(options, ours, kept ?? ours, { changes, onlyOurs: new Map() }, lost.value);
}

const SAME: Changes = { changes: [], onlyOurs: new Map() };

/** The newest commit that both hold; undefined for two ledgers begun apart. */
async function mergeBase(
  { topLevel }: RepositoryPlace,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  const found = await runGit(['merge-base', ours, theirs], { cwd: topLevel });
  return found.ok ? found.value.toString('utf8').trim() : undefined;
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
