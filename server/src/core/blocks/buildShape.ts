import { addList, isNeutral, type ShapeOptions } from './buildList.ts';
import { roleOf } from './commentRole.ts';
import { indentOf, withoutIndent } from './heredoc.ts';
import type { Declared, Literal, NodePlace, Piece, WordPlace } from './language.ts';
import { markupText } from './markup.ts';
import type { Reading } from './reading.ts';
import type { DeclaredName, Part, Shape } from './shape.ts';
import { ShapeWriter } from './shapeWriter.ts';
import { ERROR, type SyntaxNode } from './syntaxNode.ts';

/**
 * Nesting beyond this is read flat: no statements and no blocks are told apart in there. It
 * keeps deep trees (generated code, hostile files) from exhausting the stack.
 */
const maxDepth = 200;

/** The shape of one statement: of its node and the decorators that stand before it. */
export function shapeOf(
  reading: Reading,
  nodes: readonly [...SyntaxNode[], SyntaxNode],
  { scope, depth, parentType, before }: ShapeOptions,
): Shape {
  const node = nodes[nodes.length - 1] ?? nodes[0];
  const textOf = ({ startIndex, endIndex }: SyntaxNode): string =>
    reading.text.slice(startIndex, endIndex);
  const declared = scope === 'plain' ? undefined : reading.rules.declare(node, textOf, scope);
  const base = nodes[0].startIndex;
  const membersId = declared?.members?.id;
  const writer = new ShapeWriter(reading, { base, depth, scope, before, membersId });
  for (const each of nodes) addNode(writer, each, parentType);
  const parts = writer.parts();
  return {
    type: node.type,
    length: node.endIndex - base,
    hasError: reading.hasErrors && nodes.some(({ hasError }) => hasError),
    declared: declared && nameOf(declared),
    hasBlocks: hasBlocks(parts),
    parts,
    lists: writer.lists,
  };
}

function nameOf({ name, isSignature, within, isGroup }: Declared): DeclaredName | undefined {
  return isGroup ? undefined : { name, isSignature, within: within ?? name };
}

/** The shape of a whole file. Its length and its offsets count from the text's start. */
export function shapeOfRoot(reading: Reading, root: SyntaxNode, before: Shape | undefined): Shape {
  const writer = new ShapeWriter(reading, {
    base: 0,
    depth: 0,
    scope: 'top',
    before: before && { start: 0, shape: before },
    membersId: undefined,
  });
  writer.edge(0, root.startIndex);
  writer.gap(0, root.startIndex);
  addList(writer, root, { scope: 'top', parentType: '', shapeOf });
  writer.gap(root.endIndex, reading.text.length);
  writer.edge(root.children.at(-1)?.endIndex ?? root.endIndex, reading.text.length);
  const parts = writer.parts();
  return {
    type: root.type,
    length: reading.text.length,
    hasError: reading.hasErrors,
    declared: undefined,
    hasBlocks: hasBlocks(parts),
    parts,
    lists: writer.lists,
  };
}

/** A node that is being read token by token. */
interface Frame {
  readonly children: readonly SyntaxNode[];
  readonly type: string;
  readonly parentType: string;
  readonly end: number;
  /** Whether its first and its last child, which are brackets, are left out. */
  readonly isBare: boolean;
  index: number;
  /** Where the text not yet covered begins. */
  at: number;
}

/**
 * Adds the tokens, statements and blocks of a node. A loop over frames where nothing but tokens
 * comes of a node, because expressions can be nested deeper than the stack.
 */
function addNode(writer: ShapeWriter, top: SyntaxNode, parentType: string): void {
  const { reading } = writer;
  const frames: Frame[] = [];
  openNode(writer, top, { parentType, frames, isTop: true });
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const child = frame.children[frame.index];
    if (!child) {
      writer.gap(frame.at, frame.end);
      frames.pop();
      continue;
    }
    writer.gap(frame.at, child.startIndex);
    frame.at = Math.max(frame.at, child.endIndex);
    const index = frame.index++;
    const { children: siblings, type, parentType: grandparentType, isBare } = frame;
    if (isBare && (index === 0 || index === siblings.length - 1)) continue;
    const place = { siblings, index, parentType: type, grandparentType };
    if (isNeutral(reading, place)) {
      writer.neutral();
      continue;
    }
    if (reading.rules.comments.has(child.type)) {
      const isCode = roleOf(reading, siblings, index) !== undefined;
      writer.comment(child.startIndex, child.endIndex, isCode);
      continue;
    }
    openNode(writer, child, { parentType: type, frames, isTop: false, place });
  }
}

