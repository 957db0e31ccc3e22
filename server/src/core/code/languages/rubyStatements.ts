import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, If } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { bodyAround, first, isAlways, loopAt, oneOrList, opposite, otherwise } from '../pieces.ts';
import { at } from '../readCode.ts';
import { jump } from './plainNodes.ts';
import { bodyOf } from './rubyBodies.ts';

export const rubyStatements: readonly (readonly [string, ReadNode])[] = [
  ['if', ifStatement],
  ['elsif', ifStatement],
  ['unless', ifStatement],
  ['if_modifier', ifModifier],
  ['unless_modifier', ifModifier],
  ['while', whileLoop],
  ['until', whileLoop],
  ['while_modifier', whileLoop],
  ['until_modifier', whileLoop],
  ['for', eachLoop],
  ['return', returned],
  ['break', broken],
  ['next', next],
  ['redo', jump('redo')],
  ['retry', jump('retry')],
  ['yield', (node, m) => ({ kind: 'yield', ...at(node), value: given(node, m) })],
];

function conditionOf(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(node, 'condition');
  return /^un(?:less|til)/.test(node.type) ? opposite(condition) : condition;
}

function ifStatement(node: SyntaxNode, m: CodeReading): If {
  return {
    kind: 'if',
    ...at(node),
    before: undefined,
    condition: conditionOf(node, m),
    whenTrue: m.bodyOf(node, 'consequence'),
    otherwise: otherwise(m.field(node, 'alternative')),
  };
}

/** `a if b`. */
function ifModifier(node: SyntaxNode, m: CodeReading): If {
  const body = node.childForFieldName('body');
  return {
    kind: 'if',
    ...at(node),
    before: undefined,
    condition: conditionOf(node, m),
    whenTrue: body ? bodyOf(body, m) : bodyAround([], node.startIndex),
    otherwise: undefined,
  };
}

/** `begin … end while a` is done once before it asks. */
function whileLoop(node: SyntaxNode, m: CodeReading): Code {
  const body = node.childForFieldName('body');
  const condition = conditionOf(node, m);
  const isNever =
    condition.kind === 'unary' &&
    condition.operand.kind === 'constant' &&
    condition.operand.value !== true;
  const isForever = isAlways(condition) || (node.type.startsWith('until') && isNever);
  const isModifier = node.type.endsWith('modifier');
  return {
    ...loopAt(node),
    form: isModifier && body?.type === 'begin' ? 'do' : isForever ? 'forever' : 'while',
    condition,
    body: body ? bodyOf(body, m) : bodyAround([], node.endIndex),
  };
}

function eachLoop(node: SyntaxNode, m: CodeReading): Code {
  const over = node.childForFieldName('value');
  return {
    ...loopAt(node),
    form: 'each',
    variable: m.field(node, 'pattern'),
    iterable: over ? first(over, m) : undefined,
    body: m.bodyOf(node, 'body'),
  };
}

/** The value behind a word; several are an array. */
function given(node: SyntaxNode, m: CodeReading): Code | undefined {
  const list = node.children.find(({ type }) => type === 'argument_list');
  return oneOrList(at(list ?? node), list ? m.all(list) : m.all(node));
}

function returned(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'return', ...at(node), value: given(node, m), isImplicit: false };
}

/** The value that `break` gives its loop is done before it. */
function broken(node: SyntaxNode, m: CodeReading): Code {
  const value = given(node, m);
  const jump: Code = { kind: 'jump', ...at(node), word: 'break' };
  if (!value) return jump;
  const { start, end } = value;
  return { kind: 'group', ...at(node), items: [{ kind: 'expression', start, end, value }, jump] };
}

/** With a value, `next` is what a block gives. */
function next(node: SyntaxNode, m: CodeReading): Code {
  const value = given(node, m);
  return value
    ? { kind: 'return', ...at(node), value, isImplicit: false }
    : { kind: 'jump', ...at(node), word: 'continue' };
}
