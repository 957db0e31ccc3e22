import { hasAi, type Spans } from '../core/attribution/span.ts';
import type { StoodCode } from '../core/evidence/baseline.ts';
import type { BlockFacts } from '../core/evidence/blockFacts.ts';
import { blockInFile } from '../core/notebook/blockInFile.ts';
import { fileOffset, type NotebookCell, spansInFile } from '../core/notebook/cell.ts';
import { cellPath } from '../core/notebook/cellPath.ts';
import { readNotebook } from '../core/notebook/readNotebook.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { BlockQuestions } from '../core/questions/blockQuestions.ts';
import type { Hit } from '../core/questions/hit.ts';
import type { BlockMap } from '../core/blocks/block.ts';
import type { LedgerKey } from '../core/ledger/keys.ts';
import type { BlockReader, ProjectFiles, RuleRunner } from '../core/ports.ts';
import type { SnapshotRecord } from '../core/records/record.ts';
import type { Problem, Repository } from '../core/repository.ts';
import { createLineIndex, type LineIndex, withLf } from '../core/text/lineIndex.ts';
import type { Bases } from './bases.ts';
import { cellProvenance } from './cellProvenance.ts';
import type { Journal } from './journal.ts';
import { hasRemovals, judgeText, type JudgedBlock, type JudgedText } from './judge.ts';
import { type NotebookText, sharedCells } from './ledger/sharedCells.ts';
import { evidenceKeys, hasPointers, withPointers } from './ledger/sharedFacts.ts';
import { withShared } from './ledger/withShared.ts';
import { textOfBytes } from './textOfBytes.ts';

export interface NotebookPorts {
  readonly repository: Pick<Repository, 'ids' | 'keys' | 'projectFiles'>;
  readonly journal: Journal;
  readonly reader: BlockReader;
  readonly rules?: RuleRunner | undefined;
  /** The project as it is judged; else as the disk has it. */
  readonly files?: ProjectFiles | undefined;
}

/** The text of a notebook file whose code is asked for. */
export interface NotebookQuery {
  /** The file's path, and all that its records may lie under. */
  readonly path: string;
  readonly paths: readonly string[];
  readonly text: string;
  readonly bases?: Bases;
  /** What stood in baselines in the file's cells. */
  readonly stood?: readonly StoodCode[];
  /** This very text and those it was made from, where they were committed. */
  readonly committed: readonly NotebookText[];
}

/** What is known of one code cell. */
interface KnownCell {
  readonly cell: NotebookCell;
  /** As records and block readers name it. */
  readonly path: string;
  readonly spans: Spans;
  /** Of cells that AI may have touched. */
  readonly map?: BlockMap;
}

/** What is known of a notebook's code; offsets of spans are the file's. */
export interface KnownNotebook {
  readonly cells: readonly KnownCell[];
  readonly spans: Spans;
  readonly unread: readonly SnapshotRecord[];
}

/**
 * Where the code of a notebook comes from, cell by cell: outputs, counts and metadata are nobody's.
 * Undefined where the text is no whole notebook.
 */
export async function knownNotebook(
  { repository: { ids }, journal, reader }: NotebookPorts,
  { path, paths, text, bases, committed }: NotebookQuery,
): Promise<KnownNotebook | undefined> {
  const notebook = readNotebook(text);
  if (!notebook) return undefined;
  const unread = new Set<SnapshotRecord>();
  const code = notebook.cells.filter(({ kind, source }) => kind === 'code' && source.trim() !== '');
  const nBySource = countsOf(code.map(({ source }) => source));
  const nSeen = new Map<string, number>();
  const shared = sharedCells(journal, committed);
  const mayHoldMore = hasRemovals(journal, paths) || hasPointers(journal, paths);
  const cells: KnownCell[] = [];
  for (const cell of code) {
    const { source, id, position } = cell;
    const itsPath = cellPath(path, `cell-${position}`, notebook.language);
    const nEqualBefore = nSeen.get(source) ?? 0;
    nSeen.set(source, nEqualBefore + 1);
    const known = cellProvenance(
      journal,
      {
        text: source,
        blob: ids.blobId(itsPath, source),
        paths: [itsPath, ...paths],
        place: { id, nEqual: nBySource.get(source) ?? 1, nEqualBefore },
        shared,
        ...(bases === undefined ? {} : { bases }),
      },
      [],
    );
    for (const snapshot of known.unread) unread.add(snapshot);
    if (!hasAi(known.spans) && !mayHoldMore) {
      cells.push({ cell, path: itsPath, spans: known.spans });
      continue;
    }
    const map = await reader.read(itsPath, source);
    const spans = withPointers(journal, paths, source, map, known.spans);
    cells.push({ cell, path: itsPath, spans, map });
  }
  const spans = cells.flatMap((known) => spansInFile(known.cell, known.spans));
  return { cells, spans, unread: [...unread] };
}

/** A block of a notebook, and the lines of its code without the file around them; LF. */
interface CodeBlock {
  readonly judged: JudgedBlock;
  readonly code: string;
}

/** Under what evidence for the blocks of a notebook's cells is filed. */
export function notebookEvidenceKeys(
  { repository: { ids, keys }, journal }: NotebookPorts,
  { cells }: KnownNotebook,
  { paths }: NotebookQuery,
): LedgerKey[] {
  return cells.flatMap(({ cell: { source: text }, path, spans, map }) => {
    if (!map) return [];
    const input = { journal, paths: [path, ...paths], text, spans, map, sha256: ids.sha256 };
    return evidenceKeys(keys, input);
  });
}

