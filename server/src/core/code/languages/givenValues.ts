import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Range } from '../../text/range.ts';
import type { Body, Case, Code, Return, Switch, Throw } from '../code.ts';
import { at } from '../readCode.ts';

// What a function gives where a switch can be a value, as in Java and C#.

/** A value that a function gives: each arm of a switch gives its own; what throws gives nothing. */
export function given(value: Code, range: Range = value): Return | Throw {
  const { start, end } = range;
  return value.kind === 'throw'
    ? { ...value, start, end }
    : { kind: 'return', start, end, value: givenBy(value), isImplicit: true };
}

/** The value of a `return`. */
export function givenBy<T extends Code | undefined>(value: T): T | Switch {
  if (value?.kind !== 'switch') return value;
  return { ...value, cases: value.cases.map(givingCase) };
}

/** The arm that is one value gives it. */
function givingCase(code: Case): Case {
  const [only, ...more] = code.body.statements;
  if (only?.kind !== 'expression' || 0 < more.length) return code;
  return { ...code, body: { ...code.body, statements: [given(only.value, only)] } };
}

/** A body that is only the value it gives. */
export function givingBody(node: SyntaxNode, value: Code): Body {
  return { kind: 'body', ...at(node), statements: [given(value)] };
}
