import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Text } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { first, name, numberValue } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { classLike } from './javaMembers.ts';
import { textParts } from './textParts.ts';

// Java's literals, names in names, calls, constructions and casts.

/** The last piece that has a name in the grammar. */
export function last(node: SyntaxNode): SyntaxNode | undefined {
  return node.children.findLast(({ isNamed }) => isNamed);
}

/** `a.b`, of what was read already. */
export function member(node: SyntaxNode, object: Code, memberName: string): Code {
  return { kind: 'member', ...at(node), object, name: memberName, isOptional: false };
}

/** `a.b.C`, where it names a type or a package. */
export function scoped(node: SyntaxNode, m: CodeReading): Code {
  const end = last(node);
  return member(node, first(node, m), end ? m.textOf(end) : '');
}

/** A number of any base, whole or not. */
export function number(node: SyntaxNode, m: CodeReading): Code {
  const written = m.textOf(node);
  const isOctal = node.type === 'octal_integer_literal';
  const value = numberValue(isOctal ? written.replace(/^0_*/, '0o') : written);
  return { kind: 'number', ...at(node), value, isFloat: node.type.includes('floating') };
}

/** A string, a text block, a character; `\{a}` in it is code. */
export function text(node: SyntaxNode, m: CodeReading): Text {
  const quotes = m.textOf(node).startsWith('"""') ? 3 : 1;
  const inside = { start: node.startIndex + quotes, end: node.endIndex - quotes };
  const parts = textParts(node, m, { ...inside, type: 'string_interpolation' });
  return { kind: 'text', ...at(node), parts, prefix: '' };
}

/** `STR."…"` */
export function template(node: SyntaxNode, m: CodeReading): Code {
  const argument = node.childForFieldName('template_argument');
  if (!argument) return other(node, m.all(node));
  const prefix = m.fieldText(node, 'template_processor') ?? '';
  return { ...text(argument, m), ...at(node), prefix };
}

/** `a.b`. */
export function fieldAccess(node: SyntaxNode, m: CodeReading): Code {
  return member(node, m.needed(node, 'object'), m.fieldText(node, 'field') ?? '');
}

/** `A::b` is a member as `A.b` is. */
export function methodReference(node: SyntaxNode, m: CodeReading): Code {
  const end = node.children.at(-1);
  return member(node, first(node, m), end ? m.textOf(end) : '');
}

/** `a[b]`. */
export function subscript(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'index',
    ...at(node),
    object: m.needed(node, 'array'),
    index: m.field(node, 'index'),
    isOptional: false,
  };
}

function argumentsOf(node: SyntaxNode, m: CodeReading): Code[] {
  const list = node.childForFieldName('arguments');
  return list ? m.all(list) : [];
}

/** A call by a name, or of a method of something. */
export function call(node: SyntaxNode, m: CodeReading): Code {
  const object = node.childForFieldName('object');
  const word = node.childForFieldName('name') ?? node;
  const range = { start: node.startIndex, end: word.endIndex };
  const calledName = m.textOf(word);
  // `Outer.super.run()` has `super` beside its object.
  const above =
    object && node.children.find(({ type, id }) => type === 'super' && id !== object.id);
  const on = above
    ? { ...member(node, m.code(object), 'super'), end: above.endIndex }
    : object && m.code(object);
  return {
    kind: 'call',
    ...at(node),
    callee: on
      ? { kind: 'member', ...range, object: on, name: calledName, isOptional: false }
      : { kind: 'name', ...at(word), name: calledName },
    args: argumentsOf(node, m),
    isNew: false,
    isOptional: false,
  };
}

/** `super(a);`, `this(a);` */
export function constructorCall(node: SyntaxNode, m: CodeReading): Code {
  const word = node.childForFieldName('constructor') ?? node;
  const object = m.field(node, 'object');
  const range = { start: node.startIndex, end: word.endIndex };
  const list = node.childForFieldName('arguments');
  const value: Code = {
    kind: 'call',
    start: node.startIndex,
    end: list?.endIndex ?? node.endIndex,
    callee: object
      ? { kind: 'member', ...range, object, name: m.textOf(word), isOptional: false }
      : name(word, m),
    args: argumentsOf(node, m),
    isNew: false,
    isOptional: false,
  };
  return { kind: 'expression', ...at(node), value };
}

/** The members of an anonymous class are a class, which is the last argument. */
export function construct(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  const inside = node.children.find((child) => child.type === 'class_body');
  const outer = node.children[0];
  const callee = type ? m.code(type) : other(node, []);
  const isInner = outer?.isNamed === true && type !== null && callee.kind === 'name';
  return {
    kind: 'call',
    ...at(node),
    // `outer.new Inner()`
    callee: isInner ? { ...member(node, m.code(outer), callee.name), end: type.endIndex } : callee,
    args: [...argumentsOf(node, m), ...(inside ? [classLike(inside, m)] : [])],
    isNew: true,
    isOptional: false,
  };
}

/** `new int[3]` is a construction of `int[]`, `new int[] { 3 }` a list. */
export function newArray(node: SyntaxNode, m: CodeReading): Code {
  const value = node.childForFieldName('value');
  if (value) return { kind: 'list', ...at(node), items: m.all(value) };
  const type = node.childForFieldName('type') ?? node;
  const sizes = node.children.filter((child) => child.type === 'dimensions_expr');
  return {
    kind: 'call',
    ...at(node),
    callee: { kind: 'name', ...at(type), name: `${m.textOf(type)}[]` },
    args: sizes.map((size) => first(size, m)),
    isNew: true,
    isOptional: false,
  };
}

/** `a++`, whose operator is no field. */
export function update(node: SyntaxNode, m: CodeReading): Code {
  const operator = node.children.find(({ isNamed }) => !isNamed)?.type ?? '';
  return { kind: 'assign', ...at(node), target: first(node, m), operator, value: undefined };
}

/** `(A & B) x`: all between the parentheses is the type. */
export function cast(node: SyntaxNode, m: CodeReading): Code {
  const close = node.children.find(({ type }) => type === ')')?.startIndex ?? node.endIndex;
  const type = m.text.slice(node.startIndex + 1, close).trim();
  return { kind: 'cast', ...at(node), form: 'convert', value: m.needed(node, 'value'), type };
}
