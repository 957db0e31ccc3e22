import type {
  NodePlace,
  LanguageRules,
  LeadPlace,
  Literal,
  Scope,
  SeparatorPlace,
  WordPlace,
} from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';
import { numberOf, stringPieces } from './ecmascriptLiterals.ts';
import { directivePattern } from './directives.ts';
import { declareEcmascript } from './ecmascriptNames.ts';
import { isLast, isTrailingComma, nextSibling, previousSibling } from './separators.ts';

/** JavaScript, TypeScript and TSX: one family, so that equal code has equal hashes in all. */
export const ecmascript: LanguageRules = {
  family: 'js',
  comments: new Set(['comment', 'html_comment']),
  literals: new Map<string, Literal>([
    ['string', { kind: 'pieces', piecesOf: stringPieces }],
    ['number', { kind: 'value', valueOf: numberOf }],
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
  isLead,
  empties: new Set(['empty_statement']),
  separators: new Set([',', ';', '|', '&', 'empty_statement']),
  isNeutral,
  breaksAfter: new Set([
    ...['return', 'throw', 'break', 'continue', 'yield', 'async', 'using'],
    ...['type', 'interface', 'namespace', 'module', 'declare', 'abstract', 'accessor'],
    ...['public', 'private', 'protected', 'override', 'readonly', 'asserts', '>'],
  ]),
  breaksBefore: new Set(['as', 'satisfies', 'is', '++', '--', '!', '<', '[']),
  isBare: isLoneParameter,
  mindsBreak,
  // To JavaScript `f<T>(x)` is two comparisons: one family of hashes must tell them apart.
  wordOf: (word, parentType) => (word === '<' && parentType === 'type_arguments' ? '< type' : word),
  lineEnds: '\u2028\u2029',
  isDirective: (comment) => directive.test(comment),
  isStatement: (type) => type.endsWith('_statement') && type !== 'empty_statement',
  scopeOf,
  declare: declareEcmascript,
};

/** `(a) => b` is `a => b`. */
function isLoneParameter({ siblings, index, parentType }: NodePlace): boolean {
  const node = siblings[index];
  if (parentType !== 'arrow_function' || node?.type !== 'formal_parameters') return false;
  // `(a): B => c` behind a question mark, and `<A>(b) => c`, would be something else.
  const isAlone = siblings[index + 1]?.type === '=>';
  if (!isAlone || siblings[index - 1]?.type === 'type_parameters') return false;
  const inside = node.children.slice(1, -1).filter(({ type }) => !ecmascript.comments.has(type));
  const [parameter, ...more] = inside;
  const [name = parameter] = parameter?.children ?? [];
  const isName = name?.type === 'identifier' && name.endIndex === parameter?.endIndex;
  return isName && name.startIndex === parameter.startIndex && more.length === 0;
}

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

/**
 * Where a line break ends a statement, although the grammar goes on with it. Elsewhere the words are
 * operators and brackets, which formatters put on lines of their own.
 */
function mindsBreak({ word, index, siblings, parentType, grandparentType }: WordPlace): boolean {
  switch (word) {
    case 'as':
      return parentType === 'as_expression';
    case 'type':
      return parentType === 'type_alias_declaration';
    case '++':
    case '--':
      return index !== 0;
    case '!':
      return parentType === 'non_null_expression';
    case '[':
      return typesWithBrackets.has(parentType);
    case '<':
      return parentType === 'type_arguments' && typesWithArguments.has(grandparentType);
    case '>':
      // `a<b>` at a line's end has type arguments.
      return (
        parentType === 'binary_expression' &&
        (grandparentType === 'sequence_expression' || isLessThan(siblings[0]))
      );
    default:
      return true;
  }
}

const typesWithBrackets: ReadonlySet<string> = new Set(['array_type', 'lookup_type']);
const typesWithArguments: ReadonlySet<string> = new Set([
  'generic_type',
  'instantiation_expression',
  'type_query',
]);

function isLessThan(node: SyntaxNode | undefined): boolean {
  return node?.type === 'binary_expression' && node.children.some(({ type }) => type === '<');
}

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
  const before = previousSibling(place, ecmascript.comments);
  const type = siblings[index]?.type;
  if (type === 'empty_statement') return isEndOf(before);
  if (type === ';') {
    if (memberLists.has(parentType)) {
      return !before || (!modifiers.has(textOf(before)) && !wouldJoin(place, before));
    }
    if (parentType === 'for_statement' || parentType === 'empty_statement') return false;
    // Behind an exported class or function it is a statement of its own.
    if (parentType === 'export_statement' && !isExportList(before)) return false;
    const isHeader = grandparentType === 'for_statement' && parentType.endsWith('_declaration');
    return !isHeader && isLast(place, ecmascript.comments);
  }
  if (type === ',') {
    if (parentType === 'interface_body' || parentType === 'object_type') {
      return !before || !wouldJoin(place, before);
    }
    return commaLists.has(parentType) && isTrailingComma(place, ecmascript.comments);
  }
  // A leading `|` or `&`, as formatters put before the first of many types; the grammar nests
  // them. Before a single type it gives a tree of its own.
  return index === 0 && parentType === grandparentType && typeLists.has(parentType);
}

/** `a?` and a call signature below it are one method to the language, and two members to the grammar. */
function wouldJoin(place: SeparatorPlace, before: SyntaxNode): boolean {
  const after = nextSibling(place, ecmascript.comments);
  return (
    before.type === 'property_signature' &&
    !before.children.some(({ type }) => type === 'type_annotation') &&
    after !== undefined &&
    /^[(<]/.test(place.textOf(after))
  );
}

/**
 * Whether a semicolon that the grammar takes for a statement is the end of the one before it, as
 * behind a comment on the line before.
 */
function isEndOf(before: SyntaxNode | undefined): boolean {
  let last = before;
  let end = last && lastOf(last);
  while (last && end && endedByStatement.has(last.type)) {
    if (last.type === 'export_statement' && isExportList(end)) break;
    last = end;
    end = lastOf(last);
  }
  if (!last || !end || end.type === ';') return false;
  if (modules.has(last.type)) return end.type !== 'statement_block';
  return endedBySemicolon.has(last.type);
}

function lastOf({ children }: SyntaxNode): SyntaxNode | undefined {
  return children.findLast(({ type }) => !ecmascript.comments.has(type));
}

const endedBySemicolon: ReadonlySet<string> = new Set([
  ...['import_statement', 'lexical_declaration', 'variable_declaration', 'expression_statement'],
  ...['return_statement', 'throw_statement', 'break_statement', 'continue_statement'],
  ...['debugger_statement', 'do_statement', 'export_statement', 'function_signature'],
  ...['import_alias', 'type_alias_declaration'],
]);

const modules: ReadonlySet<string> = new Set(['internal_module', 'module']);

const endedByStatement: ReadonlySet<string> = new Set([
  ...['if_statement', 'else_clause', 'for_statement', 'for_in_statement', 'while_statement'],
  ...['with_statement', 'labeled_statement', 'ambient_declaration', 'export_statement'],
]);

/** A field named like a modifier (`get;`) would join the next member without its `;`. */
const modifiers: ReadonlySet<string> = new Set([
  ...['abstract', 'accessor', 'async', 'declare', 'get', 'override'],
  ...['private', 'protected', 'public', 'readonly', 'set', 'static'],
]);

function isExportList(before: SyntaxNode | undefined): boolean {
  return before !== undefined && !/_declaration$|^class$|function|module$/.test(before.type);
}

/**
 * The grammar ends a statement at some line breaks within it: behind `export` and `let`, which it
 * takes for names there, and before the `from` of an export.
 */
function isLead(place: LeadPlace): boolean {
  const { siblings, index, textOf } = place;
  const node = siblings[index];
  // Reading a node's children is dear; most statements are told by their beginnings.
  if (!node || !/^(?:export|let|from)\b/.test(textOf(node))) return false;
  const next = nextSibling(place, ecmascript.comments);
  if (!next) return false;
  if (node.type === 'export_statement') {
    if (next.type !== 'expression_statement' || soleName(next, textOf) !== 'from') return false;
    return node.children.at(-1)?.type === 'export_clause';
  }
  const word = soleName(node, textOf);
  if (word === 'export') return next.type !== 'statement_block';
  if (word === undefined || next.type !== 'expression_statement') return false;
  const begun = next.children[0]?.type;
  if (word === 'from') return begun === 'string';
  return word === 'let' && (begun === 'assignment_expression' || begun === 'identifier');
}

/** The name that a statement without a semicolon is. */
function soleName(node: SyntaxNode, textOf: LeadPlace['textOf']): string | undefined {
  if (node.type !== 'expression_statement' || !/^\w+(?![\w.(])/.test(textOf(node)))
    return undefined;
  const [first, ...others] = node.children;
  const isAlone = others.every(({ type, isMissing }) => isMissing || ecmascript.comments.has(type));
  return first?.type === 'identifier' && isAlone ? textOf(first) : undefined;
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
