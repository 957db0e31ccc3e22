import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Dict, List, Text } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { callOf } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { spread } from './plainNodes.ts';
import { binary, pair, unary } from './sameFields.ts';

/** Go's literals, operators and calls. A conversion to a type that is built in is a cast. */
export const goExpressions: readonly (readonly [string, ReadNode])[] = [
  ['int_literal', number],
  ['float_literal', number],
  ['imaginary_literal', number],
  ['rune_literal', text],
  ['interpreted_string_literal', text],
  ['raw_string_literal', text],
  ['unary_expression', unary],
  ['binary_expression', binary],
  ['selector_expression', selector],
  ['qualified_type', qualified],
  ['index_expression', index],
  ['slice_expression', slice],
  ['call_expression', call],
  ['variadic_argument', spread],
  ['type_conversion_expression', convert],
  ['type_assertion_expression', assert],
  ['type_instantiation_expression', (node, m) => m.needed(node, 'type')],
  ['generic_type', (node, m) => m.needed(node, 'type')],
  ['composite_literal', composite],
  ['literal_value', untyped],
  ['keyed_element', pair],
];

/** A leading zero alone means eight; what is imaginary has no value here. */
function number(node: SyntaxNode, m: CodeReading): Code {
  const written = m.textOf(node).replaceAll('_', '');
  const octal = /^0\d+$/.test(written) ? `0o${written.slice(1)}` : written;
  const isFloat = node.type !== 'int_literal';
  return { kind: 'number', ...at(node), value: Number(octal), isFloat };
}

function text(node: SyntaxNode, m: CodeReading): Text {
  const written = m.textOf(node).slice(1, -1);
  return { kind: 'text', ...at(node), parts: written === '' ? [] : [written], prefix: '' };
}

function selector(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'member',
    ...at(node),
    object: m.needed(node, 'operand'),
    name: m.fieldText(node, 'field') ?? '',
    isOptional: false,
  };
}

/** A type of another package. */
function qualified(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'member',
    ...at(node),
    object: m.needed(node, 'package'),
    name: m.fieldText(node, 'name') ?? '',
    isOptional: false,
  };
}

function index(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'index',
    ...at(node),
    object: m.needed(node, 'operand'),
    index: m.field(node, 'index'),
    isOptional: false,
  };
}

/** The bounds stand between the brackets; the third one, of the capacity, belongs to the second. */
function slice(node: SyntaxNode, m: CodeReading): Code {
  const open = node.children.find(({ type }) => type === '[')?.endIndex ?? node.endIndex;
  const close = node.children.findLast(({ type }) => type === ']')?.startIndex ?? node.endIndex;
  const capacity = m.field(node, 'capacity');
  const end = m.field(node, 'end');
  const to: Code | undefined =
    end && capacity
      ? { kind: 'group', start: end.start, end: capacity.end, items: [end, capacity] }
      : end;
  return {
    kind: 'index',
    ...at(node),
    object: m.needed(node, 'operand'),
    index: {
      kind: 'interval',
      start: open,
      end: Math.max(open, close),
      from: m.field(node, 'start'),
      to,
      isInclusive: false,
    },
    isOptional: false,
  };
}

const CONVERSIONS: ReadonlySet<string> = new Set([
  ...['bool', 'byte', 'complex64', 'complex128', 'error', 'any', 'float32', 'float64', 'int'],
  ...['int8', 'int16', 'int32', 'int64', 'rune', 'string', 'uint', 'uint8', 'uint16', 'uint32'],
  ...['uint64', 'uintptr'],
]);

function call(node: SyntaxNode, m: CodeReading): Code {
  const list = node.childForFieldName('arguments');
  const args = list ? m.all(list) : [];
  const type = m.fieldText(node, 'function') ?? '';
  const [value] = args;
  if (value && args.length === 1 && CONVERSIONS.has(type)) {
    return { kind: 'cast', ...at(node), form: 'convert', value, type };
  }
  return callOf(at(node), m.needed(node, 'function'), args);
}

/**
 * `[]byte(a)`. The grammar takes a call of what has brackets, `f[T](a)` or `m[k](a)`, for one, too:
 * what is in the brackets tells them apart.
 */
function convert(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  const value = m.needed(node, 'operand');
  if (type?.type !== 'generic_type') {
    return { kind: 'cast', ...at(node), form: 'convert', value, type: type ? m.textOf(type) : '' };
  }
  const brackets = type.childForFieldName('type_arguments');
  const object = m.needed(type, 'type');
  const [key] = brackets ? m.all(brackets) : [];
  const isKey = key?.kind === 'name' && !CONVERSIONS.has(key.name) && /^[\p{Ll}_]/u.test(key.name);
  const callee: Code = isKey
    ? { kind: 'index', ...at(type), object, index: key, isOptional: false }
    : object;
  return callOf(at(node), callee, [value]);
}

/** `a.(T)`: a program that is wrong about it stops there. */
function assert(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'cast',
    ...at(node),
    form: 'claim',
    value: m.needed(node, 'operand'),
    type: m.fieldText(node, 'type') ?? '',
  };
}

const LISTS: ReadonlySet<string> = new Set([
  ...['slice_type', 'array_type', 'implicit_length_array_type'],
]);
const NAMELESS: ReadonlySet<string> = new Set(['map_type', 'struct_type']);

function composite(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  const inside = node.childForFieldName('body');
  if (!type || !inside) return other(node, m.all(node));
  const items = m.all(inside);
  if (LISTS.has(type.type)) return { kind: 'list', ...at(node), items };
  const name = NAMELESS.has(type.type) ? undefined : m.textOf(type);
  return { kind: 'dict', ...at(node), type: name, entries: items };
}

/** In a list of structs or lists each one leaves its type out. */
function untyped(node: SyntaxNode, m: CodeReading): Dict | List {
  const items = m.all(node);
  return items.every(({ kind }) => kind === 'entry')
    ? { kind: 'dict', ...at(node), type: undefined, entries: items }
    : { kind: 'list', ...at(node), items };
}
