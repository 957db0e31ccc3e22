import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LastRefusalJson } from '../schemas/gate.ts';
import { findingJson } from '../json/gate.ts';
import type { GateReport } from './report.ts';

export interface RefusalContext {
  /** Our folder in the common git folder. */
  readonly folder: string;
  readonly worktree: string;
  readonly at: string;
  readonly client: LastRefusalJson['client'];
  readonly hook: string | undefined;
}

/** Where it lies in our folder of a repository. */
export function lastRefusalFile(folder: string): string {
  return join(folder, 'last-refusal.json');
}

/**
 * Leaves what the gate said for the editor, which would not see it otherwise. A pass without
 * findings only takes the place of an earlier word. Where it cannot be written (a read-only git
 * folder) nothing is: the verdict stands without it.
 */
export function writeLastRefusal(report: GateReport, context: RefusalContext): void {
  const { folder, worktree, at, client, hook } = context;
  const file = lastRefusalFile(folder);
  const temporary = `${file}.${process.pid}`;
  const isSilent = report.findings.length === 0;
  try {
    if (isSilent && !hasFindings(file)) return;
    mkdirSync(folder, { recursive: true });
    // A link here could make us write anywhere.
    if (lstatSync(folder).isSymbolicLink()) return;
    const record: LastRefusalJson = {
      schema: 'countersign.last-refusal/1',
      at,
      mode: report.mode ?? null,
      verdict: report.verdict,
      client,
      hook: hook ?? null,
      worktree,
      summary: report.summary,
      findings: report.findings.map(findingJson),
    };
    writeFileSync(temporary, `${JSON.stringify(record)}\n`, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, file);
  } catch {
    removeQuietly(temporary);
  }
}

function hasFindings(file: string): boolean {
  try {
    return !readFileSync(file, 'utf8').includes('"findings":[]');
  } catch {
    return false;
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing can be written there: then nothing was.
  }
}
