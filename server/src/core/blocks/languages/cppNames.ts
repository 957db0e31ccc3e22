import type { Declared, Scope } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';

type TextOf = (node: SyntaxNode) => string;

/**
 * What a statement or member of C or C++ declares, if it is a block. Prototypes are none: they
 * stay with the run, or the class, that they stand in. Overloads have one name: what tells them
 * apart is their code.
 */
export function declareCpp(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  switch (node.type) {
    case 'namespace_definition':
    case 'concept_definition':
    case 'preproc_function_def':
      return declared(nameOf(node.childForFieldName('name'), textOf));
    case 'class_specifier':
    case 'enum_specifier':
    case 'struct_specifier':
    case 'union_specifier':
      return node.childForFieldName('body')
        ? declared(nameOf(node.childForFieldName('name'), textOf))
        : undefined;
    case 'function_definition':
      return declareFunction(node, textOf);
    case 'friend_declaration':
    case 'linkage_specification':
    case 'template_declaration':
      return declareWrapped(node, textOf, scope);
    case 'declaration':
    case 'field_declaration':
    case 'type_definition':
      return declareType(node, textOf) ?? declareLambda(node, textOf);
    default:
      return undefined;
  }
}

/** What a template's header, `friend` or `extern "C"` stands before. */
function declareWrapped(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  for (const child of node.children) {
    const inner = child.isNamed ? declareCpp(child, textOf, scope) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function declareFunction(node: SyntaxNode, textOf: TextOf): Declared {
  const declarator = innermost(node.childForFieldName('declarator'));
  const name = declarator?.childForFieldName('declarator');
  if (declarator?.type === 'operator_cast') {
    const type = declarator.childForFieldName('type');
    return declared(`operator ${nameOf(type, textOf)}`);
  }
  // `TEST(Price, Parses) {…}`: a macro's name says nothing without its arguments.
  const isMacro =
    name?.type === 'identifier' &&
    !node.childForFieldName('type') &&
    /^[A-Z][A-Z0-9_]+$/.test(textOf(name));
  return declared(nameOf((isMacro ? declarator : name) ?? declarator, textOf));
}

/** The function's declarator inside pointers and references, or the declarator itself. */
function innermost(declarator: SyntaxNode | null): SyntaxNode | null {
  let inner = declarator;
  while (inner && inner.type !== 'function_declarator' && inner.type !== 'operator_cast') {
    const next =
      inner.childForFieldName('declarator') ??
      inner.children.find(({ type }) => type.endsWith('_declarator') || type === 'operator_cast');
    if (!next) return inner;
    inner = next;
  }
  // `(*f(int a))(int b)`: what is called first is named.
  const held = inner?.childForFieldName('declarator');
  if (held?.type !== 'parenthesized_declarator') return inner;
  const first = held.children.find(({ type }) => type.endsWith('_declarator'));
  return first ? innermost(first) : inner;
}

/** `struct A {…} a;`, `typedef struct {…} A;`. */
function declareType(node: SyntaxNode, textOf: TextOf): Declared | undefined {
  const type = node.childForFieldName('type');
  if (!type || !types.has(type.type) || !type.childForFieldName('body')) return undefined;
  const name = type.childForFieldName('name') ?? node.childForFieldName('declarator');
  return declared(nameOf(name, textOf));
}

const types: ReadonlySet<string> = new Set([
  'class_specifier',
  'enum_specifier',
  'struct_specifier',
  'union_specifier',
]);

/** `auto f = [](int a) {…};`. */
function declareLambda(node: SyntaxNode, textOf: TextOf): Declared | undefined {
  const [only, ...more] = node.children.filter(
    ({ type }) => type === 'init_declarator' || type.endsWith('identifier'),
  );
  const isField = node.type === 'field_declaration';
  const holder = isField ? node : only;
  if (!holder || (more.length !== 0 && !isField)) return undefined;
  const value = holder.childForFieldName(isField ? 'default_value' : 'value');
  return value?.type === 'lambda_expression'
    ? declared(nameOf(holder.childForFieldName('declarator'), textOf))
    : undefined;
}

const maxName = 80;

function nameOf(node: SyntaxNode | null | undefined, textOf: TextOf): string {
  if (!node) return '(unnamed)';
  // Blanks count only between words, so that line breaks do not change a name.
  const text = textOf(node)
    .replace(/\s+/g, ' ')
    .replace(/\B | \B/g, '')
    // Where a macro before it hides a class from the grammar.
    .replace(/^(?:class|enum|struct|union) /, '');
  return text === '' ? '(unnamed)' : text.slice(0, maxName);
}

function declared(name: string): Declared {
  return { name, isSignature: false, members: undefined };
}
