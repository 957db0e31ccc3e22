import type { Declared, Scope } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';

type TextOf = (node: SyntaxNode) => string;

/** What a statement or member of JavaScript, TypeScript or TSX declares, if it is a block. */
export function declareEcmascript(
  node: SyntaxNode,
  textOf: TextOf,
  scope: Scope,
): Declared | undefined {
  switch (node.type) {
    case 'export_statement':
      return declareExport(node, textOf, scope);
    case 'ambient_declaration':
      return declareAmbient(node, textOf, scope);
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'class_declaration':
    case 'abstract_class_declaration':
    case 'interface_declaration':
    case 'type_alias_declaration':
    case 'enum_declaration':
    case 'internal_module':
    case 'module':
      return declared(nameOf(node.childForFieldName('name'), textOf));
    case 'function_signature':
      return signature(nameOf(node.childForFieldName('name'), textOf));
    case 'method_signature':
      return scope === 'class' ? signature(memberName(node, textOf)) : undefined;
    case 'method_definition':
      return declared(memberName(node, textOf));
    case 'public_field_definition':
    case 'field_definition':
      return declareValue(memberName(node, textOf), node.childForFieldName('value'), 'class');
    case 'pair':
      return declareValue(
        nameOf(node.childForFieldName('key'), textOf),
        node.childForFieldName('value'),
        'object',
      );
    case 'lexical_declaration':
    case 'variable_declaration':
      return declareVariable(node, textOf, scope);
    case 'expression_statement':
      return declareExpression(node, textOf, scope);
    default:
      return undefined;
  }
}

function declareExport(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  const declaration = node.childForFieldName('declaration');
  if (declaration) return declareEcmascript(declaration, textOf, scope);
  return declareValue('default', node.childForFieldName('value'), scope);
}

function declareAmbient(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  for (const child of node.children) {
    if (child.type === 'global') return declared('global');
    const inner = child.isNamed ? declareEcmascript(child, textOf, scope) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** `const f = () => …`; several variables in one statement are no block of their own. */
function declareVariable(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  const [only, ...more] = node.children.filter(({ type }) => type === 'variable_declarator');
  if (!only || more.length !== 0) return undefined;
  const name = only.childForFieldName('name');
  if (name?.type !== 'identifier') return undefined;
  return declareValue(textOf(name), only.childForFieldName('value'), scope);
}

/** `exports.f = function () {…}` and `namespace N {…}`, which the grammar has in a statement. */
function declareExpression(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  const [expression] = node.children;
  if (expression?.type === 'internal_module') return declareEcmascript(expression, textOf, scope);
  if (expression?.type !== 'assignment_expression') return undefined;
  const left = expression.childForFieldName('left');
  if (left?.type !== 'identifier' && left?.type !== 'member_expression') return undefined;
  return declareValue(nameOf(left, textOf), expression.childForFieldName('right'), scope);
}

/**
 * A named value is a block when it is a class or a function, an object that holds functions,
 * or a call that is handed one of these (`memo(() => {…})`, `defineComponent({…})`). What is
 * small is left to the statement around it; small is told by the code, never by its line
 * breaks, because formatting must not move the bounds of blocks.
 */
function declareValue(name: string, value: SyntaxNode | null, scope: Scope): Declared | undefined {
  if (!value || scope === 'plain') return undefined;
  const inner = unwrap(value);
  if (functions.has(inner.type)) {
    const isBlock = scope === 'top' || scope === 'class' || hasStatements(inner);
    return isBlock ? declared(name) : undefined;
  }
  if (scope === 'nested') return undefined;
  if (inner.type === 'object') {
    return scope !== 'class' && holdsFunctions(inner, maxWrappers)
      ? { name, isSignature: false, members: inner }
      : undefined;
  }
  return scope === 'object' ? undefined : declareCall(name, inner, maxWrappers);
}

/** How many calls or objects, one in the other, are looked through for a function. */
const maxWrappers = 4;

function declareCall(name: string, call: SyntaxNode, depth: number): Declared | undefined {
  if (depth === 0) return undefined;
  if (call.type !== 'call_expression' && call.type !== 'new_expression') return undefined;
  for (const argument of call.childForFieldName('arguments')?.children ?? []) {
    const inner = unwrap(argument);
    if (functions.has(inner.type) && (hasStatements(inner) || givesMarkup(inner))) {
      return declared(name);
    }
    if (inner.type === 'object' && holdsFunctions(inner, maxWrappers)) {
      return { name, isSignature: false, members: inner };
    }
    const nested = declareCall(name, inner, depth - 1);
    if (nested) return nested;
  }
  return undefined;
}

const functions: ReadonlySet<string> = new Set([
  'arrow_function',
  'function_expression',
  'generator_function',
  'class',
]);

const wrappers: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
]);

function unwrap(value: SyntaxNode): SyntaxNode {
  let inner = value;
  while (wrappers.has(inner.type)) {
    const held = inner.children.find(({ isNamed, type }) => isNamed && type !== 'comment');
    if (!held) break;
    inner = held;
  }
  return inner;
}

function hasStatements(lambda: SyntaxNode): boolean {
  const body = lambda.childForFieldName('body')?.type;
  return body === 'statement_block' || body === 'class_body';
}

function givesMarkup(lambda: SyntaxNode): boolean {
  const body = lambda.childForFieldName('body');
  const type = body ? unwrap(body).type : '';
  return type === 'jsx_element' || type === 'jsx_self_closing_element';
}

function holdsFunctions(object: SyntaxNode, depth: number): boolean {
  if (depth === 0) return false;
  return object.children.some((member) => {
    if (member.type === 'method_definition') return true;
    if (member.type !== 'pair') return false;
    const value = member.childForFieldName('value');
    if (!value) return false;
    const inner = unwrap(value);
    if (functions.has(inner.type)) return hasStatements(inner);
    return inner.type === 'object' && holdsFunctions(inner, depth - 1);
  });
}

/** A member's name; accessors keep their keyword, so that the two of a pair differ. */
function memberName(node: SyntaxNode, textOf: TextOf): string {
  const name = node.childForFieldName('name') ?? node.childForFieldName('property');
  const accessor = node.children.find(({ type }) => type === 'get' || type === 'set')?.type;
  const plain = nameOf(name, textOf);
  return accessor === undefined ? plain : `${accessor} ${plain}`;
}

const maxName = 80;

function nameOf(node: SyntaxNode | null, textOf: TextOf): string {
  if (!node) return '(unnamed)';
  // Blanks count only between words, so that line breaks do not change a name.
  const text = textOf(node)
    .replace(/\s+/g, ' ')
    .replace(/\B | \B/g, '');
  const plain = node.type === 'string' ? text.slice(1, -1) : text;
  return plain === '' ? '(unnamed)' : plain.slice(0, maxName);
}

function declared(name: string): Declared {
  return { name, isSignature: false, members: undefined };
}

function signature(name: string): Declared {
  return { name, isSignature: true, members: undefined };
}
