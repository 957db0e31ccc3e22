import { existsSync } from 'node:fs';
import { java as language } from '../../../server/src/core/blocks/languages/java.ts';
import { createLineProcess } from '../engine/lineProcess.ts';
import { replaced, sortedRuns, type TokenClass, tokenClassOf } from '../engine/tokenClasses.ts';
import {
  besideRow,
  filesBelow,
  filtered,
  missingTool,
  mustRun,
  outputFolder,
} from '../engine/tools.ts';
import type { Change, OracleRow } from '../row.ts';

/** javac's parser, clang-format, and the sources of the JDK. */
export const java: OracleRow = {
  name: 'java',
  extension: '.java',
  missing: () =>
    missingTool('javac', ['-version'], 'apt-get install openjdk-17-jdk-headless') ??
    missingTool('unzip', ['-v'], 'apt-get install unzip') ??
    missingTool('clang-format', ['--version'], 'apt-get install clang-format') ??
    (archive()
      ? undefined
      : 'the sources of the JDK are not there (apt-get install openjdk-17-source)'),
  sources: () => filesBelow([unpacked()], (path) => path.endsWith('.java')),
  unit: unitOf,
  open: async () => createLineProcess('java', [...exported, besideRow('java', 'Tree.java')]),
  format: async (texts) =>
    texts.map((text) => filtered('clang-format', ['--assume-filename=A.java', style], text)),
  words: [
    ...[',', ';', '.', '(', ')', '{', '}', '[', ']', '->', '::', '...', '<', '>', '@A', '@A()'],
    ...['=', '+', '++', '-', '!', '?', ':', '&&', '|', '&', '>>', '==', '+='],
    ...['x', 'A', '1', '0x1', '1L', '1.0', '"s"', "'c'", '"""\n  t\n  """', 'null', 'true'],
    ...['static', 'final', 'public', 'default', 'abstract', 'synchronized', 'void', 'int', 'var'],
    ...['class', 'enum', 'record', 'interface', 'new', 'this', 'super', 'instanceof', 'yield'],
    ...['return', 'break', 'continue', 'throw', 'if', 'else', 'for', 'while', 'do', 'switch'],
    ...['case', 'try', 'catch', 'finally', 'assert', 'throws', 'extends', 'implements', 'import'],
  ],
  blanks: [
    ...[' ', '\n', '\n\n', '\t', '\r\n', '\f', ''],
    ...[' /* c */ ', ' // c\n', ' /* c\n */ ', '\n// c\n', '/** d. */', '/**/'],
  ],
  isIndented: false,
  classOf,
};

/** Other orders of imports are other trees, so they stay in theirs. */
const style = '--style={BasedOnStyle: Google, Language: Java, SortIncludes: Never}';

/** The tree's own classes are not public, but nothing else has all that the parser knows. */
const exported = ['tree', 'util', 'code'].flatMap((name) => [
  `--add-opens=jdk.compiler/com.sun.tools.javac.${name}=ALL-UNNAMED`,
  `--add-exports=jdk.compiler/com.sun.tools.javac.${name}=ALL-UNNAMED`,
]);

function archive(): string | undefined {
  return ['/usr/lib/jvm/openjdk-17/lib/src.zip', `${process.env['JAVA_HOME']}/lib/src.zip`].find(
    (path) => existsSync(path),
  );
}

/** Modules of the JDK in very different hands: libraries, a compiler, a database API, windows. */
const modules = [
  'java.base',
  'java.net.http',
  'java.sql',
  'java.desktop',
  'jdk.compiler',
  'jdk.jfr',
];

function unpacked(): string {
  const folder = outputFolder('java');
  const from = archive();
  if (from !== undefined && !existsSync(`${folder}/java.base`)) {
    mustRun('unzip', ['-q', from, ...modules.map((name) => `${name}/*`), '-d', folder]);
  }
  return folder;
}

const maxWhole = 4000;

/** A small class as it is; of a large one a member in a class of its own. */
function unitOf(block: string): string | undefined {
  if (block.length <= maxWhole) return block;
  const members = block
    .split(/\n\n(?= {4}\S)/)
    .filter((each) => each.startsWith('    ') && each.includes('{') && each.length < maxWhole);
  const member = members[block.length % Math.max(1, members.length)];
  return member === undefined ? undefined : `class Unit {\n${member}\n}\n`;
}

const modifiers: ReadonlySet<string> = new Set([
  ...['public', 'protected', 'private', 'static', 'abstract', 'final', 'native', 'synchronized'],
  ...['transient', 'volatile', 'strictfp', 'default'],
]);

const classes: readonly TokenClass[] = [
  { name: 'order of modifiers', rewrite: sortedRuns(modifiers) },
  { name: 'spelling of numbers', rewrite: (tokens) => tokens.map(numberValue) },
  { name: 'spelling of characters and strings', rewrite: (tokens) => tokens.map(withPlainEscapes) },
  { name: 'strings that javac joins', rewrite: replaced(/" \+ "/g, '') },
  { name: 'brackets of an array behind its name', rewrite: replaced(/ \[ \]/g, '') },
  {
    name: 'an annotation behind this, which javac forgets',
    rewrite: replaced(/\bthis @ \w+( \( \))?/g, 'this'),
  },
  {
    name: 'empty parentheses of an annotation',
    rewrite: replaced(/(@ \w+(?: \. \w+)*) \( \)/g, '$1'),
  },
];

function classOf(change: Change): string | undefined {
  if (directivesOf(change.before) !== directivesOf(change.after)) return 'directives';
  return tokenClassOf(change, tokensOf, classes);
}

const token =
  /\/\/[^\n\r]*|\/\*[^]*?\*\/|"""(?:\\[^]|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\.?\d(?:[eEpP][+-]|[\w.])*|[\w$]+|[^\s]/g;

function tokensOf(text: string): readonly string[] {
  return (text.match(token) ?? []).filter((each) => !isComment(each));
}

function directivesOf(text: string): string {
  const comments = (text.match(token) ?? []).filter(isComment);
  return comments.filter((each) => language.rules.isDirective(each)).join('\n');
}

function isComment(word: string): boolean {
  return word.startsWith('//') || word.startsWith('/*');
}

function numberValue(word: string): string {
  if (!/^\.?\d/.test(word)) return word;
  const plain = word.replaceAll('_', '').toLowerCase();
  const [, digits = plain, suffix = ''] = /^(0x.*?|.*?)(l|f|d|)$/.exec(plain) ?? [];
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  const isReal = /[.e]|[fd]$/.test(plain) && !plain.startsWith('0x');
  return Number.isNaN(value) ? word : `${value}${isReal && suffix !== 'f' ? 'd' : suffix}`;
}

function withPlainEscapes(word: string): string {
  return /^["']/.test(word) ? word.replace(/\\([0-7]{1,3}|u+[0-9a-fA-F]{4}|.)/g, escaped) : word;
}

function escaped(spelling: string, code: string): string {
  if (code.startsWith('u')) return String.fromCharCode(Number.parseInt(code.slice(-4), 16));
  if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
  const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', s: ' ', "'": "'", '"': '"' };
  return named[code] ?? spelling;
}
