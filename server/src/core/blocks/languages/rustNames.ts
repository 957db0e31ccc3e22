import type { Declared, Scope } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';

type TextOf = (node: SyntaxNode) => string;

/** What an item or statement of Rust declares, if it is a block. */
export function declareRust(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  switch (node.type) {
    case 'function_item':
    case 'struct_item':
    case 'enum_item':
    case 'union_item':
    case 'trait_item':
    case 'macro_definition':
      return declared(nameOf(node, textOf));
    case 'type_item':
      return scope === 'class' ? undefined : declared(nameOf(node, textOf));
    case 'mod_item':
      return node.childForFieldName('body') ? declared(nameOf(node, textOf)) : undefined;
    case 'impl_item':
      return declareImpl(node, textOf);
    case 'const_item':
    case 'static_item':
      return declareValue(nameOf(node, textOf), node.childForFieldName('value'), scope);
    case 'let_declaration': {
      const pattern = node.childForFieldName('pattern');
      if (pattern?.type !== 'identifier') return undefined;
      return declareValue(textOf(pattern), node.childForFieldName('value'), scope);
    }
    case 'expression_statement':
      return declareAssignment(node, textOf, scope);
    default:
      return undefined;
  }
}

/**
 * `impl T`, with `T.f` inside; `impl Trait for T`, with `<T as Trait>.f` inside, as Rust itself
 * writes a trait's function. So the two are told apart, and from `struct T`.
 */
function declareImpl(node: SyntaxNode, textOf: TextOf): Declared {
  const own = parametersOf(node.childForFieldName('type_parameters'), textOf);
  const shown = (type: SyntaxNode | null): string => (type ? typeName(type, textOf, own) : '?');
  const type = shown(node.childForFieldName('type'));
  const trait = node.childForFieldName('trait');
  if (!trait) return { ...declared(`impl ${type}`), within: type };
  const isNegative = node.children.some(({ type: mark }) => mark === '!');
  const name = `${isNegative ? '!' : ''}${shown(trait)}`;
  return { ...declared(`impl ${name} for ${type}`), within: `<${type} as ${name}>` };
}

function parametersOf(list: SyntaxNode | null, textOf: TextOf): ReadonlySet<string> {
  const names = (list?.children ?? []).map((parameter) => parameter.childForFieldName('name'));
  return new Set(names.flatMap((name) => (name ? [textOf(name)] : [])));
}

/**
 * A type as written, without lifetimes; a parameter of the `impl` itself is `_`, and a list of
 * nothing else is left out: `Price<T>` is `Price`, while `Price<u8>` keeps its argument.
 */
function typeName(type: SyntaxNode, textOf: TextOf, own: ReadonlySet<string>): string {
  const base = type.childForFieldName('type');
  const list = type.childForFieldName('type_arguments');
  if (type.type !== 'generic_type' || !base || !list) return plainName(textOf(type));
  const args = list.children
    .filter((each) => each.isNamed && each.type !== 'lifetime' && !each.type.endsWith('_comment'))
    .map((each) => (own.has(textOf(each)) ? '_' : typeName(each, textOf, own)));
  const name = plainName(textOf(base));
  return args.every((each) => each === '_') ? name : `${name}<${args.join(', ')}>`;
}

/** `let f = |a| { … }`, `static F: Lazy<T> = Lazy::new(|| { … })`. */
function declareValue(name: string, value: SyntaxNode | null, scope: Scope): Declared | undefined {
  if (!value || scope === 'plain') return undefined;
  const inner = unwrap(value);
  if (inner.type === 'closure_expression') {
    const isBlock = scope === 'top' || scope === 'class' || hasStatements(inner);
    return isBlock ? declared(name) : undefined;
  }
  return scope !== 'nested' && isHandedClosure(inner, maxWrappers) ? declared(name) : undefined;
}

function declareAssignment(
  { children }: SyntaxNode,
  textOf: TextOf,
  scope: Scope,
): Declared | undefined {
  const [assignment] = children;
  if (assignment?.type !== 'assignment_expression') return undefined;
  const left = assignment.childForFieldName('left');
  if (left?.type !== 'identifier' && left?.type !== 'field_expression') return undefined;
  return declareValue(plainName(textOf(left)), assignment.childForFieldName('right'), scope);
}

/** How many calls, one in the other, are looked through for a closure. */
const maxWrappers = 4;

function isHandedClosure(call: SyntaxNode, depth: number): boolean {
  if (depth === 0 || call.type !== 'call_expression') return false;
  return (call.childForFieldName('arguments')?.children ?? []).some((argument) => {
    const inner = unwrap(argument);
    if (inner.type === 'closure_expression') return hasStatements(inner);
    return isHandedClosure(inner, depth - 1);
  });
}

function hasStatements(closure: SyntaxNode): boolean {
  return closure.childForFieldName('body')?.type === 'block';
}

function unwrap(value: SyntaxNode): SyntaxNode {
  let inner = value;
  while (inner.type === 'parenthesized_expression' || inner.type === 'reference_expression') {
    const held = inner.children.findLast(
      ({ isNamed, type }) => isNamed && !type.endsWith('_comment'),
    );
    if (!held) break;
    inner = held;
  }
  return inner;
}

function nameOf(node: SyntaxNode, textOf: TextOf): string {
  const name = node.childForFieldName('name');
  return name ? plainName(textOf(name)) : '(unnamed)';
}

const maxName = 80;

/** Blanks count only between words, so that line breaks do not change a name. */
function plainName(text: string): string {
  return text
    .replace(/'[\p{L}\p{N}_]+\s*/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\B | \B/g, '')
    .slice(0, maxName);
}

function declared(name: string): Declared {
  return { name, isSignature: false, members: undefined };
}
