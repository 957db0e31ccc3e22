import type { LanguageRules, Literal, Scope, SeparatorPlace } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';
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
  breaksAfter: new Set([
    ...['return', 'throw', 'break', 'continue', 'yield', 'async', 'using'],
    ...['type', 'interface', 'namespace', 'module', 'declare', 'abstract', 'accessor'],
    ...['public', 'private', 'protected', 'override', 'readonly'],
  ]),
  breaksBefore: new Set(['as', 'satisfies', 'is']),
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
  const { siblings, index, parentType, grandparentType, textOf } = place;
  const before = siblings[index - 1];
  const type = siblings[index]?.type;
  if (type === ';') {
    if (memberLists.has(parentType)) return !before || !modifiers.has(textOf(before));
    if (parentType === 'for_statement' || parentType === 'empty_statement') return false;
    // Behind an exported class or function it is a statement of its own.
    if (parentType === 'export_statement' && !isExportList(before)) return false;
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

/** A field named like a modifier (`get;`) would join the next member without its `;`. */
const modifiers: ReadonlySet<string> = new Set([
  ...['abstract', 'accessor', 'async', 'declare', 'get', 'override'],
  ...['private', 'protected', 'public', 'readonly', 'set', 'static'],
]);

function isExportList(before: SyntaxNode | undefined): boolean {
  return before !== undefined && !/_declaration$|^class$|function/.test(before.type);
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
