import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Text } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { at, other } from '../readCode.ts';
import { heredocOf } from './rubyHeredocs.ts';
import { textParts } from './textParts.ts';

/** Ruby's strings, symbols, commands and regular expressions, and the code in them. */
export const rubyTexts: readonly (readonly [string, ReadNode])[] = [
  ['string', text],
  ['chained_string', joined],
  ['bare_string', (node, m) => textIn(node, m, '')],
  ['bare_symbol', (node, m) => textIn(node, m, ':')],
  ['simple_symbol', symbol],
  ['delimited_symbol', (node, m) => textIn(node, m, ':')],
  ['character', character],
  ['heredoc_beginning', heredoc],
  ['string_array', (node, m) => ({ kind: 'list', ...at(node), items: m.all(node) })],
  ['symbol_array', (node, m) => ({ kind: 'list', ...at(node), items: m.all(node) })],
  ['interpolation', (node, m) => ({ kind: 'group', ...at(node), items: m.all(node) })],
  ['subshell', command],
  ['regex', regex],
];

function text(node: SyntaxNode, m: CodeReading): Text {
  const [opening] = node.children;
  const mark = opening ? m.textOf(opening) : '';
  return textIn(node, m, mark.startsWith('%') ? mark.slice(0, -1) : '');
}

/** What is between the first and the last token of a node, of which words without marks have none. */
function textIn(node: SyntaxNode, m: CodeReading, prefix: string): Text {
  const [opening] = node.children;
  const closing = node.children.at(-1);
  const start = opening && !opening.isNamed ? opening.endIndex : node.startIndex;
  const isClosed = closing && !closing.isNamed && closing !== opening;
  const end = isClosed ? closing.startIndex : node.endIndex;
  return {
    kind: 'text',
    ...at(node),
    parts: textParts(node, m, { start, end, type: 'interpolation' }),
    prefix,
  };
}

/** `'a' "b"` is one string. */
function joined(node: SyntaxNode, m: CodeReading): Code {
  const parts = m.all(node).flatMap((one) => (one.kind === 'text' ? one.parts : [one]));
  return { kind: 'text', ...at(node), parts, prefix: '' };
}

function symbol(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'text', ...at(node), parts: [m.textOf(node).slice(1)], prefix: ':' };
}

/** `?a`. */
function character(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'text', ...at(node), parts: [m.textOf(node).slice(1)], prefix: '?' };
}

/** Its text and its code stand in the lines below. */
function heredoc(node: SyntaxNode, m: CodeReading): Code {
  const body = heredocOf(node, m);
  const end = body?.children.findLast(({ type }) => type === 'heredoc_end')?.startIndex;
  // The text begins behind the line break.
  const parts = body
    ? textParts(body, m, {
        start: body.startIndex + 1,
        end: end ?? body.endIndex,
        type: 'interpolation',
      })
    : [];
  return { kind: 'text', ...at(node), parts, prefix: m.textOf(node) };
}

/** Backticks run their text as a command: a call of the method with that name. */
function command(node: SyntaxNode, m: CodeReading): Code {
  const [opening] = node.children;
  if (!opening) return other(node, []);
  return {
    kind: 'call',
    ...at(node),
    callee: { kind: 'name', ...at(opening), name: '`' },
    args: [textIn(node, m, '')],
    isNew: false,
    isOptional: false,
  };
}

/** With code in it, it is made when it is come to, as by `Regexp.new`. */
function regex(node: SyntaxNode, m: CodeReading): Code {
  const [opening] = node.children;
  if (opening && node.children.some(({ type }) => type === 'interpolation')) {
    return {
      kind: 'call',
      ...at(node),
      callee: { kind: 'name', ...at(opening), name: 'Regexp' },
      args: [textIn(node, m, '')],
      isNew: true,
      isOptional: false,
    };
  }
  const closing = node.children.at(-1);
  const start = opening?.endIndex ?? node.startIndex;
  const end = closing && closing !== opening ? closing.startIndex : node.endIndex;
  const flags = m.text.slice(end, node.endIndex).replace(/^[^a-z]+/, '');
  return { kind: 'regex', ...at(node), source: m.text.slice(start, end), flags };
}
