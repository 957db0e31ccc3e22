import type { Scope } from './language.ts';

/**
 * A statement (or a list's member) as hashing sees it: plain data, without the tree it came
 * from. Offsets are relative to the statement's own start, so that a shape outlives edits
 * elsewhere in the text.
 */
export interface Shape {
  /** The grammar's node type. It finds the shape again after an edit; it is never hashed. */
  readonly type: string;
  readonly length: number;
  readonly hasError: boolean;
  readonly declared: DeclaredName | undefined;
  readonly hasBlocks: boolean;
  readonly parts: readonly Part[];
  /** The lists directly inside, in order, for finding their shapes again after an edit. */
  readonly lists: readonly ShapeList[];
}

/** The name under which a statement is a block of its own. */
export interface DeclaredName {
  readonly name: string;
  /** What stands before the names of the blocks inside. */
  readonly within: string;
  /** An overload: it joins the declaration of the same name behind it. */
  readonly isSignature: boolean;
}

export interface ShapeList {
  readonly scope: Scope;
  readonly entries: readonly ShapeEntry[];
}

export interface ShapeEntry {
  readonly start: number;
  readonly shape: Shape;
}

/** What a shape holds, in text order. Offsets are relative to the enclosing shape's start. */
export type Part = TokensPart | DirectivePart | StatementPart | BlockPartShape;

/** Neighbouring tokens, in the form that is hashed (see `stream.ts`). */
export interface TokensPart {
  readonly kind: 'tokens';
  readonly start: number;
  readonly end: number;
  readonly stream: string;
  readonly nTokens: number;
  /** Where each token begins. */
  readonly starts: readonly number[];
}

/** A comment that a tool obeys. */
export interface DirectivePart {
  readonly kind: 'directive';
  readonly start: number;
  readonly end: number;
  readonly stream: string;
}

export interface StatementPart {
  readonly kind: 'statement';
  readonly start: number;
  readonly shape: Shape;
}

/** A declaration that is a block of its own; its parts lie in the enclosing shape's offsets. */
export interface BlockPartShape {
  readonly kind: 'block';
  readonly name: string;
  readonly within: string;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
}
