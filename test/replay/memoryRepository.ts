import { createLedgerKeys } from '../../server/src/core/ledger/keys.ts';
import type { Files } from '../../server/src/core/ports.ts';
import type { JournalRecord } from '../../server/src/core/records/record.ts';
import { decodeRecord, encodeRecord } from '../../server/src/core/records/codec.ts';
import type {
  CallStore,
  Clock,
  JournalStore,
  Repository,
} from '../../server/src/core/repository.ts';
import { ok } from '../../server/src/core/result.ts';
import { createContentIds } from '../../server/src/node/git/contentIds.ts';

/** A work tree and its records in memory: what a replay needs of a repository. */
export interface MemoryRepository {
  readonly disk: Map<string, string>;
  readonly calls: CallStore;
  /** A repository as one process opens it; all share records, texts and files. */
  open(): Repository;
}

export function createMemoryRepository(): MemoryRepository {
  const disk = new Map<string, string>();
  const texts = new Map<string, string>();
  const lines: { readonly json: string; readonly by: symbol }[] = [];
  const listeners = new Set<() => void>();
  const kept = new Map<string, string>();
  const ids = createContentIds({ topLevel: '/w', format: 'sha1', mayRunGit: false });

  const journalOf = (me: symbol): JournalStore => {
    let nRead = 0;
    return {
      readNew(): readonly JournalRecord[] {
        const news = lines.slice(nRead).filter(({ by }) => by !== me);
        nRead = lines.length;
        return news
          .map(({ json }) => decodeRecord(JSON.parse(json)))
          .filter((one) => one !== undefined);
      },
      problems: () => [],
      append(records) {
        for (const record of records)
          lines.push({ json: JSON.stringify(encodeRecord(record)), by: me });
        for (const listener of listeners) listener();
        return ok(undefined);
      },
      keepText(id, text) {
        texts.set(id, text);
        return ok(undefined);
      },
      watch(listener) {
        listeners.add(listener);
        return { close: () => void listeners.delete(listener) };
      },
      textOf: (id) => texts.get(id),
    };
  };

  return {
    disk,
    calls: {
      keep: (call, seen) => void kept.set(call, JSON.stringify(seen)),
      take(call) {
        const seen = kept.get(call);
        kept.delete(call);
        return seen === undefined ? undefined : JSON.parse(seen);
      },
    },
    open(): Repository {
      const none = async () => ok([]);
      return {
        place: { topLevel: '/w', gitDir: '/w/.git', commonDir: '/w/.git', worktree: 'main' },
        journal: journalOf(Symbol('process')),
        ids,
        git: {
          stagedFiles: none,
          readObjects: async () => ok(new Map()),
          knownObjects: async () => ok(new Set()),
          trackedTopFiles: none,
          trackedFiles: none,
          changedFiles: async () => ok([...disk.keys()]),
          ref: () => undefined,
          lacks: () => undefined,
          reachable: async () => ok(new Set()),
          filesOfAll: none,
          recentCommits: none,
          renames: async () => ok(new Map()),
          notesOnCommits: none,
          heads: none,
          filesOfCommits: none,
          commits: none,
          commitsAt: none,
          commitsNamed: async () => ok(new Map()),
          upstream: async () => undefined,
          commitsOf: none,
          defaultRemote: async () => undefined,
          identity: async () => undefined,
        },
        ledger: {
          tip: () => undefined,
          hasCopies: () => false,
          personOf: (id: string) => id,
          read: async () => ok(new Map()),
          readAll: async () => ok(new Map()),
          list: none,
          replace: async () => ok(false),
          forgetRemotes: none,
          add: async () => ok(false),
          sync: async () => ok({ nTaken: 0, nRefused: 0, isPushed: false }),
          mend: async () => ok(false),
          sharedWith: () => undefined,
          promoted: () => [],
          setPromoted: () => undefined,
        },
        keys: createLedgerKeys('sha1', ids.sha256),
        signatures: {
          sign: async () => ok(undefined),
          check: async () => ({ kind: 'unknown', why: 'there is no key here' }),
        },
        projectFiles: () => {
          const none: Files = { read: () => undefined, has: () => false, list: () => [] };
          return { own: none, disk: none, pythonFolders: [] };
        },
        gitAiNotes: {
          isOurs: () => false,
          otherWriter: async () => undefined,
          write: async () => ok({ nNotes: 0, from: undefined, tip: undefined }),
        },
        files: {
          read: (path) => {
            const text = disk.get(path);
            return text === undefined ? undefined : Buffer.from(text, 'utf8');
          },
          topFiles: () => [],
        },
        headCommit: () => undefined,
        compactJournal: async () => ({ nSegments: 0, nRecords: 0, nTexts: 0 }),
      };
    },
  };
}

/** Wall-clock time of a replay: begins at a fixed day, and rises with every look at it. */
export function createReplayClock(now: () => number): Clock {
  let last = 0;
  return {
    now(): string {
      last = Math.max(last + 1, Date.UTC(2026, 0, 2) + now());
      return new Date(last).toISOString();
    },
    ms: now,
  };
}
