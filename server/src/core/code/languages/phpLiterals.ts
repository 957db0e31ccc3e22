import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Range } from '../../text/range.ts';
import type { Code, NumberLiteral, Text } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at } from '../readCode.ts';

/** `1_000`, `0x1F`, `0b11`, `017` and `0o17`, `1.5e3`. */
export function number(node: SyntaxNode, m: CodeReading): NumberLiteral {
  const written = m.textOf(node).replaceAll('_', '').toLowerCase();
  const isOctal = /^0[0-7]+$/.test(written);
  const value = isOctal ? Number.parseInt(written, 8) : Number(written);
  return { kind: 'number', ...at(node), value, isFloat: node.type === 'float' };
}

/** `'a'`, in which nothing is put. */
export function quoted(node: SyntaxNode, m: CodeReading): Text {
  return textOf(node, insideQuotes(node, m), [], m);
}

/** `"a $b {$c->d}"`. */
export function interpolated(node: SyntaxNode, m: CodeReading): Text {
  return textOf(node, insideQuotes(node, m), node.children, m);
}

/** A heredoc's lines, and a nowdoc's, as they stand between its marks. */
export function heredoc(node: SyntaxNode, m: CodeReading): Text {
  const inside = node.childForFieldName('value');
  if (!inside) return { kind: 'text', ...at(node), parts: [], prefix: '' };
  const { start, end } = at(inside);
  const from = start + (/^\r?\n/.exec(m.text.slice(start, start + 2))?.[0].length ?? 0);
  const parts = node.type === 'heredoc' ? inside.children : [];
  return textOf(node, { start: Math.min(from, end), end }, parts, m);
}

/** What stands in backticks is run, as `shell_exec` would. */
export function shell(node: SyntaxNode, m: CodeReading): Code {
  const { start, end } = at(node);
  const callee: Code = { kind: 'name', start, end: start, name: 'shell_exec' };
  const args = [textOf(node, { start: start + 1, end: end - 1 }, node.children, m)];
  return { kind: 'call', start, end, callee, args, isNew: false, isOptional: false };
}

function insideQuotes(node: SyntaxNode, m: CodeReading): Range {
  const start = node.startIndex + (/^b/i.test(m.textOf(node)) ? 2 : 1);
  return { start, end: Math.max(start, node.endIndex - 1) };
}

const RAW: ReadonlySet<string> = new Set(['escape_sequence', 'string_content']);

function textOf(
  node: SyntaxNode,
  { start, end }: Range,
  children: readonly SyntaxNode[],
  m: CodeReading,
): Text {
  const parts: (string | Code)[] = [];
  let from = start;
  const takeUntil = (until: number): void => {
    if (from < until) parts.push(m.text.slice(from, until));
  };
  for (const child of children) {
    const isBracket = child.type === '{' || child.type === '}';
    if (!isBracket && (!child.isNamed || RAW.has(child.type))) continue;
    takeUntil(child.startIndex);
    if (!isBracket) parts.push(m.code(child));
    from = Math.max(from, child.endIndex);
  }
  takeUntil(end);
  const prefix = /^b(?=["'])/i.exec(m.textOf(node))?.[0] ?? '';
  return { kind: 'text', ...at(node), parts, prefix };
}
