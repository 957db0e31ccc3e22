import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { errorCode, type HookProblem } from './problems.ts';
import { hookNames } from './shim.ts';

const version = 1;

/** One hook as it was installed. */
export interface RecordedHook {
  readonly name: HookName;
  /** From the common git directory, with `/`, so that a repository can be moved. */
  readonly file: string;
  readonly how: RecordedHow;
}

export type RecordedHow = 'file' | 'line' | 'called';

/** What was installed, for `uninstall` to be exact and for `status` to see what was overwritten. */
export interface HookRecord {
  readonly version: typeof version;
  readonly hooks: readonly RecordedHook[];
  /** Folders that were not there before. */
  readonly madeFolders: readonly string[];
}

type HookName = (typeof hookNames)[number];

const HOWS: readonly RecordedHow[] = ['file', 'line', 'called'];

export const noRecord: HookRecord = { version, hooks: [], madeFolders: [] };

/** Our own folder in the git directory; the journal lies there too. */
export function privateDir(commonDir: string): string {
  return join(commonDir, 'countersign');
}

export function recordPath(commonDir: string): string {
  return join(privateDir(commonDir), 'hooks.json');
}

/** An unreadable record counts as none: our files are known by their own marks, so nothing is lost by that. */
export async function readRecord(commonDir: string): Promise<Result<HookRecord, HookProblem>> {
  const path = recordPath(commonDir);
  let data: unknown;
  try {
    data = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (errorCode(error) === undefined || errorCode(error) === 'ENOENT') return ok(noRecord);
    return err({ kind: 'failed', doing: 'read', path, detail: String(errorCode(error)) });
  }
  if (!isObject(data)) return ok(noRecord);
  const recorded = data['version'];
  if (typeof recorded === 'number' && version < recorded)
    return err({ kind: 'newer-record', path });
  return ok(recorded === version ? (recordOf(data) ?? noRecord) : noRecord);
}

/** What a later version added is kept. By hand, not by a schema: the gate loads this room at every commit. */
function recordOf(data: JsonObject): HookRecord | undefined {
  const { hooks, madeFolders } = data;
  if (!Array.isArray(hooks) || !isTexts(madeFolders)) return undefined;
  const known = hooks.map(recordedHookOf);
  const whole = known.filter((hook) => hook !== undefined);
  return whole.length === known.length
    ? { ...data, version, hooks: whole, madeFolders }
    : undefined;
}

function recordedHookOf(data: unknown): RecordedHook | undefined {
  if (!isObject(data) || typeof data['file'] !== 'string') return undefined;
  const name = hookNames.find((known) => known === data['name']);
  const how = HOWS.find((known) => known === data['how']);
  return name === undefined || how === undefined
    ? undefined
    : { ...data, name, file: data['file'], how };
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(data: unknown): data is JsonObject {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isTexts(data: unknown): data is readonly string[] {
  return Array.isArray(data) && data.every((item) => typeof item === 'string');
}

export function recordText(record: HookRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

export function toRecorded(commonDir: string, path: string): string {
  const way = relative(commonDir, path);
  return (isAbsolute(way) ? path : way).replaceAll(sep, '/');
}

export function fromRecorded(commonDir: string, file: string): string {
  return resolve(commonDir, file);
}
