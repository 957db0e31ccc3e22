import type { Declared, Language, Literal, Scope } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';
import { directivePattern, hidesCode } from './directives.ts';
import { holdsNode } from './holdsNode.ts';
import { isTrailingComma } from './separators.ts';
import { stripClosingIndent } from './stripIndent.ts';

type TextOf = (node: SyntaxNode) => string;

/** Lines for the preprocessor stand wherever comments may; all but regions are hashed. */
const comments: ReadonlySet<string> = new Set([
  'comment',
  'shebang_directive',
  'preproc_define',
  'preproc_endregion',
  'preproc_error',
  'preproc_line',
  'preproc_nullable',
  'preproc_pragma',
  'preproc_region',
  'preproc_undef',
  'preproc_warning',
]);

/** Their lists hold what the list around them would hold. */
const conditionals: ReadonlySet<string> = new Set(['preproc_if', 'preproc_elif', 'preproc_else']);

/**
 * Overloads have one name: what tells them apart is their code, and a name that depended on the
 * others would change with them. A property is one block with its accessors.
 */
export const csharp: Language = {
  id: 'csharp',
  extensions: ['.cs', '.csx', '.cake'],
  grammar: 'c-sharp',
  rules: {
    family: 'csharp',
    comments,
    literals: new Map<string, Literal>([
      ['string_literal', { kind: 'whole' }],
      ['character_literal', { kind: 'whole' }],
      ['verbatim_string_literal', { kind: 'whole' }],
      ['raw_string_literal', { kind: 'value', valueOf: stripClosingIndent }],
      [
        'interpolated_string_expression',
        { kind: 'chunks', substitutions: new Set(['interpolation']) },
      ],
      ['interpolation_format_clause', { kind: 'whole' }],
      ['interpolation_brace', { kind: 'value', valueOf: (brace) => brace.trim() }],
    ]),
    lists: new Set([
      'compilation_unit',
      'declaration_list',
      'enum_member_declaration_list',
      'accessor_list',
      'block',
      'switch_body',
      'switch_section',
      ...conditionals,
    ]),
    leads: new Set(),
    empties: new Set(),
    separators: new Set([',']),
    isNeutral: (place) => commaLists.has(place.parentType) && isTrailingComma(place, comments),
    // The grammar keeps no node for the semicolon behind the body of a type or a namespace.
    isBlankGap: (text) => text === ';',
    breaksAfter: new Set(),
    breaksBefore: new Set(),
    lineWords: { has: (word) => condition.test(word), read: conditionLine },
    isDirective: (comment) =>
      preprocessor.test(comment) ||
      directive.test(comment) ||
      /\bNOSONAR\b/.test(comment) ||
      hidesCode(comment),
    readDirective,
    // A region is about all that is in it.
    isFileComment: (comment) => region.test(comment),
    isStatement: (type) => type.endsWith('_statement') && type !== 'empty_statement',
    scopeOf,
    declare,
  },
};

const condition = /^#[ \t]*(?:if|elif|else|endif)$/;
const region = /^#[ \t]*(?:end)?region\b/;
const preprocessor = /^#(?![ \t]*(?:end)?region\b)/;

const directive = directivePattern([
  'resharper ',
  'stryker ',
  'dotcover ',
  'noinspection\\b',
  'stylecop',
  '<auto-?generated',
]);

/** Where the language's grammar allows a last comma. */
const commaLists: ReadonlySet<string> = new Set([
  'anonymous_object_creation_expression',
  'attribute_list',
  'enum_member_declaration_list',
  'global_attribute',
  'initializer_expression',
  'property_pattern_clause',
  'switch_expression',
  'with_expression',
]);

/** Namespaces are no blocks, so that writing them with or without braces changes no symbol. */
function scopeOf(listType: string, parentType: string, outer: Scope): Scope {
  if (conditionals.has(listType)) return outer;
  switch (listType) {
    case 'compilation_unit':
      return 'top';
    case 'declaration_list':
      return parentType === 'namespace_declaration' ? 'top' : 'class';
    case 'enum_member_declaration_list':
    case 'accessor_list':
      return 'plain';
    default:
      return 'nested';
  }
}

