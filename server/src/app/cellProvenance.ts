import { carrySpans, fillUnknown } from '../core/attribution/attribute.ts';
import { correctSpans } from '../core/attribution/correct.ts';
import type { Origin } from '../core/attribution/origin.ts';
import { hasAi, type Spans } from '../core/attribution/span.ts';
import { markUnseen } from '../core/attribution/unseen.ts';
import { explainIn } from '../core/agentEvents/explain.ts';
import { spansInSource } from '../core/notebook/cell.ts';
import { isKin, type LineBag, lineBag, MIN_COMMON } from '../core/notebook/kin.ts';
import { fileOfPath, isCellPath } from '../core/notebook/notebookPath.ts';
import { readNotebook } from '../core/notebook/readNotebook.ts';
import type { CorrectionRecord, SnapshotRecord } from '../core/records/record.ts';
import { isBlank, nonBlankLength } from '../core/text/tokens.ts';
import { type Bases, NO_BASES } from './bases.ts';
import { type CellState, cellStatesOf } from './cellStates.ts';
import type { Journal } from './journal.ts';

/** The source of one cell, whose lines are asked for. */
export interface CellQuery {
  readonly text: string;
  readonly blob: string;
  /** The cell's own path first; those of its notebook's other cells and of the notebook follow. */
  readonly paths: readonly string[];
  readonly bases?: Bases;
  /** Sources of whole notebooks that clones shared: of this very text, and of those it was made from. */
  readonly shared?: readonly CellState[];
  /** The cell as the file has it, where it was read from there. */
  readonly place?: CellPlace;
}

export interface CellPlace {
  readonly id: string | undefined;
  /** How many code cells of the file have this very source, and how many of them stand before it. */
  readonly nEqual: number;
  readonly nEqualBefore: number;
}

/** Paths with those of the notebooks they name and of all their cells that records know. */
export function notebookPaths({ book }: Journal, paths: readonly string[]): readonly string[] {
  const all = new Set<string>(paths);
  for (const path of paths) {
    const notebook = fileOfPath(path);
    all.add(notebook);
    for (const cell of book.cellsOf(notebook)) all.add(cell);
  }
  return [...all];
}

interface Told {
  readonly at: string;
  readonly text: string;
  readonly spans: Spans;
}

/** Of what is no exact match the newest so many are asked. */
const KIN_ASKED = 20;
/** Snapshots of one cell that may be its kin; older ones stand in newer ones. */
const KIN_PER_CELL = 3;

/**
 * The spans of a cell's source. A cell has no name that lasts (the editor's changes with every
 * opening, the file's is young and optional), so it is known by its text: who last left this very
 * source in this notebook, then whose source it was made from. Law: as for files, and a cell is
 * nobody's because another, unlike it, has a line in common.
 */
export function cellProvenance(
  journal: Journal,
  query: CellQuery,
  seen: Spans,
): { readonly spans: Spans; readonly unread: readonly SnapshotRecord[] } {
  const { text, bases = NO_BASES, shared = [] } = query;
  const notebooks = [...new Set(query.paths.map(fileOfPath))];
  const agents = notebooks.map((path) => cellStatesOf(journal, path, bases));
  const states = agents.flatMap((one) => one.states).sort(newestFirst);
  const isThis = (state: CellState): boolean => state.text === text && isPlaced(state, query);
  const exact = [
    ...[...exactSnapshots(journal, query), ...states.filter(isThis)].sort(newestFirst),
    ...shared.filter(isThis),
  ];
  let spans = seen;
  const take = ({ text: before, spans: its }: Told): void => {
    const carried = before === text ? its : carrySpans(its, before, text, undefined);
    spans = fillUnknown(spans, carried);
  };
  for (const told of exact) take(told);
  const unread: SnapshotRecord[] = [];
  if (!isAllKnown(spans, text)) {
    const kept = keptSources(journal, query, (snapshot) => unread.push(snapshot));
    const bag = lineBag(text);
    const isItsKin = (one: Told): boolean => isKin(bagOf(one), bag);
    const kin = [...kept, ...states].filter(isItsKin).sort(newestFirst);
    const others = shared.filter(({ text: its }) => its !== text).filter(isItsKin);
    for (const told of [...kin.slice(0, KIN_ASKED), ...others]) take(told);
  }
  const inHead = notebooks
    .map((path) => bases.textInHead(`${path}#`))
    .find((one) => typeof one === 'string');
  if (inHead !== undefined) spans = markUnseen(spans, text, inHead);
  for (const call of agents.flatMap((one) => one.unplaced)) spans = explainIn(call, text, spans);
  return { spans: corrected(journal, query.paths, text, spans), unread };
}

function newestFirst(a: { readonly at: string }, b: { readonly at: string }): number {
  return a.at < b.at ? 1 : -1;
}

/**
 * Snapshots of this very source. Where several cells have it, each in turn is one of those that
 * were last seen with it; a short source in another notebook proves nothing.
 */
