import type { Declared, Scope } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';

type TextOf = (node: SyntaxNode) => string;

/** What a statement of Ruby declares, if it is a block. RSpec's `describe` and `it` declare nothing. */
export function declareRuby(
  node: SyntaxNode,
  textOf: TextOf,
  scope: Scope,
  nWrappers = 0,
): Declared | undefined {
  switch (node.type) {
    case 'module':
    case 'class':
    case 'method':
      return declared(nameOf(node.childForFieldName('name'), textOf));
    case 'singleton_method': {
      const object = nameOf(node.childForFieldName('object'), textOf);
      return declared(`${object}.${nameOf(node.childForFieldName('name'), textOf)}`);
    }
    // `class << self`: what is defined inside is named as by `def self.x`.
    case 'singleton_class':
      return declared(nameOf(node.childForFieldName('value'), textOf));
    case 'assignment':
      return declareValue(node, textOf, scope);
    case 'call':
      return declareCall(node, textOf, scope, nWrappers);
    default:
      return undefined;
  }
}

/** `NAME = ->(a) { … }`, `NAME = Struct.new(:a) do … end`. */
function declareValue(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (!left || !right || !targets.has(left.type)) return undefined;
  if (left.type === 'identifier' && scope === 'nested') return undefined;
  const isBlock =
    right.type === 'lambda' || isNewLambda(right, textOf) || isNewClass(right, textOf);
  return isBlock ? declared(nameOf(left, textOf)) : undefined;
}

const targets: ReadonlySet<string> = new Set(['constant', 'scope_resolution', 'identifier']);

/** `lambda { … }`, `proc do … end`, `Proc.new { … }`. */
function isNewLambda(value: SyntaxNode, textOf: TextOf): boolean {
  return /^(?:lambda|proc|Proc\.new)$/.test(calledWithBlock(value, textOf));
}

function isNewClass(value: SyntaxNode, textOf: TextOf): boolean {
  return /^(?:::)?(?:Struct|Class|Module|Data)\.(?:new|define)$/.test(
    calledWithBlock(value, textOf),
  );
}

/** What is called, as `receiver.method`; empty when no block is handed over. */
function calledWithBlock(value: SyntaxNode, textOf: TextOf): string {
  if (value.type !== 'call' || !value.childForFieldName('block')) return '';
  const receiver = value.childForFieldName('receiver');
  const method = value.childForFieldName('method');
  return `${receiver ? `${textOf(receiver)}.` : ''}${method ? textOf(method) : ''}`;
}

/** `define_method(:x) { … }`; `private def x`, with any word before the definition. */
function declareCall(
  node: SyntaxNode,
  textOf: TextOf,
  scope: Scope,
  nWrappers: number,
): Declared | undefined {
  if (node.childForFieldName('receiver')) return undefined;
  const method = node.childForFieldName('method');
  const given = node.childForFieldName('arguments')?.children.filter(({ isNamed }) => isNamed);
  const [first, ...more] = given ?? [];
  if (!method || !first) return undefined;
  const prefix = definers.get(textOf(method));
  if (prefix !== undefined) {
    const isBlock = node.childForFieldName('block') !== null || more.length !== 0;
    return isBlock ? declared(prefix + nameOf(first, textOf)) : undefined;
  }
  const isDefinition = first.type === 'method' || first.type === 'singleton_method';
  const isWrapped = first.type === 'call' && nWrappers < maxWrappers;
  return more.length === 0 && (isDefinition || isWrapped)
    ? declareRuby(first, textOf, scope, nWrappers + 1)
    : undefined;
}

/** How many words before a definition are looked through (`private memoize def x`). */
const maxWrappers = 3;

const definers: ReadonlyMap<string, string> = new Map([
  ['define_method', ''],
  ['define_singleton_method', 'self.'],
]);

const maxName = 80;

function nameOf(node: SyntaxNode | null, textOf: TextOf): string {
  if (!node) return '(unnamed)';
  const text = textOf(node).replace(/\s+/g, '');
  const plain = names.has(node.type) ? text.replace(/^:?["']?|["']$/g, '') : text;
  return plain === '' ? '(unnamed)' : plain.slice(0, maxName);
}

const names: ReadonlySet<string> = new Set(['simple_symbol', 'delimited_symbol', 'string']);

function declared(name: string): Declared {
  return { name, isSignature: false, members: undefined };
}
