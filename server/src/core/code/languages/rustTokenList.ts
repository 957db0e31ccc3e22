import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';

/** What stands in a macro's brackets, without these and without comments. */
export interface Tokens {
  readonly tokens: readonly SyntaxNode[];
  readonly m: CodeReading;
  /** How many closures it is in. */
  readonly closures: number;
}

/** Code, and the index of the token behind it. */
export interface Found {
  readonly code: Code;
  readonly next: number;
}

/** What is longer than this is cut: people do not write it, and what is nested has to end. */
export const MAX_STEPS = 100;

/** Whether a tree of tokens has these brackets around it. */
export function isOpenedBy(tree: SyntaxNode, bracket: '(' | '[' | '{'): boolean {
  return tree.children[0]?.type === bracket;
}
