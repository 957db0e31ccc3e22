import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Call, Cast, Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { callOf } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { typeAt } from './cppNames.ts';

/** A call; C++'s casts, which look like calls, are casts. */
export function call(node: SyntaxNode, m: CodeReading): Code {
  const callee = node.childForFieldName('function');
  const args = node.childForFieldName('arguments');
  const given = args ? m.all(args) : [];
  const [value] = given;
  if (callee && value && given.length === 1) {
    if (SCALARS.has(callee.type)) {
      return { kind: 'cast', ...at(node), form: 'convert', value, type: m.textOf(callee) };
    }
    const form = CASTS.get(m.fieldText(callee, 'name') ?? '');
    if (form && callee.type === 'template_function') {
      const written = m.fieldText(callee, 'arguments') ?? '';
      const type = written.replace(/^<\s*|\s*>$/g, '').replace(/\s+/g, ' ');
      return { kind: 'cast', ...at(node), form, value, type };
    }
  }
  return callOf(at(node), m.needed(node, 'function'), given);
}

const CASTS: ReadonlyMap<string, Cast['form']> = new Map([
  ['static_cast', 'convert'],
  // What is not of the type becomes null, or throws.
  ['dynamic_cast', 'convert'],
  ['bit_cast', 'convert'],
  ['const_cast', 'claim'],
  ['reinterpret_cast', 'claim'],
]);

/** Types whose values are made from one other value, without a constructor. */
export const SCALARS: ReadonlySet<string> = new Set([
  'placeholder_type_specifier',
  'primitive_type',
  'sized_type_specifier',
]);

/** `new A(b)`, `new A{b}`; `new A[n]` makes an `A[n]`, and where it is put is an argument of its own. */
export function construct(node: SyntaxNode, m: CodeReading): Call {
  const type = node.childForFieldName('type');
  const length = node.childForFieldName('declarator');
  const args = node.childForFieldName('arguments');
  const placement = node.childForFieldName('placement');
  const named = type ? m.code(type) : other(node, []);
  const callee: Code =
    type && length
      ? {
          kind: 'index',
          start: type.startIndex,
          end: length.endIndex,
          object: named,
          index: m.field(length, 'length'),
          isOptional: false,
        }
      : named;
  const given = args ? m.all(args) : [];
  for (const value of placement ? m.all(placement) : []) {
    const { start, end } = value;
    given.push({ kind: 'named', start, end, name: 'placement', value });
  }
  return callOf(at(node), callee, given, true);
}

/** `A{1}`, `(A){1}`: a construction, or a struct with its fields' names. */
export function compoundLiteral(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  const list = node.childForFieldName('value');
  if (!type || !list) return other(node, m.all(node));
  const items = m.all(list);
  const [value] = items;
  if (items.some(({ kind }) => kind === 'entry')) {
    return { kind: 'dict', ...at(node), type: m.textOf(type), entries: items };
  }
  if (value && items.length === 1 && SCALARS.has(type.type)) {
    return { kind: 'cast', ...at(node), form: 'convert', value, type: m.textOf(type) };
  }
  // C's `(int[]){1, 2}` is an array, whose type is no name.
  if (type.type === 'type_descriptor' && type.childForFieldName('declarator')) {
    return { kind: 'list', ...at(node), items };
  }
  return callOf(at(node), m.code(type), items, true);
}

/** `.a = 1`, `[0] = 1`, `.a.b = 1`. */
export function initializerPair(node: SyntaxNode, m: CodeReading): Code {
  const value = m.needed(node, 'value');
  const held = node.childForFieldName('value');
  const designators = node.children.filter(
    (child) => child.isNamed && child.id !== held?.id && child.type !== 'comment',
  );
  const [first] = designators;
  const last = designators.at(-1);
  const keys = designators.flatMap((one) => m.all(one));
  const [key] = keys;
  if (!first || !last || !key) return other(node, [value]);
  const range = { start: first.startIndex, end: last.endIndex };
  const whole: Code = keys.length === 1 ? key : { kind: 'group', ...range, items: keys };
  return { kind: 'entry', ...at(node), key: whole, value };
}

/** What a variable is made from. */
interface Construction {
  readonly type: SyntaxNode | null;
  /** In brackets or braces; a parameter list where the grammar took them for one. */
  readonly list: SyntaxNode;
  /** A pointer, a reference, an array. */
  readonly isScalar: boolean;
}

/** `A a(1)`, `A a{1}` construct an `A`; `int a(1)` takes the 1. */
export function constructed({ type, list, isScalar }: Construction, m: CodeReading): Code {
  const isParams = list.type === 'parameter_list';
  const items = isParams ? m.list(list.children.flatMap(({ children }) => children)) : m.all(list);
  const [value] = items;
  if (!type || isScalar || SCALARS.has(type.type)) {
    return value && items.length === 1 ? value : { kind: 'list', ...at(list), items };
  }
  if (items.some(({ kind }) => kind === 'entry')) {
    return { kind: 'dict', ...at(list), type: m.textOf(type), entries: items };
  }
  return callOf(at(list), typeAt(type, m, list.startIndex), items, true);
}
