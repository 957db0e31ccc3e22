import { isOpen } from '../core/evidence/status.ts';
import { fileOfPath, isCellPath } from '../core/notebook/notebookPath.ts';
import type { BlockReader } from '../core/ports.ts';
import type { Repository } from '../core/repository.ts';
import type { Documents } from './documents.ts';
import { fileStatus } from './fileStatus.ts';
import type { Homes } from './homes.ts';
import type { JudgedBlock } from './judge.ts';

/** A block that waits for a person, wherever in the workspace it is. */
export interface QueuedBlock {
  readonly uri: string;
  readonly path: string;
  readonly judged: JudgedBlock;
}

/** Open documents as they are in the editor, other files with AI records as they are on disk. */
export async function queueOf(
  homes: Homes,
  documents: Documents,
  reader: BlockReader,
  uriOf: (repository: Repository, path: string) => string,
): Promise<readonly QueuedBlock[]> {
  const queue: QueuedBlock[] = [];
  const seen = new Set<string>();
  for (const uri of documents.uris()) {
    seen.add(uri);
    const view = await documents.view(uri);
    for (const judged of view?.judged.blocks ?? []) {
      if (view && isOpen(judged.status)) queue.push({ uri, path: fileOfPath(view.path), judged });
    }
  }
  const openNotebooks = new Set([...seen].filter(isCellPath).map(placeOf));
  for (const { repository, journal, policyOf } of homes.opened()) {
    for (const path of new Set(journal.book.aiPaths().map(fileOfPath))) {
      const uri = uriOf(repository, path);
      if (seen.has(uri) || openNotebooks.has(placeOf(uri))) continue;
      const status = await fileStatus({ repository, journal, reader, policyOf }, path);
      if (status.kind !== 'judged' || !policyOf(path).policy.enable) continue;
      for (const judged of status.blocks) {
        if (isOpen(judged.status)) queue.push({ uri, path, judged });
      }
    }
  }
  return queue;
}

/** Where a file is, or a cell's notebook, whatever the scheme and spelling of its address. */
function placeOf(uri: string): string {
  const place = fileOfPath(uri).replace(/^[^:]+:(?:\/\/[^/]*)?/, '');
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}
