import { spawnSync } from 'node:child_process';
import { perText } from '../engine/perText.ts';
import { filesBelow, missingTool } from '../engine/tools.ts';
import type { Change, OracleRow } from '../row.ts';

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
        const trees = await perText(program, texts);
        return trees.map((tree) => tree && withoutPositions(tree));
      },
      close: () => {},
    };
  },
  format: (texts) =>
    perText({ command: `${sysroot()}/bin/rustfmt`, args: ['--edition', '2021'] }, texts),
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
  classOf,
};

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

function classOf(_change: Change): string | undefined {
  return undefined;
}
