import { carrySpans, fillUnknown } from '../core/attribution/attribute.ts';
import type { AiOrigin } from '../core/attribution/origin.ts';
import type { Spans } from '../core/attribution/span.ts';
import { type AgentCall, explainCall } from '../core/agentEvents/explain.ts';
import type { AgentRecord } from '../core/records/record.ts';
import { type Bases, NO_BASES } from './bases.ts';
import { withLf } from '../core/text/lineIndex.ts';
import type { Journal } from './journal.ts';

/** A text of a path as an agent left it, with everything agents did to it until then. */
export interface AgentState {
  readonly at: string;
  readonly text: string;
  readonly spans: Spans;
}

/** What agents' records tell of one path. */
export interface AgentStates {
  /** Newest first. */
  readonly states: readonly AgentState[];
  /** Calls that only a text at hand can place, newest first. */
  readonly unplaced: readonly AgentCall[];
}

interface Known extends AgentStates {
  readonly bases: Bases;
  readonly nRecords: number;
  readonly nSnapshots: number;
}

const known = new WeakMap<Journal, Map<string, Known>>();

/**
 * The texts that agents' calls left, folded in the order of time. `bases` stand in where no record
 * tells what was before.
 */
export function agentStatesOf(journal: Journal, path: string, bases: Bases): AgentStates {
  const records = journal.book.agentRecordsOf(path);
  if (records.length === 0) return NONE;
  const nSnapshots = journal.book.snapshotsOf(path).length;
  const cache = known.get(journal) ?? new Map<string, Known>();
  known.set(journal, cache);
  const cached = cache.get(path);
  const isFresh =
    cached?.nRecords === records.length &&
    cached.nSnapshots === nSnapshots &&
    (cached.bases === bases || bases === NO_BASES);
  if (isFresh) return cached;
  const folded = fold(journal, path, records, bases);
  cache.set(path, { ...folded, bases, nRecords: records.length, nSnapshots });
  return folded;
}

const NONE: AgentStates = { states: [], unplaced: [] };

function fold(
  journal: Journal,
  path: string,
  newestFirst: readonly AgentRecord[],
  bases: Bases,
): AgentStates {
  const states: AgentState[] = [];
  const unplaced: AgentCall[] = [];
  for (const record of [...newestFirst].reverse()) {
    const last = states[0];
    const told = callOf(journal, record);
    const before = told.before ?? textBefore(journal, path, record, last, bases);
    const call = { ...told, before, known: knownOf(last, before) };
    // What the journal remembers may be older than the text the agent met: then the call alone counts.
    const explained = explainCall(call) ?? explainCall(told);
    if (!explained) {
      unplaced.unshift(told);
      continue;
    }
    const carried = last ? carrySpans(last.spans, last.text, explained.text, undefined) : [];
    states.unshift({
      at: record.at,
      text: explained.text,
      spans: fillUnknown(explained.spans, carried),
    });
  }
  return { states, unplaced };
}

/** What earlier calls say of the text that a call met. */
function knownOf(last: AgentState | undefined, before: string | null | undefined): Spans {
  if (!last || typeof before !== 'string') return [];
  const text = withLf(before);
  return text === last.text ? last.spans : carrySpans(last.spans, last.text, text, undefined);
}

/** The newest text known from before a call, where the call itself does not tell. */
function textBefore(
  journal: Journal,
  path: string,
  { at, base }: AgentRecord,
  last: AgentState | undefined,
  bases: Bases,
): string | null | undefined {
  const snapshot = journal.book.snapshotsOf(path).find((one) => one.at < at);
  if (snapshot && (!last || last.at < snapshot.at)) {
    return journal.textOf(snapshot.detail.text) ?? last?.text ?? bases.textIn(base, path);
  }
  return last?.text ?? bases.textIn(base, path);
}

function callOf(journal: Journal, { at, detail }: AgentRecord): AgentCall {
  const textOf = (id: string | null | undefined): string | null | undefined =>
    typeof id === 'string' ? journal.textOf(id) : id;
  const { op, changes, offered, model, session } = detail;
  const origin: AiOrigin = {
    kind: 'ai',
    tier: 'agent',
    tool: detail.agent.replace(/^agent-v1:/, ''),
    at,
    ...(model === undefined ? {} : { model }),
    ...(session === undefined ? {} : { session }),
  };
  return {
    origin,
    op,
    hand: detail.agent === 'cursor-tab' ? 'insertion' : 'rewrite',
    changes,
    offered,
    content: textOf(detail.content) ?? undefined,
    before: textOf(detail.before),
    found: textOf(detail.found),
  };
}
