/** The language's own parser, open for as long as its row runs. */
export interface OracleParser {
  /**
   * For each text its tree, undefined where the text does not parse. Law: a tree says nothing of
   * positions, white space and comments, and everything else the parser knows. Spellings that
   * the parser keeps (quotes, radix of numbers) may stay in it or not, as it comes.
   */
  trees(texts: readonly string[]): Promise<readonly (string | undefined)[]>;
  close(): void;
}

/** Two texts whose trees are equal and whose hashes are not. */
export interface Change {
  /** `mutant`: one was made of the other by a mutation. `format`: by the language's formatter. */
  readonly kind: 'mutant' | 'format';
  readonly before: string;
  readonly after: string;
  /** The texts between their common beginning and their common end. */
  readonly removed: string;
  readonly inserted: string;
  /**
   * Whether the grammar finds syntax errors in one of the texts, though they parse. How it mends
   * them depends on white space, and their hashes with it.
   */
  readonly isMisread: boolean;
}

/** Each text formatted, undefined where the formatter refused it. */
export type Format = (texts: readonly string[]) => Promise<readonly (string | undefined)[]>;

/** One formatter of several. */
export interface Formatter {
  readonly name: string;
  readonly format: Format;
}

/** Another kind of file with hashes of the same family. */
export interface OracleDialect {
  readonly extension: string;
  open(): Promise<OracleParser>;
  /** The listed class of a text whose hash and tree do not agree in both. */
  classOf(text: string): string | undefined;
}

/** How one language is compared with its own parser. */
export interface OracleRow {
  /** As asked for on the command line. */
  readonly name: string;
  /** With the dot; texts are read as files named `unit<extension>`. */
  readonly extension: string;
  /** What is not installed and how to get it; undefined when everything is there. */
  missing(): string | undefined;
  /** Absolute paths of real source files, sorted. The engine samples them by seed. */
  sources(): readonly string[];
  /**
   * A text that parses on its own, made of one top-level block of a file; undefined when there
   * is none. What does not parse is left out, so a guess is good enough.
   */
  unit(block: string, file: string): string | undefined;
  open(): Promise<OracleParser>;
  /** The language's formatter. Undefined: none, or several, which `formatters` names. */
  readonly format: Format | undefined;
  readonly formatters?: readonly Formatter[];
  /**
   * Whether a file's authors use the formatter. All, if not given. Another file is formatted first:
   * what that rewrites (sorted imports) is told apart, because a hash may not bear it.
   */
  readonly isFormatted?: (file: string) => boolean;
  /** Which de-formatted texts (c) takes: those a person might leave behind. All, if not given. */
  readonly isLeftBehind?: (text: string) => boolean;
  /** Dialects whose hashes are of the same family: equal code has equal hashes in all. */
  readonly dialects?: readonly OracleDialect[];
  /** Tokens that mutations put in, besides those of the text itself. */
  readonly words: readonly string[];
  /** White space and comments that mutations put between tokens. */
  readonly blanks: readonly string[];
  /** Whether indentation is part of the code, so that de-formatting leaves it alone. */
  readonly isIndented: boolean;
  /**
   * The listed class of a difference: a short name in plain words (`redundant parentheses`).
   * Undefined is a fault. Be strict: a class that explains too much hides faults.
   */
  classOf(change: Change): string | undefined;
}
