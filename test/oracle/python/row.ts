import { homedir } from 'node:os';
import { python as language } from '../../../server/src/core/blocks/languages/python.ts';
import { createLineProcess } from '../engine/lineProcess.ts';
import { type TokenClass, tokenClassOf } from '../engine/tokenClasses.ts';
import { besideRow, filesBelow, missingTool } from '../engine/tools.ts';
import type { Change, Format, OracleRow } from '../row.ts';

/** Debian's Python, which has Debian's Black; another one's parser when told so. */
const PYTHON = '/usr/bin/python3';
const PARSER = process.env['ORACLE_PYTHON'] ?? PYTHON;

/** Python's `ast`, the standard libraries at hand, Black and Ruff. */
export const python: OracleRow = {
  name: 'python',
  extension: '.py',
  missing: () =>
    missingTool(PARSER, ['-c', 'import ast'], 'apt-get install python3') ??
    missingTool(PYTHON, ['-c', 'import black'], 'apt-get install black'),
  sources: () =>
    filesBelow(
      ['/usr/lib/python3', '/usr/lib/python3.11', `${homedir()}/.pyenv/versions`],
      isSource,
    ),
  unit: (block) => `${block}\n`,
  open: async () => createLineProcess(PARSER, [besideRow('python', 'tree.py')]),
  format: undefined,
  formatters: [
    { name: 'black', format: (texts) => formattedByBlack(texts) },
    { name: 'ruff', format: (texts) => formattedByRuff(texts) },
  ],
  words: [
    ...['-', '+', '*', '**', '/', '//', '%', '@', '~', '<<', '&', '|', '^', '<', '==', '!=', '->'],
    ...['(', ')', '[', ']', '{', '}', ',', ':', ';', '.', '...', '=', ':=', '+=', '\\'],
    ...['and', 'or', 'not', 'in', 'is', 'if', 'else', 'elif', 'for', 'while', 'return', 'yield'],
    ...['yield from', 'await', 'async', 'lambda', 'lambda:', 'del', 'from', 'import', 'as', 'with'],
    ...['try:', 'pass', 'match', 'case', 'type', 'print', 'exec', 'class', 'def', 'global', 'None'],
    ...[
      '1',
      '1.5',
      '0x1F',
      '1j',
      'a',
      '_',
      '"a"',
      "'a'",
      "b'a'",
      "r'a'",
      "f'{a}'",
      "'''a'''",
      "''",
    ],
  ],
  blanks: [
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\f',
    ' \\\n',
    ' # a\n',
    '\n# a\n',
    ';',
    '; ',
    '\r\n',
    '\n    ',
  ],
  isIndented: true,
  classOf,
};

/** Tests that hold wrong code, and generated ones, parse or not; no folder is left out. */
function isSource(path: string): boolean {
  return path.endsWith('.py') && !path.includes('/site-packages/');
}

const formattedByBlack: Format = async (texts) => {
  const formatter = createLineProcess(PYTHON, [besideRow('python', 'format.py')]);
  const formatted = await formatter.trees(texts);
  formatter.close();
  return formatted;
};

const formattedByRuff: Format = async (texts) => {
  const { format } = await import('@wasm-fmt/ruff_fmt');
  return texts.map((text) => {
    try {
      return format(text, 'unit.py');
    } catch {
      return undefined;
    }
  });
};

/** Comments, strings, continued lines and line ends; whatever else is one token of code. */
const token =
  /#.*|[a-zA-Z]{0,2}(?:"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|\\\r?\n|\r?\n|\w+|[^\w\s]/g;

function tokensOf(text: string): readonly string[] {
  return (text.match(token) ?? []).filter((found) => !/^(?:#|\\?\s)/.test(found));
}

const classes: readonly TokenClass[] = [
  {
    name: 'redundant parentheses',
    rewrite: (tokens) => tokens.filter((each) => each !== '(' && each !== ')'),
  },
];

function classOf(change: Change): string | undefined {
  const { before, after, isMisread } = change;
  if (directivesOf(before) !== directivesOf(after)) return 'directive comments';
  if (tokensOf(before).join(' ') !== tokensOf(after).join(' ')) {
    return tokenClassOf(change, tokensOf, classes);
  }
  // The grammar ends the block there, with a syntax error.
  const isDedented = isMisread && (hasDedentedLine(before) || hasDedentedLine(after));
  return isDedented
    ? 'a continued line or a comment that is indented less than its statement'
    : undefined;
}

/** Whether a line in brackets, or a comment, is indented less than the statement before it. */
function hasDedentedLine(text: string): boolean {
  let nOpen = 0;
  let indent = 0;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (/^[([{]$/.test(found)) nOpen++;
    if (/^[)\]}]$/.test(found)) nOpen--;
    if (!/^(?:\\)?\r?\n$/.test(found)) continue;
    const [blanks, mark] = /^[ \t\f]*([^ \t\f\r\n])/.exec(text.slice(index + found.length)) ?? [];
    if (blanks === undefined) continue;
    const width = blanks.length - 1;
    if (nOpen === 0 && mark !== '#' && !found.startsWith('\\')) indent = width;
    else if (width < indent) return true;
  }
  return false;
}

/** The comments that tools obey. */
function directivesOf(text: string): string {
  return (text.match(token) ?? [])
    .filter((found) => found.startsWith('#') && language.rules.isDirective(found))
    .map((comment) => comment.replace(/\s+/g, ' ').trim())
    .join('\n');
}