/** The blocks of all code cells that AI may have touched, with the places they have in the file. */
export async function judgeNotebook(
  ports: NotebookPorts,
  known: KnownNotebook,
  query: NotebookQuery,
  policy: Policy,
): Promise<readonly JudgedBlock[]> {
  return (await codeBlocks(ports, known, query, policy)).map(({ judged }) => judged);
}

/** The blocks of a staged notebook that hold AI lines and that HEAD does not have as they are. */
export async function judgeStagedNotebook(
  ports: NotebookPorts,
  known: KnownNotebook,
  query: NotebookQuery,
  oldBytes: Uint8Array | undefined,
  policy: Policy,
): Promise<readonly JudgedBlock[]> {
  const found = await codeBlocks(ports, known, query, policy);
  const flagged = found.filter(({ judged: { status } }) => status.name !== 'exempt');
  const sources = known.cells.map(({ cell: { source } }) => withLf(source));
  const oldSources = sourcesOf(oldBytes);
  const isInHead = ({ code }: CodeBlock): boolean => {
    const nInHead = nWith(oldSources, code);
    return 0 < nInHead && nWith(sources, code) <= nInHead;
  };
  return flagged.filter((one) => !isInHead(one)).map(({ judged }) => judged);
}

async function codeBlocks(
  { repository: { ids, projectFiles }, journal, rules, files = projectFiles() }: NotebookPorts,
  { cells }: KnownNotebook,
  { paths, text: file, stood = [] }: NotebookQuery,
  policy: Policy,
): Promise<readonly CodeBlock[]> {
  const index = createLineIndex(file);
  const blocks: CodeBlock[] = [];
  for (const { cell, path, spans, map } of cells) {
    if (!map) continue;
    const text = cell.source;
    const input = {
      journal,
      policy,
      paths: [path, ...paths],
      text,
      spans,
      map,
      stood,
      rules,
      files,
    };
    const judge = (): JudgedText => judgeText({ ...input, sha256: ids.sha256 });
    const { blocks: its, index: lines } = await withShared(journal, judge);
    for (const judged of its) {
      const { startLine, endLine } = judged.block.lines;
      const start = lines.startOf(startLine - 1);
      const code = withLf(text.slice(start, lines.endOf(endLine - 1)));
      blocks.push({ judged: judgedInFile(judged, code, { cell, lines, index }), code });
    }
  }
  return blocks;
}

function sourcesOf(bytes: Uint8Array | undefined): readonly string[] {
  const content = bytes && textOfBytes(bytes);
  const notebook = content?.kind === 'text' ? readNotebook(content.text) : undefined;
  return (notebook?.cells ?? [])
    .filter(({ kind }) => kind === 'code')
    .map(({ source }) => withLf(source));
}

/** In how many cells a piece of code stands on lines of its own. */
function nWith(sources: readonly string[], code: string): number {
  return sources.filter((source) => `\n${source}\n`.includes(`\n${code}\n`)).length;
}

/** Said where a notebook that AI wrote in cannot be read. */
export function notebookTorn(path: string): Problem {
  return {
    code: 'notebook-torn',
    message: `${path}: AI code was recorded in this notebook, but its text is no whole notebook (conflict markers, or cut off), so its cells could not be judged. Mend it, then try again.`,
  };
}

interface Place {
  readonly cell: NotebookCell;
  readonly lines: LineIndex;
  readonly index: LineIndex;
}

function judgedInFile(judged: JudgedBlock, code: string, place: Place): JudgedBlock {
  return {
    block: blockInFile(judged.block, place.cell, place.index),
    facts: factsInFile(judged.facts, place),
    status: judged.status,
    code,
    get aiHash() {
      return judged.aiHash;
    },
    get questions() {
      return questionsInFile(judged.questions, place);
    },
  };
}

/** The same questions where they stand in the file; what is mended there is mended by the cell. */
function questionsInFile(asked: BlockQuestions, { cell, lines, index }: Place): BlockQuestions {
  const inFile = (hit: Hit): Hit => {
    const start = fileOffset(cell, hit.at.start);
    const line = index.lineAt(fileOffset(cell, lines.startOf(hit.line - 1))) + 1;
    const text = hit.rule.ask({ ...hit.about, line: String(line) });
    const at = { start, end: fileOffset(cell, hit.at.end) };
    return { ...hit, at, line, text, fix: undefined };
  };
  return {
    ...asked,
    checks: asked.checks.map(inFile),
    shown: asked.shown.map((one) => ({ ...one, hit: inFile(one.hit) })),
    more: asked.more.map((one) => ({ ...one, hit: inFile(one.hit) })),
    ignored: asked.ignored.map((one) => ({ ...one, hit: inFile(one.hit) })),
  };
}

/** Counts stay the source's; only places are the file's. */
function factsInFile(facts: BlockFacts, { cell, lines, index }: Place): BlockFacts {
  const lineInFile = (line: number): number => index.lineAt(fileOffset(cell, lines.startOf(line)));
  return {
    ...facts,
    aiLines: [...new Set(facts.aiLines.map(lineInFile))],
    pastedLines: [...new Set(facts.pastedLines.map(lineInFile))],
    removals: facts.removals.map((removal) => ({ ...removal, line: lineInFile(removal.line) })),
  };
}

function countsOf(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
