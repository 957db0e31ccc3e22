import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Call, Catch, Code, If } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { bodyAround, first, isAlways, loopAt, oneOrList, spanOf } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { jump } from './plainNodes.ts';

export const pythonStatements: readonly (readonly [string, ReadNode])[] = [
  ['expression_statement', expression],
  ['assert_statement', (node, m) => calling(node, m, 'assert')],
  ['print_statement', (node, m) => calling(node, m, 'print')],
  ['exec_statement', (node, m) => calling(node, m, 'exec')],
  ['delete_statement', deleted],
  ['if_statement', ifStatement],
  ['as_pattern_target', first],
  ['else_clause', (node, m) => m.bodyOf(node, 'body')],
  ['for_statement', eachLoop],
  ['while_statement', whileLoop],
  ['try_statement', tryStatement],
  ['with_statement', withStatement],
  ['raise_statement', raised],
  ['return_statement', returned],
  ['break_statement', jump('break')],
  ['continue_statement', jump('continue')],
];

/** A declaration is no expression; several values are a tuple; `...` does nothing, as `pass`. */
function expression(node: SyntaxNode, m: CodeReading): Code {
  if (node.children[0]?.type === 'ellipsis' && node.children.length === 1) {
    return { kind: 'group', ...at(node), items: [] };
  }
  const value = oneOrList(at(node), m.all(node));
  if (!value) return other(node, []);
  return value.kind === 'declare' ? value : { kind: 'expression', ...at(node), value };
}

/** `assert a, b` and Python 2's `print a, b` call what elsewhere is a function. */
function calling(node: SyntaxNode, m: CodeReading, word: string): Code {
  const end = node.startIndex + word.length;
  const call: Call = {
    kind: 'call',
    ...at(node),
    callee: { kind: 'name', start: node.startIndex, end, name: word },
    args: m.all(node),
    isNew: false,
    isOptional: false,
  };
  return { kind: 'expression', ...at(node), value: call };
}

function deleted(node: SyntaxNode, m: CodeReading): Code {
  const operand = oneOrList(at(node), m.all(node)) ?? other(node, []);
  const value: Code = { kind: 'unary', ...at(node), operator: 'del', operand };
  return { kind: 'expression', ...at(node), value };
}

/** The grammar has all `elif`s side by side: each is in the one before it. */
function ifStatement(node: SyntaxNode, m: CodeReading): Code {
  let otherwise: Body | If | undefined;
  for (const clause of node.children.toReversed()) {
    if (clause.type === 'else_clause') otherwise = { ...m.bodyOf(clause, 'body'), ...at(clause) };
    if (clause.type !== 'elif_clause') continue;
    otherwise = ifOf(clause, m, { end: node.endIndex, otherwise });
  }
  return ifOf(node, m, { end: node.endIndex, otherwise });
}

function ifOf(
  node: SyntaxNode,
  m: CodeReading,
  { end, otherwise }: Pick<If, 'end' | 'otherwise'>,
): If {
  return {
    kind: 'if',
    start: node.startIndex,
    end,
    before: undefined,
    condition: m.needed(node, 'condition'),
    whenTrue: m.bodyOf(node, 'consequence'),
    otherwise,
  };
}

/** What an `async` one takes is awaited. */
export function awaited(node: SyntaxNode, value: Code): Code {
  if (!node.children.some(({ type }) => type === 'async')) return value;
  return { kind: 'await', start: value.start, end: value.end, value };
}

function eachLoop(node: SyntaxNode, m: CodeReading): Code {
  const iterable = m.field(node, 'right');
  const loop: Code = {
    ...loopAt(node),
    form: 'each',
    variable: m.field(node, 'left'),
    iterable: iterable && awaited(node, iterable),
    body: m.bodyOf(node, 'body'),
  };
  return withElse(node, m, loop);
}

function whileLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(node, 'condition');
  const loop: Code = {
    ...loopAt(node),
    form: isAlways(condition) ? 'forever' : 'while',
    condition,
    body: m.bodyOf(node, 'body'),
  };
  return withElse(node, m, loop);
}

