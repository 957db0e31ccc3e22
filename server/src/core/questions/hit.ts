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

/** Sorts hits in text order; the rule's id decides between those of one place. */
export function byPlace(a: Hit, b: Hit): number {
  return a.at.start - b.at.start || (a.rule.id < b.rule.id ? -1 : a.rule.id === b.rule.id ? 0 : 1);
}

/** The same hit in a text where its code stands `offset` characters and `nLines` lines further on. */
export function movedHit(hit: Hit, offset: number, nLines: number): Hit {
  const line = hit.line + nLines;
  const edits = hit.fix?.edits.map((edit) => ({
    ...edit,
    start: edit.start + offset,
    end: edit.end + offset,
  }));
  return {
    ...hit,
    at: { start: hit.at.start + offset, end: hit.at.end + offset },
    line,
    text: hit.rule.ask({ ...hit.about, line: String(line) }),
    fix: hit.fix && edits && { ...hit.fix, edits },
  };
}
