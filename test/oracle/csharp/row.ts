import { csharp as language } from '../../../server/src/core/blocks/languages/csharp.ts';
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
import { activeText } from './conditions.ts';

/**
 * The parser of Mono's compiler (C# 7 and what it knows of later versions), clang-format, and any
 * sources that lie in `out/oracle/csharp`. What Mono's parser refuses, which is all newer syntax,
 * is left out; fixtures and pairs of hashes have that.
 */
export const csharp: OracleRow = {
  name: 'csharp',
  extension: '.cs',
  missing: () =>
    missingTool('mcs', ['--version'], 'apt-get install mono-mcs libmono-csharp4.0c-cil') ??
    missingTool('clang-format', ['--version'], 'apt-get install clang-format') ??
    (files().length === 0 ? `no C# sources below ${folder()}: ${howToGet}` : undefined),
  sources: files,
  unit: unitOf,
  open: async () => {
    const program = `${outputFolder('csharp')}/Tree.exe`;
    mustRun('mcs', [`-out:${program}`, '-r:Mono.CSharp.dll', besideRow('csharp', 'Tree.cs')]);
    const parser = createLineProcess('mono', [program]);
    return {
      ...parser,
      trees: async (texts) => withoutUnbalanced(texts, await parser.trees(texts)),
    };
  },
  format: async (texts) =>
    texts.map((text) => filtered('clang-format', ['--assume-filename=A.cs', style], text)),
  words: [
    ...[',', ';', '.', '(', ')', '{', '}', '[', ']', '=>', '?.', '??', '?', ':', '::', '<', '>'],
    ...['=', '+', '++', '-', '!', '&&', '|', '&', '*', '>>', '==', '+=', '->', '[A]', '[A()]'],
    ...['x', '@x', 'A', '1', '0x1', '1L', '1.0', '1m', '"s"', '@"s"', '$"{x}"', "'c'", 'null'],
    ...['static', 'public', 'abstract', 'override', 'sealed', 'readonly', 'partial', 'async'],
    ...['class', 'struct', 'enum', 'interface', 'delegate', 'event', 'get', 'set', 'this', 'base'],
    ...['return', 'break', 'yield', 'await', 'throw', 'if', 'else', 'for', 'foreach', 'while'],
    ...['switch', 'case', 'default', 'when', 'try', 'catch', 'is', 'as', 'in', 'out', 'ref'],
    ...['new', 'var', 'int', 'void', 'where', 'using', 'checked', 'unsafe', 'typeof', 'params'],
  ],
  blanks: [
    ...[' ', '\n', '\n\n', '\t', '\r\n', '\f', ''],
    ...[' /* c */ ', ' // c\n', ' /* c\n */ ', '\n// c\n', '\n/// d\n', '/**/'],
    ...['\n#region a b\n', '\n#endregion\n', '\n#pragma warning disable 1\n'],
    ...['\n#if A\n', '\n#endif\n', '\n#else\n'],
  ],
  isIndented: false,
  classOf,
};

const style = '--style={BasedOnStyle: Microsoft, Language: CSharp}';

const howToGet =
  'unpack sources there, such as those of Debian (`apt-get source --download-only keepass2 mono`)';

function folder(): string {
  return `${outputFolder('csharp')}/sources`;
}

function files(): readonly string[] {
  return filesBelow([folder()], (path) => path.endsWith('.cs'));
}

const maxWhole = 4000;

/** A small file as it is; of a large one a member in a class of its own. */
function unitOf(block: string): string | undefined {
  if (block.length <= maxWhole) return block;
  const members = block
    .split(/\r?\n\r?\n(?=[ \t]+\S)/)
    .filter((each) => each.includes('{') && each.length < maxWhole);
  const member = members[block.length % Math.max(1, members.length)];
  return member === undefined ? undefined : `class Unit {\n${member}\n}\n`;
}

/** Mono's parser lets attributes without a bracket pass, and forgets what is in them. */
function withoutUnbalanced(
  texts: readonly string[],
  trees: readonly (string | undefined)[],
): readonly (string | undefined)[] {
  return trees.map((tree, index) => (isBalanced(texts[index] ?? '') ? tree : undefined));
}

const pairs: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** Lines for the preprocessor that end too early; Mono's parser lets them pass. */
const brokenLine =
  /^[ \t]*#[ \t]*(?:pragma\b(?![ \t]+(?:warning[ \t]+(?:disable|restore)|checksum)\b)|(?:el)?if\b(?:.*(?:\|\||&&|[!=(])[ \t]*$|.*\r?\n\s*(?:\|\||&&|[!=)])))/m;

