import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsEntry, joinEntries } from '../../core/ledger/entry.ts';
import { hashedPerson } from '../../core/ledger/hidePeople.ts';
import {
  createLedgerKeys,
  type LedgerKey,
  otherPathsOfKey,
  pathOfKey,
} from '../../core/ledger/keys.ts';
import type {
  GitReader,
  LedgerStore,
  Problem,
  RepositoryPlace,
  Signature,
} from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { sha256 } from '../git/contentIds.ts';
import { hasRefsBelow, isPartialClone, readRef } from '../git/place.ts';
import { runGit } from '../git/run.ts';
import { entryBlobs } from './changedEntries.ts';
import { forgetRemotes } from './forgetRemotes.ts';
import { type EntryContent, importCommands } from './importCommands.ts';
import { moveLedger, newRef } from './moveLedger.ts';
import { KEPT_REF, LEDGER_REF, REMOTES, remoteRef } from './ref.ts';
import { mendLedger, syncLedger, takeInFetched } from './syncLedger.ts';

/** Another process may write at the same moment; each try starts from what it wrote. */
const MAX_TRIES = 20;
const READ_ALL_MS = 5 * 60_000;

export interface LedgerOptions {
  readonly place: RepositoryPlace;
  readonly git: GitReader;
  readonly format: 'sha1' | 'sha256';
  /** `<git common dir>/countersign`. */
  readonly root: string;
  readonly mayWrite: boolean;
}

/**
 * The ledger in git. Entries are read and written by name, a fixed number of processes for any
 * number of them; a write is one commit on the newest state, or is tried again.
 */
export function createLedgerStore({
  place,
  git,
  format,
  root,
  mayWrite,
}: LedgerOptions): LedgerStore {
  const tip = (): string | undefined => readRef(place, LEDGER_REF);
  const readAt = async (
    commit: string | undefined,
    keys: readonly LedgerKey[],
    others: (key: LedgerKey) => readonly string[] = () => [],
  ): Promise<Result<ReadonlyMap<LedgerKey, string>, Problem>> => {
    if (commit === undefined || keys.length === 0) return ok(new Map());
    const names = new Map<string, LedgerKey>();
    for (const key of keys) {
      names.set(`${commit}:${pathOfKey(key)}`, key);
      for (const name of others(key)) names.set(name, key);
    }
    const objects = await git.readObjects([...names.keys()]);
    if (!objects.ok) {
      return objects.error.code === 'history-missing' ? err(ENTRIES_MISSING) : objects;
    }
    const absent = keys.filter((key) => !objects.value.has(`${commit}:${pathOfKey(key)}`));
    const left = isPartialClone(place) ? await keysThere(place, commit, absent) : ok(0);
    if (!left.ok) return left;
    if (0 < left.value) return err(ENTRIES_MISSING);
    const entries = new Map<LedgerKey, string>();
    for (const [name, bytes] of objects.value) {
      const key = names.get(name);
      if (key === undefined) continue;
      const text = Buffer.from(bytes).toString('utf8');
      const other = entries.get(key);
      entries.set(key, other === undefined ? text : joinEntries(other, text));
    }
    return ok(entries);
  };
  const promotedFile = join(root, 'promoted');
  const none = '0'.repeat(format === 'sha1' ? 40 : 64);
  const keys = createLedgerKeys(format, sha256);
  const list = async (): Promise<Result<readonly LedgerKey[], Problem>> => {
    const commit = tip();
    if (commit === undefined) return ok([]);
    const blobs = await entryBlobs(place, commit, READ_ALL_MS);
    return blobs.ok ? ok([...blobs.value.keys()]) : blobs;
  };

  return Object.freeze({
    tip,
    personOf: (id: string) => hashedPerson(id, sha256),
    async read(
      keys: readonly LedgerKey[],
    ): Promise<Result<ReadonlyMap<LedgerKey, string>, Problem>> {
      const ours = tip();
      const kept = readRef(place, KEPT_REF);
      if (ours === undefined || kept === ours) return readAt(ours, keys);
      // Another hand moved the ref. Until the next promotion mends it, what that took out is read where
      // it was, and what it put elsewhere is read there.
      return readAt(ours, keys, (key) => [
        ...(kept === undefined ? [] : [`${kept}:${pathOfKey(key)}`]),
        ...otherPathsOfKey(key).map((path) => `${ours}:${path}`),
      ]);
    },
    async readAll(): Promise<Result<ReadonlyMap<LedgerKey, string>, Problem>> {
      const commit = tip();
      if (commit === undefined) return ok(new Map());
      const blobs = await entryBlobs(place, commit, READ_ALL_MS);
      if (!blobs.ok) return blobs;
      // By id: git takes its time to find a hundred thousand paths in one tree.
      const objects = await git.readObjects([...blobs.value.values()]);
      if (!objects.ok) return objects;
      const entries = new Map<LedgerKey, string>();
      for (const [key, blob] of blobs.value) {
        const bytes = objects.value.get(blob);
        if (bytes !== undefined) entries.set(key, Buffer.from(bytes).toString('utf8'));
      }
      return ok(entries);
    },
    list,
    async replace(
      from: string,
      entries: ReadonlyMap<LedgerKey, string>,
      by: Signature,
    ): Promise<Result<boolean, Problem>> {
      if (!mayWrite) return err(readOnly(place));
      if (tip() !== from) return ok(false);
      const contents = [...entries].map(([key, text]): [LedgerKey, EntryContent] => [
        key,
        text === '' ? 'gone' : { text },
      ]);
      const own = newRef();
      const input = importCommands({
        ref: own,
        message: `countersign: prune, ${entries.size} ${entries.size === 1 ? 'entry' : 'entries'}`,
        parent: from,
        entries: new Map(contents),
        by,
      });
      return moveLedger({ place, own, input, parent: from, none });
    },
    async add(
      entries: ReadonlyMap<LedgerKey, string>,
      by: Signature,
    ): Promise<Result<boolean, Problem>> {
      if (!mayWrite) return err(readOnly(place));
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const parent = tip();
        const known = await readAt(parent, [...entries.keys()]);
        if (!known.ok) return known;
        const fresh = new Map<LedgerKey, EntryContent>();
        for (const [key, entry] of entries) {
          const before = known.value.get(key) ?? '';
          if (!holdsEntry(before, entry)) fresh.set(key, { text: joinEntries(before, entry) });
        }
        if (fresh.size === 0) return ok(false);
        if (parent !== undefined && !(await isCommit(git, parent))) return err(noNotes(place));
        const own = newRef();
        const message = `countersign: ${fresh.size} ${fresh.size === 1 ? 'entry' : 'entries'}`;
        const input = importCommands({ ref: own, message, parent, entries: fresh, by });
        const done = await moveLedger({ place, own, input, parent, none });
        if (!done.ok || done.value) return done;
      }
      return err({
        code: 'ledger-busy',
        message: `${LEDGER_REF} in ${place.commonDir} was changed by others ${MAX_TRIES} times while we wrote to it. Nothing is lost: it is written at the next commit, or run \`countersign sync\`.`,
      });
    },
    sync: async (remote: string, by: Signature, { mayPush }: { readonly mayPush: boolean }) =>
      mayWrite ? syncLedger({ place, git, keys, none, remote, by, mayPush }) : err(readOnly(place)),
    async mend(by: Signature): Promise<Result<boolean, Problem>> {
      if (!mayWrite) return err(readOnly(place));
      const now = tip();
      // Whoever writes next says so.
      if (now !== undefined && !(await isCommit(git, now))) return ok(false);
      const mended = await mendLedger({ place, git, keys, none, remote: 'what was taken out', by });
      if (!mended.ok) return mended;
      const taken = await takeInFetched({ place, git, keys, none, by });
      return taken.ok ? ok(mended.value || taken.value) : taken;
    },
    hasCopies: () => hasRefsBelow(place, REMOTES),
    forgetRemotes: async (isDryRun: boolean) =>
      mayWrite ? forgetRemotes(place, isDryRun) : err(readOnly(place)),
    sharedWith: (remote: string) => readRef(place, remoteRef(remote)),
    promoted(): readonly string[] {
      try {
        const lines = readFileSync(promotedFile, 'utf8').split('\n');
        return lines.filter((line) => /^[0-9a-f]{40,64}$/.test(line));
      } catch {
        return [];
      }
    },
    setPromoted(heads: readonly string[]): void {
      try {
        const temporary = `${promotedFile}.${process.pid}`;
        writeFileSync(temporary, heads.map((head) => `${head}\n`).join(''), { mode: 0o600 });
        renameSync(temporary, promotedFile);
      } catch {
        // Then these commits are looked at again the next time, which adds nothing.
      }
    },
  });
}