function declare(node: SyntaxNode, textOf: TextOf): Declared | undefined {
  switch (node.type) {
    case 'class_declaration':
    case 'struct_declaration':
    case 'interface_declaration':
    case 'record_declaration':
    case 'enum_declaration':
    case 'delegate_declaration':
    case 'local_function_statement':
      return declared(nameOf(node, textOf));
    case 'method_declaration':
    case 'property_declaration':
    case 'event_declaration':
      return hasCode(node) ? declared(memberName(node, nameOf(node, textOf), textOf)) : undefined;
    case 'indexer_declaration':
      return hasCode(node) ? declared(memberName(node, 'this[]', textOf)) : undefined;
    case 'constructor_declaration': {
      const isStatic = node.children.some((child) => textOf(child) === 'static');
      return declared(`${isStatic ? 'static ' : ''}${nameOf(node, textOf)}`);
    }
    case 'destructor_declaration':
      return declared(`~${nameOf(node, textOf)}`);
    case 'operator_declaration':
    case 'conversion_operator_declaration':
      return hasCode(node) ? declared(operatorName(node, textOf)) : undefined;
    case 'field_declaration':
    case 'event_field_declaration':
      return declareField(node, textOf);
    case 'global_statement':
      return node.children[0] && declare(node.children[0], textOf);
    default:
      return undefined;
  }
}

const code: ReadonlySet<string> = new Set(['block', 'arrow_expression_clause']);

/** What is only declared (`get; set;`, an abstract method) is a line of its type, as a field is. */
function hasCode(node: SyntaxNode): boolean {
  const accessors = node.childForFieldName('accessors');
  if (accessors?.children.some((accessor) => accessor.children.some(isCode))) return true;
  const value = node.childForFieldName('value');
  return node.children.some(isCode) || (value !== null && holdsCode(value));
}

function isCode({ type }: SyntaxNode): boolean {
  return code.has(type);
}

const values: ReadonlySet<string> = new Set(['block', 'switch_expression']);

function holdsCode(value: SyntaxNode): boolean {
  return holdsNode(value, values);
}

/** A field is a block when its value is a lambda, or holds statements. */
function declareField(node: SyntaxNode, textOf: TextOf): Declared | undefined {
  const variables = node.children.find(({ type }) => type === 'variable_declaration');
  const holder = variables?.children.find(
    (child) =>
      child.type === 'variable_declarator' &&
      (child.children.some(({ type }) => type === 'lambda_expression') || holdsCode(child)),
  );
  return holder && declared(nameOf(holder, textOf));
}

/** `IDisposable.Dispose` for a member that implements an interface by name. */
function memberName({ children }: SyntaxNode, name: string, textOf: TextOf): string {
  const explicit = children.find(({ type }) => type === 'explicit_interface_specifier');
  return explicit ? `${plain(textOf(explicit))}${name}` : name;
}

/** `operator +`, `implicit operator int`. */
function operatorName({ children }: SyntaxNode, textOf: TextOf): string {
  const end = children.findIndex(({ type }) => type === 'parameter_list');
  const words = children.slice(0, end < 0 ? children.length : end);
  const start = words.findIndex(({ type }) => ['implicit', 'explicit', 'operator'].includes(type));
  return words
    .slice(Math.max(0, start))
    .filter(({ type }) => !comments.has(type))
    .map((word) => plain(textOf(word)))
    .join(' ');
}

function nameOf(node: SyntaxNode, textOf: TextOf): string {
  const name = node.childForFieldName('name');
  return name && name.startIndex < name.endIndex ? textOf(name) : '(unnamed)';
}

const maxName = 80;

function plain(text: string): string {
  return withoutBlanks(text).slice(0, maxName);
}

/** The lines of words and numbers, behind which a comment may stand. */
const plainLine = /^#[ \t]*(?:define|nullable|pragma[ \t]+warning|undef)\b/;

function readDirective(text: string): string {
  const isPlain = plainLine.test(text) && !hidesCode(text);
  return isPlain ? conditionLine(text) : text;
}

/** A condition without the comment behind it. Of other lines nothing is read but the word. */
function conditionLine(line: string): string {
  const words = withoutBlanks(line.replace(/\/\/.*/, '').trim());
  return /^#e(?:lse|ndif)/.exec(words)?.[0] ?? words;
}

/** Blanks count only between words, so that formatting changes nothing. */
function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\B | \B/g, '');
}

function declared(name: string): Declared {
  return { name, isSignature: false, members: undefined };
}
