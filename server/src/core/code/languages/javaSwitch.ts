import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Case, Code, Switch } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { bodyAround, callOf, guardedList } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { given } from './givenValues.ts';

/** A switch as a value: the compiler wants all cases. */
export function switchCode(node: SyntaxNode, m: CodeReading): Switch {
  const inside = node.childForFieldName('body');
  const cases = (inside?.children ?? []).filter(
    ({ type }) => type === 'switch_rule' || type === 'switch_block_statement_group',
  );
  return {
    kind: 'switch',
    ...at(node),
    subject: m.field(node, 'condition'),
    cases: cases.map((one) => caseOf(one, m)),
    isExhaustive: true,
  };
}

/** The same as a statement: only patterns and null want all cases. */
export function asStatement(code: Switch): Switch {
  return { ...code, isExhaustive: code.cases.some(({ tests }) => tests.some(wantsAll)) };
}

function wantsAll(test: Code): boolean {
  const tested = test.kind === 'binary' ? test.left : test;
  return (
    tested.kind === 'declare' ||
    tested.kind === 'call' ||
    (tested.kind === 'constant' && tested.value === null)
  );
}

/** `yield a;` leaves an arm with its value. */
export function yielded(node: SyntaxNode, m: CodeReading): Code {
  return given(m.all(node)[0] ?? other(node, []), at(node));
}

function caseOf(node: SyntaxNode, m: CodeReading): Case {
  const isRule = node.type === 'switch_rule';
  const labels = node.children.filter(({ type }) => type === 'switch_label');
  const found = m.list(
    node.children.filter(({ type, isNamed }) => isNamed && type !== 'switch_label'),
  );
  const statements = isRule
    ? found
    : found.map((one) => (one.kind === 'switch' ? asStatement(one) : one));
  const [first] = statements;
  return {
    kind: 'case',
    ...at(node),
    tests: labels.flatMap((label) => testsOf(label, m)),
    body:
      isRule && statements.length === 1 && first?.kind === 'body'
        ? first
        : bodyAround(statements, node.endIndex),
  };
}

/** `case A, B`; none where `default` is among them. A guard belongs to the test before it. */
function testsOf(label: SyntaxNode, m: CodeReading): Code[] {
  const named = label.children.filter(({ isNamed, type }) => isNamed && !type.includes('comment'));
  if (named.some((one) => m.textOf(one) === 'default')) return [];
  const guard = named.find(({ type }) => type === 'guard');
  const tests = m.list(named.filter(({ type }) => type !== 'guard'));
  return [...guardedList(tests, guard && m.all(guard)[0])];
}

/** `a instanceof B` asks for a type; with a name for it or parts of it, it `matches`. */
export function instanceOf(node: SyntaxNode, m: CodeReading): Code {
  const shape = node.childForFieldName('pattern');
  const type = node.childForFieldName('right');
  const bound = node.childForFieldName('name');
  const left = m.needed(node, 'left');
  const isShape = shape !== null || bound !== null;
  const right =
    type && bound
      ? declared(type.startIndex, bound.endIndex, m.code(bound), m.textOf(type))
      : m.code(shape ?? type ?? node);
  return { kind: 'binary', ...at(node), operator: isShape ? 'matches' : 'instanceof', left, right };
}

function declared(start: number, end: number, target: Code, type: string | undefined): Code {
  return {
    kind: 'declare',
    decorators: [],
    modifiers: [],
    start,
    end,
    target,
    type,
    value: undefined,
    isConstant: false,
  };
}

/** `Point(int x, var y)` is tested as it is made; `int x` declares a name; `_` is one. */
export function pattern(node: SyntaxNode, m: CodeReading): Code {
  const named = node.children.filter(
    ({ isNamed, type }) => isNamed && type !== 'modifiers' && !type.includes('comment'),
  );
  const [type, held] = named;
  if (!type) return other(node, []);
  if (!held) return m.code(type);
  if (held.type !== 'record_pattern_body') {
    return declared(node.startIndex, node.endIndex, m.code(held), m.textOf(type));
  }
  const args = m.all(held);
  return callOf(at(node), m.code(type), args);
}
