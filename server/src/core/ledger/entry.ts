/**
 * One entry: a set of lines, each one JSON document, sorted. Lines that nobody here understands
 * are lines like others. Law: joining is commutative, associative and idempotent, and loses no line.
 */
export function joinEntries(...entries: readonly string[]): string {
  const lines = new Set(entries.flatMap(entryLines));
  return [...lines]
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}

/** The lines of an entry as they stand; blank ones say nothing. */
export function entryLines(entry: string): string[] {
  return entry.split('\n').filter((line) => line.trim() !== '');
}

/** Whether the second adds nothing to the first. */
export function holdsEntry(entry: string, other: string): boolean {
  const lines = new Set(entryLines(entry));
  return entryLines(other).every((line) => lines.has(line));
}
