import type { Language, Node, Tree, TreeCursor } from 'web-tree-sitter';
import { ERROR, type SyntaxNode } from '../../core/blocks/syntaxNode.ts';

/**
 * A tree's root for core. Only what is looked at is taken out of wasm: nodes of up to
 * `maxEager` characters with all that is in them by one cursor, larger ones level by level (an
 * edit looks into few of them).
 */
export function rootOf(tree: Tree): SyntaxNode {
  return new LazyNode(tree.rootNode, undefined);
}

/** The same with everything in it at once, so that it outlives the tree. */
export function plainRootOf(tree: Tree): SyntaxNode {
  const cursor = tree.rootNode.walk();
  try {
    const root = new PlainNode(cursor, tree.language);
    root.children = fetchAll(cursor, tree.language);
    root.hasError ||= root.children.some(({ hasError }) => hasError);
    return root;
  } finally {
    cursor.delete();
  }
}

const maxEager = 4096;

interface TreeNode extends SyntaxNode {
  /** The name of the node's place in its parent. */
  readonly field: string | undefined;
}

/** A node whose children are fetched when asked for. */
class LazyNode implements TreeNode {
  readonly field: string | undefined;
  readonly id: number;
  readonly type: string;
  readonly isNamed: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly #node: Node;
  #children: readonly TreeNode[] | undefined;
  #hasError: boolean | undefined;

  constructor(node: Node, field: string | undefined) {
    this.#node = node;
    this.field = field;
    this.id = node.id;
    this.type = node.type;
    this.isNamed = node.isNamed;
    this.startIndex = node.startIndex;
    this.endIndex = node.endIndex;
  }

  get isMissing(): boolean {
    return this.startIndex === this.endIndex && this.#node.isMissing;
  }

  get hasError(): boolean {
    this.#hasError ??= this.#node.hasError;
    return this.#hasError;
  }

  get children(): readonly TreeNode[] {
    this.#children ??= this.#fetch();
    return this.#children;
  }

  childForFieldName(name: string): SyntaxNode | null {
    return childForField(this.children, name);
  }

  #fetch(): readonly TreeNode[] {
    const cursor = this.#node.walk();
    try {
      const { language } = this.#node.tree;
      return this.endIndex - this.startIndex <= maxEager
        ? fetchAll(cursor, language)
        : fetchLevel(cursor, language);
    } finally {
      cursor.delete();
    }
  }
}

/** A node taken out of wasm with everything in it. */
class PlainNode implements TreeNode {
  readonly field: string | undefined;
  readonly id: number;
  readonly type: string;
  readonly isNamed: boolean;
  readonly isMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  children: readonly PlainNode[] = [];
  hasError: boolean;

  constructor(cursor: TreeCursor, language: Language) {
    const typeId = cursor.nodeTypeId;
    const fieldId = cursor.currentFieldId;
    this.field = fieldId === 0 ? undefined : (language.fields[fieldId] ?? undefined);
    this.id = cursor.nodeId;
    this.type = language.types[typeId] ?? ERROR;
    this.isNamed = cursor.nodeIsNamed;
    this.startIndex = cursor.startIndex;
    this.endIndex = cursor.endIndex;
    this.isMissing = this.startIndex === this.endIndex && cursor.nodeIsMissing;
    this.hasError = this.isMissing || this.type === ERROR;
  }

  childForFieldName(name: string): SyntaxNode | null {
    return childForField(this.children, name);
  }
}

function childForField(children: readonly TreeNode[], name: string): SyntaxNode | null {
  return children.find(({ field }) => field === name) ?? null;
}

function fetchLevel(cursor: TreeCursor, language: Language): readonly TreeNode[] {
  const children: TreeNode[] = [];
  if (!cursor.gotoFirstChild()) return children;
  do {
    const fieldId = cursor.currentFieldId;
    const field = fieldId === 0 ? undefined : (language.fields[fieldId] ?? undefined);
    children.push(new LazyNode(cursor.currentNode, field));
  } while (cursor.gotoNextSibling());
  return children;
}

/** Everything below the cursor's node. A loop, because trees can be deeper than the stack. */
function fetchAll(cursor: TreeCursor, language: Language): readonly PlainNode[] {
  const top: PlainNode[] = [];
  if (!cursor.gotoFirstChild()) return top;
  const open: { readonly node: PlainNode; readonly siblings: PlainNode[] }[] = [];
  let siblings = top;
  for (;;) {
    const node = new PlainNode(cursor, language);
    siblings.push(node);
    if (cursor.gotoFirstChild()) {
      open.push({ node, siblings });
      siblings = [];
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      const parent = open.pop();
      if (!parent) return top;
      cursor.gotoParent();
      parent.node.children = siblings;
      parent.node.hasError ||= siblings.some(({ hasError }) => hasError);
      siblings = parent.siblings;
    }
  }
}
