import type { Observed, Origin, Tier } from '../attribution/origin.ts';
import { joinSpans, type Span, type Spans } from '../attribution/span.ts';
import type { Answer, DiagnosedSeverity, JournalRecord, Statement } from './record.ts';

/**
 * The JSON form of records. Spans are written as `[start, end, index of origin]` beside a table
 * of origins. This file and no other turns JSON into records; a kind it does not know is
 * `undefined` here and stays where it is.
 */
export function encodeRecord(record: JournalRecord): unknown {
  if (record.kind !== 'snapshot') return record;
  const { spans, ...detail } = record.detail;
  return { ...record, detail: { ...detail, ...encodeSpans(spans) } };
}

export function decodeRecord(json: unknown): JournalRecord | undefined {
  if (!isObject(json) || json['v'] !== 1 || typeof json['at'] !== 'string') return undefined;
  const { kind, subject, by, detail } = json;
  if (!isObject(subject) || typeof subject['path'] !== 'string' || !isObject(by)) return undefined;
  if (!isObject(detail) || typeof by['id'] !== 'string') return undefined;
  switch (kind) {
    case 'snapshot': {
      const spans = decodeSpans(detail['origins'], detail['spans']);
      const isWhole = typeof subject['blob'] === 'string' && typeof detail['text'] === 'string';
      if (!spans || !isWhole) return undefined;
      const { origins: _, ...rest } = detail;
      return { ...json, detail: { ...rest, spans } } as unknown as JournalRecord;
    }
    case 'review':
    case 'revoke':
      return typeof subject['codeHash'] === 'string' && typeof subject['symbol'] === 'string'
        ? (json as unknown as JournalRecord)
        : undefined;
    case 'answer':
      return typeof subject['codeHash'] === 'string' && isAnswerDetail(subject, detail)
        ? (json as unknown as JournalRecord)
        : undefined;
    case 'signature':
      return typeof json['sig'] === 'string' && isTexts(detail['records'])
        ? (json as unknown as JournalRecord)
        : undefined;
    case 'provenance':
      return json as unknown as JournalRecord;
    case 'agent':
      return isAgentDetail(detail) ? (json as unknown as JournalRecord) : undefined;
    case 'correction':
      return isCorrectionDetail(detail) ? (json as unknown as JournalRecord) : undefined;
    case 'removal':
      return isRemovalDetail(detail) ? (json as unknown as JournalRecord) : undefined;
    case 'baseline':
      // They go to git, which must take them for nothing else.
      return isObjectId(json['base']) && isObjectId(json['tree'])
        ? (json as unknown as JournalRecord)
        : undefined;
    case 'withdrawal':
      return isWithdrawalDetail(detail) ? (json as unknown as JournalRecord) : undefined;
    case 'diagnosed':
      return isDiagnosedDetail(subject, detail) ? (json as unknown as JournalRecord) : undefined;
    case 'trouble':
      return typeof detail['message'] === 'string' ? (json as unknown as JournalRecord) : undefined;
    default:
      return undefined;
  }
}

/** The JSON form of spans, here and wherever spans are kept beside records. */
export function encodeSpans(spans: Spans): {
  origins: Origin[];
  spans: [number, number, number][];
} {
  const indexes = new Map<string, number>();
  const origins: Origin[] = [];
  const rows = spans.map(({ start, end, origin }): [number, number, number] => {
    const key = JSON.stringify(origin);
    let index = indexes.get(key);
    if (index === undefined) {
      index = origins.push(origin) - 1;
      indexes.set(key, index);
    }
    return [start, end, index];
  });
  return { origins, spans: rows };
}

/** Undefined for what is no such form; an origin not known here is `unknown`. */
export function decodeSpans(origins: unknown, rows: unknown): Spans | undefined {
  if (!Array.isArray(origins) || !Array.isArray(rows)) return undefined;
  const table = origins.map(decodeOrigin);
  const spans: Span[] = [];
  let last = 0;
  for (const row of rows) {
    if (!Array.isArray(row)) return undefined;
    const [start, end, index]: unknown[] = row;
    if (typeof start !== 'number' || typeof end !== 'number' || typeof index !== 'number') {
      return undefined;
    }
    const origin = table[index];
    if (!origin || start < last || end < start) return undefined;
    spans.push({ start, end, origin });
    last = end;
  }
  return joinSpans(spans);
}

