import { hasAi, type Spans } from '../core/attribution/span.ts';
import { fileOfPath, isNotebookPath } from '../core/notebook/notebookPath.ts';
import { isExcluded } from '../core/policy/effective.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { BlockReader } from '../core/ports.ts';
import type { Repository } from '../core/repository.ts';
import { createLineIndex, type LineIndex, withLf } from '../core/text/lineIndex.ts';
import type { Bases } from './bases.ts';
import type { Journal } from './journal.ts';
import { hasRemovals, judgeText, type JudgedBlock } from './judge.ts';
import {
  evidenceKeys,
  hasPointers,
  keysOfText,
  lendTexts,
  withPointers,
} from './ledger/sharedFacts.ts';
import { withSignatures } from './ledger/signedReviews.ts';
import { judgeNotebook, knownNotebook, notebookEvidenceKeys } from './notebook.ts';
import type { PolicyOf } from './policyReader.ts';
import { pathsBefore, provenanceOf } from './provenance.ts';
import { textOfBytes } from './textOfBytes.ts';

/** One file of the work tree, as it is on disk. */
export type FileStatus =
  | { readonly kind: 'missing' }
  | { readonly kind: 'binary' }
  | {
      readonly kind: 'judged';
      readonly text: string;
      readonly index: LineIndex;
      readonly blob: string;
      readonly spans: Spans;
      readonly policy: Policy;
      readonly paths: readonly string[];
      /** Texts in the journal that might have told more, and are deleted or damaged. */
      readonly nUnread: number;
      readonly blocks: readonly JudgedBlock[];
    };

export interface FileStatusPorts {
  readonly repository: Repository;
  readonly journal: Journal;
  readonly reader: BlockReader;
  readonly policyOf: PolicyOf;
  /** Texts in commits, where they were read. */
  readonly bases?: Bases;
}

/** What a text was made from, as git tells: HEAD's path and content where the index has a rename. */
export interface Lineage {
  readonly paths: readonly string[];
  readonly baseBlobs: readonly string[];
}

/** Judges one file of the work tree; a file without AI text is not parsed and has no blocks. */
export async function fileStatus(
  ports: FileStatusPorts,
  path: string,
  lineage: Lineage = { paths: [], baseBlobs: [] },
): Promise<FileStatus> {
  const { repository, journal, reader, policyOf } = ports;
  const bytes = repository.files.read(path);
  if (!bytes) return { kind: 'missing' };
  const content = textOfBytes(bytes);
  if (content.kind === 'binary') return { kind: 'binary' };
  const { text } = content;
  const blob = content.isUtf8
    ? repository.ids.blobId(path, text)
    : repository.ids.blobIdOfBytes(bytes);
  const paths = [
    ...new Set([path, ...lineage.paths].flatMap((each) => pathsBefore(journal, each))),
  ];
  const { policy } = policyOf(path);
  const { ids, keys } = repository;
  const files = paths.map(fileOfPath);
  const head = files.map((each) => ports.bases?.textInHead(each)).find(isText);
  const headBlob = head === undefined ? [] : [ids.blobId(path, withLf(head))];
  const baseBlobs = [...new Set([...lineage.baseBlobs, ...headBlob])];
  await journal.learn(keysOfText(keys, { blob, paths, baseBlobs }));
  if (isNotebookPath(path)) {
    const bases = ports.bases === undefined ? {} : { bases: ports.bases };
    const headText = headBlob.map((id) => ({ blob: id, text: head ?? '' }));
    const query = { path, paths, text, committed: [{ blob, text }, ...headText], ...bases };
    const known = await knownNotebook(ports, query);
    if (known) {
      const { spans, unread } = known;
      const index = createLineIndex(text);
      const nUnread = unread.length;
      const base = { kind: 'judged' as const, text, index, blob, spans, policy, paths, nUnread };
      if (isExcluded(path, policy)) return { ...base, blocks: [] };
      await journal.learn(notebookEvidenceKeys(ports, known, query));
      return { ...base, blocks: await judgeNotebook(ports, known, query, policy) };
    }
  }
  lendTexts(journal, ids, paths, [text, head]);
  const { spans: told, unread } = provenanceOf(journal, {
    text,
    blob,
    paths,
    baseBlobs,
    textId: ids.textId(text),
    textOfBlob: (id) => (headBlob.includes(id) ? head : undefined),
    ...(ports.bases === undefined ? {} : { bases: ports.bases }),
  });
  const map = hasPointers(journal, paths) ? await reader.read(path, text) : undefined;
  const spans = map === undefined ? told : withPointers(journal, paths, text, map, told);
  const base = {
    kind: 'judged' as const,
    text,
    blob,
    spans,
    policy,
    paths,
    nUnread: unread.length,
  };
  const isJudged = (hasAi(spans) || hasRemovals(journal, paths)) && !isExcluded(path, policy);
  if (!isJudged) return { ...base, index: createLineIndex(text), blocks: [] };
  const read = map ?? (await reader.read(path, text));
  const input = { journal, policy, paths, text, spans, map: read, sha256: ids.sha256 };
  await journal.learn(evidenceKeys(keys, input));
  return { ...base, ...(await withSignatures(journal, () => judgeText(input))) };
}

function isText(text: string | null | undefined): text is string {
  return typeof text === 'string';
}
