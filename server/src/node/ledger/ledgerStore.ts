import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsEntry, joinEntries } from '../../core/ledger/entry.ts';
import { hashedPerson } from '../../core/ledger/hidePeople.ts';
import { createLedgerKeys, type LedgerKey, pathOfKey } from '../../core/ledger/keys.ts';
import type {
  GitReader,
  LedgerStore,
  Problem,
  RepositoryPlace,
  Signature,
} from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { sha256 } from '../git/contentIds.ts';
import { readRef } from '../git/place.ts';
import { entryBlobs } from './changedEntries.ts';
import { type EntryContent, importCommands } from './importCommands.ts';
import { moveLedger, newRef } from './moveLedger.ts';
import { LEDGER_REF, remoteRef } from './ref.ts';
import { forgetRemotes } from './forgetRemotes.ts';
import { mendLedger, syncLedger } from './syncLedger.ts';

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
  ): Promise<Result<ReadonlyMap<LedgerKey, string>, Problem>> => {
    if (commit === undefined || keys.length === 0) return ok(new Map());
    const names = new Map(keys.map((key) => [`${commit}:${pathOfKey(key)}`, key]));
    const objects = await git.readObjects([...names.keys()]);
    if (!objects.ok) return objects;
    const entries = new Map<LedgerKey, string>();
    for (const [name, bytes] of objects.value) {
      const key = names.get(name);
      if (key !== undefined) entries.set(key, Buffer.from(bytes).toString('utf8'));
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
    read: (keys: readonly LedgerKey[]) => readAt(tip(), keys),
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
    sync: async (remote: string, by: Signature) =>
      mayWrite ? syncLedger({ place, git, keys, none, remote, by }) : err(readOnly(place)),
    mend: async (by: Signature) =>
      mayWrite
        ? mendLedger({ place, git, keys, none, remote: 'what was taken out', by })
        : err(readOnly(place)),
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
