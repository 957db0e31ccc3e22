import type { Range } from '../../text/range.ts';
import type { Body, Case, Code, If, Loop, Name, Return, Switch, Throw } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import { at } from '../readCode.ts';

// How nodes are read whose fields have the same names in the grammars of Java and C#.

/** A name, as it is written. */
export function name(node: SyntaxNode, m: CodeReading): Name {
  return { kind: 'name', ...at(node), name: m.textOf(node) };
}

/** A block: its named children are its statements. */
export function body(node: SyntaxNode, m: CodeReading): Body {
  return { kind: 'body', ...at(node), statements: m.all(node) };
}

/** The one piece where there is one only, or a group of them. */
export function oneOrGroup(items: readonly Code[]): Code | undefined {
  const [first, ...more] = items;
  const last = more.at(-1);
  return first && last ? { kind: 'group', start: first.start, end: last.end, items } : first;
}

/** Two values with an operator between them. */
export function binary(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'binary',
    ...at(node),
    operator: m.fieldText(node, 'operator') ?? '',
    left: m.needed(node, 'left'),
    right: m.needed(node, 'right'),
  };
}

/** An assignment with any operator. */
export function assign(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'assign',
    ...at(node),
    target: m.needed(node, 'left'),
    operator: m.fieldText(node, 'operator') ?? '=',
    value: m.field(node, 'right'),
  };
}

/** `a ? b : c`. */
export function conditional(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'conditional',
    ...at(node),
    condition: m.needed(node, 'condition'),
    whenTrue: m.needed(node, 'consequence'),
    otherwise: m.needed(node, 'alternative'),
  };
}

/** `if` with all that is behind its `else`. */
export function ifStatement(node: SyntaxNode, m: CodeReading): If {
  const alternative = node.childForFieldName('alternative');
  const otherwise = alternative && m.code(alternative);
  return {
    kind: 'if',
    ...at(node),
    before: undefined,
    condition: m.needed(node, 'condition'),
    whenTrue: m.bodyOf(node, 'consequence'),
    otherwise: otherwise?.kind === 'if' ? otherwise : alternative ? m.body(alternative) : undefined,
  };
}

/** The parts of a loop that most forms do without. */
export const NO_PARTS = {
  before: undefined,
  condition: undefined,
  update: undefined,
  variable: undefined,
  iterable: undefined,
} as const;

/** `for (;;)`: what stands before it and what updates it are each one piece or a group. */
export function countedLoop(
  node: SyntaxNode,
  m: CodeReading,
  before: Code | undefined,
  update: Code | undefined,
): Loop {
  const condition = m.field(node, 'condition');
  return {
    kind: 'loop',
    ...at(node),
    ...NO_PARTS,
    form: condition ? 'count' : 'forever',
    before,
    condition,
    update,
    body: m.bodyOf(node, 'body'),
  };
}

/** `while`; one whose condition is `true` goes on forever. */
export function whileLoop(node: SyntaxNode, m: CodeReading): Loop {
  const condition = m.needed(node, 'condition');
  const isForever = condition.kind === 'constant' && condition.value === true;
  return {
    kind: 'loop',
    ...at(node),
    ...NO_PARTS,
    form: isForever ? 'forever' : 'while',
    condition,
    body: m.bodyOf(node, 'body'),
  };
}

/** `do … while`. */
export function doLoop(node: SyntaxNode, m: CodeReading): Loop {
  return {
    kind: 'loop',
    ...at(node),
    ...NO_PARTS,
    form: 'do',
    condition: m.field(node, 'condition'),
    body: m.bodyOf(node, 'body'),
  };
}

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

/** The statements of a case, from the first to the last; an empty body at the end of the case. */
export function caseBody(node: SyntaxNode, statements: readonly Code[]): Body {
  const start = statements[0]?.start ?? node.endIndex;
  return { kind: 'body', start, end: statements.at(-1)?.end ?? node.endIndex, statements };
}

/** Tests that hold only where their guard does are one; without tests the guard is all of it. */
export function guarded(tests: readonly Code[], guard: Code | undefined): readonly Code[] {
  const [first, ...more] = tests;
  if (!guard) return tests;
  if (!first) return [guard];
  const { start } = first;
  const end = more.at(-1)?.end ?? first.end;
  const left: Code = more.length === 0 ? first : { kind: 'list', start, end, items: tests };
  return [{ kind: 'binary', start, end: guard.end, operator: '&&', left, right: guard }];
}

/** A number without `_` and the letters behind it that say its type. NaN where it cannot be told. */
export function numberValue(written: string): number {
  const digits = written.replaceAll('_', '').toLowerCase();
  if (/^0[xb]/.test(digits)) return Number(digits.replace(/[ul]+$/, ''));
  return Number(digits.replace(/[a-df-z]+$/, ''));
}
