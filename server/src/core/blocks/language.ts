import type { SyntaxNode } from './syntaxNode.ts';

/**
 * Where a list of statements stands, for telling what is declared in it.
 * `plain`: nothing inside is a block (the members of an interface).
 */
export type Scope = 'top' | 'class' | 'object' | 'nested' | 'plain';

/**
 * How the text of a literal becomes tokens.
 * `whole`: one token, verbatim. `chunks`: verbatim between its substitutions.
 * `markup`: text between tags, by JSX's rules for white space.
 * `value`: one token, without the white space that is not part of the literal's value.
 * `heredoc`: as `chunks`, without the indentation that is not part of the value.
 * `pieces`: tokens and code, as the language's row reads the literal.
 */
export type Literal =
  | { readonly kind: 'whole' }
  | { readonly kind: 'chunks'; readonly substitutions: ReadonlySet<string> }
  | { readonly kind: 'markup'; readonly text: ReadonlySet<string> }
  | { readonly kind: 'value'; valueOf(literal: string): string }
  | { readonly kind: 'pieces'; piecesOf(place: NodePlace): readonly Piece[] }
  | Heredoc;

/** A piece of a literal: a token spelled as it is hashed, or a node that is read as code. */
export type Piece =
  | { readonly start: number; readonly end: number; readonly token: string }
  | SyntaxNode;

/** Where a node stands among its siblings. */
export interface NodePlace {
  readonly siblings: readonly SyntaxNode[];
  readonly index: number;
  readonly parentType: string;
  /** The text between two offsets. */
  textOf(start: number, end: number): string;
}

/** A literal of lines up to a terminator, which stands alone on the last line. */
export interface Heredoc {
  readonly kind: 'heredoc';
  readonly substitutions: ReadonlySet<string>;
  /**
   * How many blanks at the beginning of each line are not part of the value. In `text` each
   * substitution is one NUL; `before` is the text in front of the literal.
   */
  indentOf(text: string, before: string): number;
}

/** What makes a statement a block of its own. */
export interface Declared {
  readonly name: string;
  readonly isSignature: boolean;
  /** An object literal inside whose functions are blocks too. */
  readonly members: SyntaxNode | undefined;
  /** What stands before the names of the blocks inside; the name itself, if not given. */
  readonly within?: string;
  /** Only the members are blocks (`type ( … )`); the statement around them has no name. */
  readonly isGroup?: boolean;
}

/** Where a comment stands among its siblings. */
export interface CommentPlace {
  readonly siblings: readonly SyntaxNode[];
  readonly index: number;
  textOf(node: SyntaxNode): string;
  /** The text between two nodes. */
  textBetween(before: SyntaxNode, after: SyntaxNode): string;
}

/** Where a statement stands that may be the beginning of the next. */
export type LeadPlace = Pick<CommentPlace, 'siblings' | 'index' | 'textOf'>;

/** Where a separator stands among its siblings. */
export interface SeparatorPlace {
  readonly siblings: readonly SyntaxNode[];
  readonly index: number;
  readonly parentType: string;
  readonly grandparentType: string;
  textOf(node: SyntaxNode): string;
}

/** Where a word stands that may mind the line break beside it. */
export interface WordPlace {
  readonly word: string;
  readonly index: number;
  readonly siblings: readonly SyntaxNode[];
  readonly parentType: string;
  readonly grandparentType: string;
}

/** Where a token stands on its line. */
export interface TokenPlace {
  /** The token before it within the same run of tokens; empty for the first. */
  readonly before: string;
  readonly token: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space stands between the two, and behind the token. */
  readonly isApart: boolean;
  readonly isLoose: boolean;
  /** The grammar's type of the node around; undefined for a token that stands in a list. */
  readonly parentType: string | undefined;
}

