import type { HistoryParams } from '../server/src/protocol/history.ts';

/** Where unknown data from outside becomes a type we trust. The room's only such place. */

export type UnknownRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parsed object, or `undefined` when the text is not JSON or not an object. */
export function parseRecord(json: string): UnknownRecord | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** One of a closed list of words; anything else is the fallback. */
export function oneOf<T extends string>(value: unknown, words: readonly T[], fallback: T): T {
  return words.find((word) => word === value) ?? fallback;
}

/** The words of a thrown value, for a log or a sentence. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Which block a code lens, a hover link or a menu means. */
export interface BlockTarget {
  readonly uri: string;
  readonly version: number;
  readonly blockId: string;
}

export function blockTargetOf(argument: unknown): BlockTarget | undefined {
  if (!isRecord(argument)) return undefined;
  const uri = stringOf(argument['uri']);
  const version = numberOf(argument['version']);
  const blockId = stringOf(argument['blockId']);
  if (uri === undefined || version === undefined || blockId === undefined) return undefined;
  return { uri, version, blockId };
}

/** A block of a document by its name and a 0-based line near it, which a hover's link means. */
export function historyTargetOf(argument: unknown): HistoryParams | undefined {
  if (!isRecord(argument)) return undefined;
  const uri = stringOf(argument['uri']);
  const line = numberOf(argument['line']);
  const symbol = stringOf(argument['symbol']);
  if (uri === undefined || line === undefined) return undefined;
  return { uri, line, ...(symbol === undefined ? {} : { symbol }) };
}

/** Lines of one version of a document, which a code lens means; 0-based, inclusive. */
export interface LineTarget {
  readonly uri: string;
  readonly version: number;
  readonly startLine: number;
  readonly endLine: number;
}

export function lineTargetOf(argument: unknown): LineTarget | undefined {
  if (!isRecord(argument)) return undefined;
  const uri = stringOf(argument['uri']);
  const version = numberOf(argument['version']);
  const startLine = numberOf(argument['startLine']);
  const endLine = numberOf(argument['endLine']);
  if (uri === undefined || version === undefined) return undefined;
  if (startLine === undefined || endLine === undefined) return undefined;
  return { uri, version, startLine, endLine };
}

/** `<git common dir>/countersign/last-refusal.json`: what the gate said last. */
export interface Refusal {
  readonly client: string;
  readonly mode: string;
  readonly verdict: string;
  readonly summary: string;
  readonly at: string;
  /** The work tree it happened in; absent in files of an older writer. */
  readonly worktree: string | undefined;
  readonly findings: readonly RefusalFinding[];
}

export interface RefusalFinding {
  readonly path: string;
  /** 1-based, as people count. */
  readonly line: number;
  readonly text: string;
}

export function refusalOf(json: string): Refusal | undefined {
  const value = parseRecord(json);
  if (value === undefined) return undefined;
  const summary = stringOf(value['summary']);
  const at = stringOf(value['at']);
  const verdict = stringOf(value['verdict']);
  if (summary === undefined || at === undefined || verdict === undefined) return undefined;
  const findings = Array.isArray(value['findings']) ? value['findings'] : [];
  return {
    client: stringOf(value['client']) ?? 'unknown',
    mode: stringOf(value['mode']) ?? 'warn',
    verdict,
    summary,
    at,
    worktree: stringOf(value['worktree']),
    findings: findings.flatMap(findingOf),
  };
}

function findingOf(value: unknown): readonly RefusalFinding[] {
  if (!isRecord(value)) return [];
  const path = stringOf(value['path']);
  if (path === undefined) return [];
  return [{ path, line: numberOf(value['line']) ?? 1, text: stringOf(value['text']) ?? '' }];
}
