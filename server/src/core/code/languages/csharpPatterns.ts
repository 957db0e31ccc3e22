import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Case, Code, Switch } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { at, other } from '../readCode.ts';
import { caseBody, givingBody, guarded } from './cFamily.ts';
import { held, operatorOf, values, valueNodes } from './csharpValues.ts';

/** Patterns: a name with a type is a `declare`, parts are a `pattern`; `and`, `or`, `not` as elsewhere. */
export const patternNodes: readonly (readonly [string, ReadNode])[] = [
  ['constant_pattern', held],
  ['parenthesized_pattern', held],
  ['type_pattern', held],
  ['var_pattern', declaration],
  ['declaration_pattern', declaration],
  ['declaration_expression', declaration],
  ['discard', (node) => ({ kind: 'name', ...at(node), name: '_' })],
  ['list_pattern', parts],
  ['tuple_pattern', parts],
  ['positional_pattern_clause', parts],
  ['property_pattern_clause', parts],
  ['parenthesized_variable_designation', parts],
  ['recursive_pattern', recursive],
  ['subpattern', subpattern],
  ['relational_pattern', (node, m) => unary(node, operatorOf(node), held(node, m))],
  ['negated_pattern', (node, m) => unary(node, '!', held(node, m))],
  ['and_pattern', (node, m) => both(node, '&&', m)],
  ['or_pattern', (node, m) => both(node, '||', m)],
  ['is_pattern_expression', isPattern],
  ['is_expression', (node, m) => test(node, 'instanceof', m, m.needed(node, 'right'))],
  ['switch_statement', switchStatement],
  ['switch_expression', switchExpression],
];

function parts(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'pattern', ...at(node), parts: values(node, m) };
}

function unary(node: SyntaxNode, operator: string, operand: Code): Code {
  return { kind: 'unary', ...at(node), operator, operand };
}

function both(node: SyntaxNode, operator: string, m: CodeReading): Code {
  const left = m.needed(node, 'left');
  return { kind: 'binary', ...at(node), operator, left, right: m.needed(node, 'right') };
}

/** `Shape s`, `var s`, `out int s`. */
function declaration(node: SyntaxNode, m: CodeReading): Code {
  const last = valueNodes(node).at(-1);
  return {
    kind: 'declare',
    ...at(node),
    target: m.field(node, 'name') ?? (last ? m.code(last) : other(node, [])),
    type: m.fieldText(node, 'type') ?? (node.type === 'var_pattern' ? 'var' : undefined),
    value: undefined,
    isConstant: false,
  };
}

/** `Shape { Size: 1 } s`: the type taken apart, the name for all of it among its parts. */
function recursive(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  const inner = valueNodes(node)
    .filter(({ id }) => id !== type?.id)
    .map((one) => m.code(one))
    .flatMap((one) => (one.kind === 'pattern' ? one.parts : [one]));
  const start = type?.endIndex ?? node.startIndex;
  const target: Code = { kind: 'pattern', start, end: node.endIndex, parts: inner };
  if (!type) return target;
  return {
    kind: 'declare',
    ...at(node),
    target,
    type: m.textOf(type),
    value: undefined,
    isConstant: false,
  };
}

/** `Size: 1`; one without a name is only its value. */
function subpattern(node: SyntaxNode, m: CodeReading): Code {
  const [key, value] = values(node, m);
  if (!key) return other(node, []);
  return value ? { kind: 'entry', ...at(node), key, value } : key;
}

function test(node: SyntaxNode, operator: string, m: CodeReading, right: Code): Code {
  const tested = node.childForFieldName('expression') ?? node.childForFieldName('left');
  const left = tested ? m.code(tested) : other(node, []);
  return { kind: 'binary', ...at(node), operator, left, right };
}

const TYPE_NAMES: ReadonlySet<string> = new Set(['name', 'member']);
const VALUES: ReadonlySet<string> = new Set(['constant', 'number', 'text']);

/**
 * `a is null` compares, as Python's `is`; `a is Shape` asks for a type; what else there is `matches`.
 * A constant cannot be told from a type: both are only names.
 */
function isPattern(node: SyntaxNode, m: CodeReading): Code {
  const shape = m.needed(node, 'pattern');
  const isNot = shape.kind === 'unary' && shape.operator === '!';
  const right = isNot ? shape.operand : shape;
  if (VALUES.has(right.kind)) return test(node, isNot ? 'is not' : 'is', m, right);
  const operator = TYPE_NAMES.has(right.kind) ? 'instanceof' : 'matches';
  const positive = test(node, operator, m, right);
  return isNot ? unary(node, '!', positive) : positive;
}

function switchStatement(node: SyntaxNode, m: CodeReading): Switch {
  const inside = node.childForFieldName('body');
  return {
    kind: 'switch',
    ...at(node),
    subject: m.field(node, 'value'),
    cases: (inside?.children ?? [])
      .filter(({ type }) => type === 'switch_section')
      .map((one) => section(one, m)),
    isExhaustive: false,
  };
}

function section(node: SyntaxNode, m: CodeReading): Case {
  const colon = node.children.findIndex(({ type }) => type === ':');
  const statements = m.list(node.children.slice(colon + 1));
  return {
    kind: 'case',
    ...at(node),
    tests: testsOf(node.children.slice(0, colon), m),
    body: caseBody(node, statements),
  };
}

/** The compiler only warns of one that leaves values out. */
function switchExpression(node: SyntaxNode, m: CodeReading): Switch {
  const [subject] = valueNodes(node);
  return {
    kind: 'switch',
    ...at(node),
    subject: subject && m.code(subject),
    cases: node.children
      .filter(({ type }) => type === 'switch_expression_arm')
      .map((one) => arm(one, m)),
    isExhaustive: false,
  };
}

function arm(node: SyntaxNode, m: CodeReading): Case {
  const arrow = node.children.findIndex(({ type }) => type === '=>');
  const value = valueNodes(node).at(-1) ?? node;
  return {
    kind: 'case',
    ...at(node),
    tests: testsOf(node.children.slice(0, arrow), m),
    body: givingBody(value, value === node ? other(node, []) : m.code(value)),
  };
}

/** The pattern and its guard in one; none for `default` and `_`. */
function testsOf(nodes: readonly SyntaxNode[], m: CodeReading): Code[] {
  const named = nodes.filter(({ isNamed, type }) => isNamed && type !== 'comment');
  const shape = named.find(({ type }) => type !== 'when_clause' && type !== 'discard');
  const guard = named.find(({ type }) => type === 'when_clause');
  const found = guarded(shape && m.code(shape), guard && held(guard, m));
  return found ? [found] : [];
}
