import type { Language, Literal, Scope, SeparatorPlace, TokenPlace } from '../language.ts';
import { directivePattern } from './directives.ts';
import { declareRuby } from './rubyNames.ts';
import { isTrailingComma } from './separators.ts';

const comments: ReadonlySet<string> = new Set(['comment']);

const withCode = { kind: 'chunks', substitutions: new Set(['interpolation']) } as const;

/** Nodes whose named children are statements. Nested, they say where a line break ends one. */
const lists: ReadonlySet<string> = new Set([
  'begin',
  'begin_block',
  'block_body',
  'body_statement',
  'do',
  'else',
  'end_block',
  'ensure',
  'interpolation',
  'parenthesized_statements',
  'program',
  'then',
]);

export const ruby: Language = {
  id: 'ruby',
  extensions: ['.rb', '.rbi', '.rake', '.gemspec', '.podspec', '.ru', 'gemfile', 'rakefile'],
  grammar: 'ruby',
  rules: {
    family: 'ruby',
    comments,
    literals: new Map<string, Literal>([
      ['delimited_symbol', withCode],
      ['heredoc_body', { ...withCode, kind: 'heredoc', indentOf }],
      ['regex', withCode],
      ['string', withCode],
      ['subshell', withCode],
    ]),
    lists,
    leads: new Set(),
    // A heredoc's text goes with the declaration that its first line ends.
    empties: new Set(['heredoc_body']),
    separators: new Set([',', ';', 'then', 'do']),
    isNeutral,
    breaksAfter: new Set(),
    breaksBefore: new Set(),
    layoutOf: (place) => (mindsBlanks(place) ? ' ' : ''),
    looksAround: (type) => type === 'heredoc_body',
    isBlankGap: (text) => /^(?:\\\s*)+$/.test(text),
    isDirective: (comment) => directive.test(comment) || named.test(comment),
    isFileComment: (comment) => fileComment.test(comment) || /\bcoding[:=]/.test(comment),
    // The words of `%W[a#{b} c]`: what stands apart is no one word.
    isStatement: (type) => type === 'bare_string' || type === 'bare_symbol',
    scopeOf,
    declare: declareRuby,
  },
};

/** Magic comments, which speak of the file as a whole. */
const magic = [
  '-\\*-',
  'vim?:',
  '(?:frozen[_-]string[_-]literal|warn[_-]indent|shareable[_-]constant[_-]value)[ \\t]*:',
  'typed[ \\t]*:',
];
/** Tools that look for their name anywhere in a comment. */
const named =
  /\b(?:coding[:=]|noinspection\b|(?:brakeman|erblint|reek|rubocop|simplecov|standard|steep)[ \t]{0,9}:)/i;
const fileComment = new RegExp(`^#[ \\t]*(?:${magic.join('|')})`, 'i');
const directive = directivePattern([...magic, ':nocov:', '@rbs\\b']);

/** `<<~` takes away the indentation of the line that has least; tabs are left to count. */
function indentOf(text: string, before: string): number {
  const lines = text.split('\n').slice(1);
  const terminator = lines.pop()?.trim() ?? '';
  const marks = [...before.matchAll(/<<([~-]?)(["'`]?)([^\s"'`]+)\2/g)];
  if (marks.findLast(([, , , name]) => name?.startsWith(terminator))?.[1] !== '~') return 0;
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  if (indents.some((indent) => indent.includes('\t'))) return 0;
  return indents.length === 0 ? 0 : Math.min(...indents.map(({ length }) => length));
}

/** Where a last comma says nothing. */
const commaLists: ReadonlySet<string> = new Set([
  'argument_list',
  'array',
  'element_reference',
  'hash',
]);

/** What may hold a `;` that only stands for a line break. */
const bodies: ReadonlySet<string> = new Set([
  ...lists,
  'case',
  'case_match',
  'class',
  'do_block',
  'empty_statement',
  'block',
  'in_clause',
  'method',
  'module',
  'rescue',
  'singleton_class',
  'singleton_method',
  'when',
]);

function isNeutral(place: SeparatorPlace): boolean {
  const { siblings, index, parentType } = place;
  switch (siblings[index]?.type) {
    case ';':
      if (parentType === 'parenthesized_statements') return siblings.some(({ isNamed }) => isNamed);
      return bodies.has(parentType);
    case 'then':
      return parentType === 'then';
    case 'do':
      return parentType === 'do';
    default:
      return commaLists.has(parentType) && isTrailingComma(place, comments);
  }
}

/**
 * Behind a name, Ruby tells arguments from operators by white space: `f [1]` hands an array to
 * `f` and `f[1]` asks for an element, `f -1` and `f - 1` likewise. Only Ruby knows whether the
 * name is a variable, so such white space counts behind every name.
 */
function mindsBlanks({ before, token, isApart, isLoose, parentType }: TokenPlace): boolean {
  if (token === '-' && isLoose && parentType === 'unary') return true;
  if (!isApart || !/^[\p{L}_][\w\P{ASCII}]*[?!]?$/u.test(before)) return false;
  if (token === '[') return parentType !== 'array' || !keywords.has(before);
  if (token === '(') return parentType !== 'method_parameters' && !keywords.has(before);
  return !isLoose && prefixes.has(token) && !keywords.has(before);
}

const prefixes: ReadonlySet<string> = new Set(['-', '+', '*', '**', '&', '::', '/', '%', '<<']);

/** Words that are no names: they begin an expression, or are one. */
const keywords: ReadonlySet<string> = new Set([
  ...['and', 'begin', 'break', 'case', 'do', 'else', 'elsif', 'ensure', 'if', 'in', 'next'],
  ...['not', 'or', 'rescue', 'return', 'then', 'unless', 'until', 'when', 'while'],
  ...['class', 'def', 'module', 'self', 'nil', 'true', 'false', 'end'],
]);

function scopeOf(listType: string, parentType: string, _outer: Scope): Scope {
  if (listType === 'program') return 'top';
  return classes.has(parentType) ? 'class' : 'nested';
}

const classes: ReadonlySet<string> = new Set(['class', 'module', 'singleton_class']);
