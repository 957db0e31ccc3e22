import { decodeLine } from '../../core/ledger/codec.ts';
import type { LedgerRecord } from '../../core/ledger/record.ts';
import type { RepositoryPlace } from '../../core/repository.ts';
import { sha256 } from '../git/contentIds.ts';
import { runGit } from '../git/run.ts';

/**
 * Of lines that another clone took out those this one has a use for: the text they speak of is an
 * object here (a branch nobody else has seen yet). Law: what is in doubt is in use.
 */
export async function linesInUse(
  { topLevel }: RepositoryPlace,
  lines: readonly string[],
): Promise<ReadonlySet<string>> {
  if (lines.length === 0) return new Set();
  const records = new Map(lines.map((line) => [line, decodeLine(line)]));
  const blobs = new Set<string>();
  for (const record of records.values()) {
    if (record?.subject.blob !== undefined) blobs.add(record.subject.blob);
  }
  const asked = await runGit(['cat-file', '--batch-check=%(objectname)'], {
    cwd: topLevel,
    input: [...blobs].map((blob) => `${blob}\n`).join(''),
  });
  if (!asked.ok) return new Set(lines);
  const here = new Set(asked.value.toString('utf8').split('\n'));
  const paths = new Set<string>();
  const inUse = new Set<string>();
  for (const [line, record] of records) {
    if (isBlobHere(record, here)) {
      inUse.add(line);
      if (record) paths.add(record.subject.path);
    }
  }
  for (const [line, record] of records) {
    // It came with the texts of its path.
    if (record?.kind === 'pointer' && paths.has(record.subject.path)) inUse.add(line);
  }
  const hashes = new Set([...inUse].map(sha256));
  for (const [line, record] of records) {
    if (record?.kind === 'batch' && record.detail.records.some((hash) => hashes.has(hash))) {
      inUse.add(line);
    }
  }
  return inUse;
}

/** What names no text here, and is no pointer or batch, is nobody's to take out. */
function isBlobHere(record: LedgerRecord | undefined, here: ReadonlySet<string>): boolean {
  if (record === undefined) return true;
  if (record.kind === 'pointer' || record.kind === 'batch') return false;
  return record.subject.blob === undefined || here.has(record.subject.blob);
}
