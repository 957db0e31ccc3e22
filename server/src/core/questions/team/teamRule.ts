import type { LanguageId } from '../languageId.ts';
import type { Rule } from '../rule.ts';
import type { EngineRule } from './ruleEngine.ts';

/** A file of a team's rules, in one of the versions that count. */
export interface RuleFile {
  /** Relative to the repository's top, with `/`. */
  readonly path: string;
  readonly text: string;
  /** As HEAD has it, where the commit at hand has it otherwise: its mistakes are nobody's now. */
  readonly isOld?: true;
}

/** A mistake in a rule file: where it is, what it is, and what to do. */
export interface RuleFileProblem {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** A whole sentence that begins with the place. */
  readonly text: string;
}

/** One rule of a team's that can be run. */
export interface TeamRule {
  /** Where its document begins. */
  readonly place: { readonly path: string; readonly line: number };
  readonly isOld: boolean;
  readonly languages: readonly LanguageId[];
  /** What ast-grep runs. */
  readonly engine: EngineRule;
  /** What asks, counts and explains, as for a built-in rule. */
  readonly rule: Rule;
  /** What the match may be replaced with, with `$NAME`s in it. */
  readonly fix: string | undefined;
  /** By the rule's `files` and `ignores`. */
  isFor(path: string): boolean;
  readonly examples: readonly TeamExample[];
}

/** Code by which a team tries its rule. */
export interface TeamExample {
  /** 1-based line in the rule's file. */
  readonly line: number;
  /** A line that must be found ends in `⟵`, which is not part of the code. */
  readonly asks: string | undefined;
  readonly quiet: string | undefined;
  readonly language: LanguageId;
}

/** What a team's rule is called everywhere: no built-in rule, now or later, has such a name. */
export function teamId(id: string): string {
  return `${TEAM}${id}`;
}

/** What the names of teams' rules begin with. */
export const TEAM = 'team/';
