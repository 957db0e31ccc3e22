import type { Sha256 } from '../ports.ts';

/** The name of one entry: lower-case hex, as long as the repository's object ids. */
export type LedgerKey = string;

/**
 * The kinds of key. Git takes them all for object ids; only blob ids and tree ids are some, so
 * `git notes prune` would drop the others. Two kinds meet in one entry only where two hashes do.
 */
export interface LedgerKeys {
  /** Whose lines of this exact text are, corrections of it, and what AI took out of it. */
  blob(id: string): LedgerKey;
  /** Evidence for a codeHash or an aiHash (`sha256:<hex>`). */
  hash(hash: string): LedgerKey;
  /** Pointers: blocks that were AI's at this path. */
  path(path: string): LedgerKey;
  /** Bypasses and hints for what a commit holds. */
  tree(id: string): LedgerKey;
  readonly baselines: LedgerKey;
  /** Tombstones of lines under keys that begin alike: 256 entries, which no reader of code asks for. */
  tombstones(key: LedgerKey): LedgerKey;
  /** All of those. */
  allTombstones(): readonly LedgerKey[];
}

export function createLedgerKeys(format: 'sha1' | 'sha256', sha256: Sha256): LedgerKeys {
  const length = format === 'sha1' ? 40 : 64;
  const cut = (hash: string): LedgerKey => hash.slice(PREFIX.length, PREFIX.length + length);
  const tombstones = (key: LedgerKey): LedgerKey =>
    cut(sha256(`countersign tombstones\n${key.slice(0, 2)}`));
  return Object.freeze({
    blob: (id: string) => id,
    hash: cut,
    path: (path: string) => cut(sha256(`countersign path\n${path}`)),
    tree: (id: string) => id,
    baselines: cut(sha256('countersign baselines')),
    tombstones,
    allTombstones: () =>
      Array.from({ length: 256 }, (_, i) => tombstones(i.toString(16).padStart(2, '0'))),
  });
}

const PREFIX = 'sha256:';

/** Where an entry lies in the notes tree: two levels, whatever their number. */
export function pathOfKey(key: LedgerKey): string {
  return `${key.slice(0, 2)}/${key.slice(2, 4)}/${key.slice(4)}`;
}

/** Where git's own notes may have put an entry: it changes the fan-out with their number. */
export function otherPathsOfKey(key: LedgerKey): readonly string[] {
  const deeper = `${key.slice(0, 2)}/${key.slice(2, 4)}/${key.slice(4, 6)}/${key.slice(6)}`;
  return [key, `${key.slice(0, 2)}/${key.slice(2)}`, deeper];
}

/** The key of a path in a notes tree at any fan-out (git's own merge makes others). */
export function keyOfPath(path: string): LedgerKey | undefined {
  const key = path.replaceAll('/', '');
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(key) ? key : undefined;
}
