import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { flat } from './cppNames.ts';

/** What stands around a name where it is declared in C or C++. */
export interface Declarator {
  /** The name, or the names in brackets that a value is taken apart into. */
  readonly named: SyntaxNode | undefined;
  /** `*`, `&`, `**`. */
  readonly marks: string;
  /** `[10]`, and the parameters of a function that is pointed to. */
  readonly suffix: string;
  /** Set where a function is declared. */
  readonly func: SyntaxNode | undefined;
  /** A pointer that cannot point elsewhere; undefined where it is no pointer. */
  readonly isConstantPointer: boolean | undefined;
  readonly isRest: boolean;
}

/** Takes a declarator apart. A loop, as they can be deep. */
export function declaratorOf(declarator: SyntaxNode, m: CodeReading): Declarator {
  let marks = '';
  let suffix = '';
  let isConstantPointer: boolean | undefined;
  let isRest = false;
  let node: SyntaxNode | undefined = declarator;
  while (node && !LEAVES.has(node.type)) {
    const inner = innerOf(node);
    switch (node.type) {
      case 'pointer_declarator':
      case 'abstract_pointer_declarator':
        marks += '*';
        isConstantPointer = node.children.some((child) => m.textOf(child) === 'const');
        break;
      case 'reference_declarator':
      case 'abstract_reference_declarator':
        marks += node.children.some(({ type }) => type === '&&') ? '&&' : '&';
        break;
      case 'array_declarator':
      case 'abstract_array_declarator':
        suffix = `${flat(m.textOf(node).slice((inner ?? node).endIndex - node.startIndex))}${suffix}`;
        break;
      case 'variadic_declarator':
        isRest = true;
        break;
      case 'function_declarator': {
        const params = node.childForFieldName('parameters');
        if (!inner || !isPointed(inner)) {
          return { named: inner, marks, suffix, func: node, isConstantPointer, isRest };
        }
        suffix = `${params ? flat(m.textOf(params)) : ''}${suffix}`;
        break;
      }
      default:
        break;
    }
    node = inner;
  }
  const func = node?.type === 'operator_cast' ? node : undefined;
  return { named: node, marks, suffix, func, isConstantPointer, isRest };
}

const LEAVES: ReadonlySet<string> = new Set([
  'destructor_name',
  'field_identifier',
  'identifier',
  'operator_cast',
  'operator_name',
  'qualified_identifier',
  'structured_binding_declarator',
  'template_function',
  'type_identifier',
]);

function innerOf(node: SyntaxNode): SyntaxNode | undefined {
  return (
    node.childForFieldName('declarator') ??
    node.children.find(({ type }) => LEAVES.has(type) || type.endsWith('_declarator'))
  );
}

/** `(*f)` in `int (*f)(int)`, which is a variable. */
function isPointed(inner: SyntaxNode): boolean {
  if (inner.type !== 'parenthesized_declarator') return false;
  const held = innerOf(inner);
  return held?.type === 'pointer_declarator' || held?.type === 'reference_declarator';
}

/** `const char *`, `int[3]`; the class's name where it is declared in the same place. */
export function typeText(
  node: SyntaxNode,
  type: SyntaxNode | null,
  { marks, suffix }: Pick<Declarator, 'marks' | 'suffix'>,
  m: CodeReading,
): string | undefined {
  if (!type) return undefined;
  const qualifiers = node.children
    .filter((child) => child.type === 'type_qualifier' && OF_TYPES.has(m.textOf(child)))
    .map((child) => m.textOf(child));
  const hasBody = CLASSES.has(type.type) && type.childForFieldName('body') !== null;
  const written = hasBody
    ? (m.fieldText(type, 'name') ?? m.textOf(type).replace(/\s*\{[^]*$/, ''))
    : m.textOf(type);
  return `${flat([...qualifiers, written].join(' '))}${marks === '' ? '' : ` ${marks}`}${suffix}`;
}

const OF_TYPES: ReadonlySet<string> = new Set(['const', 'volatile', '_Atomic']);

/** Types that are declared where they are used. */
export const CLASSES: ReadonlySet<string> = new Set([
  'class_specifier',
  'enum_specifier',
  'struct_specifier',
  'union_specifier',
]);
