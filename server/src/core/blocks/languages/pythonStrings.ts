import type { NodePlace, Piece } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';

/**
 * A string, or a row of them, as Python's parser sees it: its value, whatever its quotes, escapes
 * and prefixes, and however it is cut into pieces. Tokens begin with a quote: `"a` has the value
 * `a`, `b"a` is bytes. A formatted string is `f"`, its texts and fields, and `"`.
 *
 * Law: strings of equal tokens have equal values. In a token `\\` is a backslash, `\r` a carriage
 * return, and what JavaScript cannot tell apart or decode (surrogates, names) stays an escape.
 */
export function stringPieces({ siblings, index, parentType, textOf }: NodePlace): readonly Piece[] {
  const node = siblings[index];
  if (!node) return [];
  const strings = node.type === 'string' ? [node] : node.children.filter(isString);
  const prefixes = strings.map(({ startIndex, endIndex }) => {
    return /^[a-z]*/i.exec(textOf(startIndex, endIndex))?.[0].toLowerCase() ?? '';
  });
  const isFormatted = prefixes.some((prefix) => prefix.includes('f'));
  const isStatement = parentType === 'expression_statement' && siblings.length === 1;
  const isBytes = prefixes.some((prefix) => prefix.includes('b'));
  const pieces: Piece[] = [];
  let value = '';
  let at = node.startIndex;
  const endText = (start: number, end: number): void => {
    if (isFormatted && value === '') return;
    const token = isStatement && !isFormatted && !isBytes ? cleaned(value) : value;
    pieces.push({ start: at, end: start, token: `${isBytes ? 'b' : ''}"${token}` });
    value = '';
    at = end;
  };

  if (isFormatted) pieces.push({ start: at, end: at, token: 'f"' });
  for (const [which, string] of strings.entries()) {
    const prefix = prefixes[which] ?? '';
    const { start, end } = contentOf(string, prefix, textOf);
    let from = start;
    const addText = (to: number): void => {
      const text = decoded(textOf(from, to), prefix);
      value += prefix.includes('f') ? text.replace(/\{\{|\}\}/g, ([brace = '']) => brace) : text;
    };
    for (const child of string.children) {
      if (child.type !== 'interpolation') continue;
      addText(child.startIndex);
      endText(child.startIndex, child.endIndex);
      pieces.push(...fieldPieces(child, prefix, textOf));
      from = child.endIndex;
    }
    addText(end);
  }
  endText(node.endIndex, node.endIndex);
  if (isFormatted) pieces.push({ start: node.endIndex, end: node.endIndex, token: '"' });
  return pieces;
}

type TextOf = NodePlace['textOf'];

function isString({ type }: SyntaxNode): boolean {
  return type === 'string';
}

/** Between the quotes. */
function contentOf(
  { startIndex, endIndex }: SyntaxNode,
  prefix: string,
  textOf: TextOf,
): { readonly start: number; readonly end: number } {
  const literal = textOf(startIndex, endIndex);
  const quotes = /^(?:"""|'''|"|')/.exec(literal.slice(prefix.length))?.[0] ?? '';
  const start = startIndex + prefix.length + quotes.length;
  const isClosed = start + quotes.length <= endIndex && literal.endsWith(quotes);
  return { start, end: isClosed ? endIndex - quotes.length : endIndex };
}

/** `{value!r:>{width}}`. */
function fieldPieces(field: SyntaxNode, prefix: string, textOf: TextOf): readonly Piece[] {
  const { children, startIndex, endIndex } = field;
  // `{a = }` gives the text too, so every blank counts.
  if (children.some(({ type }) => type === '=')) {
    return [{ start: startIndex, end: endIndex, token: textOf(startIndex, endIndex) }];
  }
  return children.flatMap((child): readonly Piece[] => {
    if (child.type !== 'format_specifier') return [child];
    const pieces: Piece[] = [];
    let at = child.startIndex;
    const addText = (to: number): void => {
      const text = decoded(textOf(at, to), prefix);
      if (text !== '') pieces.push({ start: at, end: to, token: `"${text}` });
    };
    for (const inner of child.children) {
      if (inner.type !== 'format_expression' && inner.type !== 'interpolation') continue;
      addText(inner.startIndex);
      pieces.push(...fieldPieces(inner, prefix, textOf));
      at = inner.endIndex;
    }
    addText(child.endIndex);
    return pieces;
  });
}

const escape =
  /\\(?:\r\n|[\n\r]|[abfnrtv\\'"]|[0-7]{1,3}|x[\da-fA-F]{2}|N\{[^}]*\}|u[\da-fA-F]{4}|U[\da-fA-F]{8})|\\|\r\n?/g;

const named: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\\r',
  t: '\t',
  v: '\v',
};

/** The value of what stands between quotes, in the spelling of `stringPieces`. */
function decoded(text: string, prefix: string): string {
  if (prefix.includes('r')) return text.replace(/\r\n?/g, '\n').replaceAll('\\', '\\\\');
  const isBytes = prefix.includes('b');
  return text.replace(escape, (found) => {
    if (found === '\r' || found === '\r\n') return '\n';
    const kind = found.charAt(1);
    const rest = found.slice(2);
    if (kind === '') return '\\\\';
    if (kind === '\n' || kind === '\r') return '';
    if (/[0-7]/.test(kind)) {
      const code = Number.parseInt(found.slice(1), 8);
      return character(isBytes ? code % 256 : code);
    }
    if (kind === 'x') return character(Number.parseInt(rest, 16));
    if (kind === '\\') return '\\\\';
    if (kind === "'" || kind === '"') return kind;
    // In bytes these are no escapes.
    if (/[NuU]/.test(kind)) {
      if (isBytes) return `\\\\${found.slice(1)}`;
      return kind === 'N' ? found.toUpperCase() : character(Number.parseInt(rest, 16));
    }
    return named[kind] ?? `\\\\${found.slice(1)}`;
  });
}

function character(code: number): string {
  if (code === 13) return '\\r';
  if (code === 92) return '\\\\';
  const isSurrogate = 0xd800 <= code && code <= 0xdfff;
  if (isSurrogate || 0x10ffff < code) return `\\u${code.toString(16)}`;
  return String.fromCodePoint(code);
}

/**
 * A string that is a statement says the same however it is indented, and whatever blanks end its
 * lines: nothing but help shows it, and tools clean it (`inspect.cleandoc`), as formatters do.
 */
function cleaned(value: string): string {
  const [first = '', ...rest] = value.split('\n').map((line) => line.replace(/[ \t]+$/, ''));
  const lines = rest.map(widened);
  const indents = lines.filter((line) => line !== '').map((line) => line.search(/[^ ]|$/));
  const margin = indents.reduce((least, each) => Math.min(least, each), Number.MAX_SAFE_INTEGER);
  return [first.replace(/^[ \t]+/, ''), ...lines.map((line) => line.slice(margin))]
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** A line with spaces for the tabs it begins with. */
function widened(line: string): string {
  const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
  let width = 0;
  for (const blank of indent) width = blank === '\t' ? (Math.floor(width / 8) + 1) * 8 : width + 1;
  return ' '.repeat(width) + line.slice(indent.length);
}
