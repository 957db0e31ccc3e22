import { hasAi, type Spans } from '../../core/attribution/span.ts';
import { type BlockMap, HASH_VERSION } from '../../core/blocks/block.ts';
import { isTouchedByAi } from '../../core/evidence/blockFacts.ts';
import type { LedgerKey } from '../../core/ledger/keys.ts';
import { lineRowsOf } from '../../core/ledger/lineRows.ts';
import { type CommittedText, rebaseCorrection, rebaseRemoval } from '../../core/ledger/rebase.ts';
import type { LinesRecord, PointerRecord } from '../../core/ledger/record.ts';
import { tokenRowsOf } from '../../core/ledger/tokenRows.ts';
import { isNotebookPath } from '../../core/notebook/notebookPath.ts';
import type { BlockReader } from '../../core/ports.ts';
import {
  type CorrectionRecord,
  RECORD_VERSION,
  type RemovalRecord,
} from '../../core/records/record.ts';
import type { Clock, CommittedFile, Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { createLineIndex } from '../../core/text/lineIndex.ts';
import type { Journal } from '../journal.ts';
import { factsOfBlocks } from '../judge.ts';
import { knownNotebook } from '../notebook.ts';
import { pathsBefore, provenanceOf } from '../provenance.ts';
import { textIn } from '../textOfBytes.ts';
import { TOOL } from './batch.ts';
import type { ImportedText } from './importGitAi.ts';
import { lendTexts } from './sharedFacts.ts';
import type { LedgerWriter } from './writer.ts';

export interface PromotePorts {
  readonly repository: Repository;
  readonly journal: Journal;
  readonly reader: BlockReader;
  readonly clock: Clock;
}

/** Under what the ledger may know of committed files, and of those they were made from. */
export function keysOf({ keys }: Repository, files: readonly CommittedFile[]): LedgerKey[] {
  return files.flatMap(({ path, blob, before }) => [
    keys.path(path),
    keys.blob(blob),
    ...before.flatMap((one) => [keys.path(one.path), keys.blob(one.blob)]),
  ]);
}

/** How the records of a committed file are asked for. */
export function queryOf(journal: Journal, { path, blob, before }: CommittedFile) {
  const named = [path, ...before.map((one) => one.path)];
  return {
    blob,
    paths: [...new Set(named.flatMap((one) => pathsBefore(journal, one)))],
    baseBlobs: before.map((one) => one.blob),
  };
}

/** Their texts by blob id, and those of what they were made from; one process. */
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

/** What is known of one committed file; `committed` takes the hashes of its AI blocks. */
export async function promoteFile(
  ports: PromotePorts,
  file: CommittedFile,
  texts: ReadonlyMap<string, string>,
  writer: LedgerWriter,
  committed: Set<string>,
): Promise<void> {
  const { repository, journal } = ports;
  const { path, blob } = file;
  const text = texts.get(blob);
  if (text === undefined) return;
  const query = queryOf(journal, file);
  if (isNotebookPath(path)) {
    const base = file.before.map((one) => ({ blob: one.blob, text: texts.get(one.blob) ?? '' }));
    const committedTexts = [{ blob, text }, ...base];
    const asked = { path, paths: query.paths, text, committed: committedTexts };
    const notebook = await knownNotebook(ports, asked);
    if (!notebook || !hasAi(notebook.spans)) return;
    writeLines(ports, { path, blob, text, spans: notebook.spans }, writer);
    for (const { map, cell, path: itsPath, spans } of notebook.cells) {
      const paths = [itsPath, ...query.paths];
      const read = { path, paths, text: cell.source, spans };
      if (map) writePointers(ports, { ...read, map }, writer, committed);
    }
    return;
  }
  const baseTexts = file.before.map((one) => texts.get(one.blob));
  lendTexts(journal, repository.ids, query.paths, [text, ...baseTexts]);
  const textId = repository.ids.textId(text);
  const { spans } = provenanceOf(journal, {
    ...query,
    text,
    textId,
    textOfBlob: (id) => texts.get(id),
  });
  const stated = statedIn(ports, query.paths, { path, blob, text, textId });
  for (const record of stated) writer.add(repository.keys.blob(blob), record);
  if (!hasAi(spans) && stated.length === 0) return;
  await writeText(ports, { path, blob, text, spans }, writer, committed);
}

/** What people said of a committed text's lines, and what AI took out of it. */
function statedIn(
  { repository, journal }: PromotePorts,
  paths: readonly string[],
  committed: CommittedText,
): readonly (CorrectionRecord | RemovalRecord)[] {
  const { book } = journal;
  const { sha256 } = repository.ids;
  const corrections = paths.flatMap(book.correctionsOf).map((record) => {
    const before = journal.textOf(record.detail.text);
    return before === undefined ? undefined : rebaseCorrection(record, before, committed);
  });
  const removals = paths.flatMap(book.removalsOf).map((record) => {
    const after = journal.textOf(record.detail.text);
    return after === undefined ? undefined : rebaseRemoval(record, after, committed, sha256);
  });
  return [...corrections, ...removals].filter((record) => record !== undefined);
}

/** Files whose lines somebody spoke of after they were committed, as HEAD has them. */
export async function filesStatedLate(
  { repository, journal }: PromotePorts,
  files: readonly CommittedFile[],
): Promise<Result<readonly CommittedFile[], Problem>> {
  const head = repository.headCommit();
  const listed = new Set(files.map(({ path }) => path));
  const paths = journal.book
    .statedPaths()
    .filter((path) => !listed.has(path) && !path.includes('\n'));
  if (head === undefined || paths.length === 0) return ok([]);
  const read = await repository.git.readObjects(paths.map((path) => `${head}:${path}`));
  if (!read.ok) return read;
  const found = paths.flatMap((path): CommittedFile[] => {
    const bytes = read.value.get(`${head}:${path}`);
    return bytes ? [{ path, blob: repository.ids.blobIdOfBytes(bytes), before: [] }] : [];
  });
  const learned = await journal.learn(keysOf(repository, found));
  if (!learned.ok) return learned;
  const isTold = ({ path, blob }: CommittedFile): boolean => {
    const records = [...journal.book.correctionsOf(path), ...journal.book.removalsOf(path)];
    return records.every(({ at }) => journal.book.isStatedIn(blob, at));
  };
  return ok(found.filter((file) => !isTold(file)));
}

/** Whose the lines of one committed text are, and which of its blocks are AI's. */
export async function writeText(
  ports: PromotePorts,
  { path, blob, text, spans }: ImportedText,
  writer: LedgerWriter,
  committed: Set<string>,
): Promise<void> {
  writeLines(ports, { path, blob, text, spans }, writer);
  const map = await ports.reader.read(path, text);
  const paths = pathsBefore(ports.journal, path);
  writePointers(ports, { path, paths, text, spans, map }, writer, committed);
}

function writeLines(
  { repository }: PromotePorts,
  { path, blob, text, spans }: ImportedText,
  writer: LedgerWriter,
): void {
  const rows = lineRowsOf(createLineIndex(text), spans);
  if (rows.lines.length === 0) return;
  const lines: LinesRecord = {
    ...headOf(rows.origins),
    kind: 'provenance',
    subject: { path, blob },
    detail: rows,
  };
  writer.add(repository.keys.blob(blob), lines);
}

/** A text, or one cell of a notebook, with its blocks; `path` is the file's. */
interface ReadText {
  readonly path: string;
  /** Under which records may speak of it, its own first. */
  readonly paths: readonly string[];
  readonly text: string;
  readonly spans: Spans;
  readonly map: BlockMap;
}

function writePointers(
  ports: PromotePorts,
  read: ReadText,
  writer: LedgerWriter,
  committed: Set<string>,
): void {
  const { keys } = ports.repository;
  for (const pointer of pointersIn(ports, read)) {
    writer.add(keys.path(read.path), pointer);
    committed.add(pointer.subject.codeHash);
    if (pointer.subject.aiHash !== undefined) committed.add(pointer.subject.aiHash);
  }
}

function* pointersIn(
  { repository, journal }: PromotePorts,
  { path, paths, text, spans, map }: ReadText,
): Generator<PointerRecord> {
  const index = createLineIndex(text);
  const { sha256 } = repository.ids;
  for (const { block, facts } of factsOfBlocks(
    { journal, paths, text, spans, map, sha256 },
    index,
  )) {
    if (!isTouchedByAi(facts)) continue;
    const detail = tokenRowsOf(map, block, index, spans);
    // Where AI took something away no token need be its: the pointer says to look.
    if (detail.tokens.length === 0 && facts.removals.length === 0) continue;
    const aiHash = map.aiHash(block, new Set(facts.aiLines));
    const origins = [...detail.origins, ...facts.removals.map(({ origin }) => origin)];
    yield {
      ...headOf(origins),
      kind: 'pointer',
      subject: {
        path,
        symbol: block.symbol,
        lang: block.language,
        codeHash: block.codeHash,
        ...(aiHash === undefined ? {} : { aiHash }),
      },
      detail,
    };
  }
}

/**
 * Every clone that promotes a blob must write the very same line, so nothing in it is of the
 * moment: its time is the newest of what it tells.
 */
function headOf(origins: readonly { readonly at?: string }[]) {
  const at = origins.map((origin) => origin.at ?? '').reduce((a, b) => (a < b ? b : a), '');
  return { v: RECORD_VERSION, hashVersion: HASH_VERSION, by: TOOL, at } as const;
}
