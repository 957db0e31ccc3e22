import type { SyntaxNode } from '../blocks/syntaxNode.ts';
import type { Range } from '../text/range.ts';
import type { Body, Call, Code, Declare, Expression, If, Loop, Name } from './code.ts';
import type { CodeReading, ReadNode } from './codeLanguage.ts';
import { at, other } from './readCode.ts';

/** A loop without its form and body; the parts that a form does not have stay undefined. */
export function loopAt(node: SyntaxNode): Omit<Loop, 'form' | 'body'> {
  return {
    kind: 'loop',
    ...at(node),
    before: undefined,
    condition: undefined,
    update: undefined,
    variable: undefined,
    iterable: undefined,
  };
}

/** The word as it stands. */
export function name(node: SyntaxNode, m: CodeReading): Name {
  return { kind: 'name', ...at(node), name: m.textOf(node) };
}

/** Reads a node as a constant, whatever is in it. */
export function constant(value: true | false | null): ReadNode {
  return (node) => ({ kind: 'constant', ...at(node), value });
}

/** A number without `_` and the letters behind it that say its type. NaN where it cannot be told. */
export function numberValue(written: string): number {
  const digits = written.replaceAll('_', '').toLowerCase();
  if (/^0[xb]/.test(digits)) return Number(digits.replace(/[ul]+$/, ''));
  return Number(digits.replace(/[a-df-z]+$/, ''));
}

/** The first thing a node holds; an empty `other` where the text is torn. */
export function first(node: SyntaxNode, m: CodeReading): Code {
  return m.all(node)[0] ?? other(node, []);
}

/** Several values are a list with the node's range, a single one is itself, none is undefined. */
export function oneOrList(range: Range, items: readonly Code[]): Code | undefined {
  if (items.length < 2) return items[0];
  return { kind: 'list', start: range.start, end: range.end, items };
}

/** From the first to the last of some pieces, in whatever order they stand. */
export function spanOf(one: Range, ...more: readonly Range[]): Range {
  return {
    start: Math.min(one.start, ...more.map(({ start }) => start)),
    end: Math.max(one.end, ...more.map(({ end }) => end)),
  };
}

/** A body from its first to its last statement; an empty one stands at `start`. */
export function bodyAround(statements: readonly Code[], start: number): Body {
  const [one, last] = [statements[0], statements.at(-1)];
  const range = one && last ? spanOf(one, last) : { start, end: start };
  return { kind: 'body', ...range, statements };
}

/** All with an operator between them, from the left; undefined where there are none. */
export function joined(items: readonly Code[], operator: string): Code | undefined {
  const [one, ...more] = items;
  return more.reduce<Code | undefined>(
    (left, right) => left && { kind: 'binary', ...spanOf(left, right), operator, left, right },
    one,
  );
}

/** A test that a condition is added to; what takes all only has the condition. */
export function guarded(tests: readonly Code[], guard: Code): Code {
  const left = joined(tests, '|');
  return left
    ? { kind: 'binary', ...spanOf(left, guard), operator: '&&', left, right: guard }
    : guard;
}

/** Tests that hold only where their guard does are one; without tests the guard is all of it. */
export function guardedList(tests: readonly Code[], guard: Code | undefined): readonly Code[] {
  if (!guard) return tests;
  const [one] = tests;
  const left = one && oneOrList(spanOf(one, ...tests.slice(1)), tests);
  if (!left) return [guard];
  const { start } = left;
  return [{ kind: 'binary', start, end: guard.end, operator: '&&', left, right: guard }];
}

/** The condition's opposite (`unless`, `until`). */
export function opposite(condition: Code): Code {
  const { start, end } = condition;
  return { kind: 'unary', start, end, operator: '!', operand: condition };
}

/** Whether a condition is `true`, so that its loop only ends from within. */
export function isTrue(condition: Code): boolean {
  return condition.kind === 'constant' && condition.value === true;
}

/** The same for languages in which `1` is written for it. */
export function isTrueOrOne(condition: Code): boolean {
  return isTrue(condition) || (condition.kind === 'number' && condition.value === 1);
}

/** The same for languages in which any number may be, but 0. */
export function isAlways(condition: Code): boolean {
  return isTrue(condition) || (condition.kind === 'number' && condition.value !== 0);
}

/** Several statements or declarations in one node; a single one is itself. */
export function oneOrGroup(node: SyntaxNode, items: readonly Code[]): Code {
  const [only] = items;
  return only && items.length === 1 ? only : { kind: 'group', ...at(node), items };
}

/** From the first to the last of several pieces; a single one is itself, none is undefined. */
export function groupAround(items: readonly Code[]): Code | undefined {
  const [one, ...more] = items;
  const last = more.at(-1);
  return one && last ? { kind: 'group', start: one.start, end: last.end, items } : one;
}

/** What a statement declares: a single name has the statement's range, several are a group. */
export function declaredBy(node: SyntaxNode, items: readonly Declare[]): Code {
  const [only, ...more] = items;
  return only && more.length === 0
    ? { ...only, ...at(node) }
    : { kind: 'group', ...at(node), items };
}

/** What stands behind `else`: a body, the next `if`, or statements that make a body. */
export function otherwise(code: Code | undefined): Body | If | undefined {
  if (code === undefined || code.kind === 'body' || code.kind === 'if') return code;
  const { start, end } = code;
  return { kind: 'body', start, end, statements: code.kind === 'group' ? code.items : [code] };
}

/** The body that a field's one statement makes: a block's own, or one with what the statement is. */
export function bodyIn(node: SyntaxNode, m: CodeReading, field = 'body'): Body {
  const inside = node.childForFieldName(field);
  if (!inside) return bodyAround([], node.endIndex);
  const statements = m.list([inside]);
  const [only] = statements;
  if (only?.kind === 'body' && statements.length === 1) return only;
  return { kind: 'body', ...at(inside), statements };
}

/** An expression as a statement. */
export function statement(value: Code): Expression {
  return { kind: 'expression', start: value.start, end: value.end, value };
}

/** A call by a name or of a value; `isNew` where it constructs. */
export function callOf(range: Range, callee: Code, args: readonly Code[], isNew = false): Call {
  const { start, end } = range;
  return { kind: 'call', start, end, callee, args, isNew, isOptional: false };
}