function isAgentDetail(detail: JsonObject): boolean {
  const { changes } = detail;
  return (
    typeof detail['agent'] === 'string' &&
    typeof detail['call'] === 'string' &&
    Array.isArray(changes) &&
    changes.every(
      (change: unknown) =>
        isObject(change) && typeof change['old'] === 'string' && typeof change['new'] === 'string',
    ) &&
    isTextName(detail['before']) &&
    isTextName(detail['found']) &&
    isTextName(detail['content'])
  );
}

/** The name of a text, `null` for "there was none", or nothing told. */
function isTextName(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

const STATEMENTS: readonly Statement[] = ['ai', 'human', 'web'];

function isCorrectionDetail({ as, text, ranges }: JsonObject): boolean {
  return (
    STATEMENTS.some((known) => known === as) &&
    typeof text === 'string' &&
    Array.isArray(ranges) &&
    ranges.every(
      (range: unknown) =>
        Array.isArray(range) && typeof range[0] === 'number' && typeof range[1] === 'number',
    )
  );
}

function isRemovalDetail({ removed, text }: JsonObject): boolean {
  return (
    typeof text === 'string' &&
    Array.isArray(removed) &&
    removed.every(
      (one: unknown) =>
        isObject(one) && typeof one['textHash'] === 'string' && typeof one['line'] === 'number',
    )
  );
}

const ANSWERS: readonly (Answer | 'withdrawn')[] = [
  ...(['ok', 'problem', 'not-applicable', 'not-useful', 'withdrawn'] as const),
];

function isAnswerDetail(subject: JsonObject, detail: JsonObject): boolean {
  const { rule, question, answer, nTokens } = detail;
  return (
    isTexts([subject['symbol'], rule, question]) &&
    typeof nTokens === 'number' &&
    ANSWERS.some((known) => known === answer)
  );
}

function isWithdrawalDetail({ baselines }: JsonObject): boolean {
  return (
    Array.isArray(baselines) &&
    baselines.every(
      (one: unknown) =>
        isObject(one) && typeof one['commit'] === 'string' && typeof one['at'] === 'string',
    )
  );
}

const SEVERITIES: readonly DiagnosedSeverity[] = ['error', 'deprecated'];

function isDiagnosedDetail(subject: JsonObject, detail: JsonObject): boolean {
  const { source, code, severity, lineInBlock, message } = detail;
  return (
    isTexts([subject['symbol'], subject['textHash'], source, code ?? '', message]) &&
    SEVERITIES.some((known) => known === severity) &&
    Number.isInteger(lineInBlock)
  );
}

const TIERS: readonly Tier[] = ['platform', 'agent', 'command', 'stated', 'imported'];
const OBSERVED: readonly Observed[] = ['disk', 'bulk', 'applyEdit'];

/** An origin whose kind or tier is not known here is `unknown`: never a claim. */
export function decodeOrigin(json: unknown): Origin {
  if (!isObject(json)) return { kind: 'unknown' };
  const at = typeof json['at'] === 'string' ? json['at'] : undefined;
  const tier = TIERS.find((known) => known === json['tier']);
  switch (json['kind']) {
    case 'editor':
      return at === undefined ? { kind: 'unknown' } : { kind: 'editor', at };
    case 'human':
    case 'pasted': {
      if (at === undefined) return { kind: 'unknown' };
      const stated = tier === 'stated' ? { tier, ...optionalText(json, 'by') } : {};
      return { kind: json['kind'], at, ...stated };
    }
    case 'ai':
      if (at === undefined || tier === undefined) return { kind: 'unknown' };
      return {
        kind: 'ai',
        tier,
        at,
        ...optionalText(json, 'tool'),
        ...optionalText(json, 'model'),
        ...optionalText(json, 'session'),
        ...optionalText(json, 'by'),
      };
    default: {
      const observed = OBSERVED.find((known) => known === json['observed']);
      return {
        kind: 'unknown',
        ...(observed === undefined ? {} : { observed }),
        ...(at === undefined ? {} : { at }),
      };
    }
  }
}

function optionalText<K extends string>(json: JsonObject, key: K): { [P in K]?: string } {
  const value = json[key];
  return typeof value === 'string' ? ({ [key]: value } as { [P in K]?: string }) : {};
}

type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isObjectId(value: unknown): boolean {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one: unknown) => typeof one === 'string');
}
