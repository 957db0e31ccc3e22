import { explainIn } from '../core/agentEvents/explain.ts';
import { carrySpans, fillUnknown } from '../core/attribution/attribute.ts';
import { correctSpans } from '../core/attribution/correct.ts';
import { isLongEnough } from '../core/attribution/moved.ts';
import { markUnseen } from '../core/attribution/unseen.ts';
import { hasAi, type Spans } from '../core/attribution/span.ts';
import { spansOfRows } from '../core/ledger/lineRows.ts';
import type { LinesRecord } from '../core/ledger/record.ts';
import { isCellPath } from '../core/notebook/notebookPath.ts';
import type { SnapshotRecord } from '../core/records/record.ts';
import { createLineIndex } from '../core/text/lineIndex.ts';
import { agentStatesOf } from './agentStates.ts';
import { type Bases, NO_BASES } from './bases.ts';
import type { CellState } from './cellStates.ts';
import { cellProvenance, notebookPaths } from './cellProvenance.ts';
import type { Journal } from './journal.ts';

/** One text whose lines are asked for: where does AI text in it come from? */
export interface ProvenanceQuery {
  readonly text: string;
  readonly blob: string;
  /** The path, then those it had before (rename, Save As). */
  readonly paths: readonly string[];
  /** Blobs it was made from: HEAD's at the path. */
  readonly baseBlobs: readonly string[];
  /** The name of `text` in the journal's store: what was recorded of it holds without the store. */
  readonly textId?: string;
  /** Texts of `baseBlobs`, where they are at hand: what clones shared of them is carried over. */
  readonly textOfBlob?: (blob: string) => string | undefined;
  /** For a cell: what clones shared of the sources of its notebook. */
  readonly shared?: readonly CellState[];
  /** Texts in commits: what is not in HEAD's and has no record came from disk unseen. */
  readonly bases?: Bases;
}

export interface Provenance {
  readonly spans: Spans;
  /** Snapshots with AI spans that might have answered, had their text been there and whole. */
  readonly unread: readonly SnapshotRecord[];
}

/** Older snapshots of a path are not asked: DESIGN keeps the last 20. */
const SNAPSHOTS_ASKED = 20;

/** Whether any record could call a line of this text AI; most files of a commit end here. */
export function mayHoldAi({ book }: Journal, query: Omit<ProvenanceQuery, 'text'>): boolean {
  return (
    book.hasAiBlob(query.blob) ||
    query.paths.some((path) => book.hasAiAt(path)) ||
    query.baseBlobs.some((blob) => book.hasAiBlob(blob))
  );
}

/**
 * The spans of a text, line by line; what one step leaves unknown goes to the next: the snapshot
 * of this very blob, then the snapshots of its path and the texts agents left there by line diff
 * (newest first), those of the blobs it was made from, agents' calls that name no whole text. What
 * is still unexplained and not in HEAD came from disk unseen. People's statements stand above. What
 * the editor has `seen` of the text itself is asked first.
 * Law: never a claim that no record makes.
 */
export function provenanceOf(
  journal: Journal,
  query: ProvenanceQuery,
  seen: Spans = [],
): Provenance {
  if (isCellPath(query.paths[0] ?? '')) return cellProvenance(journal, query, seen);
  const { text, bases = NO_BASES } = query;
  const other = journal.book.agentRecordOfBlob(query.blob);
  const isOther = other !== undefined && speaksOf(other, query.paths, text);
  const paths = [...new Set([...query.paths, ...(isOther ? [other.subject.path] : [])])];
  const agents = paths.map((path) => agentStatesOf(journal, path, bases));
  let spans = seen;
  const unread: SnapshotRecord[] = [];
  const take = (before: string, its: Spans): void => {
    const carried = before === text ? its : carrySpans(its, before, text, undefined);
    spans = fillUnknown(spans, carried);
  };
  const states = agents
    .flatMap((one) => one.states)
    .sort((a, b) => (a.at < b.at ? 1 : b.at < a.at ? -1 : 0));
  let nStates = 0;
  const takeStates = (since: string): void => {
    for (let state = states[nStates]; state && since < state.at; state = states[nStates]) {
      nStates++;
      if (nStates <= STATES_ASKED && !isAllKnown(spans, text)) take(state.text, state.spans);
    }
  };
  for (const { snapshot, isExact } of snapshotsFor(journal, query)) {
    if (!isExact) takeStates(snapshot.at);
    if (isAllKnown(spans, text)) break;
    if (snapshot.detail.spans.length === 0) continue;
    const before =
      snapshot.detail.text === query.textId ? text : journal.textOf(snapshot.detail.text);
    if (before === undefined) {
      if (hasAi(snapshot.detail.spans)) unread.push(snapshot);
      continue;
    }
    take(before, snapshot.detail.spans);
  }
  takeStates('');
  if (!isAllKnown(spans, text)) {
    for (const [before, its] of sharedSpans(journal, query)) take(before, its);
  }
  const inHead = headTextOf(bases, paths);
  if (inHead !== undefined) spans = markUnseen(spans, text, inHead);
  for (const call of agents.flatMap((one) => one.unplaced)) spans = explainIn(call, text, spans);
  return { spans: corrected(journal, paths, text, spans), unread };
}