function isBalanced(text: string): boolean {
  // Mono's parser reads no further.
  if (text.includes('\0') || brokenLine.test(text)) return false;
  const open: string[] = [];
  for (const each of tokensOf(activeText(text))) {
    const closing = pairs.get(each);
    if (closing !== undefined) open.push(closing);
    else if (/^[)\]}]$/.test(each) && open.pop() !== each) return false;
  }
  return open.length === 0;
}

const modifiers: ReadonlySet<string> = new Set([
  ...['public', 'protected', 'private', 'internal', 'static', 'abstract', 'sealed', 'override'],
  ...['virtual', 'readonly', 'extern', 'unsafe', 'volatile', 'new', 'async', 'partial'],
]);

const classes: readonly TokenClass[] = [
  { name: 'order of modifiers', rewrite: sortedRuns(modifiers) },
  {
    name: 'spelling of numbers',
    rewrite: (tokens) => replaced(/ , (?=})/g, ' ')(tokens.map(numberValue)),
  },
  { name: 'semicolons that Mono skips', rewrite: replaced(/([{}])(?: ;)+/g, '$1') },
  {
    name: 'parentheses around the parameter of a lambda',
    rewrite: replaced(/\( (\w+) \) = >/g, '$1 = >'),
  },
  {
    name: 'access that a type has without a word',
    rewrite: replaced(/\b(?:internal|public|private) (?=(?:\w+ )*partial )/g, ''),
  },
  { name: 'empty parentheses of an attribute', rewrite: replaced(/\( \) (?=[,\]])/g, '') },
];

function classOf(change: Change): string | undefined {
  const [before, after] = [activeText(change.before), activeText(change.after)];
  if (tokensOf(before).join(' ') === tokensOf(after).join(' ')) {
    return directivesOf(change.before) === directivesOf(change.after)
      ? 'code that a condition leaves out'
      : 'directives';
  }
  const plain = [change.before, change.after].map((text) => text.replace(/#[^\n\r]*/g, ''));
  if (tokensOf(plain[0] ?? '').join(' ') === tokensOf(plain[1] ?? '').join(' '))
    return 'directives';
  const found = tokenClassOf({ ...change, before, after }, tokensOf, classes);
  if (found !== undefined) return found;
  // Asked last, because it explains much.
  const isForgotten = [before, after].some((text) => /\[/.test(withoutAttributes(tokensOf(text))));
  const isSame = withoutBrackets(tokensOf(before)) === withoutBrackets(tokensOf(after));
  if (isForgotten && isSame) return 'attributes that Mono does not understand and forgets';
  return change.kind === 'format' && [change.before, change.after].some(isCutThrough)
    ? 'conditions that cut through code, which the grammar cannot read'
    : undefined;
}

/** A block of such code may begin or end at the wrong place. */
function isCutThrough(text: string): boolean {
  return /^\s*#\s*(?:if|el|endif)/m.test(text) || !isBalanced(text);
}

const attribute = /[@\w]+(?: (?:\.|::) [@\w]+)*(?: \( (?:[^()[\]]|\([^()[\]]*\))*\))?/.source;
const attributes = new RegExp(
  `\\[ (?:(?:assembly|module|type|method|return|param|field|property|event) : )?${attribute}(?: , ${attribute})*(?: ,)? \\]`,
  'g',
);

function withoutAttributes(tokens: readonly string[]): string {
  return tokens.join(' ').replace(attributes, '').replace(/\[ \]/g, '');
}

function withoutBrackets(tokens: readonly string[]): string {
  return tokens.join(' ').replace(/\[[^[\]]*\]( \w+(?= (?:public|private|internal|class)))?/g, '');
}

const token =
  /^[ \t]*#[^\n\r]*|\/\/[^\n\r]*|\/\*[^]*?\*\/|[$@]*@[$@]*"(?:""|[^"])*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\.?\d(?:[eE][+-]|[\w.])*|@?[\w$]+|[^\s]/gm;

function tokensOf(text: string): readonly string[] {
  return (text.match(token) ?? []).filter((each) => !isComment(each));
}

function directivesOf(text: string): string {
  return (text.match(token) ?? [])
    .map((each) => each.trim())
    .filter((each) => isComment(each) && language.rules.isDirective(each))
    .join('\n');
}

function isComment(word: string): boolean {
  return /^\s*#|^\/[/*]/.test(word);
}

function numberValue(word: string): string {
  if (!/^\.?\d/.test(word)) return word;
  const plain = word.replaceAll('_', '').toLowerCase();
  const [, digits = plain, suffix = ''] = /^(0x.*?|.*?)([ulfdm]*)$/.exec(plain) ?? [];
  const value = Number(digits);
  return Number.isNaN(value) ? word : `${value}${/[.e]/.test(digits) ? suffix || 'd' : suffix}`;
}
