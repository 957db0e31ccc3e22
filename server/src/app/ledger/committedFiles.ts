import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { CommittedFile, Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Journal } from '../journal.ts';
import { pathsBefore, type ProvenanceQuery } from '../provenance.ts';
import { textIn } from '../textOfBytes.ts';

/** Under what the ledger may tell of files of commits. */
export function keysOf({ keys }: Repository, files: readonly CommittedFile[]): LedgerKey[] {
  return files.flatMap(({ path, blob, before }) => [
    keys.path(path),
    keys.blob(blob),
    ...before.flatMap((one) => [keys.path(one.path), keys.blob(one.blob)]),
  ]);
}

/** What is asked of a file's origins, but for its text. */
export function queryOf(
  journal: Journal,
  { path, blob, before }: CommittedFile,
): Omit<ProvenanceQuery, 'text'> {
  const named = [path, ...before.map((one) => one.path)];
  return {
    blob,
    paths: [...new Set(named.flatMap((one) => pathsBefore(journal, one)))],
    baseBlobs: before.map((one) => one.blob),
  };
}

/** Their texts, and those they were made from, by blob; one process. */
export async function textsOf(
  { git }: Repository,
  files: readonly CommittedFile[],
): Promise<Result<ReadonlyMap<string, string>, Problem>> {
  const ids = new Set(files.flatMap(({ blob, before }) => [blob, ...before.map((b) => b.blob)]));
  const objects = await git.readObjects([...ids]);
  if (!objects.ok) return objects;
  const texts = new Map<string, string>();
  for (const [id, bytes] of objects.value) {
    const text = textIn(bytes);
    if (text !== undefined) texts.set(id, text);
  }
  return ok(texts);
}
