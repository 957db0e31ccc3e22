import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Case, Code } from '../code.ts';
import type { CodeLanguage, CodeReading, ReadNode } from '../codeLanguage.ts';
import {
  bodyAround,
  constant,
  first,
  isAlways,
  loopAt,
  name,
  oneOrGroup,
  statement,
} from '../pieces.ts';
import { at } from '../readCode.ts';
import { goDeclarations } from './goDeclarations.ts';
import { goExpressions } from './goExpressions.ts';
import { expression, jump, list } from './plainNodes.ts';
import { assignTo, ifStatement } from './sameFields.ts';

/** Go. A short `var` is a declaration, `select` a switch that leaves nothing out. */
export const go: CodeLanguage = {
  comments: new Set(['comment']),
  wrappers: new Set([
    ...['parenthesized_expression', 'parenthesized_type', 'expression_list', 'literal_element'],
    ...['type_elem', 'type_constraint'],
  ]),
  empties: new Set(['empty_statement', 'label_name']),
  nodes: new Map<string, ReadNode>([
    ...goDeclarations,
    ...goExpressions,
    ['source_file', body],
    ['block', body],
    ['statement_list', body],
    ['expression_list', list],
    ['identifier', name],
    ['blank_identifier', name],
    ['package_identifier', name],
    ['field_identifier', name],
    ['iota', name],
    ['type_identifier', typeName],
    ['nil', constant(null)],
    ['true', constant(true)],
    ['false', constant(false)],
    ['expression_statement', expression],
    ['send_statement', send],
    ['inc_statement', step],
    ['dec_statement', step],
    ['assignment_statement', assign],
    ['receive_statement', receive],
    ['labeled_statement', (node, m) => oneOrGroup(node, statements(node.children, m))],
    ['break_statement', jump('break')],
    ['continue_statement', jump('continue')],
    ['goto_statement', jump('goto')],
    ['return_statement', returned],
    ['go_statement', (node, m) => ({ kind: 'spawn', ...at(node), value: first(node, m) })],
    ['defer_statement', defer],
    ['if_statement', ifStatement],
    ['for_statement', loop],
    ['expression_switch_statement', switchStatement],
    ['type_switch_statement', switchStatement],
    ['select_statement', select],
  ]),
};

function body(node: SyntaxNode, m: CodeReading): Body {
  return { kind: 'body', ...at(node), statements: statements(node.children, m) };
}

/** What is assigned is a statement here; elsewhere it is an expression that stands as one. */
function statements(nodes: readonly SyntaxNode[], m: CodeReading): Code[] {
  const inside = nodes.flatMap((node) => (node.type === 'statement_list' ? node.children : [node]));
  return m.list(inside).map((one) => (one.kind === 'assign' ? statement(one) : one));
}

/** In `case nil` of a type switch the grammar takes it for a type. */
function typeName(node: SyntaxNode, m: CodeReading): Code {
  const read = name(node, m);
  return read.name === 'nil' ? { kind: 'constant', ...at(node), value: null } : read;
}

function send(node: SyntaxNode, m: CodeReading): Code {
  return statement({
    kind: 'binary',
    ...at(node),
    operator: '<-',
    left: m.needed(node, 'channel'),
    right: m.needed(node, 'value'),
  });
}

function step(node: SyntaxNode, m: CodeReading): Code {
  const operator = node.type === 'inc_statement' ? '++' : '--';
  return { kind: 'assign', ...at(node), target: first(node, m), operator, value: undefined };
}

function assign(node: SyntaxNode, m: CodeReading): Code {
  return assignTo(node, m, target(node, m));
}

/** What is left of `=` or `:=`: several are a pattern. */
function target(node: SyntaxNode, m: CodeReading): Code {
  const left = m.needed(node, 'left');
  const { start, end } = left;
  return left.kind === 'list' ? { kind: 'pattern', start, end, parts: left.items } : left;
}

