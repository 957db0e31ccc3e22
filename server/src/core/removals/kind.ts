import type { RemovedKind } from '../records/record.ts';

/** A line that may hold something AI must not take away unseen, with the lines behind it. */
export interface CandidateLine {
  /** Without indentation. */
  readonly text: string;
  /** The next lines of the same text, without indentation. */
  readonly next: readonly string[];
  /** The path looks like a test's. */
  readonly isTest: boolean;
}

/** One row of the table: what such a line looks like, in any of the languages. */
export interface RemovalRow {
  readonly kind: RemovedKind;
  /**
   * A line without any of these, in lower case, matches nothing: most lines are not looked at twice,
   * and an agent's hook does not wait for patterns to be built.
   */
  readonly stems: readonly string[];
  matches(line: CandidateLine): boolean;
}
