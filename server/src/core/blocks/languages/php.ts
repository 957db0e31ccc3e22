import type { Language, Literal, Scope, SeparatorPlace, TokenPlace } from '../language.ts';
import { directivePattern } from './directives.ts';
import { declarePhp } from './phpNames.ts';
import { isTrailingComma } from './separators.ts';

const comments: ReadonlySet<string> = new Set(['comment']);

const lists: ReadonlySet<string> = new Set([
  'case_statement',
  'colon_block',
  'compound_statement',
  'declaration_list',
  'default_statement',
  'enum_declaration_list',
  'program',
  'switch_block',
]);

const whole: Literal = { kind: 'whole' };
const heredoc: Literal = { kind: 'heredoc', substitutions: new Set(), indentOf };

export const php: Language = {
  id: 'php',
  extensions: ['.php', '.php4', '.php5', '.phtml', '.ctp'],
  grammar: 'php',
  rules: {
    family: 'php',
    comments,
    literals: new Map<string, Literal>([
      ['encapsed_string', whole],
      ['heredoc', heredoc],
      ['nowdoc', heredoc],
      ['shell_command_expression', whole],
      ['string', whole],
      // From `?>` to `<?php`: what is written out as it is.
      ['text_interpolation', whole],
    ]),
    lists,
    leads: new Set(),
    empties: new Set(['empty_statement']),
    separators: new Set([',', ';']),
    isNeutral,
    breaksAfter: new Set(),
    breaksBefore: new Set(),
    wordOf: (word) => word.toLowerCase(),
    layoutOf: (place) => (isJoined(place) ? 'joined' : ''),
    writtenEdge,
    isDirective: (comment) => directive.test(comment),
    isStatement: (type) => type.endsWith('_statement') && type !== 'empty_statement',
    scopeOf,
    declare: declarePhp,
  },
};

/** Doctrine's, Symfony's and PHPUnit's annotations are read when the program runs. */
const directive = directivePattern([
  '@(?:phpstan|psalm|phan|phpcs|phpmd|rector|infection)\\b',
  'phpcs:',
  'phpstan:',
  'phan-(?:suppress|file-suppress)',
  '@codingStandards',
  '@codeCoverageIgnore',
  '@(?:suppress|noinspection|infection-ignore)',
  'noinspection\\b',
  '@(?:after|before|afterClass|beforeClass|backupGlobals|covers|coversNothing|dataProvider|depends)\\b',
  '@(?:doesNotPerformAssertions|group|large|medium|preserveGlobalState|requires|small|test|testWith)\\b',
  '@(?:runInSeparateProcess|runTestsInSeparateProcesses|uses|required|expectedException)',
  // Case counts for nobody else, but the pattern knows none: a class takes arguments or a path.
  '@[a-z_][a-z0-9_]*\\\\',
  '@[a-z_][a-z0-9_]*\\(',
]);

/** Where a last comma says nothing. */
const commaLists: ReadonlySet<string> = new Set([
  'anonymous_function_use_clause',
  'arguments',
  'array_creation_expression',
  'attribute_group',
  'formal_parameters',
  'match_block',
  'match_condition_list',
  'namespace_use_group',
]);

function isNeutral(place: SeparatorPlace): boolean {
  const { siblings, index, parentType, grandparentType } = place;
  if (siblings[index]?.type === ';') {
    // An empty statement is one only as the body of another.
    return parentType === 'empty_statement' && lists.has(grandparentType);
  }
  if (parentType === 'match_condition_list') return index === siblings.length - 1;
  return commaLists.has(parentType) && isTrailingComma(place, comments);
}

/**
 * `new\A` is one name, a function's; `new \A` makes an A. And without white space behind it,
 * `<?php` is text like any other.
 */
function isJoined({ before, token, isApart, isLoose }: TokenPlace): boolean {
  if (token === '\\') return !isApart && /^\w+$/.test(before);
  return !isLoose && /<\?php$/i.test(token);
}

/** The line of the closing mark says how much of each line is indentation. */
function indentOf(text: string): number {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return last.length - last.trimStart().length;
}

/** Blanks before the first `<?php` and behind the last `?>` are written out, but for one line end. */
function writtenEdge(edge: string, before: string): string {
  if (before === '') return edge;
  return before.endsWith('?>') ? edge.replace(/^\r?\n/, '') : '';
}

function scopeOf(listType: string, parentType: string, outer: Scope): Scope {
  if (listType === 'program') return 'top';
  if (listType === 'declaration_list' || listType === 'enum_declaration_list') return 'class';
  return outer === 'top' && parentType === 'namespace_definition' ? 'top' : 'nested';
}
