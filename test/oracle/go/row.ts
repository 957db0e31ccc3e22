import { createLineProcess } from '../engine/lineProcess.ts';
import {
  besideRow,
  filesBelow,
  filtered,
  missingTool,
  mustRun,
  outputFolder,
} from '../engine/tools.ts';
import type { Change, OracleRow } from '../row.ts';

/** go/parser, gofmt and the standard library. */
export const go: OracleRow = {
  name: 'go',
  extension: '.go',
  missing: () => missingTool('go', ['version'], 'apt-get install golang-go'),
  sources: () =>
    filesBelow(
      ['/usr/share/go-1.19/src', '/usr/share/go/src', '/usr/local/go/src'],
      (path) => path.endsWith('.go') && !path.includes('/testdata/'),
    ),
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
  classOf,
};

function classOf(_change: Change): string | undefined {
  return undefined;
}
