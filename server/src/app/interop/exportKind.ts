import type { Sha256 } from '../../core/ports.ts';
import type { Result } from '../../core/result.ts';
import type { CommitOrigins } from './commitOrigins.ts';

export interface ExportOptions {
  /** Our own version. */
  readonly version: string;
  readonly sha256: Sha256;
}

/** A document, undefined where there is nothing to tell, and what it leaves out. */
export interface Exported {
  readonly text: string | undefined;
  readonly problems: readonly string[];
}

/** One row of the table of what commits' AI lines can be exported as. */
export interface ExportKind {
  readonly name: string;
  /** What it writes, in a few words. */
  readonly what: string;
  /** Commits oldest first. Strict: sentences instead of what its readers would read otherwise. */
  write(
    commits: readonly CommitOrigins[],
    options: ExportOptions,
  ): Result<Exported, readonly string[]>;
}
