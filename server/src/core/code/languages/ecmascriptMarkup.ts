import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at } from '../readCode.ts';

export function element(node: SyntaxNode, m: CodeReading): Code {
  const open = node.children.find(({ type }) => type === 'jsx_opening_element') ?? node;
  const children = node === open ? [] : node.children.filter(({ type }) => INSIDE.has(type));
  return {
    kind: 'element',
    ...at(node),
    name: m.fieldText(open, 'name') ?? '',
    attributes: m.list(
      open.children.filter(({ type }) => type === 'jsx_attribute' || type === 'jsx_expression'),
    ),
    children: m.list(children),
  };
}

const INSIDE: ReadonlySet<string> = new Set([
  ...['jsx_element', 'jsx_self_closing_element', 'jsx_expression', 'jsx_text', 'jsx_fragment'],
]);

export function attribute(node: SyntaxNode, m: CodeReading): Code {
  const named = node.children.filter(({ isNamed, type }) => isNamed && type !== 'comment');
  const [key, value] = named;
  return {
    kind: 'attribute',
    ...at(node),
    name: key ? m.textOf(key) : '',
    value: value ? m.code(value) : undefined,
  };
}
