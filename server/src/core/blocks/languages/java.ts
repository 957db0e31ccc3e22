import type { Declared, Language, Literal, Scope, SeparatorPlace } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';
import { directivePattern, hidesCode } from './directives.ts';
import { holdsNode } from './holdsNode.ts';
import { nextSibling, previousSibling } from './separators.ts';
import { stripIndent } from './stripIndent.ts';

type TextOf = (node: SyntaxNode) => string;

const comments: ReadonlySet<string> = new Set(['line_comment', 'block_comment']);

/**
 * Overloads have one name: what tells them apart is their code, and a name that depended on the
 * others would change with them.
 */
export const java: Language = {
  id: 'java',
  extensions: ['.java'],
  grammar: 'java',
  rules: {
    family: 'java',
    comments,
    literals: new Map<string, Literal>([
      ['string_literal', { kind: 'value', valueOf: stringValue }],
    ]),
    lists: new Set([
      'program',
      'class_body',
      'interface_body',
      'annotation_type_body',
      'enum_body',
      'enum_body_declarations',
      'module_body',
      'block',
      'constructor_body',
      'switch_block',
      'switch_block_statement_group',
    ]),
    leads: new Set(),
    empties: new Set(),
    separators: new Set([',', ';']),
    isNeutral,
    breaksAfter: new Set(),
    breaksBefore: new Set(),
    isDirective: (comment) =>
      directive.test(comment) || anywhere.test(comment) || hidesCode(comment),
    isStatement: (type) => type.endsWith('_statement'),
    scopeOf,
    declare,
  },
};

const directive = directivePattern([
  '@?noinspection\\b',
  'pmd[.:]',
  'suppress checkstyle',
  '\\$coverage-o',
  '\\$fall-through\\$',
]);

/**
 * Words that tools obey wherever they stand in a comment; and the line ends, `*` and `/` spelled
 * as Unicode escapes, which javac reads before it reads comments, so that they can end one.
 */
const anywhere =
  /\b(?:NOSONAR|NOPMD|(?:CHECKSTYLE|CPD)[-:. ]{0,3}O(?:N|FF))\b|\$NON-NLS-|\\u+00(?:0[ad]|2[af])/i;

/** The value of a text block does not depend on how far the code is indented. */
function stringValue(text: string): string {
  return text.startsWith('"""') ? stripIndent(text) : text;
}

const memberLists: ReadonlySet<string> = new Set([
  'program',
  'class_body',
  'interface_body',
  'annotation_type_body',
  'enum_body_declarations',
]);

const commaLists: ReadonlySet<string> = new Set([
  'array_initializer',
  'element_value_array_initializer',
  'enum_body',
]);

/** Where the language's parser skips a separator: an extra one, or one before the end. */
function isNeutral(place: SeparatorPlace): boolean {
  const { siblings, index, parentType } = place;
  const after = nextSibling(place, comments)?.type;
  if (siblings[index]?.type === ';') {
    return (
      memberLists.has(parentType) || (parentType === 'resource_specification' && after === ')')
    );
  }
  if (!commaLists.has(parentType)) return false;
  const isEnd = after === '}' || after === 'enum_body_declarations';
  return isEnd && previousSibling(place, comments)?.type !== ',';
}

/** The members of an anonymous class are blocks only where a field or an enum constant names it. */
function scopeOf(listType: string, parentType: string, outer: Scope): Scope {
  switch (listType) {
    case 'program':
      return 'top';
    case 'class_body':
      return parentType === 'object_creation_expression' && outer !== 'class' ? 'plain' : 'class';
    case 'interface_body':
    case 'annotation_type_body':
    case 'enum_body':
    case 'enum_body_declarations':
      return 'class';
    default:
      return 'nested';
  }
}

function declare(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  switch (node.type) {
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
    case 'annotation_type_declaration':
    case 'compact_constructor_declaration':
    case 'constructor_declaration':
      return declared(nameOf(node, textOf));
    case 'method_declaration':
      // Without a body it is a line of its class or interface, as a field is.
      return node.childForFieldName('body') ? declared(nameOf(node, textOf)) : undefined;
    case 'static_initializer':
      return declared('static {}');
    case 'block':
      return scope === 'class' ? declared('{}') : undefined;
    case 'enum_constant':
      return holdsCode(node) ? declared(nameOf(node, textOf)) : undefined;
    case 'field_declaration':
    case 'constant_declaration':
      return declareField(node, textOf);
    default:
      return undefined;
  }
}

/** A field is a block when its value is a lambda, or holds an anonymous class or statements. */
function declareField(node: SyntaxNode, textOf: TextOf): Declared | undefined {
  const holder = node.children.find((child) => {
    if (child.type !== 'variable_declarator') return false;
    const value = child.childForFieldName('value');
    return value !== null && (value.type === 'lambda_expression' || holdsCode(value));
  });
  return holder && declared(nameOf(holder, textOf));
}

const bodies: ReadonlySet<string> = new Set(['block', 'class_body', 'switch_block']);

function holdsCode(value: SyntaxNode): boolean {
  return holdsNode(value, bodies);
}

function nameOf(node: SyntaxNode, textOf: TextOf): string {
  const name = node.childForFieldName('name');
  return name && name.startIndex < name.endIndex ? textOf(name) : '(unnamed)';
}

function declared(name: string): Declared {
  return { name, isSignature: false, members: undefined };
}