/** What clones shared of this very blob, then of those it was made from. */
function* sharedSpans(
  { book }: Journal,
  { text, blob, paths, baseBlobs, textOfBlob }: ProvenanceQuery,
): Generator<readonly [before: string, spans: Spans]> {
  const index = createLineIndex(text);
  for (const record of surestFirst(book.linesOf(blob))) {
    if (speaksOf(record, paths, text)) yield [text, spansOfRows(index, record.detail)];
  }
  for (const base of baseBlobs) {
    const records = book.linesOf(base);
    const before = 0 < records.length ? textOfBlob?.(base) : undefined;
    if (before === undefined) continue;
    const baseIndex = createLineIndex(before);
    for (const record of surestFirst(records))
      yield [before, spansOfRows(baseIndex, record.detail)];
  }
}

/** What a clone of ours saw comes before what another tool says. */
function surestFirst(records: readonly LinesRecord[]): readonly LinesRecord[] {
  const isImported = ({ detail }: LinesRecord): boolean =>
    detail.origins.some((origin) => 'tier' in origin && origin.tier === 'imported');
  return [...records].sort((a, b) => Number(isImported(a)) - Number(isImported(b)));
}

/** The file in HEAD, under the name it has there. */
function headTextOf(bases: Bases, paths: readonly string[]): string | null | undefined {
  const texts = paths.map((path) => bases.textInHead(path));
  return texts.find((text) => typeof text === 'string') ?? texts[0];
}

/** Texts of agents that are asked; each holds what agents did before it, so the newest tell most. */
const STATES_ASKED = 20;

function corrected(journal: Journal, paths: readonly string[], text: string, spans: Spans): Spans {
  const corrections = paths.flatMap((path) => journal.book.correctionsOf(path));
  return corrections
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .reduce((known, correction) => {
      const before = journal.textOf(correction.detail.text);
      return before === undefined ? known : correctSpans(known, text, correction, before);
    }, spans);
}

/** The spans alone, for who can do nothing about a lost text. */
export function spansOfText(journal: Journal, query: ProvenanceQuery, seen: Spans = []): Spans {
  return provenanceOf(journal, query, seen).spans;
}

function* snapshotsFor(
  { book }: Journal,
  { text, blob, paths, baseBlobs }: ProvenanceQuery,
): Generator<{ readonly snapshot: SnapshotRecord; readonly isExact: boolean }> {
  // Of one text there may be several: two windows, each of which saw a part of its making.
  const seen = new Set<SnapshotRecord>();
  const fresh = (snapshot: SnapshotRecord | undefined): snapshot is SnapshotRecord => {
    if (!snapshot || seen.has(snapshot)) return false;
    seen.add(snapshot);
    return true;
  };
  const exact = book.snapshotOfBlob(blob);
  if (exact && speaksOf(exact, paths, text) && fresh(exact)) {
    yield { snapshot: exact, isExact: true };
  }
  for (const path of paths) {
    for (const snapshot of book.snapshotsOf(path).slice(0, SNAPSHOTS_ASKED)) {
      if (fresh(snapshot)) yield { snapshot, isExact: false };
    }
  }
  for (const base of baseBlobs) {
    const snapshot = book.snapshotOfBlob(base);
    if (fresh(snapshot)) yield { snapshot, isExact: false };
  }
}

/**
 * Whether a record of this very text speaks of it here too: at the same place (a name may change
 * its case), or when the text is long enough. Two files with one line each may well be equal, and
 * two people's.
 */
export function speaksOf(
  { subject }: { readonly subject: { readonly path: string } },
  paths: readonly string[],
  text: string,
): boolean {
  const here = subject.path.toLowerCase();
  return paths.some((path) => path.toLowerCase() === here) || isLongEnough(text);
}

function isAllKnown(spans: Spans, text: string): boolean {
  const first = spans[0];
  if (!first || spans.some((span) => span.origin.kind === 'unknown')) return false;
  let at = 0;
  for (const span of spans) {
    if (text.slice(at, span.start).trim() !== '') return false;
    at = span.end;
  }
  return text.slice(at).trim() === '';
}

/** A path and those its text had before, as snapshots tell (`from` of Save As and renames). */
export function pathsBefore(journal: Journal, path: string): readonly string[] {
  const { book } = journal;
  const paths = [...notebookPaths(journal, [path])];
  const nOwn = paths.length;
  const add = (from: string): void => {
    for (const one of notebookPaths(journal, [from])) if (!paths.includes(one)) paths.push(one);
  };
  for (let i = 0; i < paths.length && paths.length < nOwn + SNAPSHOTS_ASKED; i++) {
    for (const snapshot of book.snapshotsOf(paths[i] ?? '')) {
      const { from } = snapshot.detail;
      if (from !== undefined) add(from);
    }
    for (const record of book.agentRecordsOf(paths[i] ?? '')) {
      const { from } = record.detail;
      if (from !== undefined) add(from);
    }
  }
  return paths;
}
