import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Case, Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { callOf, guarded, oneOrList } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { alternatives, pattern, spread } from './plainNodes.ts';

/** Python's `match`. `list_pattern` and `tuple_pattern` are read where they take values apart. */
export const pythonMatch: readonly (readonly [string, ReadNode])[] = [
  ['match_statement', matchStatement],
  ['case_pattern', casePattern],
  ['as_pattern', pattern],
  ['union_pattern', alternatives],
  ['class_pattern', classPattern],
  ['keyword_pattern', keywordPattern],
  ['dict_pattern', dictPattern],
  ['splat_pattern', spread],
];

function matchStatement(node: SyntaxNode, m: CodeReading): Code {
  const body = node.childForFieldName('body');
  const colon = node.children.findIndex(({ type }) => type === ':');
  const subjects = m.list(node.children.slice(0, colon < 0 ? undefined : colon));
  const range = { start: subjects[0]?.start ?? 0, end: subjects.at(-1)?.end ?? 0 };
  return {
    kind: 'switch',
    ...at(node),
    subject: oneOrList(range, subjects),
    cases: (body?.children ?? [])
      .filter(({ type }) => type === 'case_clause')
      .map((one) => caseOf(one, m)),
    isExhaustive: false,
  };
}

function caseOf(node: SyntaxNode, m: CodeReading): Case {
  const patterns = node.children.filter(({ type }) => type === 'case_pattern');
  const guard = m.field(node, 'guard');
  const tests = testsOf(patterns, m);
  return {
    kind: 'case',
    ...at(node),
    tests: guard ? [guarded(tests, guard)] : tests,
    body: m.bodyOf(node, 'consequence'),
  };
}

/** Several are a tuple's; `a | b` are two tests. */
function testsOf(patterns: readonly SyntaxNode[], m: CodeReading): Code[] {
  const [one, ...more] = patterns;
  const last = more.at(-1);
  if (!one) return [];
  if (last) {
    const range = { start: one.startIndex, end: last.endIndex };
    return [{ kind: 'pattern', ...range, parts: m.list(patterns) }];
  }
  if (takesAll(one)) return [];
  const [only] = one.children;
  return only?.type === 'union_pattern' ? m.all(only) : [m.code(one)];
}

/** `_`, or a bare name: anything. */
function takesAll(node: SyntaxNode): boolean {
  const named = node.children.filter(({ isNamed }) => isNamed);
  const [only] = named;
  if (!only) return node.children.some(({ type }) => type === '_');
  return named.length === 1 && only.type === 'dotted_name' && only.children.length === 1;
}

/** One of all patterns; `-1` has its sign beside it, `_` is no named node. */
function casePattern(node: SyntaxNode, m: CodeReading): Code {
  const [sign] = node.children;
  const [value] = m.all(node);
  if (!value) return { kind: 'name', ...at(node), name: m.textOf(node) };
  if (sign?.type !== '-') return value;
  return { kind: 'unary', ...at(node), operator: '-', operand: value };
}

/** `Point(x=0)`: as it is made, so it is tested. */
function classPattern(node: SyntaxNode, m: CodeReading): Code {
  const [callee, ...args] = m.all(node);
  if (!callee) return other(node, []);
  return callOf(at(node), callee, args);
}

function keywordPattern(node: SyntaxNode, m: CodeReading): Code {
  const parts = m.all(node);
  const [key, value] = parts;
  if (key?.kind !== 'name') return other(node, parts);
  return { kind: 'named', ...at(node), name: key.name, value: value ?? key };
}

/** Keys and values stand side by side. */
function dictPattern(node: SyntaxNode, m: CodeReading): Code {
  const entries: Code[] = [];
  let key: Code | undefined;
  for (const one of m.all(node)) {
    if (one.kind === 'spread') entries.push(one);
    else if (!key) key = one;
    else {
      entries.push({ kind: 'entry', start: key.start, end: one.end, key, value: one });
      key = undefined;
    }
  }
  if (key) entries.push(key);
  return { kind: 'dict', ...at(node), type: undefined, entries };
}
