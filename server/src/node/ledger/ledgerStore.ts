import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsEntry, joinEntries } from '../../core/ledger/entry.ts';
import { type LedgerKey, pathOfKey } from '../../core/ledger/keys.ts';
import type {
  GitReader,
  LedgerStore,
  Problem,
  RepositoryPlace,
  Signature,
} from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { readRef } from '../git/place.ts';
import { runGit } from '../git/run.ts';
import { importCommands } from './importCommands.ts';

/** Where the team's records lie: a notes tree that git itself carries. */
export const LEDGER_REF = 'refs/notes/countersign';
/** Another process may write at the same moment; each try starts from what it wrote. */
const MAX_TRIES = 20;

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

  return Object.freeze({
    tip,
    read: (keys: readonly LedgerKey[]) => readAt(tip(), keys),
    async add(
      entries: ReadonlyMap<LedgerKey, string>,
      by: Signature,
    ): Promise<Result<boolean, Problem>> {
      if (!mayWrite) return err(readOnly(place));
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const parent = tip();
        const known = await readAt(parent, [...entries.keys()]);
        if (!known.ok) return known;
        const fresh = new Map<LedgerKey, string>();
        for (const [key, entry] of entries) {
          const before = known.value.get(key) ?? '';
          if (!holdsEntry(before, entry)) fresh.set(key, joinEntries(before, entry));
        }
        if (fresh.size === 0) return ok(false);
        const done = await commit({ place, parent, none, entries: fresh, by });
        if (!done.ok || done.value) return done;
      }
      return err({
        code: 'ledger-busy',
        message: `${LEDGER_REF} in ${place.commonDir} was changed by others ${MAX_TRIES} times while we wrote to it. Nothing is lost: it is written at the next commit, or run \`countersign sync\`.`,
      });
    },
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

interface NewCommit {
  readonly place: RepositoryPlace;
  /** What the ledger's ref must name still. */
  readonly parent: string | undefined;
  /** The id that stands for no commit. */
  readonly none: string;
  readonly entries: ReadonlyMap<LedgerKey, string>;
  readonly by: Signature;
}

/** Writes one commit on `parent`; false when the ref has moved meanwhile. */
async function commit({
  place: { topLevel },
  parent,
  none,
  entries,
  by,
}: NewCommit): Promise<Result<boolean, Problem>> {
  const own = `refs/countersign/writing/${process.pid}-${Math.random().toString(36).slice(2)}`;
  const input = importCommands({ ref: own, parent, entries, by });
  const options = { cwd: topLevel };
  const written = await runGit(['fast-import', '--quiet', '--date-format=raw'], {
    ...options,
    input,
    timeoutMs: WRITE_MS,
  });
  if (!written.ok) return written;
  const moves = [
    'start',
    `update ${LEDGER_REF} ${own} ${parent ?? none}`,
    `delete ${own}`,
    'commit',
    '',
  ].join('\n');
  const moved = await runGit(['update-ref', '--stdin'], { ...options, input: moves });
  if (moved.ok) return ok(true);
  await runGit(['update-ref', '-d', own], options);
  // Any other reason than another writer's stands at the next try too, and is told then.
  return /cannot lock ref|but expected|reference already exists/.test(moved.error.message)
    ? ok(false)
    : moved;
}

/** A million records are written in seconds; a disk may be slow. */
const WRITE_MS = 10 * 60_000;

function readOnly({ topLevel }: RepositoryPlace): Problem {
  return {
    code: 'ledger-read-only',
    message: `Nothing is written to the ledger of ${topLevel}: this workspace is not trusted, or this command only reads.`,
  };
}