/** What a case of `select` receives. */
function receive(node: SyntaxNode, m: CodeReading): Code {
  if (!node.childForFieldName('left')) return m.needed(node, 'right');
  if (!node.children.some(({ type }) => type === ':=')) return assign(node, m);
  return {
    kind: 'declare',
    decorators: [],
    modifiers: [],
    ...at(node),
    target: target(node, m),
    type: undefined,
    value: m.field(node, 'right'),
    isConstant: false,
  };
}

function returned(node: SyntaxNode, m: CodeReading): Code {
  const list = node.children.find(({ isNamed, type }) => isNamed && type !== 'comment');
  return { kind: 'return', ...at(node), value: list && m.code(list), isImplicit: false };
}

function defer(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'defer', ...at(node), form: 'defer', values: m.all(node), body: undefined };
}

/** One word for every loop: what stands before the body tells which it is. */
function loop(node: SyntaxNode, m: CodeReading): Code {
  const head = node.children.find(
    ({ isNamed, type }) => isNamed && type !== 'comment' && type !== 'block',
  );
  const inside = m.bodyOf(node, 'body');
  const parts = { ...loopAt(node), body: inside };
  if (!head) return { ...parts, form: 'forever' };
  if (head.type === 'range_clause') {
    const variable = head.childForFieldName('left') ? target(head, m) : undefined;
    return { ...parts, form: 'each', variable, iterable: m.field(head, 'right') };
  }
  if (head.type === 'for_clause') {
    const condition = m.field(head, 'condition');
    return {
      ...parts,
      form: condition ? 'count' : 'forever',
      before: m.field(head, 'initializer'),
      condition,
      update: m.field(head, 'update'),
    };
  }
  const condition = m.code(head);
  return { ...parts, form: isAlways(condition) ? 'forever' : 'while', condition };
}

/** A statement before the subject stands before the switch. */
function switchStatement(node: SyntaxNode, m: CodeReading): Code {
  const before = node.childForFieldName('initializer');
  const subject = subjectOf(node, m);
  const found = {
    kind: 'switch',
    ...at(node),
    subject,
    cases: casesOf(node, m),
    isExhaustive: false,
  } as const;
  if (!before) return found;
  const start = subject?.start ?? before.endIndex;
  return oneOrGroup(node, [...statements([before], m), { ...found, start }]);
}

/** `switch y := x.(type)` declares what it looks at. */
function subjectOf(node: SyntaxNode, m: CodeReading): Code | undefined {
  const value = m.field(node, 'value');
  const alias = m.field(node, 'alias');
  if (!value || !alias) return value;
  return {
    kind: 'declare',
    decorators: [],
    modifiers: [],
    start: alias.start,
    end: value.end,
    target: alias,
    type: undefined,
    value,
    isConstant: false,
  };
}

/** One that has no default waits, so none is left out. */
function select(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'switch',
    ...at(node),
    subject: undefined,
    cases: casesOf(node, m),
    isExhaustive: true,
  };
}

const CASES: ReadonlySet<string> = new Set([
  ...['expression_case', 'type_case', 'communication_case', 'default_case'],
]);

function casesOf(node: SyntaxNode, m: CodeReading): Case[] {
  return node.children.filter(({ type }) => CASES.has(type)).map((one) => caseOf(one, m));
}

/** Tests before the colon, statements behind it. */
function caseOf(node: SyntaxNode, m: CodeReading): Case {
  const colon = node.children.findIndex(({ type }) => type === ':');
  const split = colon < 0 ? node.children.length : colon;
  const tests = node.children
    .slice(0, split)
    .flatMap((one) => (one.type === 'expression_list' ? one.children : [one]));
  const inside = statements(node.children.slice(split + 1), m);
  return {
    kind: 'case',
    ...at(node),
    tests: m.list(tests),
    body: bodyAround(inside, node.endIndex),
  };
}
