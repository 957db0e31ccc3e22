import { ecmascript } from '../../../server/src/core/blocks/languages/ecmascript.ts';
import { type TokenClass, tokenClassOf } from '../engine/tokenClasses.ts';
import type { Change } from '../row.ts';

const { isDirective } = ecmascript;

/** The listed class of a difference, for all three dialects. */
export function classOf(change: Change): string | undefined {
  if (directivesOf(change.before) !== directivesOf(change.after)) return 'directives';
  if (sameTokens(change)) return layoutClassOf(change);
  if (isCut(change)) return brokenWordClass;
  return tokenClassOf(change, (text) => neededTokensOf(text), [...spellings, severalSpellings]);
}

/** Why a text has another hash, or another tree, in another dialect. */
export function dialectClassOf(text: string): string | undefined {
  return found(text, brokenWord) === '' ? undefined : brokenWordClass;
}

/** Whether no line break stands where the grammars are known to misread it. */
export function isUnbroken(text: string): boolean {
  return found(text, brokenWord) === '';
}

const spellings: readonly TokenClass[] = [
  {
    name: 'spelling of names',
    rewrite: (tokens) =>
      tokens.map((each) =>
        each.replace(/\\u(?:\{([\da-fA-F]+)\}|([\da-fA-F]{4}))/g, (_, long, short) =>
          String.fromCodePoint(Number.parseInt(long ?? short, 16)),
        ),
      ),
  },
  {
    name: 'redundant parentheses',
    rewrite: (tokens) => tokens.filter((each) => !/^[()]$/.test(each)),
  },
];

const token =
  /\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/|`(?:\\[^]|[^`\\])*`|"(?:\\\r\n|\\[^]|[^"\\\n])*"|'(?:\\\r\n|\\[^]|[^'\\\n])*'|\.?\d(?:[eE][+-](?=\d)|[\w.])*|[\w$\\#]+|[^\s]/g;

/** Tokens, and the comments asked for. */
function withComments(text: string, isWanted: (comment: string) => boolean): readonly string[] {
  return (text.match(token) ?? []).filter((each) => !isComment(each) || isWanted(each));
}

const severalSpellings: TokenClass = {
  name: 'several of these spellings',
  rewrite: (tokens) => spellings.reduce((rewritten, { rewrite }) => rewrite(rewritten), tokens),
};

/**
 * Where the grammar ends a statement and the language does not, or the other way round. Such hashes
 * hold all tokens, so they are never equal by mistake.
 */
function layoutClassOf({ before, after }: Change): string | undefined {
  return layoutClasses.find(([, of]) => of(before) !== of(after))?.[0];
}

/** A declaration whose first word or words became a block of their own, or were one. */
function isCut({ kind, before, after }: Change): boolean {
  if (kind !== 'format') return false;
  if (found(before, brokenWord) !== '' && found(after, brokenWord) === '') return true;
  const one = neededTokensOf(before).join(' ');
  return (
    before.search(brokenWord) === 0 || ` ${neededTokensOf(after).join(' ')}`.endsWith(` ${one}`)
  );
}

const brokenWordClass = 'a line break beside a word that the grammar takes for a name';

/** What of a text's layout makes each class. */
const layoutClasses: readonly (readonly [name: string, of: (text: string) => string])[] = [
  ['where a directive stands', placesOfDirectives],
  [brokenWordClass, (text) => found(text, brokenWord)],
  ["a line break behind a member's name", (text) => found(text, brokenName)],
  ['a comment behind a question mark', (text) => found(text, /\?\s*\/[/*]/g)],
  ['a comment over lines within a statement', (text) => found(text, commentWithin)],
  ['a comment over lines behind a word that ends there', (text) => found(text, commentBehindWord)],
  ['a computed name below a field that nothing ends', (text) => found(text, computedBelow)],
  ['an empty statement on a line of its own', (text) => found(text, /\}\s*?\n\s*;/g)],
  [
    'white space that the grammar does not know',
    (text) => `${text.match(/[\u00a0\u2028\ufeff\f]|\r(?!\n)/g)?.length}`,
  ],
];

const lineBreak = /(?:[^\S\n]|\/\*[^]*?\*\/)*(?:\n|\/\/|\/\*[^]*?\n[^]*?\*\/)/.source;
const brokenWord = new RegExp(
  `\\b(?:export|let|new|get|set|static|type|is|await|namespace)\\b${lineBreak}|\\bnamespace\\s+[\\w$.]+${lineBreak}\\s*\\{|[\\w$}\\]]${lineBreak}\\s*(?:of|from)\\b`,
  'g',
);
const brokenName = new RegExp(`[\\w$\\]'"](?:${lineBreak}\\s*|\\s*/\\*[^]*?\\*/\\s*)[(<]`, 'g');
const commentBehindWord =
  /\b(?:return|throw|break|continue|yield)\b[^\S\n]*\/\*(?:[^*]|\*(?!\/))*\n/g;
const computedBelow = /[^\s;{}]\s*\n\s*\[[^\]\n]*\]\s*[:=;]/g;
const commentWithin = /[^\s;{}/][^\S\n]*\/\*(?:[^*]|\*(?!\/))*\n/g;

function found(text: string, pattern: RegExp): string {
  return (text.match(pattern) ?? []).join('\n').replace(/[ \t\r]+/g, '');
}

/** Tokens with the directives among them, and the lines around these. */
function placesOfDirectives(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const around = lines.flatMap((line, index) => {
    const isNear = [-1, 1].some((step) => isDirective(lines[index + step] ?? ''));
    return isNear ? [line === '' ? 'blank' : line.slice(0, 2)] : [];
  });
  return [...neededTokensOf(text, isDirective), ...around].join(' ');
}

function sameTokens({ before, after }: Change): boolean {
  return neededTokensOf(before).join(' ') === neededTokensOf(after).join(' ');
}

/** Without semicolons and last commas, which must never be what a hash differs by. */
function neededTokensOf(
  text: string,
  isWanted: (comment: string) => boolean = () => false,
): readonly string[] {
  const tokens = withComments(text, isWanted).filter((each) => each !== ';');
  return tokens.filter((each, index) => each !== ',' || !/^[)\]}>]$/.test(tokens[index + 1] ?? ''));
}

function directivesOf(text: string): string {
  return (text.match(token) ?? [])
    .filter((each) => isComment(each) && isDirective(each))
    .join('\n');
}

function isComment(word: string): boolean {
  return word.startsWith('//') || word.startsWith('/*');
}
