import type {
  CommentPlace,
  Language,
  Literal,
  NodePlace,
  Piece,
  Scope,
  SeparatorPlace,
} from '../language.ts';
import { directivePattern } from './directives.ts';
import { declareRust } from './rustNames.ts';
import { hasEarlierComma, isLast, isTrailingComma } from './separators.ts';

const comments: ReadonlySet<string> = new Set(['line_comment', 'block_comment']);

export const rust: Language = {
  id: 'rust',
  extensions: ['.rs'],
  grammar: 'rust',
  rules: {
    family: 'rust',
    comments,
    literals: new Map<string, Literal>([
      ['string_literal', { kind: 'whole' }],
      ['raw_string_literal', { kind: 'whole' }],
      ['shebang', { kind: 'pieces', piecesOf: shebangPieces }],
    ]),
    lists: new Set([
      'source_file',
      'declaration_list',
      'block',
      'match_block',
      'field_declaration_list',
      'enum_variant_list',
    ]),
    leads: new Set(['attribute_item']),
    empties: new Set(['empty_statement']),
    separators: new Set([',', '|']),
    isNeutral,
    breaksAfter: new Set(),
    breaksBefore: new Set(),
    // What other tools obey are attributes, not comments. `// SAFETY:` is prose.
    isDirective: (comment) => directive.test(comment),
    commentRole,
    isStatement: () => false,
    scopeOf,
    declare: declareRust,
  },
};

const directive = directivePattern(['(?:lcov|gcov|gcovr|grcov)[_-]', 'kcov-ignore', 'ignore-tidy']);

/** The grammar takes an attribute for a shebang (`#! [a]`) where a blank stands in it. */
function shebangPieces({ siblings, index, textOf }: NodePlace): readonly Piece[] {
  const node = siblings[index];
  if (!node) return [];
  const { startIndex, endIndex } = node;
  const line = textOf(startIndex, endIndex);
  if (!/^#!\s*\[/.test(line)) return [{ start: startIndex, end: endIndex, token: line }];
  return [...line.matchAll(attributeToken)]
    .map(({ 0: token, index: at }) => {
      const start = startIndex + at;
      return { start, end: start + token.length, token };
    })
    .filter(({ token }) => !/^\/[/*]/.test(token));
}

const attributeToken = /\/\/.*|\/\*.*?\*\/|"(?:[^"\\]|\\.)*"|\w+|::|\S/g;

/** Doc comments are attributes to the compiler: macros, doc tests and command lines read them. */
function commentRole({ siblings, index }: CommentPlace): 'code' | 'lead' | undefined {
  const marks = siblings[index]?.children.map(({ type }) => type) ?? [];
  if (marks.includes('outer_doc_comment_marker')) return 'lead';
  return marks.includes('inner_doc_comment_marker') ? 'code' : undefined;
}

/** Where a last comma says nothing. In a macro's arguments it does. */
const commaLists: ReadonlySet<string> = new Set([
  'arguments',
  'array_expression',
  'enum_variant_list',
  'field_declaration_list',
  'field_initializer_list',
  'ordered_field_declaration_list',
  'parameters',
  'slice_pattern',
  'struct_pattern',
  'tuple_struct_pattern',
  'type_arguments',
  'type_parameters',
  'use_list',
]);

/** Where a comma makes a tuple of one element. */
const tuples: ReadonlySet<string> = new Set(['tuple_expression', 'tuple_pattern', 'tuple_type']);

function isNeutral(place: SeparatorPlace): boolean {
  const { siblings, index, parentType } = place;
  // A leading `|` before alternatives.
  if (siblings[index]?.type === '|') return index === 0 && parentType === 'or_pattern';
  if (parentType === 'match_arm' || parentType === 'where_clause') return isLast(place, comments);
  if (!isTrailingComma(place, comments)) return false;
  return commaLists.has(parentType) || (tuples.has(parentType) && hasEarlierComma(place));
}

function scopeOf(listType: string, parentType: string, _outer: Scope): Scope {
  switch (listType) {
    case 'source_file':
      return 'top';
    case 'declaration_list':
      if (parentType === 'mod_item') return 'top';
      return parentType === 'foreign_mod_item' ? 'plain' : 'class';
    case 'field_declaration_list':
    case 'enum_variant_list':
      return 'plain';
    default:
      return 'nested';
  }
}
