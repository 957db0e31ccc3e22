import type { SyntaxNode } from '../blocks/syntaxNode.ts';
import type { Range } from '../text/range.ts';
import type { Body, Code, Expression, If, Name } from './code.ts';
import type { CodeReading, ReadNode } from './codeLanguage.ts';
import { at, other } from './readCode.ts';

/** The parts of a loop; those that a form has not stay undefined. */
export const NO_LOOP_PARTS = {
  before: undefined,
  condition: undefined,
  update: undefined,
  variable: undefined,
  iterable: undefined,
} as const;

/** The word as it stands. */
export function name(node: SyntaxNode, m: CodeReading): Name {
  return { kind: 'name', ...at(node), name: m.textOf(node) };
}

/** Reads a node as a constant, whatever is in it. */
export function constant(value: true | false | null): ReadNode {
  return (node) => ({ kind: 'constant', ...at(node), value });
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

/** The condition's opposite (`unless`, `until`). */
export function opposite(condition: Code): Code {
  const { start, end } = condition;
  return { kind: 'unary', start, end, operator: '!', operand: condition };
}

/** Whether a loop with that condition only ends from within. */
export function isAlways(condition: Code): boolean {
  if (condition.kind === 'number') return condition.value !== 0;
  return condition.kind === 'constant' && condition.value === true;
}

/** Several statements or declarations in one node; a single one is itself. */
export function oneOrGroup(node: SyntaxNode, items: readonly Code[]): Code {
  const [only] = items;
  return only && items.length === 1 ? only : { kind: 'group', ...at(node), items };
}

/** What stands behind `else`: a body, the next `if`, or a statement that makes a body. */
export function otherwise(code: Code | undefined): Body | If | undefined {
  if (code === undefined || code.kind === 'body' || code.kind === 'if') return code;
  return bodyAround([code], code.start);
}

/** An expression as a statement. */
export function statement(value: Code): Expression {
  return { kind: 'expression', start: value.start, end: value.end, value };
}
