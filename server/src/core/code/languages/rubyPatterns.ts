import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Case, Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { callOf, first, guarded, opposite } from '../pieces.ts';
import { at } from '../readCode.ts';
import { alternatives, spread } from './plainNodes.ts';
import { bodyOf } from './rubyBodies.ts';

/** Ruby's `case`, by values (`when`) and by patterns (`in`). */
export const rubyPatterns: readonly (readonly [string, ReadNode])[] = [
  ['case', switchOf],
  ['case_match', switchOf],
  ['array_pattern', several],
  ['find_pattern', several],
  ['as_pattern', (node, m) => ({ kind: 'pattern', ...at(node), parts: m.all(node) })],
  ['hash_pattern', hashPattern],
  ['keyword_pattern', keywordPattern],
  ['alternative_pattern', alternatives],
  ['splat_parameter', spread],
  ['hash_splat_parameter', spread],
  ['variable_reference_pattern', first],
  ['expression_reference_pattern', first],
  ['test_pattern', matches],
  ['match_pattern', takenApart],
];

function switchOf(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'switch',
    ...at(node),
    subject: m.field(node, 'value'),
    cases: node.children
      .filter(({ type }) => type === 'when' || type === 'in_clause' || type === 'else')
      .map((one) => caseOf(one, m)),
    // Ruby raises where no pattern fits.
    isExhaustive: node.type === 'case_match',
  };
}

function caseOf(node: SyntaxNode, m: CodeReading): Case {
  if (node.type === 'else') return { kind: 'case', ...at(node), tests: [], body: bodyOf(node, m) };
  const body = node.childForFieldName('body');
  const then = body?.startIndex ?? node.endIndex;
  const tests = node.children
    .filter(({ isNamed, startIndex }) => isNamed && startIndex < then)
    .filter(({ type }) => type !== 'comment' && !type.endsWith('_guard'));
  const guard = node.childForFieldName('guard');
  const all = node.type === 'when' ? m.list(tests) : tests.flatMap((one) => testsOf(one, m));
  return {
    kind: 'case',
    ...at(node),
    tests: guard ? [guarded(all, conditionOf(guard, m))] : all,
    body: m.bodyOf(node, 'body'),
  };
}

/** A bare name takes anything; `a | b` are two tests. */
function testsOf(node: SyntaxNode, m: CodeReading): Code[] {
  if (node.type === 'identifier') return [];
  return node.type === 'alternative_pattern' ? m.all(node) : [m.code(node)];
}

function conditionOf(guard: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(guard, 'condition');
  return guard.type === 'unless_guard' ? opposite(condition) : condition;
}

/** `[a, *b]`; `Point[a, b]` is tested as it is made. */
function several(node: SyntaxNode, m: CodeReading): Code {
  const parts = m.all(node);
  const [callee, ...args] = parts;
  if (!callee || !node.childForFieldName('class')) return { kind: 'pattern', ...at(node), parts };
  return callOf(at(node), callee, args);
}

function hashPattern(node: SyntaxNode, m: CodeReading): Code {
  const entries = m.list(node.children.filter(({ type }) => /_pattern$|_parameter$/.test(type)));
  return { kind: 'dict', ...at(node), type: m.fieldText(node, 'class'), entries };
}

/** `a:` alone is `a: a`. */
function keywordPattern(node: SyntaxNode, m: CodeReading): Code {
  const key = m.needed(node, 'key');
  return { kind: 'entry', ...at(node), key, value: m.field(node, 'value') ?? key };
}

/** `a in b` asks whether it fits. */
function matches(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'binary',
    ...at(node),
    operator: 'matches',
    left: m.needed(node, 'value'),
    right: m.needed(node, 'pattern'),
  };
}

/** `a => b` takes it apart. */
function takenApart(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'assign',
    ...at(node),
    target: m.needed(node, 'pattern'),
    operator: '=>',
    value: m.field(node, 'value'),
  };
}
