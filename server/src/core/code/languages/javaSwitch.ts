import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Case, Code, Switch } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at, other } from '../readCode.ts';
import { caseBody, given, guarded, oneOrGroup } from './cFamily.ts';

/** A switch as a value: its arms give one, and the compiler wants them all. */
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

/** The same as a statement: what its arms give is dropped; only patterns and null want all cases. */
export function asStatement(code: Switch): Switch {
  return {
    ...code,
    isExhaustive: code.cases.some(({ tests }) => tests.some(wantsAll)),
    cases: code.cases.map((one) => ({
      ...one,
      body: { ...one.body, statements: one.body.statements.map(dropped) },
    })),
  };
}

function wantsAll(test: Code): boolean {
  const tested = test.kind === 'binary' ? test.left : test;
  return tested.kind === 'declare' || (tested.kind === 'constant' && tested.value === null);
}

function dropped(code: Code): Code {
  if (code.kind !== 'return' || !code.isImplicit || !code.value) return code;
  return { kind: 'expression', start: code.start, end: code.end, value: code.value };
}

/** `yield a;` in an arm. */
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
    ? found.map((one) => (one.kind === 'expression' ? given(one.value, one) : one))
    : found.map((one) => (one.kind === 'switch' ? asStatement(one) : one));
  const [first] = statements;
  return {
    kind: 'case',
    ...at(node),
    tests: labels.flatMap((label) => testsOf(label, m)),
    body:
      isRule && statements.length === 1 && first?.kind === 'body'
        ? first
        : caseBody(node, statements),
  };
}

/** `case A, B`; none where `default` is among them. A guard belongs to the test before it. */
function testsOf(label: SyntaxNode, m: CodeReading): Code[] {
  const named = label.children.filter(({ isNamed, type }) => isNamed && !type.includes('comment'));
  if (named.some((one) => m.textOf(one) === 'default')) return [];
  const guard = named.find(({ type }) => type === 'guard');
  const tests = m.list(named.filter(({ type }) => type !== 'guard'));
  if (!guard) return tests;
  const test = guarded(tests.at(-1), m.all(guard)[0]);
  return test ? [...tests.slice(0, -1), test] : tests;
}

/** `a instanceof B` asks for a type; with a name or parts for them, it `matches`. */
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
  return { kind: 'declare', start, end, target, type, value: undefined, isConstant: false };
}

/** `Point(int x, var y)`, `int x`, `_`: names with types, and types taken apart. */
export function pattern(node: SyntaxNode, m: CodeReading): Code {
  const { startIndex, endIndex } = node;
  const named = node.children.filter(({ isNamed, type }) => isNamed && type !== 'modifiers');
  const [type, held] = named;
  if (!type) return other(node, []);
  if (!held) return m.code(type);
  const parts = held.type === 'record_pattern_body' ? m.all(held) : undefined;
  const target: Code | undefined = parts
    ? { kind: 'pattern', ...at(held), parts }
    : oneOrGroup(m.list(named.slice(1)));
  return declared(startIndex, endIndex, target ?? other(held, []), m.textOf(type));
}