/** In a partial clone what is not read may be left out only. */
const ENTRIES_MISSING: Problem = Object.freeze({
  code: 'history-missing',
  message:
    'this partial clone has the ledger without the entries that are needed. Run `countersign sync --fetch-only`, which brings them, then try again.',
});

/** So many names fit into a command line on every system. */
const NAMES_AT_ONCE = 500;

/** How many of these the ledger's tree has. */
async function keysThere(
  { topLevel }: RepositoryPlace,
  commit: string,
  keys: readonly LedgerKey[],
): Promise<Result<number, Problem>> {
  let n = 0;
  for (let at = 0; at < keys.length; at += NAMES_AT_ONCE) {
    const paths = keys.slice(at, at + NAMES_AT_ONCE).map(pathOfKey);
    const args = ['ls-tree', '--full-tree', '--name-only', '-z', commit, '--', ...paths];
    const listed = await runGit(args, { cwd: topLevel });
    if (!listed.ok) return listed.error.code === 'history-missing' ? err(ENTRIES_MISSING) : listed;
    n += listed.value.toString('utf8').split('\0').length - 1;
  }
  return ok(n);
}

/** `git fast-import` would leave a crash report in the git folder. */
async function isCommit(git: GitReader, id: string): Promise<boolean> {
  const known = await git.knownObjects([`${id}^{commit}`]);
  return known.ok && 0 < [...known.value].filter((line) => line !== '').length;
}

function noNotes({ commonDir }: RepositoryPlace): Problem {
  return {
    code: 'ledger-no-notes',
    message: `${LEDGER_REF} in ${commonDir} names no commit, so nothing is written over it: look with \`git cat-file -t ${LEDGER_REF}\`, and take it away with \`git update-ref -d ${LEDGER_REF}\` if it is nobody's. Records wait in the journal.`,
  };
}

function readOnly({ topLevel }: RepositoryPlace): Problem {
  return {
    code: 'ledger-read-only',
    message: `Nothing is written to the ledger of ${topLevel}: this workspace is not trusted, or this command only reads.`,
  };
}