function exactSnapshots({ book }: Journal, query: CellQuery): readonly Told[] {
  const { text, blob, paths, place } = query;
  const isSame = ({ subject }: SnapshotRecord): boolean => subject.blob === blob;
  const cells = paths.filter(isCellPath);
  const here = cells.flatMap((path) => book.snapshotsOf(path).find(isSame) ?? []);
  const own = here.find(({ subject }) => subject.path === paths[0]);
  const live = here.filter((one) => book.snapshotsOf(one.subject.path)[0] === one);
  const owners = live.length === 0 ? here : live;
  const isLong = MIN_COMMON <= nonBlankLength(text);
  const chosen = own ?? ofTurn(owners, place, isLong);
  if (chosen) return [told(chosen, text)];
  const elsewhere = book.snapshotOfBlob(blob);
  const isProof = here.length === 0 && isLong;
  return elsewhere && isProof ? [told(elsewhere, text)] : [];
}

function told({ at, detail }: SnapshotRecord, text: string): Told {
  return { at, text, spans: detail.spans };
}

/**
 * The newest, unless cells of one short source must share out those who had it: then from the last
 * on, for what is new mostly stands below. A long source that one had, all have from there.
 */
function ofTurn(
  owners: readonly SnapshotRecord[],
  place: CellPlace | undefined,
  isLong: boolean,
): SnapshotRecord | undefined {
  const newest = [...owners].sort(newestFirst)[0];
  if (!newest || !place) return newest;
  const isAi = hasAi(newest.detail.spans);
  const isAlike = owners.every(({ detail }) => hasAi(detail.spans) === isAi);
  if (isAlike && (isLong || place.nEqual <= owners.length)) return newest;
  const inOrder = [...owners].sort((a, b) =>
    a.subject.path.localeCompare(b.subject.path, 'en', { numeric: true }),
  );
  return inOrder[owners.length - place.nEqual + place.nEqualBefore];
}

/** Whether an agent's equal source is this cell's: long, or the same by id, or the only one. */
function isPlaced(
  { id, isUnique }: { readonly id: string | undefined; readonly isUnique: boolean },
  { text, place }: CellQuery,
): boolean {
  if (MIN_COMMON <= nonBlankLength(text)) return true;
  return place?.id === undefined || id === undefined ? isUnique : place.id === id;
}

/** The newest sources of each cell that records keep, and those of whole notebooks. */
function keptSources(
  journal: Journal,
  { paths, blob }: CellQuery,
  onUnread: (snapshot: SnapshotRecord) => void,
): readonly Told[] {
  return paths.flatMap((path) =>
    journal.book
      .snapshotsOf(path)
      .filter(({ detail, subject }) => 0 < detail.spans.length && subject.blob !== blob)
      .slice(0, KIN_PER_CELL)
      .flatMap((snapshot) => {
        const found = sources.get(snapshot) ?? sourcesOf(journal, snapshot);
        if (!found && hasAi(snapshot.detail.spans)) onUnread(snapshot);
        return found ?? [];
      }),
  );
}

/** Read once: every cell of a notebook asks for the same ones. */
const sources = new WeakMap<SnapshotRecord, readonly Told[]>();

/** What a snapshot tells of sources: its own, or where it is a whole notebook's (signed at a terminal) each cell's. */
function sourcesOf(journal: Journal, snapshot: SnapshotRecord): readonly Told[] | undefined {
  const { at, subject, detail } = snapshot;
  const text = journal.textOf(detail.text);
  if (text === undefined) return undefined;
  const found = isCellPath(subject.path)
    ? [{ at, text, spans: detail.spans }]
    : (readNotebook(text)?.cells ?? []).map((cell) => ({
        at,
        text: cell.source,
        spans: spansInSource(cell, detail.spans),
      }));
  sources.set(snapshot, found);
  return found;
}

const bags = new WeakMap<Told, LineBag>();

function bagOf(one: Told): LineBag {
  let bag = bags.get(one);
  if (!bag) {
    bag = lineBag(one.text);
    bags.set(one, bag);
  }
  return bag;
}

/** What people said of lines, of a cell's or (at a terminal) of the notebook's. */
function corrected(journal: Journal, paths: readonly string[], text: string, spans: Spans): Spans {
  const corrections = paths.flatMap((path) => journal.book.correctionsOf(path));
  const bag = lineBag(text);
  const isAbout = (before: string): boolean => before === text || isKin(lineBag(before), bag);
  return corrections
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .flatMap((correction) => onSources(journal, correction))
    .filter(({ before }) => isAbout(before))
    .reduce(
      (known, { correction, before }) => correctSpans(known, text, correction, before),
      spans,
    );
}

const SAID: Origin = Object.freeze({ kind: 'unknown' });

function onSources(
  journal: Journal,
  correction: CorrectionRecord,
): readonly { readonly correction: CorrectionRecord; readonly before: string }[] {
  const { subject, detail } = correction;
  const before = journal.textOf(detail.text);
  if (before === undefined) return [];
  if (isCellPath(subject.path)) return [{ correction, before }];
  const said = detail.ranges.map(([start, end]) => ({ start, end, origin: SAID }));
  return (readNotebook(before)?.cells ?? []).flatMap((cell) => {
    const ranges = spansInSource(cell, said).map(({ start, end }) => [start, end] as const);
    if (ranges.length === 0) return [];
    return [{ correction: { ...correction, detail: { ...detail, ranges } }, before: cell.source }];
  });
}

function isAllKnown(spans: Spans, text: string): boolean {
  let i = 0;
  for (let at = 0; at < text.length; at++) {
    if (isBlank(text.charCodeAt(at))) continue;
    for (let span = spans[i]; span && span.end <= at; span = spans[i]) i++;
    const span = spans[i];
    if (!span || at < span.start || span.origin.kind === 'unknown') return false;
  }
  return true;
}
