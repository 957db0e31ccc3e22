import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { callOf, first } from '../pieces.ts';
import { at } from '../readCode.ts';
import { RUST_COMMENTS } from './rustComments.ts';

/** Rust's patterns. What takes a struct or variant apart is written as what makes one. */
export const rustPatterns: readonly (readonly [string, ReadNode])[] = [
  ['_', (node) => ({ kind: 'name', ...at(node), name: '_' })],
  ['match_pattern', (node, m) => firstPart(node, m)],
  ['tuple_pattern', (node, m) => ({ kind: 'pattern', ...at(node), parts: partsOf(node, m) })],
  ['slice_pattern', (node, m) => ({ kind: 'pattern', ...at(node), parts: partsOf(node, m) })],
  ['tuple_struct_pattern', variant],
  ['struct_pattern', structure],
  ['field_pattern', field],
  ['captured_pattern', captured],
  ['or_pattern', either],
  ['range_pattern', range],
  ['generic_pattern', (node, m) => first(node, m)],
  ['negative_literal', negative],
];

/** `a | b` are two tests; `_` and a plain variable take all, so they are none. */
export function testsOf(node: SyntaxNode, m: CodeReading): Code[] {
  const [one] = heldBy(node);
  if (!one || one.type === '_') return [];
  if (one.type === 'identifier' && /^[\p{Ll}_]/u.test(m.textOf(one))) return [];
  return alternatives(one).map((alternative) => m.code(alternative));
}

/** A loop, as the grammar nests each one in the next. */
function alternatives(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const nodes = [node];
  for (let one = nodes.pop(); one; one = nodes.pop()) {
    if (one.type === 'or_pattern') nodes.push(...heldBy(one));
    else found.unshift(one);
  }
  return found;
}

/** `_` is a part, though the grammar gives it no name. */
function heldBy(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(
    ({ type, isNamed }) => type === '_' || (isNamed && !RUST_COMMENTS.has(type)),
  );
}

function partsOf(node: SyntaxNode, m: CodeReading): Code[] {
  return heldBy(node).map((one) => m.code(one));
}

function firstPart(node: SyntaxNode, m: CodeReading): Code {
  const [one] = heldBy(node);
  return one ? m.code(one) : first(node, m);
}

/** `Some(x)`. */
function variant(node: SyntaxNode, m: CodeReading): Code {
  const callee = node.childForFieldName('type');
  const parts = heldBy(node).filter(({ id }) => id !== callee?.id);
  return callOf(
    at(node),
    m.needed(node, 'type'),
    parts.map((one) => m.code(one)),
  );
}

/** `Point { x, y: 0 }`. */
function structure(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  const fields = heldBy(node).filter(({ id }) => id !== type?.id);
  return {
    kind: 'dict',
    ...at(node),
    type: m.fieldText(node, 'type'),
    entries: fields.map((one) => m.code(one)),
  };
}

function field(node: SyntaxNode, m: CodeReading): Code {
  const key = m.needed(node, 'name');
  return { kind: 'entry', ...at(node), key, value: m.field(node, 'pattern') ?? key };
}

/** `n @ 1..=5`. */
function captured(node: SyntaxNode, m: CodeReading): Code {
  const [left = first(node, m), right] = partsOf(node, m);
  return right ? { kind: 'binary', ...at(node), operator: '@', left, right } : left;
}

function either(node: SyntaxNode, m: CodeReading): Code {
  const [left = first(node, m), right] = partsOf(node, m);
  return right ? { kind: 'binary', ...at(node), operator: '|', left, right } : left;
}

function range(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'interval',
    ...at(node),
    from: m.field(node, 'left'),
    to: m.field(node, 'right'),
    isInclusive: node.children.some(({ type }) => type === '..=' || type === '...'),
  };
}

function negative(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'unary', ...at(node), operator: '-', operand: first(node, m) };
}
