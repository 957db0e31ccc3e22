import { hasAi, type Spans } from '../core/attribution/span.ts';
import { isOpen } from '../core/evidence/status.ts';
import type { LedgerKey } from '../core/ledger/keys.ts';
import { fileOfPath, isNotebookPath } from '../core/notebook/notebookPath.ts';
import { isExcluded } from '../core/policy/effective.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { BlockReader, RuleRunner, TeamRules } from '../core/ports.ts';
import type { Problem, Repository } from '../core/repository.ts';
import { createLineIndex, type LineIndex, withLf } from '../core/text/lineIndex.ts';
import { type Draft, settle } from './baselines.ts';
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
import { withShared } from './ledger/withShared.ts';
import { judgeNotebook, knownNotebook, notebookEvidenceKeys } from './notebook.ts';
import type { PolicyOf } from './policyReader.ts';
import { knownAtLast } from './questions/knownAtLast.ts';
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
  /** Left out where nothing is asked about code. */
  readonly rules?: RuleRunner | undefined;
  /** The team's own rules, where there are some. */
  readonly team?: TeamRules | undefined;
  /** The ledger could not be asked: then the journal alone answers, and the person must know. */
  readonly onProblem?: (problem: Problem) => void;
}

/** What a text was made from, as git tells: HEAD's path and content where the index has a rename. */
export interface Lineage {
  readonly paths: readonly string[];
  readonly baseBlobs: readonly string[];
}

export const NO_LINEAGE: Lineage = Object.freeze({ paths: [], baseBlobs: [] });

/** One file and what it was made from. */
export interface AskedFile {
  readonly path: string;
  readonly lineage: Lineage;
}

/** Judges one file of the work tree; a file without AI text is not parsed and has no blocks. */
export async function fileStatus(
  ports: FileStatusPorts,
  path: string,
  lineage = NO_LINEAGE,
): Promise<FileStatus> {
  const [status] = await fileStatuses(ports, [{ path, lineage }]);
  return status ?? { kind: 'missing' };
}

/** The same for many, in their order: the ledger is asked twice, however many they are. */
export async function fileStatuses(
  ports: FileStatusPorts,
  asked: readonly AskedFile[],
): Promise<readonly FileStatus[]> {
  const { journal, repository } = ports;
  const learn = async (keys: readonly LedgerKey[]): Promise<void> => {
    const learned = await journal.learn(keys);
    if (!learned.ok) ports.onProblem?.(learned.error);
  };
  const opened = asked.map((file) => openFile(ports, file));
  await learn([
    repository.keys.baselines,
    ...opened.flatMap((file) => (file.kind === 'opened' ? keysOfText(repository.keys, file) : [])),
  ]);
  const read: ReadFile[] = [];
  for (const file of opened) {
    read.push(file.kind === 'opened' ? await readFile(ports, file) : settled(file));
  }
  await learn(read.flatMap(({ keys }) => keys));
  const drafts = read.flatMap(({ draft }) => draft ?? []);
  const { blocks, missing, notes } = await settle(ports, drafts);
  const told = missing ? [missing, ...notes] : notes;
  const blocksOf = new Map(drafts.map((draft, i) => [draft, blocks[i]]));
  return read.map(({ draft, status }) => {
    const its = (draft && blocksOf.get(draft)) ?? [];
    return status(its, its.some((judged) => isOpen(judged.status)) ? told : []);
  });
}

/** A text of the work tree, before anybody is asked about it. */
interface OpenedFile {
  readonly kind: 'opened';
  readonly path: string;
  readonly text: string;
  readonly blob: string;
  readonly paths: readonly string[];
  readonly policy: Policy;
  /** HEAD's text, where it was read, and its blob id. */
  readonly head: { readonly blob: string; readonly text: string } | undefined;
  readonly baseBlobs: readonly string[];
}

