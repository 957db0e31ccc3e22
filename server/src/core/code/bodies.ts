import type { SyntaxNode } from '../blocks/syntaxNode.ts';
import type { Range } from '../text/range.ts';
import type { Body, Code, If } from './code.ts';
import type { CodeReading } from './codeLanguage.ts';
import { at } from './readCode.ts';

/** The body that one statement makes: a block's own, or one that holds what the statement is. */
export function bodyFrom(node: SyntaxNode | null, m: CodeReading, end: number): Body {
  if (!node) return { kind: 'body', start: end, end, statements: [] };
  const statements = m.list([node]);
  const [only] = statements;
  if (only?.kind === 'body' && statements.length === 1) return only;
  return { kind: 'body', ...at(node), statements };
}

/** The body of statements that no node of their own holds, such as a case's. */
export function bodyOfStatements(statements: readonly Code[], end: number): Body {
  const start = statements[0]?.start ?? end;
  return { kind: 'body', start, end: statements.at(-1)?.end ?? end, statements };
}

/** What stands behind `else`: another `if` of the chain, or a body. */
export function elseOf(code: Code): Body | If {
  if (code.kind === 'if' || code.kind === 'body') return code;
  const statements = code.kind === 'group' ? code.items : [code];
  return { kind: 'body', start: code.start, end: code.end, statements };
}

/** Whether a condition always holds: `true`, `1`. */
export function isAlways(condition: Code): boolean {
  if (condition.kind === 'constant') return condition.value === true;
  return condition.kind === 'number' && condition.value === 1;
}

/** A loop's parts, for loops that have only some of them. */
export const NO_LOOP_PARTS = {
  before: undefined,
  condition: undefined,
  update: undefined,
  variable: undefined,
  iterable: undefined,
} as const;

/** Several pieces as one; a piece that is alone stands for itself. */
export function together(range: Range, items: readonly Code[]): Code {
  const [only] = items;
  const { start, end } = range;
  return only && items.length === 1 ? only : { kind: 'group', start, end, items };
}
