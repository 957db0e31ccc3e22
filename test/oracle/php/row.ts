import { spawnSync } from 'node:child_process';
import { php as language } from '../../../server/src/core/blocks/languages/php.ts';
import { createLineProcess } from '../engine/lineProcess.ts';
import { besideRow, filesBelow, missingTool } from '../engine/tools.ts';
import type { Change, OracleRow } from '../row.ts';

/** PHP's own parser by php-ast, Debian's PHP packages, and PHP_CodeSniffer's phpcbf. */
export const php: OracleRow = {
  name: 'php',
  extension: '.php',
  missing: () =>
    missingTool(
      'php',
      ['-r', 'exit(extension_loaded("ast") ? 0 : 1);'],
      'apt-get install php-cli php-ast',
    ) ?? missingTool('phpcbf', ['--version'], 'apt-get install php-codesniffer'),
  sources: () => filesBelow(['/usr/share/php'], (path) => path.endsWith('.php')),
  unit: (block) => (block.startsWith('<?') ? block : `<?php\n${block}\n`),
  // The grammar reads `<?` as PHP does when short tags are on.
  open: async () =>
    createLineProcess('php', ['-d', 'short_open_tag=1', besideRow('php', 'tree.php')]),
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
      '?->',
      '?',
      ':',
      '::',
    ],
    ...[
      '=',
      '==',
      '===',
      '=>',
      '<',
      '<<<',
      '/',
      '%',
      '!',
      'and',
      '??',
      '?:',
      '...',
      '@',
      '$',
      '\\',
    ],
    ...[
      'if',
      'else',
      'elseif',
      'while',
      'return',
      'yield',
      'new',
      'function',
      'fn',
      'static',
      'IF',
    ],
    ...[
      '1',
      'a',
      '$a',
      '"a"',
      "'a'",
      'A',
      'null',
      '1.5',
      '0x1F',
      'echo',
      '?>',
      '<?php',
      '<?=',
      'int',
    ],
  ],
  blanks: [' ', '  ', '\n', '\n\n', '\t', ' /* a */ ', ' // a\n', ' # a\n', '; ', '?>\n<?php '],
  isIndented: false,
  classOf,
};

/** What writes other code: a tree of its own for `else if`, braces, `public`. */
const excluded = [
  '--exclude=PSR2.ControlStructures.ElseIfDeclaration,Generic.ControlStructures.InlineControlStructure,' +
    'Squiz.Scope.MethodScope,PSR2.Methods.MethodDeclaration,Generic.CodeAnalysis.EmptyPHPStatement',
];

/** Exit code 1 says that all was mended, 2 that some was not. */
function formatted(text: string): string | undefined {
  const args = ['--standard=PSR12', ...excluded, '-q', '--stdin-path=unit.php', '-'];
  const { status, stdout } = spawnSync('phpcbf', args, { input: text, encoding: 'utf8' });
  return status !== null && status < 3 && stdout !== '' ? stdout : undefined;
}

function classOf({ before, after, removed, inserted }: Change): string | undefined {
  if (directivesOf(before) !== directivesOf(after)) return 'directive comments';
  const equalBy = (view: (text: string) => string): boolean =>
    view(bare(before)) === view(bare(after));
  // White space alone is never a class of its own.
  if (equalBy((text) => text)) return undefined;
  if (equalBy((text) => text.replace(/[()]/g, ''))) return 'redundant parentheses';
  if (equalBy((text) => text.replace(/["']/g, "'"))) return 'spelling of quotes';
  if (equalBy((text) => text.toLowerCase())) return 'capitals';
  if (equalBy((text) => text.replace(/public/g, ''))) return '`public`, which is so without it';
  if (equalBy((text) => text.replace(/\?>|<\?(?:php|=)?|;|echo/g, ''))) {
    return 'a closing tag or a semicolon';
  }
  if (equalBy((text) => text.replace(/use\\/g, 'use'))) return 'the first backslash of an import';
  const sorted = (text: string): string => [...text].toSorted().join('');
  if (equalBy((text) => text.replace(modifiers, '')) && equalBy(sorted)) {
    return 'the order of modifiers';
  }
  return /[0-9]/.test(removed + inserted) ? 'spelling of numbers' : undefined;
}

const modifiers = /abstract|final|private|protected|public|readonly|static/g;

/** Without white space and comments. */
function bare(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|(?:\/\/|#(?!\[)).*|\s/g, '');
}

/** The comments that tools obey, as the language's row has them. */
function directivesOf(text: string): string {
  const comments = text.match(/\/\*[^]*?\*\/|(?:\/\/|#).*/g) ?? [];
  return comments
    .filter((comment) => language.rules.isDirective(comment))
    .map((comment) => comment.replace(/\s+/g, ' '))
    .join('\n');
}
