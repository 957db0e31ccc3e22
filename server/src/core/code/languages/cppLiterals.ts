import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Range } from '../../text/range.ts';
import type { Code, NumberLiteral, Text } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at, other } from '../readCode.ts';

/** `017` is octal, `0x1F` hexadecimal, `1'000` has a separator, `3u` and `1.5f` have suffixes. */
export function number(node: SyntaxNode, m: CodeReading): Code {
  const written = m.textOf(node).trim();
  const digits = written.replace(/^[-+]\s*/, '');
  if (digits === written) return numberOf(at(node), written);
  // The grammar takes a sign for a part of the number.
  const { start, end } = at(node);
  const operand = numberOf({ start: start + written.length - digits.length, end }, digits);
  return { kind: 'unary', start, end, operator: written.slice(0, 1), operand };
}

function numberOf({ start, end }: Range, text: string): NumberLiteral {
  const written = text.replaceAll("'", '');
  const isHex = /^0x/i.test(written);
  const digits = written.replace(isHex ? /[ulz]+$/i : /[ulzf]+$/i, '');
  const isFloat = isHex ? /[.p]/i.test(digits) : /[.e]/i.test(digits) || /f$/i.test(written);
  const isOctal = !isFloat && /^0[0-7]+$/.test(digits);
  const value = isOctal ? Number.parseInt(digits, 8) : Number(digits);
  return { kind: 'number', start, end, value, isFloat };
}

/** `"a"`, `u8"a"`. */
export function text(node: SyntaxNode, m: CodeReading): Text {
  return quoted(node, m, '"');
}

/** `'a'`, `L'a'`. */
export function character(node: SyntaxNode, m: CodeReading): Text {
  return quoted(node, m, "'");
}

/** `R"x(a)x"`. */
export function raw(node: SyntaxNode, m: CodeReading): Text {
  const content = node.children.find(({ type }) => type === 'raw_string_content');
  const [prefix = ''] = m.textOf(node).split('"', 1);
  const parts = content ? [m.textOf(content)] : [];
  return { kind: 'text', ...at(node), parts, prefix };
}

/** `"a" "b"` is one; a macro between them is code in it. */
export function joined(node: SyntaxNode, m: CodeReading): Text {
  const pieces = m.all(node);
  const parts: (string | Code)[] = [];
  for (const part of pieces.flatMap((one) => (one.kind === 'text' ? one.parts : [one]))) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  const prefix = pieces.find(({ kind }) => kind === 'text');
  return { kind: 'text', ...at(node), parts, prefix: prefix?.kind === 'text' ? prefix.prefix : '' };
}

/** `"a"s`, `12ms`: what stands before the suffix. */
export function userDefined(node: SyntaxNode, m: CodeReading): Code {
  const [literal] = node.children;
  const read = literal && m.code(literal);
  if (read?.kind === 'text' || read?.kind === 'number') return { ...read, ...at(node) };
  return other(node, m.all(node));
}

function quoted(node: SyntaxNode, m: CodeReading, mark: string): Text {
  const written = m.textOf(node);
  const first = written.indexOf(mark);
  const isClosed = first < written.length - 1 && written.endsWith(mark);
  const inside = written.slice(first + 1, isClosed ? -1 : undefined);
  const prefix = written.slice(0, Math.max(0, first));
  return { kind: 'text', ...at(node), parts: inside === '' ? [] : [inside], prefix };
}
