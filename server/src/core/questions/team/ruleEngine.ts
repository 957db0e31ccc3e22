import type { Result } from '../../result.ts';
import type { Range } from '../../text/range.ts';
import type { LanguageId } from '../languageId.ts';

/** A rule as ast-grep takes it: plain data. */
export interface EngineRule {
  readonly config: Readonly<Record<string, unknown>>;
  /** Captures whose text is wanted, without `$`. */
  readonly names: readonly string[];
}

/** Where a rule matches. Half-open range of UTF-16 offsets. */
export interface EngineMatch extends Range {
  /** The captured code by name. */
  readonly captured: Readonly<Record<string, string>>;
}

/** What became of one rule on one text. */
export type EngineAnswer =
  | { readonly kind: 'found'; readonly matches: readonly EngineMatch[] }
  /** It is no rule that ast-grep understands. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It took too long, or brought its thread down, and is not run again. */
  | { readonly kind: 'stopped'; readonly why: string }
  /** The text could not be read. */
  | { readonly kind: 'unread'; readonly why: string };

export interface EngineText {
  readonly language: LanguageId;
  readonly text: string;
  readonly rules: readonly EngineRule[];
}

/** Runs ast-grep's rules, each within a bounded time. */
export interface RuleEngine {
  /** One answer for each rule, in their order. An error is why nothing can be run at all. */
  find(asked: EngineText): Promise<Result<readonly EngineAnswer[], string>>;
}
