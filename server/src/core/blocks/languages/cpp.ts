import type { Language, LanguageRules, Literal, Scope, SeparatorPlace } from '../language.ts';
import { declareCpp } from './cppNames.ts';
import { directivePattern } from './directives.ts';
import { isDirectiveWord, lineAround, macroText } from './macroText.ts';
import { isTrailingComma } from './separators.ts';

const comments: ReadonlySet<string> = new Set(['comment']);

const whole: Literal = { kind: 'whole' };
const macro: Literal = { kind: 'value', valueOf: macroText };

/** What stands between `#if` and `#endif`: transparent, so that a header's guard hides nothing. */
const conditionals: ReadonlySet<string> = new Set([
  'preproc_elif',
  'preproc_elifdef',
  'preproc_else',
  'preproc_if',
  'preproc_ifdef',
]);

const rules: LanguageRules = {
  family: 'cpp',
  comments,
  literals: new Map<string, Literal>([
    ['char_literal', whole],
    ['preproc_arg', macro],
    ['preproc_directive', macro],
    ['raw_string_literal', whole],
    ['string_literal', whole],
    ['system_lib_string', whole],
    ['user_defined_literal', whole],
  ]),
  lists: new Set([
    ...conditionals,
    'case_statement',
    'compound_statement',
    'declaration_list',
    'field_declaration_list',
    'translation_unit',
  ]),
  leads: new Set(),
  empties: new Set([';']),
  separators: new Set([',']),
  isNeutral: isLastComma,
  breaksAfter: new Set(),
  breaksBefore: new Set(),
  // `#  define`, and the line end behind a condition, which may be `\r\n`.
  wordOf: (word) => (/^\s*#|^\s+$/.test(word) ? word.replace(/\s/g, '') || '\n' : word),
  // Where a preprocessor's line ends is not always what the grammar makes of it.
  layoutOf: ({ token, text, start, end }) =>
    token.startsWith('#') && isDirectiveWord(token) ? lineAround(text, start, end) : '',
  looksAround: (type) => type.startsWith('preproc_'),
  isBlankGap: (text) => /^(?:\\\s*)+$/.test(text),
  isDirective: (comment) => directive.test(comment),
  isStatement: (type) => type.endsWith('_statement'),
  scopeOf,
  declare: declareCpp,
};

export const cpp: Language = {
  id: 'cpp',
  extensions: [
    ...['.cpp', '.cc', '.cxx', '.c++', '.hpp', '.hh', '.hxx', '.h++', '.h', '.ipp', '.inl'],
    ...['.tpp', '.txx', '.ixx', '.cppm'],
  ],
  grammar: 'cpp',
  rules,
};

/** The grammar of C++ reads C, but for parameters declared behind their list. */
export const c: Language = { id: 'c', extensions: ['.c'], grammar: 'cpp', rules };

const directive = directivePattern([
  'NOLINT',
  'IWYU pragma',
  '(?:LCOV|GCOV|GCOVR)_EXCL',
  'cppcheck-suppress',
  'coverity\\[',
  '(?:-V|V)[0-9]{3,4}\\b',
  'PVS-Studio',
  // Compilers warn of a case that runs on, unless it says so.
  'fall(?:s|ing)?[ -]?thr(?:ough|u)\\b',
  'lint\\b',
  '-\\*-',
]);

const commaLists: ReadonlySet<string> = new Set(['enumerator_list', 'initializer_list']);

function isLastComma(place: SeparatorPlace): boolean {
  return commaLists.has(place.parentType) && isTrailingComma(place, comments);
}

function scopeOf(listType: string, _parentType: string, outer: Scope): Scope {
  if (listType === 'translation_unit') return 'top';
  if (listType === 'field_declaration_list') return 'class';
  return listType === 'declaration_list' || conditionals.has(listType) ? outer : 'nested';
}
