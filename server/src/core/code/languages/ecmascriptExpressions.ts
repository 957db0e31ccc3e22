import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Text } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { first, spanOf } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { textParts } from './textParts.ts';

export function number(node: SyntaxNode, m: CodeReading): Code {
  const written = m.textOf(node).replaceAll('_', '').replace(/n$/, '');
  const isFloat = /^[\d.]*[.e]/i.test(written) && !/^0x/i.test(written);
  return { kind: 'number', ...at(node), value: Number(written), isFloat };
}

export function text(node: SyntaxNode, m: CodeReading): Text {
  const inside = { start: node.startIndex + 1, end: node.endIndex - 1 };
  const parts = textParts(node, m, { ...inside, type: 'template_substitution' });
  return { kind: 'text', ...at(node), parts, prefix: '' };
}

export function regex(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'regex',
    ...at(node),
    source: m.fieldText(node, 'pattern') ?? '',
    flags: m.fieldText(node, 'flags') ?? '',
  };
}

function isOptional(node: SyntaxNode): boolean {
  return node.children.some(({ type }) => type === 'optional_chain' || type === '?.');
}

export function member(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'member',
    ...at(node),
    object: m.needed(node, 'object'),
    name: m.fieldText(node, 'property') ?? '',
    isOptional: isOptional(node),
  };
}

export function subscript(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'index',
    ...at(node),
    object: m.needed(node, 'object'),
    index: m.field(node, 'index'),
    isOptional: isOptional(node),
  };
}

export function call(node: SyntaxNode, m: CodeReading): Code {
  const args = node.childForFieldName('arguments');
  if (args?.type === 'template_string') {
    return { ...text(args, m), ...at(node), prefix: m.fieldText(node, 'function') ?? '' };
  }
  return {
    kind: 'call',
    ...at(node),
    callee: m.needed(node, 'function'),
    args: args ? m.all(args) : [],
    isNew: false,
    isOptional: isOptional(node),
  };
}

export function construct(node: SyntaxNode, m: CodeReading): Code {
  const args = node.childForFieldName('arguments');
  return {
    kind: 'call',
    ...at(node),
    callee: m.needed(node, 'constructor'),
    args: args ? m.all(args) : [],
    isNew: true,
    isOptional: false,
  };
}

export function unary(node: SyntaxNode, m: CodeReading): Code {
  const operator = m.fieldText(node, 'operator') ?? '';
  return { kind: 'unary', ...at(node), operator, operand: m.needed(node, 'argument') };
}

/** `a as T`, `<T>a`: the last and the first child are the type. */
export function claim(node: SyntaxNode, m: CodeReading): Code {
  const named = node.children.filter(({ isNamed }) => isNamed);
  const isPrefix = node.type === 'type_assertion';
  const value = isPrefix ? named.at(-1) : named[0];
  const type = isPrefix ? named[0] : named[1];
  // `as const` claims nothing.
  if (!value) return other(node, []);
  if (!type) return m.code(value);
  return { kind: 'cast', ...at(node), form: 'claim', value: m.code(value), type: m.textOf(type) };
}

export function nonNull(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'cast', ...at(node), form: 'nonNull', value: first(node, m), type: '' };
}

export function object(node: SyntaxNode, m: CodeReading): Code {
  const entries = m.all(node).map((one): Code => {
    if (one.kind === 'name') return { kind: 'entry', ...spanOf(one), key: one, value: one };
    if (one.kind !== 'function' || one.name === undefined) return one;
    const key: Code = { kind: 'name', start: one.start, end: one.start, name: one.name };
    return { kind: 'entry', ...spanOf(one), key, value: one };
  });
  return { kind: 'dict', ...at(node), type: undefined, entries };
}

export function assignedPattern(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'assign',
    ...at(node),
    target: m.needed(node, 'left'),
    operator: '=',
    value: m.field(node, 'right'),
  };
}
