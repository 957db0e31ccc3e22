import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeLanguage, CodeReading, ReadNode } from '../codeLanguage.ts';
import { constant, name, oneOrList } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { dict, list, spread } from './plainNodes.ts';
import { rubyBodies } from './rubyBodies.ts';
import { rubyCalls } from './rubyCalls.ts';
import { rubyFunctions } from './rubyFunctions.ts';
import { rubyPatterns } from './rubyPatterns.ts';
import { rubyStatements } from './rubyStatements.ts';
import { rubyTargets, target } from './rubyTargets.ts';
import { rubyTexts } from './rubyTexts.ts';
import { assignTo, binaryWith, conditional } from './sameFields.ts';

export const ruby: CodeLanguage = {
  comments: new Set(['comment', 'uninterpreted']),
  wrappers: new Set(['parenthesized_statements', 'pattern', 'parenthesized_pattern']),
  // A here-document's text is read where it is begun.
  empties: new Set(['empty_statement', 'heredoc_body', 'hash_splat_nil']),
  nodes: new Map<string, ReadNode>([
    ['identifier', identifier],
    ['constant', name],
    ['global_variable', name],
    ['self', name],
    ['hash_key_symbol', name],
    ['instance_variable', ownField],
    ['class_variable', ownField],
    ['true', constant(true)],
    ['false', constant(false)],
    ['nil', constant(null)],
    ['integer', number],
    ['float', number],
    ['rational', number],
    ['complex', number],
    ['scope_resolution', scoped],
    ['element_reference', element],
    ['binary', binary],
    ['unary', unary],
    ['conditional', conditional],
    ['range', range],
    ['assignment', assign],
    ['operator_assignment', assign],
    ['right_assignment_list', list],
    ['array', list],
    ['hash', dict],
    ['pair', pair],
    ['splat_argument', spread],
    ['hash_splat_argument', spread],
    ...rubyTargets,
    ...rubyTexts,
    ...rubyBodies,
    ...rubyCalls,
    ...rubyStatements,
    ...rubyPatterns,
    ...rubyFunctions,
  ]),
};

/** `raise` alone throws what was caught. */
function identifier(node: SyntaxNode, m: CodeReading): Code {
  const word = name(node, m);
  return word.name === 'raise' ? { kind: 'throw', ...at(node), value: undefined } : word;
}

/** `@a` and `@@a`. */
function ownField(node: SyntaxNode, m: CodeReading): Code {
  const written = m.textOf(node).replace(/^@+/, '');
  const end = node.endIndex - written.length;
  return {
    kind: 'member',
    ...at(node),
    object: { kind: 'name', start: node.startIndex, end, name: 'self' },
    name: written,
    isOptional: false,
  };
}

function number(node: SyntaxNode, m: CodeReading): Code {
  const written = m.textOf(node).replaceAll('_', '').toLowerCase();
  const plain = written
    .replace(/^0d/, '')
    .replace(/^0(?=\d+$)/, '0o')
    .replace(/(?<!^0x.*)r$/, '');
  // A complex number gives NaN.
  return { kind: 'number', ...at(node), value: Number(plain), isFloat: node.type !== 'integer' };
}

function scoped(node: SyntaxNode, m: CodeReading): Code {
  const word = m.fieldText(node, 'name') ?? '';
  const object = m.field(node, 'scope');
  if (!object) return { kind: 'name', ...at(node), name: word };
  return { kind: 'member', ...at(node), object, name: word, isOptional: false };
}

function element(node: SyntaxNode, m: CodeReading): Code {
  const [object, ...indexes] = m.all(node);
  if (!object) return other(node, []);
  const span = { start: indexes[0]?.start ?? node.endIndex, end: indexes.at(-1)?.end ?? 0 };
  return { kind: 'index', ...at(node), object, index: oneOrList(span, indexes), isOptional: false };
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
]);

function operatorOf(node: SyntaxNode, m: CodeReading): string {
  const written = m.fieldText(node, 'operator') ?? '';
  return OPERATORS.get(written) ?? written;
}

function binary(node: SyntaxNode, m: CodeReading): Code {
  return binaryWith(node, m, operatorOf(node, m));
}

function unary(node: SyntaxNode, m: CodeReading): Code {
  const operand = m.needed(node, 'operand');
  return { kind: 'unary', ...at(node), operator: operatorOf(node, m), operand };
}

function range(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'interval',
    ...at(node),
    from: m.field(node, 'begin'),
    to: m.field(node, 'end'),
    isInclusive: m.fieldText(node, 'operator') !== '...',
  };
}

function assign(node: SyntaxNode, m: CodeReading): Code {
  const left = node.childForFieldName('left');
  return assignTo(node, m, left ? target(left, m) : other(node, []));
}

/** `a: 1`, `:a => 1` and `"a" => 1`; `a:` alone is `a: a`. */
function pair(node: SyntaxNode, m: CodeReading): Code {
  const key = m.needed(node, 'key');
  const written = node.childForFieldName('key');
  const isSymbol = written?.type === 'simple_symbol';
  const { start, end } = key;
  return {
    kind: 'entry',
    ...at(node),
    key: isSymbol ? { kind: 'name', start, end, name: m.textOf(written).slice(1) } : key,
    value: m.field(node, 'value') ?? key,
  };
}
