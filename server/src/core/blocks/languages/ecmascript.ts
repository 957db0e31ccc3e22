import type { LanguageRules, Literal, Scope, SeparatorPlace } from '../language.ts';
import { directivePattern } from './directives.ts';
import { declareEcmascript } from './ecmascriptNames.ts';
import { isLast, isTrailingComma } from './separators.ts';

/** JavaScript, TypeScript and TSX: one family, so that equal code has equal hashes in all. */
export const ecmascript: LanguageRules = {
  family: 'js',
  comments: new Set(['comment', 'html_comment']),
  literals: new Map<string, Literal>([
    ['string', { kind: 'whole' }],
    ['regex', { kind: 'whole' }],
    ['template_string', { kind: 'chunks', substitutions: new Set(['template_substitution']) }],
    ['template_literal_type', { kind: 'chunks', substitutions: new Set(['template_type']) }],
    ['jsx_element', { kind: 'markup', text: new Set(['jsx_text', 'html_character_reference']) }],
  ]),
  lists: new Set([
    'program',
    'statement_block',
    'class_body',
    'switch_body',
    'switch_case',
    'switch_default',
    'interface_body',
    'object_type',
  ]),
  leads: new Set(['decorator']),
  empties: new Set(['empty_statement']),
  separators: new Set([',', ';', '|', '&']),
  isNeutral,
  isDirective: (comment) => directive.test(comment),
  isStatement: (type) => type.endsWith('_statement') && type !== 'empty_statement',
  scopeOf,
  declare: declareEcmascript,
};

const directive = directivePattern([
  '@ts-(?:ignore|expect-error|nocheck|check)\\b',
  'eslint\\b',
  '(?:tslint|jshint|jslint|oxlint|stylelint|standard)[ :-]',
  'globals?[ \\t]',
  'biome-ignore',
  'deno-lint-ignore',
  'istanbul ignore',
  '(?:v8|c8) ignore',
  'node:coverage',
  'stryker (?:disable|restore)',
  '@(?:jsx|flow|noflow|jest-environment|vitest-environment|vite-ignore)',
  '\\$flow(?:fixme|ignore)',
  '[#@]__(?:pure|no_side_effects)__',
  'webpack[a-z]+:',
  '<(?:reference|amd-)[^\\n]*/>',
]);

const memberLists: ReadonlySet<string> = new Set(['class_body', 'interface_body', 'object_type']);
/** Where a last comma says nothing. Elided array elements are told apart by `isTrailingComma`. */
const commaLists: ReadonlySet<string> = new Set([
  'arguments',
  'array',
  'array_pattern',
  'enum_body',
  'export_clause',
  'formal_parameters',
  'import_attribute',
  'named_imports',
  'object',
  'object_pattern',
  'tuple_type',
  'type_parameters',
]);

const typeLists: ReadonlySet<string> = new Set(['union_type', 'intersection_type']);

function isNeutral(place: SeparatorPlace): boolean {
  const { siblings, index, parentType, grandparentType } = place;
  const type = siblings[index]?.type;
  if (type === ';') {
    if (memberLists.has(parentType)) return true;
    if (parentType === 'for_statement' || parentType === 'empty_statement') return false;
    const isHeader = grandparentType === 'for_statement' && parentType.endsWith('_declaration');
    return !isHeader && isLast(place, ecmascript.comments);
  }
  if (type === ',') {
    if (parentType === 'interface_body' || parentType === 'object_type') return true;
    return commaLists.has(parentType) && isTrailingComma(place, ecmascript.comments);
  }
  // A leading `|` or `&`, as formatters put before the first of many types; the grammar nests
  // them. Before a single type it gives a tree of its own.
  return index === 0 && parentType === grandparentType && typeLists.has(parentType);
}

function scopeOf(listType: string, parentType: string, outer: Scope): Scope {
  switch (listType) {
    case 'program':
      return 'top';
    case 'class_body':
      return 'class';
    case 'object':
      return 'object';
    case 'interface_body':
    case 'object_type':
      return 'plain';
    case 'statement_block':
      return outer === 'top' && namespaces.has(parentType) ? 'top' : 'nested';
    default:
      return 'nested';
  }
}

const namespaces: ReadonlySet<string> = new Set([
  'internal_module',
  'module',
  'ambient_declaration',
]);
