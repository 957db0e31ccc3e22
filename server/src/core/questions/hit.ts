import type { Range } from '../text/range.ts';
import type { Fix, Rule, Severity } from './rule.ts';

/** A rule that fired in a block. */
export interface Hit {
  readonly rule: Rule;
  /** Half-open range of UTF-16 offsets of the file. */
  readonly at: Range;
  /** 1-based. */
  readonly line: number;
  readonly severity: Severity;
  /** What it is about, for its words. */
  readonly about: Readonly<Record<string, string>>;
  /** Tells it from others of its rule at the same place; empty where the place tells enough. */
  readonly key: string;
  /** What a person reads. */
  readonly text: string;
  readonly fix: Fix | undefined;
}

/** A rule that could not be run to its end: told once, and the other rules go on. */
export interface RuleProblem {
  readonly rule: string;
  readonly message: string;
}
