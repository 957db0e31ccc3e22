import type { SyntaxNode } from '../blocks/syntaxNode.ts';
import type { Body, Code } from './code.ts';

/** Reads a node of one grammar type. Its result should have the node's own range (`at`). */
export type ReadNode = (node: SyntaxNode, reading: CodeReading) => Code;

/** How one language's tree becomes code. Node types are the grammar's. */
export interface CodeLanguage {
  /** How nodes of a type are read; a type that is not here becomes `other` with its named children. */
  readonly nodes: ReadonlyMap<string, ReadNode>;
  /** Nodes that only hold one other (parentheses): that one stands for them. */
  readonly wrappers: ReadonlySet<string>;
  readonly comments: ReadonlySet<string>;
  /** Nodes that are left out where they stand in a list (`;`). */
  readonly empties: ReadonlySet<string>;
}

/** What readers of nodes work with. */
export interface CodeReading {
  readonly text: string;
  /** The whole tree, for what stands apart from where it is meant (Ruby's here-documents). */
  readonly root: SyntaxNode;
  textOf(node: SyntaxNode): string;
  /** Any node as code. */
  code(node: SyntaxNode): Code;
  /** The same for a child by its field's name; undefined where there is none. */
  field(node: SyntaxNode, name: string): Code | undefined;
  /** The same, for grammars that promise one: an empty `other` where the text is torn. */
  needed(node: SyntaxNode, name: string): Code;
  /** The text of a child by its field's name. */
  fieldText(node: SyntaxNode, name: string): string | undefined;
  /** Named children that are no comments, as code. */
  all(node: SyntaxNode): Code[];
  /** The same for a list of nodes; what is a group is taken apart. */
  list(nodes: readonly SyntaxNode[]): Code[];
  /** A block's statements; a single statement makes a body of one. */
  body(node: SyntaxNode): Body;
  /** The body that a field holds; an empty one where there is none. */
  bodyOf(node: SyntaxNode, name: string): Body;
}
