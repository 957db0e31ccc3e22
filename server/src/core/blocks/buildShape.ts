import { addList } from './buildList.ts';
import type { Declared, Literal, Scope } from './language.ts';
import { markupText } from './markup.ts';
import { isBlank, type PlacedList, type PlacedShape, type Reading } from './reading.ts';
import type { DirectivePart, Part, Shape, ShapeList } from './shape.ts';
import { createTokenRun, directiveStream } from './stream.ts';
import { ERROR, type SyntaxNode } from './syntaxNode.ts';

/**
 * Nesting beyond this is read flat: no statements and no blocks are told apart in there. It
 * keeps deep trees (generated code, hostile files) from exhausting the stack.
 */
const maxDepth = 200;

/** Collects the parts of one shape. Offsets come in absolute and go out relative. */
export interface ShapeWriter {
  readonly reading: Reading;
  readonly base: number;
  readonly scope: Scope;
  readonly before: PlacedShape | undefined;
  /** How deep statements and literals are nested here. */
  depth: number;
  /** The object literal in here whose functions are blocks. */
  readonly membersId: number | undefined;
  readonly lists: ShapeList[];
  token(start: number, end: number): void;
  /** A token whose text is not the source's own. */
  tokenText(start: number, end: number, text: string): void;
  directive(start: number, end: number): void;
  part(part: Part): void;
  /** A writer for parts that go elsewhere, with the same base. */
  branch(): ShapeWriter;
  parts(): readonly Part[];
}

export interface ShapeOptions {
  readonly scope: Scope;
  readonly depth: number;
  readonly parentType: string;
  readonly before: PlacedShape | undefined;
}

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
  const writer = createWriter(reading, { base, depth, scope, before, declared });
  for (const each of nodes) addNode(writer, each, parentType);
  return createShape(writer, {
    type: node.type,
    length: node.endIndex - base,
    hasError: reading.hasErrors && nodes.some(({ hasError }) => hasError),
    declared: declared && { name: declared.name, isSignature: declared.isSignature },
  });
}

/** The shape of a whole file. Its length and its offsets count from the text's start. */
export function shapeOfRoot(reading: Reading, root: SyntaxNode, before: Shape | undefined): Shape {
  const writer = createWriter(reading, {
    base: 0,
    depth: 0,
    scope: 'top',
    before: before && { start: 0, shape: before },
    declared: undefined,
  });
  addGap(writer, 0, root.startIndex);
  addList(writer, root, { scope: 'top', parentType: '' });
  addGap(writer, root.endIndex, reading.text.length);
  return createShape(writer, {
    type: root.type,
    length: reading.text.length,
    hasError: reading.hasErrors,
    declared: undefined,
  });
}

/** Adds the tokens, statements and blocks of a node. */
export function addNode(writer: ShapeWriter, top: SyntaxNode, topParentType: string): void {
  const { rules } = writer.reading;
  const frames: Frame[] = [];

  const enter = (node: SyntaxNode, parentType: string): void => {
    const { type, startIndex: start, endIndex: end } = node;
    if (start === end) return;
    if (rules.comments.has(type)) {
      addComment(writer, start, end);
      return;
    }
    const literal = rules.literals.get(type);
    if (literal) {
      addLiteral(writer, node, literal);
      return;
    }
    if (writer.depth < maxDepth) {
      if (rules.lists.has(type) || type === ERROR || node.id === writer.membersId) {
        const scope =
          type === ERROR ? writer.scope : rules.scopeOf(type, parentType, writer.scope);
        addList(writer, node, { scope, parentType });
        return;
      }
      if (node !== top && rules.isStatement(type)) {
        addStatement(writer, node, parentType);
        return;
      }
    }
    const { children } = node;
    if (children.length === 0) writer.token(start, end);
    else frames.push({ children, type, parentType, end, index: 0, at: start });
  };

  enter(top, topParentType);
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const child = frame.children[frame.index];
    if (!child) {
      addGap(writer, frame.at, frame.end);
      frames.pop();
      continue;
    }
    const { startIndex: start, endIndex: end } = child;
    addGap(writer, frame.at, start);
    frame.at = Math.max(frame.at, end);
    const index = frame.index++;
    const place = {
      siblings: frame.children,
      index,
      parentType: frame.type,
      grandparentType: frame.parentType,
    };
    if (rules.separators.has(child.type) && rules.isNeutral(place)) continue;
    enter(child, frame.type);
  }
}