/** A loop's `else` is done behind it. */
function withElse(node: SyntaxNode, m: CodeReading, loop: Code): Code {
  const otherwise = m.field(node, 'alternative');
  return otherwise ? { kind: 'group', ...at(node), items: [loop, otherwise] } : loop;
}

function tryStatement(node: SyntaxNode, m: CodeReading): Code {
  const clausesOf = (type: string): SyntaxNode[] =>
    node.children.filter((child) => child.type === type);
  const body = m.bodyOf(node, 'body');
  const [otherwise] = clausesOf('else_clause').map((one) => m.bodyOf(one, 'body'));
  const [final] = clausesOf('finally_clause');
  return {
    kind: 'try',
    ...at(node),
    resources: [],
    body: otherwise ? bodyAround([...body.statements, ...otherwise.statements], body.start) : body,
    catches: node.children
      .filter(({ type }) => type.startsWith('except'))
      .map((one) => caught(one, m)),
    finally: final ? blockOf(final, m) : undefined,
  };
}

/** The block of a clause whose grammar has no name for it. */
function blockOf(node: SyntaxNode, m: CodeReading): Body {
  const block = node.children.find(({ type }) => type === 'block');
  return block ? m.body(block) : bodyAround([], node.endIndex);
}

function caught(node: SyntaxNode, m: CodeReading): Catch {
  const value = node.childForFieldName('value');
  const isNamed = value?.type === 'as_pattern';
  const types = isNamed ? value.children[0] : value;
  const isBracketed = types?.type === 'tuple' || types?.type === 'parenthesized_expression';
  const written = isBracketed ? types.children.filter((one) => one.isNamed) : types ? [types] : [];
  return {
    kind: 'catch',
    ...at(node),
    types: written.filter(({ type }) => type !== 'comment').map((one) => m.textOf(one)),
    name: isNamed ? m.fieldText(value, 'alias') : undefined,
    body: blockOf(node, m),
  };
}

function withStatement(node: SyntaxNode, m: CodeReading): Code {
  const clause = node.children.find(({ type }) => type === 'with_clause');
  const items = (clause?.children ?? []).filter(({ type }) => type === 'with_item');
  return {
    kind: 'defer',
    ...at(node),
    form: 'with',
    values: items.map((item) => withItem(item, m, node)),
    body: m.bodyOf(node, 'body'),
  };
}

/** `with a as b` gives `b` what `a` opens. */
function withItem(item: SyntaxNode, m: CodeReading, statement: SyntaxNode): Code {
  const value = item.childForFieldName('value');
  if (value?.type !== 'as_pattern') return awaited(statement, m.needed(item, 'value'));
  const parts = m.all(value);
  const [opened, target] = parts;
  if (!opened || !target) return other(item, parts);
  return {
    kind: 'assign',
    ...at(item),
    target:
      target.kind === 'list' ? { ...spanOf(target), kind: 'pattern', parts: target.items } : target,
    operator: '=',
    value: awaited(statement, opened),
  };
}

/** `raise a from b` gives the error its cause, as an argument does elsewhere. */
function raised(node: SyntaxNode, m: CodeReading): Code {
  const [value] = m.all(node);
  const cause = m.field(node, 'cause');
  if (!value || !cause) return { kind: 'throw', ...at(node), value };
  const given: Code = { ...spanOf(cause), kind: 'named', name: 'cause', value: cause };
  const isCall = value.kind === 'call';
  const caused: Call = {
    kind: 'call',
    start: value.start,
    end: cause.end,
    callee: isCall ? value.callee : value,
    args: [...(isCall ? value.args : []), given],
    isNew: false,
    isOptional: false,
  };
  return { kind: 'throw', ...at(node), value: caused };
}

function returned(node: SyntaxNode, m: CodeReading): Code {
  const value = oneOrList(at(node), m.all(node));
  return { kind: 'return', ...at(node), value, isImplicit: false };
}
