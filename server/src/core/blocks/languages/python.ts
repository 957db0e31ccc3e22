import type { Declared, Language, Literal, Scope, SeparatorPlace } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';
import { isBare } from './pythonParentheses.ts';
import { stringPieces } from './pythonStrings.ts';
import { hasEarlierComma, isLast, isTrailingComma } from './separators.ts';

/** A line continuation is no comment, but it is left out as one. */
const comments: ReadonlySet<string> = new Set(['comment', 'line_continuation']);

const strings: Literal = { kind: 'pieces', piecesOf: stringPieces };
const number: Literal = { kind: 'value', valueOf: numberOf };

export const python: Language = {
  id: 'python',
  extensions: ['.py', '.pyi', '.pyw'],
  grammar: 'python',
  rules: {
    family: 'python',
    comments,
    literals: new Map<string, Literal>([
      ['concatenated_string', strings],
      ['string', strings],
      ['float', number],
      ['integer', number],
    ]),
    // Indentation is the nesting of these lists; the hash marks where each statement ends.
    lists: new Set(['module', 'block']),
    leads: new Set(),
    empties: new Set(),
    separators: new Set([',', ';', ':', '(', ')']),
    isNeutral,
    isBare,
    // The grammar has no node for every continued line.
    isBlankGap: (text) => /^(?:\\\s*)+$/.test(text),
    breaksAfter: new Set(),
    breaksBefore: new Set(),
    isDirective: (comment) => directive.test(comment),
    // Formatters put a blank behind the mark.
    readDirective: (comment) => comment.replace(/#[ \t]*/g, '# '),
    // The line's end parts one decorator from the next: `@a @b` is one.
    isStatement: (type) => type === 'decorator',
    scopeOf,
    declare,
  },
};

/** Python's tools look for their words behind any `#` of a comment. */
const directive =
  /#[ \t]*(?:noqa|nosec|nosemgrep|nosonar|nolint|type:|pylint:|pyright:|mypy:|pyre-|ruff:|flake8:|pragma:|countersign:ignore|-\*-|vim?:|coding[:=])/i;

/** Where a last comma says nothing. */
const commaLists: ReadonlySet<string> = new Set([
  'argument_list',
  'dictionary',
  'dict_pattern',
  'import_from_statement',
  'list',
  'list_pattern',
  'parameters',
  'set',
  'with_clause',
]);

/** Where a comma makes a tuple of one element, but says nothing behind two or more. */
const tuples: ReadonlySet<string> = new Set([
  'subscript',
  'tuple',
  'tuple_pattern',
  'type_parameter',
]);
const bareTuples: ReadonlySet<string> = new Set([
  'expression_list',
  'expression_statement',
  'pattern_list',
]);

function isNeutral(place: SeparatorPlace): boolean {
  const { siblings, index, parentType, grandparentType } = place;
  switch (siblings[index]?.type) {
    case ';':
      return parentType === 'module' || parentType === 'block';
    case ':':
      return parentType === 'slice' && isEmptyStep(place);
    case '(':
    case ')':
      if (parentType === 'argument_list' && grandparentType === 'class_definition') {
        return siblings.every(({ type }) => /^[()]$/.test(type) || comments.has(type));
      }
      return parentType === 'import_from_statement' || parentType === 'with_clause';
    default:
  }
  if (parentType === 'lambda_parameters' || bareTuples.has(parentType)) {
    const isTrailing = siblings.slice(index + 1).every(({ type }) => comments.has(type));
    return isTrailing && (parentType === 'lambda_parameters' || hasEarlierComma(place));
  }
  if (!isTrailingComma(place, comments)) return false;
  return commaLists.has(parentType) || (tuples.has(parentType) && hasEarlierComma(place));
}

/** The value of a number: `0XFF`, `2_55.` and `1E5J` are `255`, `255.0` and `100000.0j`. */
function numberOf(literal: string): string {
  const text = literal.toLowerCase().replaceAll('_', '');
  if (/^(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|[1-9][0-9]*|0+)$/.test(text)) return String(BigInt(text));
  const [, digits, suffix = ''] = /^([0-9.]+(?:e[-+]?[0-9]+)?)(j?)$/.exec(text) ?? [];
  const value = Number(digits);
  // What Python 2 read in octal is no number of Python's today, and stays as it is.
  if (!Number.isFinite(value) || (suffix === '' && /^[0-9]+$/.test(text))) return text;
  return `${value}${Number.isInteger(value) ? '.0' : ''}${suffix}`;
}

/** The second colon of `a[b:c:]`. */
function isEmptyStep(place: SeparatorPlace): boolean {
  const { siblings, index } = place;
  return isLast(place, comments) && siblings.slice(0, index).some(({ type }) => type === ':');
}

function scopeOf(listType: string, parentType: string, _outer: Scope): Scope {
  if (listType === 'module') return 'top';
  return parentType === 'class_definition' ? 'class' : 'nested';
}

function declare(
  node: SyntaxNode,
  textOf: (node: SyntaxNode) => string,
  scope: Scope,
): Declared | undefined {
  switch (node.type) {
    case 'decorated_definition': {
      const definition = node.childForFieldName('definition');
      const inner = definition ? declare(definition, textOf, scope) : undefined;
      return inner && declared(accessorName(inner.name, node, textOf));
    }
    case 'function_definition':
    case 'class_definition': {
      const name = node.childForFieldName('name');
      return declared(name ? textOf(name) : '(unnamed)');
    }
    case 'expression_statement':
      return scope === 'top' || scope === 'class' ? declareLambda(node, textOf) : undefined;
    default:
      return undefined;
  }
}

/** `@price.setter` gives `price.setter`, so that it is told from the property it belongs to. */
function accessorName(
  name: string,
  { children }: SyntaxNode,
  textOf: (node: SyntaxNode) => string,
): string {
  const accessors = ['setter', 'deleter', 'getter'].map((kind) => `${name}.${kind}`);
  const accessor = accessors.find((each) =>
    children.some((child) => child.type === 'decorator' && textOf(child).trim() === `@${each}`),
  );
  return accessor ?? name;
}

/** `f = lambda …`. */
function declareLambda(
  node: SyntaxNode,
  textOf: (node: SyntaxNode) => string,
): Declared | undefined {
  const [assignment] = node.children;
  if (assignment?.type !== 'assignment') return undefined;
  const left = assignment.childForFieldName('left');
  const right = assignment.childForFieldName('right');
  return left?.type === 'identifier' && right?.type === 'lambda'
    ? declared(textOf(left))
    : undefined;
}

function declared(name: string): Declared {
  return { name, isSignature: false, members: undefined };
}
