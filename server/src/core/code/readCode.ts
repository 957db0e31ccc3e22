import { ERROR, type SyntaxNode } from '../blocks/syntaxNode.ts';
import type { Range } from '../text/range.ts';
import type { Body, Code } from './code.ts';
import type { CodeLanguage, CodeReading } from './codeLanguage.ts';

/** What is nested deeper than this is not looked into: people do not write it, and stacks end. */
const MAX_DEPTH = 250;

export interface CodeTree {
  /** The file's statements. */
  readonly top: Body;
  /** The file with those of its statements only that touch a range: nothing else is read for it. */
  part(range: Range): Body;
  /** Half-open ranges that the parser could not read, sorted. */
  faults(within: Range): readonly Range[];
  /** Comments that begin in a range, in text order. */
  comments(within: Range): readonly Range[];
}

/** Reads a tree as code. Nothing is read before it is asked for, and each function's body when it is. */
export function readCode(text: string, root: SyntaxNode, language: CodeLanguage): CodeTree {
  const reading = createReading(text, root, language);
  let top: Body | undefined;
  // The methods of a class are parts of one statement, and asked for one after the other.
  let last: { readonly children: readonly SyntaxNode[]; readonly body: Body } | undefined;
  return Object.freeze({
    get top() {
      top ??= reading.body(root);
      return top;
    },
    part(range: Range): Body {
      const children = root.children.filter(
        ({ startIndex, endIndex }) => startIndex < range.end && range.start < endIndex,
      );
      if (last && areSame(last.children, children)) return last.body;
      last = { children, body: reading.body({ ...nodeOf(root), children }) };
      return last.body;
    },
    faults: (within: Range) =>
      root.hasError ? rangesOf(root, within, (node) => node.type === ERROR || node.isMissing) : [],
    comments: (within: Range) => rangesOf(root, within, ({ type }) => language.comments.has(type)),
  });
}

function createReading(text: string, root: SyntaxNode, language: CodeLanguage): CodeReading {
  const { nodes, wrappers, comments, empties } = language;
  let depth = 0;
  const textOf = (node: SyntaxNode): string => text.slice(node.startIndex, node.endIndex);
  const isCode = (node: SyntaxNode): boolean =>
    node.isNamed && !comments.has(node.type) && !empties.has(node.type);
  const read = (node: SyntaxNode): Code => {
    let inner = node;
    while (wrappers.has(inner.type)) {
      const held: SyntaxNode[] = inner.children.filter(isCode);
      const [only] = held;
      if (!only || 1 < held.length) break;
      inner = only;
    }
    const readNode = nodes.get(inner.type);
    return readNode ? readNode(inner, reading) : other(inner, list(inner.children.filter(isCode)));
  };
  const code = (node: SyntaxNode): Code => {
    if (MAX_DEPTH < depth) return other(node, []);
    depth++;
    try {
      return read(node);
    } finally {
      depth--;
    }
  };
  const list = (items: readonly SyntaxNode[]): Code[] =>
    items
      .filter(isCode)
      .map(code)
      .flatMap((one) => (one.kind === 'group' ? one.items : [one]));
  const body = (node: SyntaxNode): Body => asBody(node, code(node));
  const reading: CodeReading = Object.freeze({
    text,
    root,
    textOf,
    code,
    field(node: SyntaxNode, name: string) {
      const child = node.childForFieldName(name);
      return child ? code(child) : undefined;
    },
    needed(node: SyntaxNode, name: string) {
      const child = node.childForFieldName(name);
      return child ? code(child) : other(node, []);
    },
    fieldText(node: SyntaxNode, name: string) {
      const child = node.childForFieldName(name);
      return child ? textOf(child) : undefined;
    },
    all: (node: SyntaxNode) => list(node.children),
    list,
    body,
    bodyOf(node: SyntaxNode, name: string): Body {
      const child = node.childForFieldName(name);
      return child
        ? body(child)
        : { kind: 'body', start: node.endIndex, end: node.endIndex, statements: [] };
    },
  });
  return reading;
}

function areSame(some: readonly SyntaxNode[], others: readonly SyntaxNode[]): boolean {
  return some.length === others.length && some.every((node, i) => node === others[i]);
}

/** A node as plain data, whose children may be others. */
function nodeOf(node: SyntaxNode): SyntaxNode {
  const { id, type, isNamed, isMissing, hasError, startIndex, endIndex, children } = node;
  return {
    ...{ id, type, isNamed, isMissing, hasError, startIndex, endIndex, children },
    childForFieldName: (name) => node.childForFieldName(name),
  };
}

/** A node's range. */
export function at(node: SyntaxNode): Range {
  return { start: node.startIndex, end: node.endIndex };
}

/** What a node was read as, as a body: a single statement makes one, as do those in an unknown node. */
export function asBody(node: SyntaxNode, code: Code): Body {
  if (code.kind === 'body') return code;
  const statements = code.kind === 'other' && code.type === node.type ? code.children : [code];
  return { kind: 'body', ...at(node), statements };
}

/** What no kind stands for. */
export function other(node: SyntaxNode, children: readonly Code[]): Code {
  return { kind: 'other', ...at(node), type: node.type, children };
}

/** Ranges of the outermost nodes of a sort in a range. A loop, as trees can be deeper than the stack. */
function rangesOf(
  root: SyntaxNode,
  within: Range,
  isWanted: (node: SyntaxNode) => boolean,
): readonly Range[] {
  const found: Range[] = [];
  const nodes: SyntaxNode[] = [root];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.endIndex < within.start || within.end <= node.startIndex) continue;
    if (isWanted(node)) found.push(at(node));
    else nodes.push(...node.children.toReversed());
  }
  return found.filter(({ start }) => within.start <= start);
}
