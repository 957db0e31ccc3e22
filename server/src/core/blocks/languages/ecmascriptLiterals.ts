import type { NodePlace, Piece } from '../language.ts';

/**
 * A string by its value, whatever its quotes and escapes, as ECMAScript's parsers see it. A token
 * begins with a quote.
 *
 * Law: strings of equal tokens have equal values. In a token `\\` is a backslash, `\r` a carriage
 * return, and half a surrogate pair stays an escape: UTF-8 has none.
 */
export function stringPieces({ siblings, index, parentType, textOf }: NodePlace): readonly Piece[] {
  const node = siblings[index];
  if (!node) return [];
  const { startIndex: start, endIndex: end } = node;
  const content = contentOf(textOf(start, end));
  return [{ start, end, token: `"${valueOf(content, parentType)}` }];
}

function contentOf(literal: string): string {
  const quote = literal.charAt(0);
  const isClosed = 1 < literal.length && literal.endsWith(quote);
  return literal.slice(1, isClosed ? -1 : undefined);
}

function valueOf(content: string, parentType: string): string {
  // Markup has no escapes, and a directive (`use strict`) is none when it is spelled with one.
  if (parentType === 'jsx_attribute' || parentType === 'expression_statement') {
    return content.replaceAll('\\', '\\\\');
  }
  return content.replace(escape, cooked).replace(halfPair, (half) => {
    return `\\u${half.charCodeAt(0).toString(16)}`;
  });
}

const escape =
  /\\(?:\r\n|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[0-3][0-7]{0,2}|[4-7][0-7]?|[^])|\\|\r/g;
const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const named: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\\r',
  t: '\t',
  v: '\v',
  '\\': '\\\\',
  '\n': '',
  '\r': '',
  '\u2028': '',
  '\u2029': '',
};

function cooked(found: string): string {
  const kind = found.charAt(1);
  const rest = found.slice(2);
  if (found === '\r') return '\\r';
  if (found === '\\') return '\\\\';
  if (kind === 'u' && rest !== '') return character(Number.parseInt(rest.replace(/[{}]/g, ''), 16));
  if (kind === 'x' && rest !== '') return character(Number.parseInt(rest, 16));
  if (/[0-7]/.test(kind)) return character(Number.parseInt(found.slice(1), 8));
  return named[kind] ?? kind;
}

function character(code: number): string {
  if (code === 13) return '\\r';
  if (code === 92) return '\\\\';
  return code <= 0x10ffff ? String.fromCodePoint(code) : `\\u{${code.toString(16)}}`;
}

/** A number by its value: `0XFF` and `25_5.0` are `255`. What sloppy code reads in octal stays as it is. */
export function numberOf(literal: string): string {
  const digits = literal.replaceAll('_', '').toLowerCase();
  if (/^0\d/.test(digits)) return digits;
  if (/^(?:0[xob])?[\da-f]+n$/.test(digits)) return `${BigInt(digits.slice(0, -1))}n`;
  const value = Number(digits);
  return Number.isFinite(value) ? `${value}` : digits;
}
