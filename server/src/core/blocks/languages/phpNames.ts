import type { Declared, Scope } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';

type TextOf = (node: SyntaxNode) => string;

/** What a statement or member of PHP declares, if it is a block. */
export function declarePhp(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  switch (node.type) {
    case 'class_declaration':
    case 'enum_declaration':
    case 'function_definition':
    case 'interface_declaration':
    case 'method_declaration':
    case 'trait_declaration':
      return declared(nameOf(node.childForFieldName('name'), textOf));
    case 'namespace_definition':
      // Without braces it names what follows in the file, and is a statement like any other.
      return node.childForFieldName('body')
        ? declared(nameOf(node.childForFieldName('name'), textOf))
        : undefined;
    case 'expression_statement':
      return declareValue(node, textOf, scope);
    default:
      return undefined;
  }
}

/** `$f = function () {…};`, `$this->f = fn () => …;`, `$o = new class {…};`. */
function declareValue(node: SyntaxNode, textOf: TextOf, scope: Scope): Declared | undefined {
  const [assignment] = node.children;
  if (assignment?.type !== 'assignment_expression') return undefined;
  const left = assignment.childForFieldName('left');
  const right = assignment.childForFieldName('right');
  if (!left || !right || !targets.has(left.type)) return undefined;
  const isBlock =
    right.type === 'anonymous_function' ||
    right.type === 'anonymous_function_creation_expression' ||
    (right.type === 'arrow_function' && scope === 'top') ||
    (right.type === 'object_creation_expression' && hasBody(right));
  return isBlock ? declared(nameOf(left, textOf)) : undefined;
}

const targets: ReadonlySet<string> = new Set([
  'member_access_expression',
  'scoped_property_access_expression',
  'variable_name',
]);

function hasBody({ children }: SyntaxNode): boolean {
  return children.some(
    (child) => child.type === 'anonymous_class' || child.type === 'declaration_list',
  );
}

const maxName = 80;

function nameOf(node: SyntaxNode | null, textOf: TextOf): string {
  const text = node ? textOf(node).replace(/\s+/g, '') : '';
  return text === '' ? '(unnamed)' : text.slice(0, maxName);
}

function declared(name: string): Declared {
  return { name, isSignature: false, members: undefined };
}
