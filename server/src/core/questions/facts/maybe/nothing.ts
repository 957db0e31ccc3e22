import type { Code } from '../../../code/code.ts';
import type { DeclaredTypes } from '../declaredTypes.ts';

/** What may come out of a piece of code instead of a value. */
export interface MaybeNothing {
  /** What it gives, in words: `null`, `None`, `nothing`. */
  readonly word: string;
  /** What must be asked before it is used by these methods only (`get` of Java's `Optional`); undefined: by all. */
  readonly opens?: RegExp;
  /** The end that an iterator is compared with. */
  readonly isIterator?: true;
}

export interface Knowledge {
  readonly types: DeclaredTypes;
  /** The value that a variable has, where it has one. */
  valueOf(name: string): Code | undefined;
}

/** JavaScript's `undefined`. */
export const UNDEFINED: MaybeNothing = { word: 'nothing' };

/** A null. */
export const NULL: MaybeNothing = { word: 'null' };

/** Python's `None`. */
export const NONE: MaybeNothing = { word: 'None' };

/** `nil`. */
export const NIL: MaybeNothing = { word: 'nil' };

/** Names of patterns. */
export const PATTERN = /(?:re|regexp?|rx|pattern|matcher)$/i;

/** Names of maps. */
export const MAP_NAME =
  /(?:Map|Cache|ById|ByName|ByKey|ByEmail|Registry|Lookup)$|^(?:map|cache|lookup|registry)$/;
