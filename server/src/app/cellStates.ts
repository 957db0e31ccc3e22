import { carrySpans } from '../core/attribution/attribute.ts';
import type { Spans } from '../core/attribution/span.ts';
import { type AgentCall, explainCall } from '../core/agentEvents/explain.ts';
import type { NotebookCell } from '../core/notebook/cell.ts';
import { isKin, lineBag } from '../core/notebook/kin.ts';
import { pairCells } from '../core/notebook/pairCells.ts';
import { readNotebook } from '../core/notebook/readNotebook.ts';
import type { AgentRecord } from '../core/records/record.ts';
import { withLf } from '../core/text/lineIndex.ts';
import { callOf } from './agentStates.ts';
import type { Bases } from './bases.ts';
import type { Journal } from './journal.ts';

/** The source of a cell as an agent left it. */
export interface CellState {
  readonly at: string;
  readonly text: string;
  readonly spans: Spans;
  /** The cell's id in the file, where it has one. */
  readonly id: string | undefined;
  /** No other cell of the notebook had this source then. */
  readonly isUnique: boolean;
}

/** What agents' records tell of a notebook's cells. */
export interface CellStates {
  /** Newest first. */
  readonly states: readonly CellState[];
  /** Calls that only a cell's source at hand can place, newest first. */
  readonly unplaced: readonly AgentCall[];
}

interface Known extends CellStates {
  readonly bases: Bases;
  readonly nRecords: number;
}

const known = new WeakMap<Journal, Map<string, Known>>();
const NONE: CellStates = { states: [], unplaced: [] };

/** The sources that agents' calls left in a notebook's cells, folded in the order of time. */
export function cellStatesOf(journal: Journal, notebook: string, bases: Bases): CellStates {
  const records = journal.book.agentRecordsOf(notebook);
  if (records.length === 0) return NONE;
  const cache = known.get(journal) ?? new Map<string, Known>();
  known.set(journal, cache);
  const cached = cache.get(notebook);
  if (cached?.nRecords === records.length && cached.bases === bases) return cached;
  const folded = fold(journal, notebook, records, bases);
  cache.set(notebook, { ...folded, bases, nRecords: records.length });
  return folded;
}

function fold(
  journal: Journal,
  notebook: string,
  newestFirst: readonly AgentRecord[],
  bases: Bases,
): CellStates {
  const states: CellState[] = [];
  const unplaced: AgentCall[] = [];
  let last: string | null | undefined;
  for (const record of [...newestFirst].reverse()) {
    const told = callOf(journal, record);
    const before = told.before ?? last ?? bases.textIn(record.base, notebook);
    const call = { ...told, before };
    const { made, open } = madeBy(call, record.detail.cell);
    for (const one of made) {
      const explained = explainCall({ ...one.call, known: knownOf(states, one.call.before) });
      if (explained) {
        states.unshift({ at: record.at, ...explained, id: one.id, isUnique: one.isUnique });
      } else unplaced.unshift(one.call);
    }
    unplaced.unshift(...open);
    last = told.found ?? wholeAfter(call) ?? last;
  }
  return { states, unplaced };
}

interface Made {
  readonly call: AgentCall;
  readonly id: string | undefined;
  readonly isUnique: boolean;
}

/** A call on a notebook as calls on its cells' sources; `open` are those without a place. */
function madeBy(
  call: AgentCall,
  cell: string | undefined,
): { readonly made: readonly Made[]; readonly open: readonly AgentCall[] } {
  const found = codeCells(call.found);
  if (cell !== undefined) return { made: madeInCell(call, cell, found), open: [] };
  const after = codeCells(wholeAfter(call));
  if (!after) return { made: madeByText(call, found ?? []), open: [] };
  const was = call.before === null ? [] : codeCells(call.before);
  if (!was && call.op !== 'create') {
    return { made: [], open: after.map(({ source }) => sourceCall(call, source, undefined)) };
  }
  const made = pairCells(after, was ?? [])
    .filter(({ cell: { source }, before }) => source !== before && source.trim() !== '')
    .map(({ cell: { id, source }, before }) => ({
      call: sourceCall(call, source, before),
      id,
      isUnique: isUniqueIn(found ?? after, source),
    }));
  return { made, open: [] };
}

/** The agent named the cell; ids that are not the file's (VS Code's own) are found by content. */
function madeInCell(
  call: AgentCall,
  cell: string,
  found: readonly NotebookCell[] | undefined,
): readonly Made[] {
  const source = call.content ?? call.changes.at(-1)?.new;
  if (source === undefined || source.trim() === '') return [];
  const now = (found ?? []).find(({ id }) => id === cell) ?? oneWith(found ?? [], source);
  const was = codeCells(call.before) ?? [];
  const old =
    call.changes[0]?.old ??
    was.find(({ id }) => id === cell)?.source ??
    (now && found && pairCells(found, was).find((pair) => pair.cell === now)?.before);
  const made = { ...sourceCall(call, source, old), found: now?.source };
  return [{ call: made, id: now?.id, isUnique: isUniqueIn(found ?? [], source) }];
}

/** Sources were told, and neither the cell nor the whole file: each is looked for by its text. */
function madeByText(call: AgentCall, found: readonly NotebookCell[]): readonly Made[] {
  const was = codeCells(call.before) ?? [];
  return call.changes
    .filter((change) => change.new.trim() !== '')
    .map((change) => {
      const now = oneWith(found, change.new);
      const wasThere = change.old === '' && oneWith(was, change.new) !== undefined;
      const before = wasThere ? undefined : change.old;
      return {
        call: sourceCall(call, change.new, before),
        id: now?.id,
        isUnique: isUniqueIn(found, change.new),
      };
    });
}

function sourceCall(call: AgentCall, content: string, before: string | undefined): AgentCall {
  const { origin, hand, offered } = call;
  return { origin, op: 'update', hand, changes: [], content, offered, before, found: undefined };
}

/** The notebook's whole text after the call, as far as it says: never what else happened to it. */
function wholeAfter(call: AgentCall): string | undefined {
  if (call.content !== undefined) return call.content;
  if (call.changes.length === 0) return call.found ?? undefined;
  return typeof call.before === 'string'
    ? explainCall({ ...call, found: undefined })?.text
    : undefined;
}

function codeCells(text: string | null | undefined): readonly NotebookCell[] | undefined {
  if (typeof text !== 'string') return undefined;
  return readNotebook(text)?.cells.filter(({ kind }) => kind === 'code');
}

function oneWith(cells: readonly NotebookCell[], source: string): NotebookCell | undefined {
  const wanted = withLf(source).trimEnd();
  return cells.find((cell) => withLf(cell.source).trimEnd() === wanted);
}

function isUniqueIn(cells: readonly NotebookCell[], source: string): boolean {
  return cells.filter((cell) => cell.source === source).length <= 1;
}

/** What earlier calls say of the source that a call met. */
function knownOf(states: readonly CellState[], before: string | null | undefined): Spans {
  if (typeof before !== 'string' || before.trim() === '') return [];
  const text = withLf(before);
  const exact = states.find((state) => state.text === text);
  if (exact) return exact.spans;
  const bag = lineBag(text);
  const kin = states.find((state) => isKin(lineBag(state.text), bag));
  return kin ? carrySpans(kin.spans, kin.text, text, undefined) : [];
}