interface OpenOptions {
  readonly parentType: string;
  readonly frames: Frame[];
  /** The statement's own node, not one inside it. */
  readonly isTop: boolean;
  /** Where the node stands; left out for a statement's own. */
  readonly place?: Omit<WordPlace, 'word'>;
}

function openNode(writer: ShapeWriter, node: SyntaxNode, options: OpenOptions): void {
  const { rules } = writer.reading;
  const { parentType, frames, isTop } = options;
  const { siblings, index } = options.place ?? { siblings: [node], index: 0 };
  const { type, startIndex: start, endIndex: end } = node;
  if (start === end) return;
  if (rules.comments.has(type)) {
    writer.comment(start, end, roleOf(writer.reading, [node], 0) !== undefined);
    return;
  }
  const literal = rules.literals.get(type);
  const { text } = writer.reading;
  const textOf = (from: number, to: number): string => text.slice(from, to);
  const place: NodePlace = { siblings, index, parentType, textOf };
  if (literal?.kind === 'pieces' && writer.depth < maxDepth) {
    addPieces(writer, literal.piecesOf(place), type);
    return;
  }
  if (literal) {
    addLiteral(writer, node, literal);
    return;
  }
  if (writer.depth < maxDepth) {
    const { scope, membersId } = writer.place;
    if (type === ERROR) {
      addList(writer, node, { scope, parentType, shapeOf });
      return;
    }
    if (rules.lists.has(type) || node.id === membersId) {
      const inner = rules.scopeOf(type, parentType, scope);
      addList(writer, node, { scope: inner, parentType, shapeOf });
      return;
    }
    if (!isTop && rules.isStatement(type)) {
      addStatement(writer, node, parentType);
      return;
    }
  }
  const { children } = node;
  if (children.length === 0 && node.isNamed) writer.token(start, end, parentType);
  else if (children.length === 0) writer.keyword(start, end, options.place);
  else {
    const isBare = rules.isBare?.(place) ?? false;
    frames.push({ children, type, parentType, end, isBare, index: 0, at: start });
  }
}

/** A statement outside lists, such as the body of an `if` without braces. */
function addStatement(writer: ShapeWriter, node: SyntaxNode, parentType: string): void {
  const { reading, depth, lists } = writer;
  const before = writer.nextListBefore()?.entries[0];
  const scope = 'nested';
  const shape = shapeOf(reading, [node], { scope, depth: depth + 1, parentType, before });
  const start = node.startIndex - writer.place.base;
  lists.push({ scope, entries: [{ start, shape }] });
  writer.part({ kind: 'statement', start, shape });
}

function addPieces(writer: ShapeWriter, pieces: readonly Piece[], parentType: string): void {
  writer.depth++;
  for (const piece of pieces) {
    if ('token' in piece) writer.tokenText(piece.start, piece.end, piece.token);
    else addNode(writer, piece, parentType);
  }
  writer.depth--;
}

function addLiteral(writer: ShapeWriter, node: SyntaxNode, literal: Literal): void {
  const { startIndex: start, endIndex: end } = node;
  if (literal.kind === 'value') {
    writer.value(start, end, literal.valueOf(writer.reading.text.slice(start, end)));
    return;
  }
  if (literal.kind === 'whole' || literal.kind === 'pieces' || maxDepth <= writer.depth) {
    writer.token(start, end);
    return;
  }
  const indent = literal.kind === 'heredoc' ? indentOf(writer.reading, node, literal) : 0;
  let at = start;
  const addText = (until: number): void => {
    const text = writer.reading.text.slice(at, until);
    const token =
      literal.kind === 'markup'
        ? markupText(text)
        : literal.kind === 'heredoc'
          ? withoutIndent(text, indent, until === end)
          : text;
    if (token !== '') writer.tokenText(at, until, token);
  };
  for (const child of node.children) {
    const isText =
      literal.kind === 'markup'
        ? literal.text.has(child.type)
        : !literal.substitutions.has(child.type);
    if (isText || child.endIndex === child.startIndex) continue;
    addText(child.startIndex);
    writer.depth++;
    addNode(writer, child, node.type);
    writer.depth--;
    at = child.endIndex;
  }
  addText(end);
}

function hasBlocks(parts: readonly Part[]): boolean {
  return parts.some(
    (part) => part.kind === 'block' || (part.kind === 'statement' && part.shape.hasBlocks),
  );
}
