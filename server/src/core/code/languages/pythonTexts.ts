import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Text } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { at } from '../readCode.ts';
import { textParts } from './textParts.ts';

/** Python's strings: their raw text and the code in them. */
export const pythonTexts: readonly (readonly [string, ReadNode])[] = [
  ['string', text],
  ['concatenated_string', joined],
  ['interpolation', (node, m) => ({ kind: 'group', ...at(node), items: codeIn(node, m) })],
];

function text(node: SyntaxNode, m: CodeReading): Text {
  const opening = node.children.find(({ type }) => type === 'string_start');
  const closing = node.children.findLast(({ type }) => type === 'string_end');
  const end = closing?.startIndex ?? node.endIndex;
  const start = opening?.endIndex ?? node.startIndex;
  const parts = textParts(node, m, { start, end, type: 'interpolation', codeIn });
  const prefix = opening ? m.textOf(opening).replace(/["']+$/, '') : '';
  return { kind: 'text', ...at(node), parts, prefix };
}

/** What is put in, and what its format is made of. */
function codeIn(node: SyntaxNode, m: CodeReading): Code[] {
  return node.children.flatMap((child) => {
    if (child.type === 'type_conversion') return [];
    if (child.type !== 'format_specifier') return m.list([child]);
    return child.children
      .filter(({ type }) => type === 'format_expression' || type === 'interpolation')
      .flatMap((one) => codeIn(one, m));
  });
}

/** `'a' 'b'` is one string. */
function joined(node: SyntaxNode, m: CodeReading): Code {
  const texts = node.children.filter(({ type }) => type === 'string').map((one) => text(one, m));
  const prefix = texts.map((one) => one.prefix).find((one) => one !== '') ?? '';
  return { kind: 'text', ...at(node), parts: texts.flatMap(({ parts }) => parts), prefix };
}
