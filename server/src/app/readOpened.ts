import type { Spans } from '../core/attribution/span.ts';
import type { MappedText } from '../core/blocks/faults.ts';
import type { BlockMap } from '../core/blocks/block.ts';
import type { LedgerKey } from '../core/ledger/keys.ts';
import { fileOfPath, isCellPath } from '../core/notebook/notebookPath.ts';
import type { BlockDocument, BlockReader } from '../core/ports.ts';
import type { Problem } from '../core/repository.ts';
import { withLf } from '../core/text/lineIndex.ts';
import type { Home } from './home.ts';
import { sharedCells } from './ledger/sharedCells.ts';
import {
  evidenceKeys,
  hasPointers,
  keysOfText,
  lendTexts,
  withPointers,
} from './ledger/sharedFacts.ts';
import { pathsBefore, spansOfText } from './provenance.ts';

/** A text that was just opened, with what records and clones tell of it. */
export interface OpenedText {
  readonly blob: string;
  readonly blocks: BlockDocument;
  readonly spans: Spans;
  /** The file as HEAD has it, where that was read. */
  readonly committed: MappedText | undefined;
}

/** What clones shared is asked when a document opens; where that fails, the journal alone answers. */
export async function readOpened(
  { journal, path, repository, bases: basesOf }: Home,
  reader: BlockReader,
  text: string,
  onProblem: (problem: Problem) => void,
): Promise<OpenedText> {
  const { keys, ids } = repository;
  const learn = async (asked: readonly LedgerKey[]): Promise<void> => {
    const learned = await journal.learn(asked);
    if (!learned.ok) onProblem(learned.error);
  };
  const blob = ids.blobId(path, text);
  const paths = pathsBefore(journal, path);
  await learn([keys.baselines, ...keysOfText(keys, { blob, paths, baseBlobs: [] })]);
  const isAsked = hasPointers(journal, paths) || journal.book.knows(path);
  const bases = await basesOf(paths, isAsked ? [path] : []);
  const file = fileOfPath(path);
  const head = bases.textInHead(file) ?? undefined;
  const committed =
    head === undefined ? [] : [{ blob: ids.blobId(file, withLf(head)), text: head }];
  const baseBlobs = committed.map((one) => one.blob);
  await learn(baseBlobs.map(keys.blob));
  lendTexts(journal, ids, paths, [text, head]);
  const textOfBlob = (): string | undefined => head;
  const shared = isCellPath(path) ? sharedCells(journal, committed) : [];
  const query = { text, blob, paths, baseBlobs, textOfBlob, bases, shared };
  const told = spansOfText(journal, query);
  const blocks = await reader.open(path, text);
  const spans = withPointers(journal, paths, text, blocks.map, told);
  const input = { journal, paths, map: blocks.map, text, spans, sha256: ids.sha256 };
  await learn(evidenceKeys(keys, input));
  return { blob, blocks, spans, committed: await mappedHead(reader, file, head) };
}

/** Read only where there is something to compare with. */
export async function mappedHead(
  reader: BlockReader,
  file: string,
  head: string | undefined,
): Promise<MappedText | undefined> {
  return head === undefined ? undefined : { text: head, map: await reader.read(file, head) };
}

/** Asks again what clones shared of an open text, after the ledger has moved. */
export async function learnAgain(
  { journal, path, repository: { keys, ids } }: Home,
  { text, spans, map }: { readonly text: string; readonly spans: Spans; readonly map: BlockMap },
  onProblem: (problem: Problem) => void,
): Promise<void> {
  const blob = ids.blobId(path, text);
  const paths = pathsBefore(journal, path);
  const learned = await journal.learn([
    keys.baselines,
    ...keysOfText(keys, { blob, paths, baseBlobs: [] }),
    ...evidenceKeys(keys, { journal, paths, map, text, spans, sha256: ids.sha256 }),
  ]);
  if (!learned.ok) onProblem(learned.error);
}
