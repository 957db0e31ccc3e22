import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cpp as language } from '../../../server/src/core/blocks/languages/cpp.ts';
import { createLineProcess } from '../engine/lineProcess.ts';
import { besideRow, filesBelow, filtered, missingTool } from '../engine/tools.ts';
import type { Change, OracleRow } from '../row.ts';

/** Debian's Python, which has Debian's libclang. */
const PYTHON = '/usr/bin/python3';
const NODE = join(dirname(process.execPath), '../include/node');
const FOLDERS = ['/usr/include/c++', '/usr/include/boost', NODE];
const isCpp = (path: string): boolean =>
  /(?:\.(?:hpp?|h|cc|cpp|tcc)|\/c\+\+\/\d+\/[a-z_]+)$/.test(path);

/** Clang's parser and lexer by libclang, headers of the library, Boost and Node, clang-format. */
export const cpp: OracleRow = {
  name: 'cpp',
  extension: '.cpp',
  missing: () =>
    missingTool(
      PYTHON,
      ['-c', 'import clang.cindex as c; c.Index.create()'],
      'apt-get install python3-clang',
    ) ??
    missingTool('clang-format', ['--version'], 'apt-get install clang-format') ??
    (existsSync('/usr/include/boost')
      ? undefined
      : 'Boost is not there (apt-get install libboost-dev)'),
  sources: () => filesBelow(FOLDERS, (path) => isCpp(path) && statSync(path).isFile()),
  unit: (block) => block,
  open: async () => createLineProcess(PYTHON, [besideRow('cpp', 'tree.py'), 'c++', 'c++17']),
  format: async (texts) => texts.map(formatted),
  words: [
    ...[
      '-',
      '+',
      '*',
      '&',
      '&&',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '|',
      '.',
      '->',
      '?',
      ':',
      '::',
      '~',
    ],
    ...['=', '==', '<', '>', '>>', '<<', '/', '%', '!', '...', '#', '##', '#if', '#endif', '#else'],
    ...[
      '#define',
      'if',
      'else',
      'while',
      'return',
      'new',
      'const',
      'static',
      'int',
      'template',
      'auto',
    ],
    ...[
      '1',
      'a',
      '"a"',
      "'a'",
      'A',
      'nullptr',
      '1.5',
      '0x1F',
      'L',
      'class',
      'operator',
      'noexcept',
    ],
  ],
  blanks: [' ', '  ', '\n', '\n\n', '\t', ' /* a */ ', ' // a\n', ' \\\n', '; ', '\r\n'],
  isIndented: false,
  classOf,
};

function formatted(text: string): string | undefined {
  const style = '{BasedOnStyle: LLVM, SortIncludes: Never, SortUsingDeclarations: false}';
  return filtered('clang-format', ['--assume-filename=unit.cpp', `--style=${style}`], text);
}

const misread = 'code that the grammar does not parse';

function classOf({ kind, before, after, isMisread }: Change): string | undefined {
  if (directivesOf(before) !== directivesOf(after)) return 'directive comments';
  // The grammar does not know what macros hide, and mends by white space what it cannot read, with
  // other ends of blocks.
  if (isMisread && kind === 'format') return misread;
  if (bare(before) !== bare(after)) {
    const [one, other] = [before, after].map((text) => bare(text).replaceAll('""', ''));
    return one === other ? 'strings cut into pieces' : undefined;
  }
  if (directivesOf(before) !== '') return 'a directive comment in another place';
  // The grammar takes it for a fault, and the lines around it with it.
  if (/^[ \t]*#[ \t]*(?:\/\*|\r?$)/m.test(before + after)) return 'a line of a lone `#`';
  // The grammar takes the next line for the macro's value, or for a part of the line.
  const both = before + after;
  if (/#[ \t]*define[ \t]+\w+(?:[ \t]|\\\r?\n|\/\*[^]*?\*\/)+(?:\/\/.*)?\r?\n/.test(both)) {
    return 'blanks behind a macro without a value';
  }
  if (/#[ \t]*define[ \t]+\w+(?:\/\*[^]*?\*\/)*[^\s\w(/]/.test(both)) {
    return 'a mark right behind the name of a macro';
  }
  if (/#[ \t]*include[ \t]*[<"][^>"\n]*[>"][ \t]*[^\s/]/.test(both)) {
    return 'text or a continued line behind an include';
  }
  if (isMisread) return misread;
  const [line = ''] = /[^\n]*\n?[^\n]*$/.exec(before.slice(0, commonLength(before, after))) ?? [];
  return /\b[A-Z][A-Z0-9_]{3,}\b/.test(line) ? 'blanks beside a macro that hides code' : undefined;
}

function commonLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Without white space, comments and continued lines. */
function bare(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|\/\/.*|\\\r?\n|\s/g, '');
}

/** The comments that tools obey, as the language's row has them. */
function directivesOf(text: string): string {
  const comments = text.match(/\/\*[^]*?\*\/|\/\/.*/g) ?? [];
  return comments
    .filter((comment) => language.rules.isDirective(comment))
    .map((comment) => comment.replace(/\s+/g, ' '))
    .join('\n');
}