/** How one language's tree is read. Node types are the grammar's. */
export interface LanguageRules {
  /** Languages of one family give equal code equal hashes. */
  readonly family: string;
  readonly comments: ReadonlySet<string>;
  readonly literals: ReadonlyMap<string, Literal>;
  /** Nodes whose named children are statements or members. */
  readonly lists: ReadonlySet<string>;
  /** Siblings that belong to the statement behind them (decorators). */
  readonly leads: ReadonlySet<string>;
  /** Whether a statement is the beginning of the one behind it, where the grammar cuts one in two. */
  readonly isLead?: (place: LeadPlace) => boolean;
  /** Statements or tokens without content, which go with the declaration before them. */
  readonly empties: ReadonlySet<string>;
  /** Tokens that may be neutral; `isNeutral` is asked only for these. */
  readonly separators: ReadonlySet<string>;
  /** Whether the language's own parser gives the same tree without this separator. */
  isNeutral(place: SeparatorPlace): boolean;
  /**
   * Words beside which a line break ends a statement or changes its meaning by the language's
   * rules. Grammars do not always know, so such a break is hashed.
   */
  readonly breaksAfter: ReadonlySet<string>;
  readonly breaksBefore: ReadonlySet<string>;
  /** Whether one of those words minds the break where it stands; left out: wherever it does. */
  readonly mindsBreak?: (place: WordPlace) => boolean;
  /** Characters besides CR and LF that end a line. */
  readonly lineEnds?: string;
  /** Whether text that no node covers is white space to the language (a line continuation). */
  readonly isBlankGap?: (text: string) => boolean;
  /**
   * Words that rule the line they begin, as a preprocessor's conditions do. Such a word is hashed
   * with its whole line, as `read` gives it, because grammars do not see where the line ends.
   */
  readonly lineWords?: { has(word: string): boolean; read(line: string): string };
  /** Whether a tool obeys this comment. */
  isDirective(comment: string): boolean;
  /**
   * Comments that the language itself reads count word for word: `code` where it stands, `lead`
   * with the statement behind it. Law: what the node holds decides, and for `code` its siblings.
   */
  readonly commentRole?: (place: CommentPlace) => 'code' | 'lead' | undefined;
  /**
   * Whether a line break after this token ends a statement, wherever the token stands. Where the
   * grammar goes on with the statement all the same, the break is hashed.
   */
  readonly endsLine?: (token: string) => boolean;
  /** What of a directive is hashed; left out: all of it. */
  readonly readDirective?: (comment: string) => string;
  /**
   * What the white space and line breaks around a token add to the code, as a word to hash (`f [1]`
   * and `f[1]` differ in Ruby); empty for nothing. Left out where they never do.
   */
  readonly layoutOf?: (place: TokenPlace) => string;
  /**
   * Whether a statement's hash depends on what stands around it (whether a heredoc's indentation
   * counts is said before it), so that its text does not find it again after an edit.
   */
  readonly looksAround?: (type: string) => boolean;
  /**
   * Whether the brackets that a node begins and ends with say nothing where it stands, because it
   * would be read the same without them (redundant parentheses).
   */
  readonly isBare?: (place: NodePlace) => boolean;
  /** How a word that the grammar spells out is hashed; left out: as it stands in the text. */
  readonly wordOf?: (word: string, parentType: string | undefined) => string;
  /**
   * Of the blanks before a file's first node or behind its last, what is part of the code.
   * `before` is the text in front of them.
   */
  readonly writtenEdge?: (edge: string, before: string) => string;
  /** Whether a comment speaks of the whole file, so that it is not the declaration's below it. */
  readonly isFileComment?: (comment: string) => boolean;
  /** Whether a node outside lists is a statement (a body without braces). */
  isStatement(type: string): boolean;
  scopeOf(listType: string, parentType: string, outer: Scope): Scope;
  /** Law: depends on the node's own text and `scope` alone. */
  declare(
    node: SyntaxNode,
    textOf: (node: SyntaxNode) => string,
    scope: Scope,
  ): Declared | undefined;
}

/** One row of the table of languages. */
export interface Language {
  /** VS Code's language id. */
  readonly id: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** `typescript` for `tree-sitter-typescript.wasm`. */
  readonly grammar: string;
  readonly rules: LanguageRules;
}
