import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import { errorCode, type HookProblem } from './problems.ts';
import { hookNames } from './shim.ts';

const version = 1;

const recordedHook = z.looseObject({
  name: z.enum(hookNames),
  /** From the common git directory, with `/`, so that a repository can be moved. */
  file: z.string(),
  how: z.enum(['file', 'line', 'called']),
});

const recordSchema = z.looseObject({
  version: z.literal(version),
  hooks: z.array(recordedHook),
  /** Folders that were not there before. */
  madeFolders: z.array(z.string()),
});

/** What was installed, for `uninstall` to be exact and for `status` to see what was overwritten. */
export type HookRecord = z.infer<typeof recordSchema>;
export type RecordedHook = z.infer<typeof recordedHook>;

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
  const ahead = z.looseObject({ version: z.number().gt(version) }).safeParse(data);
  if (ahead.success) return err({ kind: 'newer-record', path });
  const parsed = recordSchema.safeParse(data);
  return ok(parsed.success ? parsed.data : noRecord);
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
