import type { Declared, Scope } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';

type TextOf = (node: SyntaxNode) => string;

/** What a statement or member of Go declares, if it is a block. */
export function declareGo(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  switch (node.type) {
    case 'function_declaration':
    case 'type_spec':
    case 'type_alias':
      return declared(nameOf(node.childForFieldName('name'), textOf));
    case 'method_declaration':
      return declared(methodName(node, textOf));
    case 'type_declaration':
      return declareType(node, textOf);
    case 'var_declaration': {
      const spec = node.children.find(({ type }) => type === 'var_spec');
      return spec && declareGo(spec, textOf, scope);
    }
    case 'var_spec':
      return declareOnly(namesOf(node), node.childForFieldName('value'), textOf, scope);
    case 'short_var_declaration':
      return declareSides(node, textOf, scope);
    case 'assignment_statement': {
      const operator = node.childForFieldName('operator');
      return operator && textOf(operator) === '=' ? declareSides(node, textOf, scope) : undefined;
    }
    case 'keyed_element':
      return declareMember(node, textOf, scope);
    default:
      return undefined;
  }
}

/** `T.Method`, of whatever form the receiver is: `t T`, `*T`, `t *T[K, V]`. */
function methodName(node: SyntaxNode, textOf: TextOf): string {
  const name = nameOf(node.childForFieldName('name'), textOf);
  const receiver = node.childForFieldName('receiver');
  const type = receiver && firstOf(receiver, 'type_identifier');
  return type ? `${textOf(type)}.${name}` : name;
}

/** The first node of a type, in text order. */
function firstOf(node: SyntaxNode, type: string): SyntaxNode | undefined {
  const open = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.type === type) return at;
    open.push(...at.children.toReversed());
  }
  return undefined;
}

/** `type T …` is a block; of `type ( … )` each type is one. */
function declareType(node: SyntaxNode, textOf: TextOf): Declared | undefined {
  const { children } = node;
  if (children.some(({ type }) => type === '(')) {
    return { name: '', isSignature: false, members: node, isGroup: true };
  }
  const spec = children.find(({ type }) => type === 'type_spec' || type === 'type_alias');
  return spec && declared(nameOf(spec.childForFieldName('name'), textOf));
}

/** The names on the left of `var a, b = …`. */
function namesOf({ children }: SyntaxNode): readonly SyntaxNode[] {
  return children.filter(({ type }) => type === 'identifier' || type === ',');
}

function declareSides(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  const left = node.childForFieldName('left')?.children ?? [];
  return declareOnly(left, node.childForFieldName('right'), textOf, scope);
}

/** One name with one value; several in one statement are no block of their own. */
function declareOnly(
  [name, ...more]: readonly SyntaxNode[],
  values: SyntaxNode | null,
  textOf: TextOf,
  scope: Scope,
): Declared | undefined {
  if (!name || more.length !== 0 || values?.children.length !== 1) return undefined;
  if (name.type !== 'identifier' && name.type !== 'selector_expression') return undefined;
  return declareValue(nameOf(name, textOf), values.children[0], scope);
}

function declareMember(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  if (scope !== 'object') return undefined;
  const value = node.childForFieldName('value')?.children[0];
  return declareValue(nameOf(node.childForFieldName('key'), textOf), value, scope);
}

/**
 * A named value is a block when it is a function, a literal with functions in named fields
 * (`cobra.Command{Run: func…}`), or a call that is handed a function (`sync.OnceFunc(func…)`).
 */
function declareValue(
  name: string,
  value: SyntaxNode | undefined,
  scope: Scope,
): Declared | undefined {
  if (!value) return undefined;
  const inner = unwrap(value);
  if (inner.type === 'func_literal') return declared(name);
  if (scope === 'nested') return undefined;
  if (inner.type === 'composite_literal') {
    const members = inner.childForFieldName('body') ?? undefined;
    return members && holdsFunctions(members, maxWrappers)
      ? { name, isSignature: false, members }
      : undefined;
  }
  return scope !== 'object' && isHandedFunction(inner, maxWrappers) ? declared(name) : undefined;
}

/** How many calls or literals, one in the other, are looked through for a function. */
const maxWrappers = 4;

function isHandedFunction(call: SyntaxNode, depth: number): boolean {
  if (depth === 0 || call.type !== 'call_expression') return false;
  return (call.childForFieldName('arguments')?.children ?? []).some((argument) => {
    const inner = unwrap(argument);
    return inner.type === 'func_literal' || isHandedFunction(inner, depth - 1);
  });
}

function holdsFunctions(literal: SyntaxNode, depth: number): boolean {
  if (depth === 0) return false;
  return literal.children.some((element) => {
    const value = element.childForFieldName('value')?.children[0];
    if (element.type !== 'keyed_element' || !value) return false;
    const inner = unwrap(value);
    if (inner.type === 'func_literal') return true;
    const members = inner.type === 'literal_value' ? inner : inner.childForFieldName('body');
    return members?.type === 'literal_value' && holdsFunctions(members, depth - 1);
  });
}

/** What stands in parentheses or behind `&`. */
function unwrap(value: SyntaxNode): SyntaxNode {
  let inner = value;
  while (inner.type === 'parenthesized_expression' || inner.type === 'unary_expression') {
    const held = inner.children.find(({ isNamed, type }) => isNamed && type !== 'comment');
    if (!held) break;
    inner = held;
  }
  return inner;
}

const maxName = 80;

function nameOf(node: SyntaxNode | null, textOf: TextOf): string {
  if (!node) return '(unnamed)';
  // Blanks count only between words, so that line breaks do not change a name.
  const text = textOf(node)
    .replace(/\s+/g, ' ')
    .replace(/\B | \B/g, '');
  const plain = text.replace(/^(["`])(.*)\1$/, '$2');
  return plain === '' ? '(unnamed)' : plain.slice(0, maxName);
}

function declared(name: string): Declared {
  return { name, isSignature: false, members: undefined };
}
