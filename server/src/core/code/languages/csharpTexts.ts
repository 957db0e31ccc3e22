import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Text } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at } from '../readCode.ts';
import { valueNodes } from './csharpValues.ts';

/** Strings of every sort, and characters: `$@"…"` has the prefix `$@`, `"""…"""` none. */
export function text(node: SyntaxNode, m: CodeReading): Text {
  const written = m.textOf(node);
  const prefix = /^[$@]*/.exec(written)?.[0] ?? '';
  const quotes = /^(?:"{3,}|["'])/.exec(written.slice(prefix.length))?.[0].length ?? 0;
  // Behind the quotes `u8` may stand. An empty string is two quotes, no raw string.
  const encoding = /["'](u8)$/i.exec(written)?.[1]?.length ?? 0;
  const end = node.endIndex - encoding - quotes;
  const parts: (string | Code)[] = [];
  let from = node.startIndex + prefix.length + quotes;
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    if (from < child.startIndex) parts.push(m.text.slice(from, child.startIndex));
    parts.push(...inside(child, m));
    from = child.endIndex;
  }
  if (from < end) parts.push(m.text.slice(from, end));
  return { kind: 'text', ...at(node), parts, prefix };
}

/** How wide and in what format a value is written is no code. */
function inside(node: SyntaxNode, m: CodeReading): Code[] {
  return valueNodes(node)
    .filter(({ type }) => !type.startsWith('interpolation_'))
    .map((one) => m.code(one));
}
