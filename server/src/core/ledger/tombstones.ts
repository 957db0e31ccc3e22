import type { Sha256 } from '../ports.ts';
import { decodeLine } from './codec.ts';
import { entryLines } from './entry.ts';

/** SHA-256s of the lines that these tombstones name. */
export function namedByTombstones(lines: Iterable<string>): ReadonlySet<string> {
  const named = new Set<string>();
  for (const line of lines) {
    const record = decodeLine(line);
    if (record?.kind === 'tombstone') for (const hash of record.detail.records) named.add(hash);
  }
  return named;
}

/** What tombstones of one side name that the other side has not seen. */
export function unseenGraves(tombstones: string, seen: string): ReadonlySet<string> {
  const known = new Set(entryLines(seen));
  return namedByTombstones(entryLines(tombstones).filter((line) => !known.has(line)));
}

/**
 * Lines of an entry that the other side took out: the other does not have them, and names them in
 * `unseen` tombstones of its own. A side that has a line and has seen its tombstone brought it back on
 * purpose.
 */
export function buriedLines(
  entry: string,
  other: string,
  unseen: ReadonlySet<string>,
  sha256: Sha256,
): readonly string[] {
  if (unseen.size === 0) return [];
  const theirs = new Set(entryLines(other));
  return entryLines(entry).filter((line) => !theirs.has(line) && unseen.has(sha256(line)));
}
