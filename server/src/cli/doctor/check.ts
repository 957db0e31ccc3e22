import type { Journal } from '../../app/journal.ts';
import type { Repository } from '../../core/repository.ts';
import type { CliHost } from '../host.ts';

export type Level = 'ok' | 'warn' | 'fail';

/** What one check found; `next` says what to do. */
export interface CheckResult {
  readonly level: Level;
  readonly text: string;
  readonly next?: string;
}

/** What checks look at. The last two are undefined outside a repository. */
export interface CheckContext {
  readonly host: CliHost;
  readonly dir: string;
  readonly repository: Repository | undefined;
  readonly journal: CountedJournal | undefined;
}

export interface CountedJournal {
  readonly opened: Journal;
  readonly nRecords: number;
}

/** One thing the doctor looks at. */
export interface Check {
  readonly name: string;
  /** Undefined when there is nothing to check, as outside a repository. */
  run(context: CheckContext): Promise<CheckResult | undefined>;
}

export const fine = (text: string): CheckResult => ({ level: 'ok', text });
export const warning = (text: string, next: string): CheckResult => ({ level: 'warn', text, next });
export const failure = (text: string, next: string): CheckResult => ({ level: 'fail', text, next });
