import { hasAi, type Spans } from '../core/attribution/span.ts';
import { isNotebookPath } from '../core/notebook/notebookPath.ts';
import { isExcluded } from '../core/policy/effective.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { BlockReader } from '../core/ports.ts';
import type { Problem, Repository } from '../core/repository.ts';
import { createLineIndex, type LineIndex, withLf } from '../core/text/lineIndex.ts';
import { type Draft, settle } from './baselines.ts';
import type { Bases } from './bases.ts';
import type { Journal } from './journal.ts';
import { hasRemovals, judgeText, type JudgedBlock } from './judge.ts';
import { evidenceKeys, hasPointers, keysOfText, withPointers } from './ledger/sharedFacts.ts';
import { judgeNotebook, knownNotebook } from './notebook.ts';
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
      /** What could not be asked, and may have changed the answer. */
      readonly notes: readonly Problem[];
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
  if (isNotebookPath(path)) {
    const bases = ports.bases === undefined ? {} : { bases: ports.bases };
    const query = { path, paths, text, ...bases };
    const known = knownNotebook(ports, query);
    if (known) {
      await journal.learn([repository.keys.baselines]);
      const { blocks, notes } = isExcluded(path, policy)
        ? NO_BLOCKS
        : await judgeWithBaselines(ports, path, paths, (stood) =>
            judgeNotebook(ports, known, { ...query, stood }, policy),
          );
      const { spans, unread } = known;
      const index = createLineIndex(text);
      return {
        kind: 'judged',
        text,
        index,
        blob,
        spans,
        policy,
        paths,
        nUnread: unread.length,
        notes,
        blocks,
      };
    }
  }
  const head = paths.map((each) => ports.bases?.textInHead(each)).find(isText);
  const headBlob = head === undefined ? [] : [repository.ids.blobId(path, withLf(head))];
  const baseBlobs = [...new Set([...lineage.baseBlobs, ...headBlob])];
  const { keys } = repository;
  await journal.learn([keys.baselines, ...keysOfText(keys, { blob, paths, baseBlobs })]);
  const { spans: told, unread } = provenanceOf(journal, {
    text,
    blob,
    paths,
    baseBlobs,
    textId: repository.ids.textId(text),
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
  const index = createLineIndex(text);
  if (!isJudged) return { ...base, index, ...NO_BLOCKS };
  const read = map ?? (await reader.read(path, text));
  await journal.learn(evidenceKeys(journal, { keys, paths, map: read, text, spans }));
  const { sha256 } = repository.ids;
  const input = { journal, policy, paths, text, spans, map: read, sha256 };
  const judge: Draft['judge'] = async (stood) => judgeText({ ...input, stood }).blocks;
  return { ...base, index, ...(await judgeWithBaselines(ports, path, paths, judge)) };
}

const NO_BLOCKS = { blocks: [], notes: [] } as const;

async function judgeWithBaselines(
  ports: FileStatusPorts,
  path: string,
  paths: readonly string[],
  judge: Draft['judge'],
): Promise<{ readonly blocks: readonly JudgedBlock[]; readonly notes: readonly Problem[] }> {
  const { blocks, missing, notes } = await settle(ports, [{ path, paths, headPath: path, judge }]);
  return { blocks: blocks[0] ?? [], notes: missing ? [missing, ...notes] : notes };
}

function isText(text: string | null | undefined): text is string {
  return typeof text === 'string';
}