function openFile(
  { repository, journal, policyOf, bases }: FileStatusPorts,
  { path, lineage }: AskedFile,
): OpenedFile | Exclude<FileStatus, { readonly kind: 'judged' }> {
  const bytes = repository.files.read(path);
  if (!bytes) return { kind: 'missing' };
  const content = textOfBytes(bytes);
  if (content.kind === 'binary') return { kind: 'binary' };
  const { text } = content;
  const { ids } = repository;
  const blob = content.isUtf8 ? ids.blobId(path, text) : ids.blobIdOfBytes(bytes);
  const paths = [
    ...new Set([path, ...lineage.paths].flatMap((each) => pathsBefore(journal, each))),
  ];
  const { policy } = policyOf(path);
  const inHead = paths.map((each) => bases?.textInHead(fileOfPath(each))).find(isText);
  const head =
    inHead === undefined ? undefined : { blob: ids.blobId(path, withLf(inHead)), text: inHead };
  const baseBlobs = [
    ...new Set([...lineage.baseBlobs, ...(head === undefined ? [] : [head.blob])]),
  ];
  return { kind: 'opened', path, text, blob, paths, policy, head, baseBlobs };
}

/** A file whose lines are known, and what must be learned before its blocks are judged. */
interface ReadFile {
  readonly keys: readonly LedgerKey[];
  /** Undefined where there is nothing to judge. */
  readonly draft: Draft | undefined;
  status(blocks: readonly JudgedBlock[], notes: readonly Problem[]): FileStatus;
}

function settled(status: FileStatus): ReadFile {
  return { keys: [], draft: undefined, status: () => status };
}

async function readFile(ports: FileStatusPorts, file: OpenedFile): Promise<ReadFile> {
  if (isNotebookPath(file.path)) {
    const notebook = await readNotebookFile(ports, file);
    if (notebook) return notebook;
  }
  const { repository, journal, reader, bases } = ports;
  const { path, text, blob, paths, policy, head, baseBlobs } = file;
  const { ids, keys } = repository;
  lendTexts(journal, ids, paths, [text, head?.text]);
  const { spans: told, unread } = provenanceOf(journal, {
    text,
    blob,
    paths,
    baseBlobs,
    textId: ids.textId(text),
    textOfBlob: (id) => (id === head?.blob ? head.text : undefined),
    ...(bases === undefined ? {} : { bases }),
  });
  const map = hasPointers(journal, paths) ? await reader.read(path, text) : undefined;
  const spans = map === undefined ? told : withPointers(journal, paths, text, map, told);
  const kind = 'judged' as const;
  const base = { kind, text, blob, spans, policy, paths, nUnread: unread.length };
  const isJudged = (hasAi(spans) || hasRemovals(journal, paths)) && !isExcluded(path, policy);
  const index = createLineIndex(text);
  if (!isJudged) return settled({ ...base, index, blocks: [], notes: [] });
  const read = map ?? (await reader.read(path, text));
  const committed =
    ports.rules === undefined || head === undefined
      ? undefined
      : { text: head.text, map: await reader.read(path, head.text) };
  const { rules } = ports;
  const asks = { rules, committed, files: repository.projectFiles() };
  const input = { journal, policy, paths, text, spans, map: read, sha256: ids.sha256, ...asks };
  return {
    keys: evidenceKeys(keys, input),
    draft: {
      ...{ path, paths, headPath: path },
      async judge(stood) {
        const team = await ports.team?.hits(path, text);
        return knownAtLast(rules, async () => {
          const judged = await withShared(journal, () => judgeText({ ...input, team, stood }));
          return judged.blocks;
        });
      },
    },
    status: (blocks, notes) => ({ ...base, index, blocks, notes }),
  };
}

/** Undefined where the text is no whole notebook. */
async function readNotebookFile(
  ports: FileStatusPorts,
  { path, text, blob, paths, policy, head }: OpenedFile,
): Promise<ReadFile | undefined> {
  const bases = ports.bases === undefined ? {} : { bases: ports.bases };
  const committed = [{ blob, text }, ...(head === undefined ? [] : [head])];
  const query = { path, paths, text, committed, ...bases };
  const known = await knownNotebook(ports, query);
  if (!known) return undefined;
  const { spans, unread } = known;
  const kind = 'judged' as const;
  const index = createLineIndex(text);
  const base = { kind, text, index, blob, spans, policy, paths, nUnread: unread.length };
  if (isExcluded(path, policy)) return settled({ ...base, blocks: [], notes: [] });
  return {
    keys: notebookEvidenceKeys(ports, known, query),
    draft: {
      ...{ path, paths, headPath: path },
      judge: (stood) =>
        knownAtLast(ports.rules, () => judgeNotebook(ports, known, { ...query, stood }, policy)),
    },
    status: (blocks, notes) => ({ ...base, blocks, notes }),
  };
}

function isText(text: string | null | undefined): text is string {
  return typeof text === 'string';
}
