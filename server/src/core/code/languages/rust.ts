import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Case, Code } from '../code.ts';
import type { CodeLanguage, CodeReading, ReadNode } from '../codeLanguage.ts';
import {
  bodyAround,
  constant,
  guarded,
  isAlways,
  joined,
  loopAt,
  opposite,
  spanOf,
} from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { returning, yielding } from './plainNodes.ts';
import { asStatement } from './rustBodies.ts';
import { RUST_COMMENTS } from './rustComments.ts';
import { rustExpressions } from './rustExpressions.ts';
import { rustImports } from './rustImports.ts';
import { rustBody, rustItems } from './rustItems.ts';
import { rustMacros } from './rustMacros.ts';
import { rustPatterns, testsOf } from './rustPatterns.ts';
import { ifStatement } from './sameFields.ts';

/** Rust. `if let` and the like ask whether a value `matches`; a body's last value is returned. */
export const rust: CodeLanguage = {
  comments: RUST_COMMENTS,
  wrappers: new Set([
    ...['parenthesized_expression', 'bracketed_type', 'else_clause', 'const_block'],
    ...['mut_pattern', 'ref_pattern', 'reference_pattern', 'use_bounds'],
  ]),
  empties: new Set(['empty_statement', 'mutable_specifier', 'label', 'visibility_modifier']),
  nodes: new Map<string, ReadNode>([
    ...rustExpressions,
    ...rustImports,
    ...rustItems,
    ...rustMacros,
    ...rustPatterns,
    ['source_file', rustBody],
    ['block', rustBody],
    ['unsafe_block', inner],
    ['declaration_list', rustBody],
    ['let_declaration', declaration],
    ['if_expression', ifStatement],
    ['let_condition', letCondition],
    ['let_chain', letChain],
    ['while_expression', whileLoop],
    ['loop_expression', (node, m) => ({ ...loopParts(node, m), form: 'forever' })],
    ['for_expression', eachLoop],
    ['match_expression', match],
    ['return_expression', returning],
    ['break_expression', (node, m) => jump(node, m, 'break')],
    ['continue_expression', (node, m) => jump(node, m, 'continue')],
    ['yield_expression', yielding],
    ['boolean_literal', (node, m) => constant(m.textOf(node) === 'true')(node, m)],
  ]),
};

function inner(node: SyntaxNode, m: CodeReading): Code {
  const [only] = m.all(node);
  return only?.kind === 'body' ? { ...only, ...at(node) } : other(node, m.all(node));
}

/** `let A(x) = y else { … }` goes on where it matches, so it is an `if` that asks whether it does not. */
function declaration(node: SyntaxNode, m: CodeReading): Code {
  const target = m.needed(node, 'pattern');
  const value = m.field(node, 'value');
  if (value && node.childForFieldName('alternative')) {
    return {
      kind: 'if',
      ...at(node),
      before: undefined,
      condition: opposite(matches(value, target)),
      whenTrue: m.bodyOf(node, 'alternative'),
      otherwise: undefined,
    };
  }
  return {
    kind: 'declare',
    decorators: [],
    modifiers: [],
    ...at(node),
    target,
    type: m.fieldText(node, 'type'),
    value,
    isConstant: !node.children.some(({ type }) => type === 'mutable_specifier'),
  };
}

function matches(left: Code, right: Code): Code {
  return { kind: 'binary', ...spanOf(left, right), operator: 'matches', left, right };
}

function letCondition(node: SyntaxNode, m: CodeReading): Code {
  return { ...matches(m.needed(node, 'value'), m.needed(node, 'pattern')), ...at(node) };
}

/** More than people chain is not looked into one by one. */
const MAX_CHAIN = 100;

function letChain(node: SyntaxNode, m: CodeReading): Code {
  const parts = m.all(node);
  const chain = parts.length <= MAX_CHAIN ? joined(parts, '&&') : undefined;
  return chain ?? other(node, parts);
}

function loopParts(node: SyntaxNode, m: CodeReading) {
  return { ...loopAt(node), body: m.bodyOf(node, 'body') };
}

function whileLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(node, 'condition');
  const form = isAlways(condition) ? 'forever' : 'while';
  return { ...loopParts(node, m), form, condition };
}

function eachLoop(node: SyntaxNode, m: CodeReading): Code {
  return {
    ...loopParts(node, m),
    form: 'each',
    variable: m.field(node, 'pattern'),
    iterable: m.field(node, 'value'),
  };
}

function match(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  const arms = (inside?.children ?? []).filter(({ type }) => type === 'match_arm');
  return {
    kind: 'switch',
    ...at(node),
    subject: m.field(node, 'value'),
    cases: arms.map((arm) => caseOf(arm, m)),
    isExhaustive: true,
  };
}

/** What takes all has no test but its condition. */
function caseOf(node: SyntaxNode, m: CodeReading): Case {
  const pattern = node.childForFieldName('pattern');
  const guard = pattern ? m.field(pattern, 'condition') : undefined;
  const value = node.childForFieldName('value');
  const done = value ? m.list([value]).map((one) => asStatement(one, value)) : [];
  const [only, ...more] = done;
  const tests = pattern ? testsOf(pattern, m) : [];
  return {
    kind: 'case',
    ...at(node),
    tests: guard ? [guarded(tests, guard)] : tests,
    body: only?.kind === 'body' && more.length === 0 ? only : bodyAround(done, node.endIndex),
  };
}

/** A value that a loop ends with comes before the jump. */
function jump(node: SyntaxNode, m: CodeReading, word: 'break' | 'continue'): Code {
  const [value] = m.all(node);
  if (!value) return { kind: 'jump', ...at(node), word };
  const { end } = value;
  return {
    kind: 'group',
    ...at(node),
    items: [
      { kind: 'expression', start: value.start, end, value },
      { kind: 'jump', start: end, end: node.endIndex, word },
    ],
  };
}
