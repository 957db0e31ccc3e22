import type { CommentPlace, Language, Literal, Scope, SeparatorPlace } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';
import { directivePattern } from './directives.ts';
import { declareGo } from './goNames.ts';
import { hasEarlierComma, isTrailingComma } from './separators.ts';

const comments: ReadonlySet<string> = new Set(['comment']);

/** Where each element stands between line ends or semicolons, which mean the same. */
const lists: ReadonlySet<string> = new Set([
  'source_file',
  'statement_list',
  'import_spec_list',
  'var_spec_list',
  'const_declaration',
  'field_declaration_list',
  'interface_type',
]);

export const go: Language = {
  id: 'go',
  extensions: ['.go'],
  grammar: 'go',
  rules: {
    family: 'go',
    comments,
    literals: new Map<string, Literal>([
      ['interpreted_string_literal', { kind: 'whole' }],
      ['raw_string_literal', { kind: 'whole' }],
    ]),
    lists,
    leads: new Set(),
    empties: new Set(['empty_statement']),
    separators: new Set([',', ';']),
    isNeutral,
    breaksAfter: new Set(),
    breaksBefore: new Set(),
    endsLine: (token) => lineEnd.test(token) && !openKeywords.has(token),
    isDirective: (comment) => directive.test(comment) || toolComment.test(comment),
    commentRole,
    isStatement: (type) => statements.has(type),
    scopeOf,
    declare: declareGo,
  },
};

/** Go's own rule for directives (go/ast), build constraints, and the mark of generated code. */
const directive =
  /^\/\/(?:(?:line|extern|export) |[a-z0-9]+:[a-z0-9]|[ \t]*\+build\b)|^\/\*line |^\/\/ Code generated .* DO NOT EDIT\.\s*$/;
const toolComment = directivePattern(['[^\\n]*#nosec\\b', 'lint:', 'exhaustive:']);

/** The Go specification's rule for automatic semicolons: names, literals, some keywords, `)`. */
const lineEnd = /[\p{L}\p{N}_)\]}"'`]$|^\d.*\.$|^(?:\+\+|--)$/u;
const openKeywords: ReadonlySet<string> = new Set([
  ...['case', 'chan', 'const', 'default', 'defer', 'else', 'for', 'func', 'go', 'goto', 'if'],
  ...[
    'import',
    'interface',
    'map',
    'package',
    'range',
    'select',
    'struct',
    'switch',
    'type',
    'var',
  ],
]);

/** Statements in statements, without a list around them: `else if`, cases, what a label marks. */
const statements: ReadonlySet<string> = new Set([
  'communication_case',
  'default_case',
  'expression_case',
  'expression_switch_statement',
  'for_statement',
  'if_statement',
  'select_statement',
  'type_case',
  'type_switch_statement',
]);

/** Where a last comma says nothing. */
const commaLists: ReadonlySet<string> = new Set([
  'argument_list',
  'literal_value',
  'parameter_list',
  'type_arguments',
  'type_conversion_expression',
]);

function isNeutral(place: SeparatorPlace): boolean {
  const { siblings, index, parentType } = place;
  if (siblings[index]?.type === ';') {
    if (isEmptyStatement(place)) return false;
    if (parentType === 'for_clause') return isPlainCondition(place);
    return lists.has(parentType) || parentType === 'type_declaration' || parentType === 'block';
  }
  if (!isTrailingComma(place, comments)) return false;
  if (parentType !== 'type_parameter_list') return commaLists.has(parentType);
  return hasEarlierComma(place) || isPlainParameter(place);
}

/** `for ; a; {}` is `for a {}`. */
function isPlainCondition({ siblings }: SeparatorPlace): boolean {
  const parts = siblings.filter(({ type }) => !comments.has(type));
  return parts[0]?.type === ';' && parts.at(-1)?.type === ';';
}

/**
 * Behind an empty statement it is another one, and so it is behind a comment whose line break
 * has ended the statement already.
 */
function isEmptyStatement(place: SeparatorPlace): boolean {
  const last = before(place);
  const at = last ? place.siblings.indexOf(last) : -1;
  const between = place.siblings.slice(at + 1, place.index);
  const isEnded = between.some((comment) => place.textOf(comment).includes('\n'));
  return isEnded || last?.type === 'empty_statement';
}

function before({ siblings, index }: SeparatorPlace): SyntaxNode | undefined {
  return siblings.slice(0, index).findLast(({ type }) => !comments.has(type));
}

/** `[P any,]`. In `[P *T,]` the comma is what makes it no length of an array. */
function isPlainParameter(place: SeparatorPlace): boolean {
  const parameter = before(place);
  return parameter !== undefined && !/[*(]/.test(place.textOf(parameter));
}

/** Cgo compiles the comment above `import "C"`; `go test` compares with what an example prints. */
function commentRole(place: CommentPlace): 'code' | undefined {
  return isCgoPreamble(place) || isExampleOutput(place) ? 'code' : undefined;
}

function isCgoPreamble({ siblings, index, textOf, textBetween }: CommentPlace): boolean {
  for (let at = index; ; at++) {
    const node = siblings[at];
    const next = siblings[at + 1];
    if (!node || !next || 1 < textBetween(node, next).split('\n').length - 1) return false;
    if (comments.has(next.type)) continue;
    const isImport = next.type === 'import_declaration' || next.type === 'import_spec';
    return isImport && /(?:^import\s*|^)["`]C["`]$/.test(textOf(next));
  }
}

function isExampleOutput({ siblings, index, textOf }: CommentPlace): boolean {
  const isLast = siblings.slice(index).every(({ type }) => comments.has(type) || type === '}');
  if (!isLast) return false;
  for (let at = index; ; at--) {
    const node = siblings[at];
    if (!node || !comments.has(node.type)) return false;
    if (/^\/[/*]\s*(?:unordered )?output:/i.test(textOf(node))) return true;
  }
}

function scopeOf(listType: string, _parentType: string, outer: Scope): Scope {
  switch (listType) {
    case 'source_file':
      return 'top';
    case 'var_spec_list':
      return outer;
    case 'type_declaration':
    case 'literal_value':
      return 'object';
    case 'field_declaration_list':
    case 'interface_type':
      return 'plain';
    default:
      return 'nested';
  }
}
