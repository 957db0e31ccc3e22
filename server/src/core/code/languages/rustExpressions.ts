import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Text } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { first, name, oneOrGroup } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { awaiting, list, spread } from './plainNodes.ts';
import { binary, call } from './sameFields.ts';

/** Rust's names, literals, operators and calls. Type arguments (`::<T>`) are left out. */
export const rustExpressions: readonly (readonly [string, ReadNode])[] = [
  ['identifier', identifier],
  ['field_identifier', name],
  ['shorthand_field_identifier', name],
  ['type_identifier', name],
  ['primitive_type', name],
  ['self', name],
  ['super', name],
  ['crate', name],
  ['metavariable', name],
  ['integer_literal', number],
  ['float_literal', number],
  ['string_literal', text],
  ['raw_string_literal', text],
  ['char_literal', text],
  ['expression_statement', (node, m) => oneOrGroup(node, m.all(node))],
  ['scoped_identifier', scoped],
  ['scoped_type_identifier', scoped],
  ['generic_type', (node, m) => m.needed(node, 'type')],
  ['generic_type_with_turbofish', (node, m) => m.needed(node, 'type')],
  ['qualified_type', (node, m) => m.needed(node, 'type')],
  ['generic_function', (node, m) => m.needed(node, 'function')],
  ['field_expression', member],
  ['index_expression', index],
  ['range_expression', range],
  ['call_expression', call],
  ['unary_expression', unary],
  ['reference_expression', reference],
  ['try_expression', (node, m) => ({ kind: 'propagate', ...at(node), value: first(node, m) })],
  ['await_expression', awaiting],
  ['binary_expression', binary],
  ['assignment_expression', assign],
  ['compound_assignment_expr', assign],
  ['type_cast_expression', cast],
  ['tuple_expression', list],
  ['unit_expression', list],
  ['array_expression', array],
  ['struct_expression', structure],
  ['field_initializer', (node, m) => entry(node, m.needed(node, 'field'), m.field(node, 'value'))],
  ['shorthand_field_initializer', (node, m) => entry(node, first(node, m), undefined)],
  ['base_field_initializer', spread],
];

/** `None` is Rust's word for nothing. */
function identifier(node: SyntaxNode, m: CodeReading): Code {
  const word = name(node, m);
  return word.name === 'None' ? { kind: 'constant', ...at(node), value: null } : word;
}

/** Without the type behind it (`1u8`, `2.5_f32`). */
function number(node: SyntaxNode, m: CodeReading): Code {
  const written = m.textOf(node).replaceAll('_', '');
  const isHex = /^0x/i.test(written);
  const plain = written.replace(isHex ? /[iu](?:8|16|32|64|128|size)$/ : /[iuf]\w+$/, '');
  const isFloat = node.type === 'float_literal' || (!isHex && /f\d+$/.test(written));
  return { kind: 'number', ...at(node), value: Number(plain), isFloat };
}

/** `b`, `c`, `r` before the quotes; a raw one's `#` belong to its quotes. */
function text(node: SyntaxNode, m: CodeReading): Text {
  const written = m.textOf(node);
  const [open = '', prefix = ''] = /^([a-z]*)#*["']/.exec(written) ?? [];
  const marks = open.length - prefix.length;
  const held = written.slice(open.length, Math.max(open.length, written.length - marks));
  return { kind: 'text', ...at(node), parts: held === '' ? [] : [held], prefix };
}

/** `a::b`, `::a`. */
function scoped(node: SyntaxNode, m: CodeReading): Code {
  const object = m.field(node, 'path');
  const last = m.fieldText(node, 'name') ?? '';
  if (!object) return { kind: 'name', ...at(node), name: last };
  return { kind: 'member', ...at(node), object, name: last, isOptional: false };
}

function member(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'member',
    ...at(node),
    object: m.needed(node, 'value'),
    name: m.fieldText(node, 'field') ?? '',
    isOptional: false,
  };
}

function index(node: SyntaxNode, m: CodeReading): Code {
  const [object = other(node, []), key] = m.all(node);
  return { kind: 'index', ...at(node), object, index: key, isOptional: false };
}

function range(node: SyntaxNode, m: CodeReading): Code {
  const dots = node.children.findIndex(({ type }) => type.startsWith('..'));
  const [from] = m.list(node.children.slice(0, Math.max(0, dots)));
  const [to] = m.list(node.children.slice(dots + 1));
  const isInclusive = node.children[dots]?.type !== '..';
  return { kind: 'interval', ...at(node), from, to, isInclusive };
}

function unary(node: SyntaxNode, m: CodeReading): Code {
  const operator = node.children[0]?.type ?? '';
  return { kind: 'unary', ...at(node), operator, operand: first(node, m) };
}

function reference(node: SyntaxNode, m: CodeReading): Code {
  const isMutable = node.children.some(({ type }) => type === 'mutable_specifier');
  const operator = isMutable ? '&mut' : '&';
  return { kind: 'unary', ...at(node), operator, operand: m.needed(node, 'value') };
}

/** The grammar takes `..=a` for an assignment to `..`. */
function assign(node: SyntaxNode, m: CodeReading): Code {
  const target = m.needed(node, 'left');
  const value = m.field(node, 'right');
  if (target.kind === 'interval') {
    return { kind: 'interval', ...at(node), from: target.from, to: value, isInclusive: true };
  }
  const operator = m.fieldText(node, 'operator') ?? '=';
  return { kind: 'assign', ...at(node), target: taken(target), operator, value };
}

/** `(a, b) = c` takes apart. */
function taken(target: Code): Code {
  if (target.kind !== 'list') return target;
  return { kind: 'pattern', start: target.start, end: target.end, parts: target.items };
}

function cast(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'cast',
    ...at(node),
    form: 'convert',
    value: m.needed(node, 'value'),
    type: m.fieldText(node, 'type') ?? '',
  };
}

/** `[a; n]` is no list of two. */
function array(node: SyntaxNode, m: CodeReading): Code {
  return node.childForFieldName('length') ? other(node, m.all(node)) : list(node, m);
}

function structure(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  return {
    kind: 'dict',
    ...at(node),
    type: m.fieldText(node, 'name'),
    entries: inside ? m.all(inside) : [],
  };
}

function entry(node: SyntaxNode, key: Code, value: Code | undefined): Code {
  return { kind: 'entry', ...at(node), key, value: value ?? key };
}
