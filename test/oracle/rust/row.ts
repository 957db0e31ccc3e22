import { spawnSync } from 'node:child_process';
import { perText } from '../engine/perText.ts';
import { filesBelow, missingTool } from '../engine/tools.ts';
import { classBetween, type TextClass, withCode, withComments } from '../engine/sameText.ts';
import { rust as language } from '../../../server/src/core/blocks/languages/rust.ts';
import type { OracleRow } from '../row.ts';

/** rustc's own tree before macros are expanded, rustfmt, and the sources of Rust itself. */
export const rust: OracleRow = {
  name: 'rust',
  extension: '.rs',
  missing: () =>
    missingTool('rustc', ['--version'], 'apt-get install rustc, or rustup') ??
    missingTool('rustfmt', ['--version'], 'apt-get install rustfmt, or rustup'),
  sources: () =>
    filesBelow([`${sysroot()}/lib/rustlib/src/rust`, '/usr/src/rustc-1.63.0'], (path) =>
      path.endsWith('.rs'),
    ),
  unit: (block) => `${block}\n`,
  open: async () => {
    const args = ['--edition', '2021', '-Zunpretty=ast-tree', '-'];
    // The tree is a thing of nightly compilers, which every compiler is when told so.
    const program = { command: `${sysroot()}/bin/rustc`, args, env: { RUSTC_BOOTSTRAP: '1' } };
    return {
      trees: async (texts) => {
        const sent = texts.filter(isBalanced);
        const trees = await perText(program, sent);
        return texts.map((text) => {
          const tree = trees[sent.indexOf(text)];
          return tree && withoutPositions(tree);
        });
      },
      close: () => {},
    };
  },
  format: (texts) => perText({ command: `${sysroot()}/bin/rustfmt`, args: formatArgs }, texts),
  // The compiler's own tests are formatted by nobody.
  isFormatted: (file) => !file.includes('/test/') && !file.includes('/tests/'),
  words: [
    ...[
      ',',
      ';',
      ':',
      '::',
      '.',
      '..',
      '..=',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '<',
      '>',
      '|',
      '||',
      '&',
      '&&',
    ],
    ...[
      '=',
      '=>',
      '->',
      '?',
      '!',
      '#',
      '+',
      '-',
      '*',
      '@',
      '_',
      "'a",
      'x',
      '1',
      '1.',
      '"s"',
      'r"s"',
      "'c'",
    ],
    ...[
      'mut',
      'ref',
      'move',
      'pub',
      'unsafe',
      'async',
      'const',
      'dyn',
      'return',
      'break',
      'as',
      'let',
      'else',
    ],
    ...['if', 'match', 'fn', 'x!()', '/// d\n', '#[a]', 'vec![1]'],
  ],
  blanks: [' ', '\n', '\n\n', '\t', '\r\n', ' /* c */ ', ' // c\n', ' /* c\n */ ', '\n// c\n', ''],
  isIndented: false,
  classOf: ({ kind, before, after }) => {
    const bare = plain(/^$/);
    if (bare(before) !== bare(after)) {
      return classBetween(kind === 'format' ? formatClasses : classes, before, after);
    }
    const hasOtherDirectives = directivesOf(before) !== directivesOf(after);
    return hasOtherDirectives ? 'directive comments' : classBetween(blankClasses, before, after);
  },
};

/** The sources' own rustfmt.toml, as far as it is stable. */
const formatArgs = ['--edition', '2021', '--config', 'use_small_heuristics=Max'];

/** Without a closing bracket for each opening one nothing parses, and no compiler need be asked. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  const brackets = text.replace(opaque, ' ').replace(/[^()[\]{}]/g, '');
  for (const bracket of brackets) {
    const closed = { ')': '(', ']': '[', '}': '{' }[bracket];
    if (closed === undefined) open.push(bracket);
    else if (open.pop() !== closed) return false;
  }
  return open.length === 0;
}

function sysroot(): string {
  const { stdout } = spawnSync('rustc', ['--print', 'sysroot'], { encoding: 'utf8' });
  return stdout.trim();
}

/**
 * Without positions and node numbers, and without what says how things were written: how tokens
 * of macros stand together (which is white space), and the compiler's copies of whole items.
 */
function withoutPositions(tree: string): string {
  return tree
    .replace(/^ *LazyAttrTokenStream\(.*$/gm, '')
    .replace(/<anon>:\d+:\d+: \d+:\d+ \(#\d+\)/g, '')
    .replace(writing, '')
    .replace(/^ +/gm, '');
}

const writing =
  /^ *(?:id: (?:NodeId|AttrId)\(\d+\)|tokens: None|Joint|Alone|JointHidden|(?:open|close): (?:Joint|Alone|JointHidden)),$/gm;

/** Literals and comments. A lifetime is neither. */
const opaque =
  /r(#*)"[^]*?"\1|"(?:[^"\\]|\\[^])*"|'(?:[^'\\\n]|\\[^\n]*?)'|\/\/[^\n]*|\/\*[^]*?\*\//g;

const { isDirective } = language.rules;

const blankClasses: readonly TextClass[] = [
  [
    'blanks or comments in `#![`',
    (text) => text.replace(/#!(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*\[/g, '#!['),
  ],
];

const classes: readonly TextClass[] = [
  ...blankClasses,
  ['redundant parentheses', plain(/[()]/g)],
  ["a comma behind a closure's parameters", plain(/,(?=\s*\|)/g)],
  ['a colon or plus without a bound', plain(/[:+](?=\s*(?:[{;=,>)]|where\b))/g)],
];

/** What rustfmt writes with other tokens, which gives the compiler another tree. */
const formatClasses: readonly TextClass[] = [
  ...classes,
  ['rustfmt adds or takes away braces', plain(/[{},]/g)],
  ['rustfmt adds or takes away semicolons, parentheses, bars', plain(/[{}(),;|]/g)],
  [
    'rustfmt writes `[const]` for `~const`',
    (text) => plain(/,/g)(text.replace(/~\s*const\b/g, '[const]')),
  ],
  ['rustfmt names the ABI', (text) => plain(/$^/)(text.replace(/\bextern\s*"C"/g, 'extern'))],
  [
    'rustfmt sorts imports and modules',
    (text) =>
      /\b(?:use|mod)\b/.test(text)
        ? [...code(text).matchAll(/\w+/g)].map(String).toSorted().join(' ')
        : text,
  ],
];

/** Without what a pattern finds in the code, without comments (but those of docs) and blanks. */
function plain(pattern: RegExp): (text: string) => string {
  return (text) =>
    withCode(opaque, code(text), (each) => each.replace(pattern, '')).replace(/\s+/g, '');
}

function code(text: string): string {
  return withComments(opaque, text, (comment) =>
    /^\/(?:\/[/!]|\*[*!])/.test(comment) ? comment : '',
  );
}

function directivesOf(text: string): string {
  return (text.match(opaque) ?? [])
    .filter((found) => found.startsWith('/') && isDirective(found))
    .join('\n');
}
