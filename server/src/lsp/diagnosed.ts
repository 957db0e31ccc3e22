import { isObject } from '../core/records/codec.ts';
import type { Connection } from 'vscode-languageserver';
import type { Diagnosed, ToldProblem } from '../app/diagnosed.ts';
import type { Documents } from '../app/documents.ts';
import { DIAGNOSED, MAX_DIAGNOSED, type ToldView } from '../protocol/questions.ts';

export interface DiagnosedHost {
  /** Undefined while the server starts. */
  readonly documents: () => Documents | undefined;
  /** False in an untrusted workspace: then what is told is shown and not kept. */
  readonly mayRecord: () => boolean;
}

/** Ours are told by ourselves. */
const OWN_SOURCE = 'countersign';

/** Takes what other extensions of the editor tell; what is not of the right form is left out. */
export function serveDiagnosed(connection: Connection, host: DiagnosedHost): void {
  connection.onNotification(DIAGNOSED, (params: unknown) => {
    if (!isObject(params) || !Array.isArray(params['items'])) return;
    const { uri, version, items } = params;
    if (typeof uri !== 'string' || typeof version !== 'number') return;
    const told = items.flatMap(diagnosedOf).slice(0, MAX_DIAGNOSED);
    host
      .documents()
      ?.diagnosed(uri, version, told, host.mayRecord())
      .catch((error: unknown) => {
        connection.console.error(`What others tell of ${uri} could not be kept: ${String(error)}`);
      });
  });
}

/** One of them as plain data. */
export function toldView({
  source,
  code,
  line,
  message,
  severity,
  recordedAt,
}: ToldProblem): ToldView {
  return {
    ...{ source, line, message, kind: severity },
    ...(code === undefined ? {} : { code }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
  };
}

/** `TypeScript (2339)`: who tells it, as people know them. */
export function nameOfTold({ source, code }: Pick<ToldProblem, 'source' | 'code'>): string {
  const name = source === '' ? 'Another extension' : (NAMES.get(source) ?? source);
  return code === undefined ? name : `${name} (${code})`;
}

/** Sources that are the short forms of a name. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['ts', 'TypeScript'],
  ['js', 'JavaScript'],
  ['eslint', 'ESLint'],
]);

function diagnosedOf(json: unknown): Diagnosed[] {
  if (!isObject(json) || !isObject(json['range'])) return [];
  const { range, kind, source = '', code, message } = json;
  const startLine = lineOf(range['start']);
  const endLine = lineOf(range['end']);
  if (startLine === undefined || endLine === undefined || typeof message !== 'string') return [];
  if (typeof source !== 'string' || source === OWN_SOURCE) return [];
  if (kind !== 'error' && kind !== 'deprecated') return [];
  const named = typeof code === 'string' ? code : undefined;
  return [{ source, code: named, severity: kind, message, startLine, endLine }];
}

function lineOf(position: unknown): number | undefined {
  const line = isObject(position) ? position['line'] : undefined;
  return typeof line === 'number' ? line : undefined;
}
