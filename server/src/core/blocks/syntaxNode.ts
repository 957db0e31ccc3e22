/**
 * What blocks need to know of a syntax tree. web-tree-sitter's nodes have this shape; core does
 * not know more of them. Offsets are UTF-16.
 */
export interface SyntaxNode {
  /** Tells nodes of one tree apart. */
  readonly id: number;
  readonly type: string;
  /** False for a token that the grammar spells out, like `{` or `return`. */
  readonly isNamed: boolean;
  readonly isMissing: boolean;
  /** True when an error or a missing token is somewhere inside, or is the node itself. */
  readonly hasError: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly children: readonly SyntaxNode[];
  childForFieldName(name: string): SyntaxNode | null;
}

/** The node type of text that the parser could not fit into the tree. */
export const ERROR = 'ERROR';
