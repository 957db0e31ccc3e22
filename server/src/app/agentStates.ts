import { carrySpans, fillUnknown } from '../core/attribution/attribute.ts';
import type { AiOrigin } from '../core/attribution/origin.ts';
import type { Spans } from '../core/attribution/span.ts';
import {
  type AgentCall,
  explainCall,
  type Explained,
  isLeftBy,
  isStillBefore,
} from '../core/agentEvents/explain.ts';
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
    const explained = explainedBy(
      callOf(journal, record),
      last,
      textsBefore(journal, path, record, last, bases),
    );
    if (!explained) {
      unplaced.unshift(callOf(journal, record));
      continue;
    }
    for (const { text, spans } of [explained.made ?? [], explained].flat()) {
      const carried = last ? carrySpans(last.spans, last.text, text, undefined) : [];
      states.unshift({ at: record.at, text, spans: fillUnknown(spans, carried) });
    }
  }
  return { states, unplaced };
}

/** What earlier calls say of the text that a call met. */
function knownOf(last: AgentState | undefined, before: string | null | undefined): Spans {
  if (!last || typeof before !== 'string') return [];
  const text = withLf(before);
  return text === last.text ? last.spans : carrySpans(last.spans, last.text, text, undefined);
}

/** A text known from before a hook told of its call. */
interface Before {
  readonly text: string | null | undefined;
  readonly spans: Spans;
}

/**
 * Where a call does not tell the text before it, the newest known one that it explains stands in.
 * The editor may have seen the agent's text, and a formatter's, before the hook told of it: such a
 * text is not from before, but what was known of it then stays.
 */
function explainedBy(
  told: AgentCall,
  last: AgentState | undefined,
  befores: Iterable<Before>,
): Explained | undefined {
  const explain = (before: AgentCall['before']): Explained | undefined =>
    explainCall({ ...told, before, known: knownOf(last, before) });
  if (told.before !== undefined) return explain(told.before);
  if (typeof told.found === 'string' && isStillBefore(told, told.found)) {
    const explained = explain(told.found);
    if (explained) return explained;
  }
  let seen: Before | undefined;
  for (const before of befores) {
    if (typeof before.text === 'string' && isLeftBy(told, before.text)) {
      seen ??= before;
      continue;
    }
    const explained = explain(before.text);
    if (explained) return withSeen(explained, seen);
  }
  // What the journal remembers may be older than the text the agent met: the call alone counts.
  const explained = explainCall(told);
  return explained && withSeen(explained, seen);
}

function withSeen(explained: Explained, seen: Before | undefined): Explained {
  if (typeof seen?.text !== 'string') return explained;
  const known = seen.spans.filter(({ origin }) => origin.kind !== 'unknown');
  const { text, spans } = explained;
  const filled = fillUnknown(carrySpans(known, seen.text, text, undefined), spans);
  return { ...explained, spans: filled };
}

/** Older texts are not what an agent met. */
const TEXTS_ASKED = 5;

/** Texts known from before a call's hook, newest first. */
function* textsBefore(
  journal: Journal,
  path: string,
  { at, base }: AgentRecord,
  last: AgentState | undefined,
  bases: Bases,
): Generator<Before> {
  const snapshots = journal.book.snapshotsOf(path).filter((one) => one.at < at);
  for (const { at: keptAt, detail } of snapshots.slice(0, TEXTS_ASKED)) {
    if (last && keptAt <= last.at) break;
    const text = journal.textOf(detail.text);
    if (text !== undefined) yield { text, spans: detail.spans };
  }
  if (last) yield last;
  yield { text: bases.textIn(base, path), spans: [] };
}

/** A record with the texts it names. */
export function callOf(journal: Journal, { at, detail }: AgentRecord): AgentCall {
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