/** Text between two nodes that no node covers is a token too, so that nothing is lost. */
export function addGap(writer: ShapeWriter, start: number, end: number): void {
  const { text } = writer.reading;
  if (!isBlank(text, start, end)) writer.tokenText(start, end, text.slice(start, end).trim());
}

/** Only directives are part of the code. */
export function addComment(writer: ShapeWriter, start: number, end: number): void {
  const { text, rules } = writer.reading;
  if (rules.isDirective(text.slice(start, end))) writer.directive(start, end);
}

interface Frame {
  readonly children: readonly SyntaxNode[];
  readonly type: string;
  readonly parentType: string;
  readonly end: number;
  index: number;
  /** Where the text not yet covered begins. */
  at: number;
}

/** A statement outside lists, such as the body of an `if` without braces. */
function addStatement(writer: ShapeWriter, node: SyntaxNode, parentType: string): void {
  const { reading, base, depth, lists } = writer;
  const before = listBefore(writer)?.entries[0];
  const scope = 'nested';
  const shape = shapeOf(reading, [node], { scope, depth: depth + 1, parentType, before });
  const start = node.startIndex - base;
  lists.push({ scope, entries: [{ start, shape }] });
  writer.part({ kind: 'statement', start, shape });
}

/** The list of the text before that stood where the writer's next one begins. */
export function listBefore({ before, lists }: ShapeWriter): PlacedList | undefined {
  const list = before?.shape.lists[lists.length];
  if (!before || !list) return undefined;
  return {
    scope: list.scope,
    entries: list.entries.map(({ start, shape }) => ({ start: before.start + start, shape })),
  };
}

function addLiteral(writer: ShapeWriter, node: SyntaxNode, literal: Literal): void {
  const { startIndex: start, endIndex: end } = node;
  if (literal.kind === 'whole' || maxDepth <= writer.depth) {
    writer.token(start, end);
    return;
  }
  let at = start;
  const addText = (until: number): void => {
    const text = writer.reading.text.slice(at, until);
    const token = literal.kind === 'markup' ? markupText(text) : text;
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

interface WriterOptions {
  readonly base: number;
  readonly depth: number;
  readonly scope: Scope;
  readonly before: PlacedShape | undefined;
  readonly declared: Declared | undefined;
}

function createWriter(reading: Reading, options: WriterOptions): ShapeWriter {
  const { base, depth, scope, before, declared } = options;
  const lists: ShapeList[] = [];
  const branch = (): ShapeWriter => {
    const parts: Part[] = [];
    const run = createTokenRun();
    const flush = (): void => {
      const tokens = run.take();
      if (tokens) parts.push(tokens);
    };
    return {
      reading,
      base,
      depth,
      scope,
      before,
      membersId: declared?.members?.id,
      lists,
      token: (start, end) => run.add(start - base, end - base, reading.text.slice(start, end)),
      tokenText: (start, end, text) => run.add(start - base, end - base, text),
      directive(start, end) {
        flush();
        const stream = directiveStream(reading.text.slice(start, end));
        const part: DirectivePart = { kind: 'directive', start: start - base, end: end - base, stream };
        parts.push(part);
      },
      part(part) {
        flush();
        parts.push(part);
      },
      branch,
      parts() {
        flush();
        return parts;
      },
    };
  };
  return branch();
}

function createShape(
  writer: ShapeWriter,
  about: Pick<Shape, 'type' | 'length' | 'hasError' | 'declared'>,
): Shape {
  const parts = writer.parts();
  const hasBlocks = parts.some(
    (part) => part.kind === 'block' || (part.kind === 'statement' && part.shape.hasBlocks),
  );
  return { ...about, hasBlocks, parts, lists: writer.lists };
}
