import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type {
  Clock,
  Compacted,
  LocalRepository,
  Repository,
  RepositoryPlace,
  Timers,
  WorkTree,
} from '../core/repository.ts';
import { createLedgerKeys } from '../core/ledger/keys.ts';
import { createContentIds, EMPTY_TREE_ID, sha256 } from './git/contentIds.ts';
import { createGitReader } from './git/gitReader.ts';
import { createSshSignatures } from './git/sshSignatures.ts';
import { objectFormat, readHeadCommit, readRef, whatIsLeftOut } from './git/place.ts';
import { compactJournal, NOTHING_COMPACTED } from './journal/compact.ts';
import { createJournalStore } from './journal/journalStore.ts';
import { createGitAiNotes } from './ledger/gitAiNotes.ts';
import { createProjectReader } from './projectFiles.ts';
import { createLedgerStore } from './ledger/ledgerStore.ts';

export interface RepositoryOptions {
  /** What writes the journal: `lsp`, `cli`. */
  readonly writer: string;
  readonly mayWrite: boolean;
  /** False in an untrusted workspace. */
  readonly mayRunGit: boolean;
  /** Where the journal lies instead of the git folder (no repository, or not trusted). */
  readonly journalRoot?: string;
}

/** The folder of ours in a repository's common git folder. */
export function countersignDir({ commonDir }: RepositoryPlace): string {
  return join(commonDir, 'countersign');
}

/** Makes the ports of one repository real, as far as this clone alone has it. */
export function openLocalRepository(
  place: RepositoryPlace,
  options: RepositoryOptions,
): LocalRepository {
  const format = objectFormat(place);
  return Object.freeze({
    place,
    journal: createJournalStore({
      root: options.journalRoot ?? countersignDir(place),
      worktree: place.worktree,
      writer: options.writer,
      mayWrite: options.mayWrite,
    }),
    ids: createContentIds({ topLevel: place.topLevel, format, mayRunGit: options.mayRunGit }),
    git: createGitReader(place.topLevel, EMPTY_TREE_ID[format], {
      ref: (name) => readRef(place, name),
      lacks: () => whatIsLeftOut(place),
    }),
    files: createWorkTree(place.topLevel),
    headCommit: () => readHeadCommit(place),
  });
}

/** The same with what it shares with other clones. */
export function openRepository(place: RepositoryPlace, options: RepositoryOptions): Repository {
  const local = openLocalRepository(place, options);
  const { git } = local;
  const format = objectFormat(place);
  return Object.freeze({
    ...local,
    projectFiles: createProjectReader(place.topLevel),
    ledger: createLedgerStore({
      place,
      git,
      format,
      root: countersignDir(place),
      mayWrite: options.mayWrite && options.mayRunGit,
    }),
    keys: createLedgerKeys(format, sha256),
    signatures: createSshSignatures(place.topLevel),
    gitAiNotes: createGitAiNotes({
      place,
      git,
      blobIdOfBytes: local.ids.blobIdOfBytes,
      none: '0'.repeat(format === 'sha1' ? 40 : 64),
      root: countersignDir(place),
      mayWrite: options.mayWrite && options.mayRunGit,
    }),
    async compactJournal(isDryRun = false): Promise<Compacted> {
      if (!options.mayWrite || !options.mayRunGit || options.journalRoot !== undefined) {
        return NOTHING_COMPACTED;
      }
      return compactJournal({
        root: countersignDir(place),
        isDryRun,
        nowMs: Date.now(),
        async knownBlobs(ids) {
          const known = await git.knownObjects(ids);
          // Where git does not answer, everything counts as known: nothing is dropped.
          return known.ok ? known.value : new Set(ids);
        },
      });
    },
  });
}

export function createWorkTree(topLevel: string): WorkTree {
  return Object.freeze({
    read(path: string): Uint8Array | undefined {
      const file = resolve(topLevel, path);
      if (!isInside(topLevel, file)) return undefined;
      try {
        return statSync(file).isFile() ? readFileSync(file) : undefined;
      } catch {
        return undefined;
      }
    },
    topFiles(): readonly string[] {
      try {
        return readdirSync(topLevel);
      } catch {
        return [];
      }
    },
  });
}

/** A file's path as the repository names it, or undefined when it lies outside. */
export function pathIn(topLevel: string, file: string): string | undefined {
  return isInside(topLevel, file) ? relative(topLevel, file).split(sep).join('/') : undefined;
}

function isInside(topLevel: string, file: string): boolean {
  const path = relative(topLevel, file);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path;
}

/** Wall-clock time that never stands still or runs back, so that "the newest wins" is decided. */
export function createClock(): Clock {
  let last = 0;
  return Object.freeze({
    now(): string {
      last = Math.max(last + 1, Date.now());
      return new Date(last).toISOString();
    },
    ms: () => performance.now(),
  });
}

export const timers: Timers = Object.freeze({
  after(ms: number, callback: () => void) {
    const timer = setTimeout(callback, ms);
    // The connection keeps the process alive; a timer alone must not.
    timer.unref();
    return { cancel: () => clearTimeout(timer) };
  },
});
