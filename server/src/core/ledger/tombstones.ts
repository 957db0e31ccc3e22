import type { Sha256 } from '../ports.ts';
import { decodeLine } from './codec.ts';
import { entryLines } from './entry.ts';

/** One clone's side of an entry when two are joined: the entry, and the tombstones beside it. */
export interface EntrySide {
  readonly entry: string;
  readonly tombstones: string;
}

/** SHA-256s of the lines that these entries' tombstones name. */
export function namedByTombstones(lines: Iterable<string>): ReadonlySet<string> {
  const named = new Set<string>();
  for (const line of lines) {
    const record = decodeLine(line);
    if (record?.kind === 'tombstone') for (const hash of record.detail.records) named.add(hash);
  }
  return named;
}

/**
 * What one side has and the other took out since: a line that a tombstone of the other's names which
 * this side does not know. A side that knows the tombstone and has the line brought it back on purpose.
 */
export function buriedLines(one: EntrySide, other: EntrySide, sha256: Sha256): readonly string[] {
  const known = new Set(entryLines(one.tombstones));
  const fresh = entryLines(other.tombstones).filter((line) => !known.has(line));
  if (fresh.length === 0) return [];
  const named = namedByTombstones(fresh);
  const theirs = new Set(entryLines(other.entry));
  return entryLines(one.entry).filter((line) => !theirs.has(line) && named.has(sha256(line)));
}
