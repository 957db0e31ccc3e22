import type { CodeView } from '../code/codeView.ts';
import type { RegexJudge } from '../regex/regexJudge.ts';
import type { Range } from '../text/range.ts';
import type { LanguageId } from './languageId.ts';
import type { Outline } from './outline.ts';
import type { Project } from './project.ts';

export type Severity = 'low' | 'normal' | 'high';

/**
 * What kind of defect a rule is after. More defects of a kind in AI code than in people's make its
 * questions more worth asking (see `rank.ts`).
 */
export type Concern =
  | 'null'
  | 'concurrency'
  | 'errors'
  | 'security'
  | 'io'
  | 'logic'
  | 'tests'
  | 'readability';

/** One rule: one file and one line in the table. */
export interface Rule {
  /** Words with hyphens: `swallowed-error`. */
  readonly id: string;
  /** Its row of the taxonomy, 1 to 50 (docs/rules/README.md). */
  readonly row: number;
  /** What it is after, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  readonly concern: Concern;
  /** 1 to 5: what it costs where it is a defect. */
  readonly weight: number;
  /** Numbers of the Common Weakness Enumeration. */
  readonly cwe: readonly number[];
  /** `check`: it is a defect whatever one thinks of it, so it is a diagnostic. `question`: a person must say. */
  readonly kind: 'check' | 'question';
  /** False: it has not been measured well enough, so only who names it in `questions.rules` sees it. */
  readonly isOn: boolean;
  /** Why it does not exist in a language; it does in all others. */
  readonly absent: { readonly [L in LanguageId]?: string };
  /** It looks at more of the file than the block, so it is run again whenever anything changes. */
  readonly looksAround?: true;
  /** Milliseconds that one block may take, where it asks something slow; a quarter of a second else. */
  readonly maxMs?: number;
  /** Where it fires. Law: looks at nothing but what it is given; linear in the code. */
  find(context: RuleContext): Iterable<Trigger>;
  /** Where it fires in a file that is no code (a manifest), for rules that know such files. */
  findInFile?(file: FileContext): Iterable<Trigger>;
  /** The one sentence or two that a person reads: names what is meant, ends with a question mark (a check: with a full stop). */
  ask(about: About): string;
  /** Kinds of test cases that would settle it. */
  readonly obligations: readonly ObligationKind[];
  readonly page: RulePage;
  readonly examples: readonly Example[];
}

/** What a trigger is about, by the names that the rule's words use, and its 1-based line. */
export type About = Readonly<Record<string, string>> & { readonly line: string };

export interface Trigger {
  /** Begins on the line that is meant. */
  readonly at: Range;
  /** Names and short pieces of code. */
  readonly about: Readonly<Record<string, string>>;
  /** Where it is worse, or less bad, than the rule's own. */
  readonly severity?: Severity;
  readonly fix?: Fix;
  /**
   * Tells it from others of the rule in the same statement where the code at hand does not: what was
   * taken away. An answer is bound to it.
   */
  readonly key?: string;
}

/** A change that a person may take with one key. */
export interface Fix {
  readonly title: string;
  /** Sorted and disjoint, on the text at hand. */
  readonly edits: readonly FixEdit[];
}

export interface FixEdit extends Range {
  readonly text: string;
}

export interface RuleContext {
  readonly language: LanguageId;
  /** Relative to the repository's top, with `/`. */
  readonly path: string;
  /** Whether the file holds tests, by its path. */
  readonly isTest: boolean;
  /** The block at hand. */
  readonly view: CodeView;
  /** Functions and imports of the whole file. */
  readonly outline: Outline;
  /** The block as it is committed (same file, same symbol); undefined where it is new. */
  readonly before: CodeView | undefined;
  /** What AI took out of the block and nobody has put back, also what was never committed. */
  readonly removals: readonly RemovedLine[];
  /** What the block's text is part of; undefined where nobody looked. */
  readonly project: Project | undefined;
  /** Undefined where nobody can tell how long a regular expression may take. */
  readonly regexes: RegexJudge | undefined;
}

/** A file that is no code, or a part of one. */
export interface FileContext {
  /** Relative to the repository's top, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The part at hand: half-open ranges, sorted. */
  readonly own: readonly Range[];
  /** The whole file as it is committed; undefined where it is new. */
  readonly before: string | undefined;
}

/** A guard, a test or a check that is gone. */
export interface RemovedLine {
  readonly kind: 'guard' | 'test' | 'check';
  /** 1-based line where it would stand. */
  readonly line: number;
  /** SHA-256 of what was there, without its indentation. */
  readonly textHash: string;
}

/** Kinds of test cases, as stubs are made for them. */
export type ObligationKind =
  | 'happy'
  | 'branch'
  | 'boundary'
  | 'error'
  | 'implicit-error'
  | 'nullish'
  | 'empty'
  | 'loop'
  | 'async'
  | 'regex'
  | 'numeric'
  | 'text'
  | 'time'
  | 'state'
  | 'auth'
  | 'property';

/** What "why this?" shows. Markdown, without headings. */
export interface RulePage {
  /** What goes wrong, in the reader's words. */
  readonly why: string;
  /** What to look at, or to do instead. */
  readonly instead: string;
  /** Where the rule and its figures come from. */
  readonly sources: readonly string[];
}

/** Code that the rule must find, and the same repaired, in which it must find nothing. */
export interface Example {
  readonly languages: readonly LanguageId[];
  /** Each line that must be found ends in `⟵`, which is not part of the code. */
  readonly asks: string;
  readonly quiet: string;
  /** The file's name where it matters. */
  readonly path?: string;
  /** The file is no code: what `findInFile` finds is meant. A language stands for its packages' manifests. */
  readonly isPlain?: boolean;
  /** The committed text before, for rules that compare. */
  readonly before?: string;
  /** What AI took out of `asks`; its repair has it back. */
  readonly removals?: readonly RemovedLine[];
  /** The project around it, by path: manifests, lock files, other sources. */
  readonly files?: Readonly<Record<string, string>>;
}
