import type { NodePlace } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';

/**
 * Whether parentheses say nothing, by the levels of Python's own grammar: what stands in them binds
 * at least as closely as their place asks for. A place that is not known keeps its parentheses.
 */
export function isBare(place: NodePlace): boolean {
  const node = place.siblings[place.index];
  switch (node?.type) {
    case 'parenthesized_expression': {
      const [content] = contentsOf(node);
      if (!content) return false;
      const level = levelOf(content);
      return level === yields ? mayYield(place) : minimumOf(place) <= level;
    }
    case 'tuple':
      return contentsOf(node).length !== 0 && mayBeTuple(place);
    case 'tuple_pattern':
      return isBareTarget(node, place);
    default:
      return false;
  }
}

const brackets: ReadonlySet<string> = new Set(['(', ')', 'comment', 'line_continuation']);

function contentsOf({ children }: SyntaxNode): readonly SyntaxNode[] {
  return children.filter(({ type }) => !brackets.has(type));
}

const never = Number.POSITIVE_INFINITY;
const unknown = -1;
const yields = 0;

/** How closely operators bind, from the loosest; the operator of `**` binds from 15 to 14. */
const levels: ReadonlyMap<string, number> = new Map([
  ...[':=', 'lambda', 'if', 'or', 'and', 'not', '<'].map((each, at) => [each, at + 1] as const),
  ['|', 8],
  ['^', 9],
  ['&', 10],
  ['<<', 11],
  ['>>', 11],
  ['+', 12],
  ['-', 12],
  ...['*', '@', '/', '//', '%'].map((each) => [each, 13] as const),
  ['unary', 14],
  ['**', 15],
  ['await', 16],
]);

const expression = 2;
const named = 1;
const disjunction = 4;
const unary = 14;
const awaiting = 16;
const primary = 17;

const byType: ReadonlyMap<string, number> = new Map([
  ['yield', yields],
  ['named_expression', named],
  ['lambda', expression],
  ['conditional_expression', 3],
  ['not_operator', 6],
  ['comparison_operator', 7],
  ['unary_operator', unary],
  ['await', awaiting],
]);

/** What binds closest. */
const atoms: ReadonlySet<string> = new Set([
  ...['attribute', 'call', 'concatenated_string', 'dictionary', 'dictionary_comprehension'],
  ...['ellipsis', 'false', 'float', 'generator_expression', 'identifier', 'integer', 'list'],
  ...['list_comprehension', 'none', 'set', 'set_comprehension', 'string', 'subscript', 'true'],
  'tuple',
]);

function levelOf(node: SyntaxNode): number {
  const { type } = node;
  if (type === 'parenthesized_expression') {
    const [content] = contentsOf(node);
    return content ? levelOf(content) : unknown;
  }
  if (type === 'boolean_operator' || type === 'binary_operator') {
    const operator = node.children.find((child) => !child.isNamed);
    return levels.get(operator?.type ?? '') ?? unknown;
  }
  return byType.get(type) ?? (atoms.has(type) ? primary : unknown);
}

/** Where any expression may stand, but no `:=`. */
const expressionPlaces: ReadonlySet<string> = new Set([
  ...['as_pattern', 'assert_statement', 'default_parameter', 'delete_statement'],
  ...['except_clause', 'expression_list', 'keyword_argument', 'lambda', 'named_expression', 'pair'],
  ...['raise_statement', 'return_statement', 'slice', 'type', 'typed_default_parameter'],
  ...['with_item', 'yield', 'expression_statement', 'augmented_assignment'],
]);

/** Where `:=` may stand too. */
const namedPlaces: ReadonlySet<string> = new Set([
  ...['argument_list', 'decorator', 'elif_clause', 'generator_expression', 'if_statement', 'list'],
  ...['list_comprehension', 'match_statement', 'set', 'set_comprehension', 'subscript', 'tuple'],
  'while_statement',
]);

/** The level from which on an expression needs no parentheses in its place. */
function minimumOf(place: NodePlace): number {
  const { siblings, index, parentType } = place;
  const before = tokenBefore(place);
  switch (parentType) {
    case 'parenthesized_expression':
    case 'interpolation':
    case 'format_expression':
      return yields;
    case 'binary_operator': {
      const operator = siblings.find(({ isNamed }) => !isNamed)?.type ?? '';
      const level = levels.get(operator) ?? never;
      if (operator === '**') return before === operator ? unary : awaiting;
      return before === operator ? level + 1 : level;
    }
    case 'boolean_operator':
      return (levels.get(siblings.find(({ isNamed }) => !isNamed)?.type ?? '') ?? never) + 1;
    case 'not_operator':
      return 6;
    case 'comparison_operator':
    case 'list_splat':
    case 'dictionary_splat':
      return 8;
    case 'unary_operator':
      return unary;
    case 'await':
      return primary;
    case 'attribute':
    case 'call':
      return index === 0 ? primary : never;
    case 'subscript':
      return index === 0 ? primary : named;
    case 'conditional_expression':
      return before === 'else' ? expression : disjunction;
    case 'for_in_clause':
      return before === 'in' || before === 'if' ? disjunction : expression;
    case 'if_clause':
      return disjunction;
    case 'for_statement':
      return before === 'in' ? expression : never;
    case 'assignment':
      return before === '=' ? expression : never;
    default:
      if (expressionPlaces.has(parentType)) return expression;
      return namedPlaces.has(parentType) ? named : never;
  }
}

/** Where `yield` may stand without parentheses. */
function mayYield(place: NodePlace): boolean {
  switch (place.parentType) {
    case 'parenthesized_expression':
    case 'interpolation':
    case 'format_expression':
      return true;
    case 'expression_statement':
      return place.siblings.length === 1;
    case 'assignment':
      return tokenBefore(place) === '=';
    case 'augmented_assignment':
      return tokenBefore(place) !== '';
    default:
      return false;
  }
}

/** Where a tuple may stand without parentheses. */
function mayBeTuple(place: NodePlace): boolean {
  const { siblings, parentType } = place;
  switch (parentType) {
    case 'return_statement':
    case 'interpolation':
      return true;
    case 'expression_statement':
      return siblings.length === 1;
    case 'yield':
      return tokenBefore(place) === 'yield';
    case 'subscript':
      return tokenBefore(place) === '[' && siblings.every(({ type }) => type !== ',');
    case 'match_statement':
      return tokenBefore(place) === 'match' && siblings.every(({ type }) => type !== ',');
    case 'for_statement':
      return tokenBefore(place) === 'in';
    case 'assignment':
      return tokenBefore(place) === '=';
    case 'augmented_assignment':
      return tokenBefore(place) !== '';
    default:
      return false;
  }
}

/** `for (a, b) in c`, `(a) = b` (but not `(a): b`), `case (a):`. */
function isBareTarget(node: SyntaxNode, place: NodePlace): boolean {
  const { siblings, parentType } = place;
  const contents = contentsOf(node);
  const isTuple = contents.some(({ type }) => type === ',');
  if (contents.length === 0) return false;
  switch (parentType) {
    case 'for_statement':
    case 'for_in_clause':
      return tokenBefore(place) === 'for';
    case 'assignment':
      return siblings.every(({ type }) => type !== ':');
    case 'case_pattern':
    case 'list_pattern':
    case 'pattern_list':
    case 'tuple_pattern':
      return !isTuple;
    default:
      return false;
  }
}

/** The token before a node among its siblings; empty for none. */
function tokenBefore({ siblings, index }: NodePlace): string {
  for (let at = index - 1; 0 <= at; at--) {
    const node = siblings[at];
    if (node && !node.isNamed) return node.type;
  }
  return '';
}
