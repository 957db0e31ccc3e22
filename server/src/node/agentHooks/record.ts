import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { errorCode } from '../hooks/problems.ts';
import { countersignHome } from './command.ts';
import type { CreatedPath } from './entries.ts';
import type { AgentProblem } from './problems.ts';

const version = 1;

/** One agent's file as install found and left it. */
export interface RecordedFile {
  readonly agent: string;
  readonly file: string;
  /** SHA-256 of what we wrote: the newest first, and before it what a killed install may have left. */
  readonly wrote: readonly string[];
  /** Every character that was there before; null when there was no file. */
  readonly original: string | null;
  /** Properties that were not there before. */
  readonly created: readonly CreatedPath[];
  /** Folders that were not there before, the outermost first. */
  readonly madeFolders: readonly string[];
}

/** What `uninstall` needs to be exact. May hold a person's secrets, as their files do: mode 600. */
export interface AgentRecord {
  readonly version: typeof version;
  readonly files: readonly RecordedFile[];
}

export const noRecord: AgentRecord = { version, files: [] };

export function recordPath(home: string): string {
  return join(countersignHome(home), 'agent-hooks.json');
}

/** A torn record counts as none: our entries are known by their marker, so only exactness is lost. */
export async function readRecord(home: string): Promise<Result<AgentRecord, AgentProblem>> {
  const path = recordPath(home);
  let data: unknown;
  try {
    data = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || code === 'ENOENT') return ok(noRecord);
    return err({ kind: 'unreadable', path, detail: code });
  }
  if (!isObject(data)) return ok(noRecord);
  const recorded = data['version'];
  if (typeof recorded === 'number' && version < recorded)
    return err({ kind: 'newer-record', path });
  const files = Array.isArray(data['files']) ? data['files'].filter(isRecordedFile) : [];
  return ok(recorded === version ? { ...data, version, files } : noRecord);
}

export function recordText(record: AgentRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function isRecordedFile(data: unknown): data is RecordedFile {
  if (!isObject(data)) return false;
  const { agent, file, wrote, original, created, madeFolders } = data;
  return (
    typeof agent === 'string' &&
    typeof file === 'string' &&
    isTexts(wrote) &&
    (original === null || typeof original === 'string') &&
    Array.isArray(created) &&
    created.every(isPath) &&
    isTexts(madeFolders)
  );
}

function isPath(data: unknown): boolean {
  return (
    Array.isArray(data) &&
    data.every((key: unknown) => typeof key === 'string' || typeof key === 'number')
  );
}

function isTexts(data: unknown): data is readonly string[] {
  return Array.isArray(data) && data.every((item) => typeof item === 'string');
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
