import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Case, Code, Switch } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { bodyAround, guardedList } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { held, operatorOf, values, valueNodes } from './csharpValues.ts';
import { binaryWith } from './sameFields.ts';

/** Patterns: a name with a type is a `declare`, what is taken apart is written as what makes it. */
export const patternNodes: readonly (readonly [string, ReadNode])[] = [
  ['constant_pattern', constantPattern],
  ['parenthesized_pattern', held],
  ['type_pattern', held],
  ['var_pattern', declaration],
  ['declaration_pattern', declaration],
  ['declaration_expression', declaration],
  ['discard', (node) => ({ kind: 'name', ...at(node), name: '_' })],
  ['list_pattern', parts],
  ['tuple_pattern', parts],
  ['parenthesized_variable_designation', parts],
  ['recursive_pattern', recursive],
  ['subpattern', subpattern],
  ['relational_pattern', (node, m) => unary(node, operatorOf(node), held(node, m))],
  ['negated_pattern', (node, m) => unary(node, '!', held(node, m))],
  ['and_pattern', (node, m) => binaryWith(node, m, '&&')],
  ['or_pattern', (node, m) => binaryWith(node, m, '||')],
  ['is_pattern_expression', isPattern],
  ['is_expression', (node, m) => test(node, 'instanceof', m, m.needed(node, 'right'))],
  ['switch_statement', switchStatement],
  ['switch_expression', switchExpression],
];

/** `(1, 2)` has the same nodes as a value. */
function constantPattern(node: SyntaxNode, m: CodeReading): Code {
  const code = held(node, m);
  if (code.kind !== 'list') return code;
  return { kind: 'pattern', start: code.start, end: code.end, parts: code.items };
}

function parts(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'pattern', ...at(node), parts: values(node, m) };
}

function unary(node: SyntaxNode, operator: string, operand: Code): Code {
  return { kind: 'unary', ...at(node), operator, operand };
}

/** `Shape s`, `var s`, `out int s`. */
function declaration(node: SyntaxNode, m: CodeReading): Code {
  const last = valueNodes(node).at(-1);
  return {
    kind: 'declare',
    decorators: [],
    modifiers: [],
    ...at(node),
    target: m.field(node, 'name') ?? (last ? m.code(last) : other(node, [])),
    type: m.fieldText(node, 'type') ?? (node.type === 'var_pattern' ? 'var' : undefined),
    value: undefined,
    isConstant: false,
  };
}

/** `Shape(1) { Size: 1 } s`: tested as it is made; the name for all of it stands before an `@`. */
function recursive(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  const word = node.childForFieldName('name');
  const held = valueNodes(node).filter(({ id }) => id !== type?.id && id !== word?.id);
  const end = held.at(-1)?.endIndex ?? node.endIndex;
  const right = shape(node.startIndex, end, type, held, m);
  if (!word) return right;
  return { kind: 'binary', ...at(node), operator: '@', left: m.code(word), right };
}

function shape(
  start: number,
  end: number,
  type: SyntaxNode | null,
  held: readonly SyntaxNode[],
  m: CodeReading,
): Code {
  const [list] = held.filter((one) => one.type === 'positional_pattern_clause');
  const [braces] = held.filter((one) => one.type === 'property_pattern_clause');
  const entries = braces ? values(braces, m) : [];
  if (!list) {
    return { kind: 'dict', start, end, type: type ? m.textOf(type) : undefined, entries };
  }
  const fields: Code[] = braces ? [{ kind: 'dict', ...at(braces), type: undefined, entries }] : [];
  const parts = [...values(list, m), ...fields];
  if (!type) return { kind: 'pattern', start, end, parts };
  return {
    kind: 'call',
    start,
    end,
    callee: m.code(type),
    args: parts,
    isNew: false,
    isOptional: false,
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
    body: bodyAround(statements, node.endIndex),
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
  const value = valueNodes(node).at(-1);
  return {
    kind: 'case',
    ...at(node),
    tests: testsOf(node.children.slice(0, arrow), m),
    body: bodyAround(value ? [armStatement(value, m)] : [], node.endIndex),
  };
}

function armStatement(node: SyntaxNode, m: CodeReading): Code {
  const value = m.code(node);
  return value.kind === 'throw' ? value : { kind: 'expression', ...at(node), value };
}

/** `or` makes several tests; their guard makes them one. What takes all has none. */
function testsOf(nodes: readonly SyntaxNode[], m: CodeReading): readonly Code[] {
  const named = nodes.filter(({ isNamed, type }) => isNamed && type !== 'comment');
  const pattern = named.find(({ type }) => type !== 'when_clause' && type !== 'discard');
  const guard = named.find(({ type }) => type === 'when_clause');
  const tests = pattern ? alternatives(m.code(pattern)) : [];
  return guardedList(tests, guard && held(guard, m));
}

/** A loop, as each `or` is in the one behind it. */
function alternatives(code: Code): Code[] {
  if (code.kind === 'declare' && code.type === 'var') return [];
  const found: Code[] = [];
  let left = code;
  while (left.kind === 'binary' && left.operator === '||') {
    found.unshift(left.right);
    left = left.left;
  }
  return [left, ...found];
}
