import { createLineProcess } from '../engine/lineProcess.ts';
import {
  classBetween,
  differInBlanks,
  type TextClass,
  withCode,
  withComments,
} from '../engine/sameText.ts';
import {
  besideRow,
  filesBelow,
  filtered,
  missingTool,
  mustRun,
  outputFolder,
} from '../engine/tools.ts';
import { go as language } from '../../../server/src/core/blocks/languages/go.ts';
import type { OracleRow } from '../row.ts';

/** The library, and the compiler's own test files, which try every corner of the syntax. */
const folders = ['/usr/share/go', '/usr/local/go'].flatMap((root) => [
  `${root}/src`,
  `${root}/test`,
]);

/** go/parser, gofmt and the standard library. */
export const go: OracleRow = {
  name: 'go',
  extension: '.go',
  missing: () => missingTool('go', ['version'], 'apt-get install golang-go'),
  sources: () =>
    filesBelow(folders, (path) => path.endsWith('.go') && !path.includes('/testdata/')),
  unit: (block) => (block.includes('package ') ? block : `package p\n\n${block}\n`),
  open: async () => {
    const program = `${outputFolder('go')}/tree`;
    mustRun('go', ['build', '-o', program, besideRow('go', 'tree.go')], { GO111MODULE: 'off' });
    return createLineProcess(program, []);
  },
  format: async (texts) => texts.map((text) => filtered('gofmt', [], text)),
  words: [
    ...[',', ';', '.', '(', ')', '{', '}', '[', ']', '...', '*', '&', '<-', ':=', '=', ':', '~'],
    ...[
      'return',
      'break',
      'continue',
      'fallthrough',
      'goto',
      'x',
      '1',
      '"s"',
      '`r`',
      "'c'",
      '+',
      '++',
    ],
    ...[
      'func',
      'chan',
      'struct',
      'interface',
      'map',
      'type',
      'var',
      'const',
      'go',
      'defer',
      'if',
      'for',
    ],
  ],
  blanks: [' ', '\n', '\n\n', '\t', '\r\n', ' /* c */ ', ' // c\n', ' /* c\n */ ', '\n// c\n', ''],
  isIndented: false,
  classOf: ({ before, after }) => classOf(before, after),
};

/** Literals, which hold no comments, and comments. */
const opaque = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[^]*?\*\//g;

const { isDirective } = language.rules;

/** What comments of one kind a text holds. */
type CommentClass = readonly [name: string, found: (text: string) => readonly string[]];

/** Texts of equal tokens differ by class when they hold other comments of its kind. */
const commentClasses: readonly CommentClass[] = [
  ['directive comments', (text) => commentsOf(text).filter(isDirective)],
  ['what an example prints', (text) => text.match(/\/\/ *(?:unordered )?output:[^]*/i) ?? []],
  ["cgo's preamble", (text) => (/"C"/.test(text) ? commentsOf(text) : [])],
  [
    'a line break in a comment that ends a statement',
    (text) => commentsOf(text).filter((comment) => comment.includes('\n')),
  ],
];

const placeOfDirective: TextClass = [
  'where a directive stands',
  (text) => withComments(opaque, text, (comment) => (isDirective(comment) ? '\n' : comment)),
];

function classOf(before: string, after: string): string | undefined {
  const [one, other] = [before, after].map((text) => {
    return withComments(opaque, text, () => '').replace(/\s+/g, '');
  });
  if (one !== other) return classBetween(classes, before, after);
  const found = commentClasses.find(([, comments]) => {
    return comments(before).join('\n') !== comments(after).join('\n');
  });
  if (found) return found[0];
  const isMoved = commentsOf(before).some(isDirective) && !differInBlanks(before, after);
  return isMoved ? placeOfDirective[0] : classBetween([placeOfDirective], before, after);
}

function commentsOf(text: string): readonly string[] {
  return (text.match(opaque) ?? []).filter((found) => found.startsWith('/'));
}

/** Differences in tokens. */
const classes: readonly TextClass[] = [
  ['redundant parentheses', (text) => withCode(opaque, text, (code) => code.replace(/[()]/g, ''))],
  [
    'an empty statement behind a label',
    (text) => withCode(opaque, text, (code) => code.replace(/:\s*;/g, ':')),
  ],
  [
    'a semicolon without a first statement',
    (text) => withCode(opaque, text, (code) => code.replace(/\b(if|switch)\s*;/g, '$1')),
  ],
  [
    "a line break for a header's semicolon",
    (text) =>
      text.replace(/\b(?:for|if|switch)\b[^{}]*\{/g, (header) => header.replace(/[;\s]+/g, '')),
  ],
  [
    'a comma behind an index',
    (text) => withCode(opaque, text, (code) => code.replace(/,\s*]/g, ']')),
  ],
];
