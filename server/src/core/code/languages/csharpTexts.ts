import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Text } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at } from '../readCode.ts';
import { valueNodes } from './csharpValues.ts';
import { textParts } from './textParts.ts';

/** Strings of every sort, and characters: `$@"…"` has the prefix `$@`, `"""…"""` none. */
export function text(node: SyntaxNode, m: CodeReading): Text {
  const written = m.textOf(node);
  const prefix = /^[$@]*/.exec(written)?.[0] ?? '';
  const quotes = /^(?:"{3,}|["'])/.exec(written.slice(prefix.length))?.[0].length ?? 0;
  // Behind the quotes `u8` may stand. An empty string is two quotes, no raw string.
  const encoding = /["'](u8)$/i.exec(written)?.[1]?.length ?? 0;
  const end = node.endIndex - encoding - quotes;
  const start = node.startIndex + prefix.length + quotes;
  const parts = textParts(node, m, { start, end, type: 'interpolation', codeIn });
  return { kind: 'text', ...at(node), parts, prefix };
}

/** How wide and in what format a value is written is no code. */
function codeIn(node: SyntaxNode, m: CodeReading): Code[] {
  return valueNodes(node)
    .filter(({ type }) => !type.startsWith('interpolation_'))
    .map((one) => m.code(one));
}
