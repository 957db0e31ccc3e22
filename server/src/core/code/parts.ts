import type { SyntaxNode } from '../blocks/syntaxNode.ts';
import type { Body, Code, Constant, Name } from './code.ts';
import type { CodeReading, ReadNode } from './codeLanguage.ts';
import { at, other } from './readCode.ts';

/** What a loop has none of, unless its form says so. */
export const NO_LOOP_PARTS = {
  before: undefined,
  condition: undefined,
  update: undefined,
  variable: undefined,
  iterable: undefined,
} as const;

/** A node whose text is a variable's name. */
export function name(node: SyntaxNode, m: CodeReading): Name {
  return { kind: 'name', ...at(node), name: m.textOf(node) };
}

/** Reads a node that is a language's word for true, false or nothing. */
export function constant(value: Constant['value']): ReadNode {
  return (node) => ({ kind: 'constant', ...at(node), value });
}

/** The one thing a node holds. */
export function only(node: SyntaxNode, m: CodeReading): Code {
  return m.all(node)[0] ?? other(node, []);
}

/** Several things in one node. */
export function group(node: SyntaxNode, items: readonly Code[]): Code {
  return { kind: 'group', ...at(node), items };
}

/** The same, where several are possible: one stands for itself. */
export function groupOf(node: SyntaxNode, items: readonly Code[]): Code {
  const [first] = items;
  return first && items.length === 1 ? first : group(node, items);
}

/** What stands behind `else`: a body, or the next `if`. */
export function otherwise(
  code: Code | undefined,
): Extract<Code, { kind: 'body' | 'if' }> | undefined {
  if (code === undefined || code.kind === 'body' || code.kind === 'if') return code;
  return bodyWith(code);
}

/** A body of one statement. */
export function bodyWith(statement: Code): Body {
  const { start, end } = statement;
  return { kind: 'body', start, end, statements: [statement] };
}

/** Whether a condition is always true, so that its loop has none. */
export function isAlways(condition: Code): boolean {
  return condition.kind === 'constant' && condition.value === true;
}
