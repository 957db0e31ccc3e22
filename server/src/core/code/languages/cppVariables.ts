import { ERROR, type SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Range } from '../../text/range.ts';
import type { Code, Declare } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at, other } from '../readCode.ts';
import { constructed } from './cppCalls.ts';
import { CLASSES, type Declarator, declaratorOf, typeText } from './cppDeclarator.ts';
import { type Owner, signature } from './cppFunctions.ts';

/** A declaration in a block: variables, and a class that is declared with them. */
export function localDeclaration(node: SyntaxNode, m: CodeReading): Code {
  return declarationOf(node, m, { isLocal: true, owner: undefined });
}

/** Where a declaration stands. */
export interface Place {
  readonly isLocal: boolean;
  /** The class that it is a member of. */
  readonly owner: Owner | undefined;
}

/** All that a declaration declares: one piece of code, or a group. */
export function declarationOf(node: SyntaxNode, m: CodeReading, place: Place): Code {
  const type = node.childForFieldName('type');
  const isClass =
    type !== null && CLASSES.has(type.type) && type.childForFieldName('body') !== null;
  const segments = segmentsOf(node, type);
  const found: Code[] = type && isClass ? [m.code(type)] : [];
  const isAlone = segments.length === 1 && !isClass;
  for (const segment of segments) {
    const range = isAlone ? at(node) : segment.range;
    found.push(declared({ node, type, segment, range }, m, place));
  }
  const [only] = found;
  if (!only) return other(node, m.all(node));
  return found.length === 1 ? only : { kind: 'group', ...at(node), items: found };
}

/** One of the names that a declaration declares. */
interface Segment {
  readonly declarator: SyntaxNode;
  readonly value: SyntaxNode | undefined;
  /** `a{1}` and `a(1)` rather than `a = 1`. */
  readonly isDirect: boolean;
  readonly range: Range;
}

interface Part {
  readonly node: SyntaxNode;
  readonly type: SyntaxNode | null;
  readonly segment: Segment;
  readonly range: Range;
}

function segmentsOf(node: SyntaxNode, type: SyntaxNode | null): readonly Segment[] {
  const rows: SyntaxNode[][] = [[]];
  for (const child of node.children) {
    // What is torn is often a type behind a macro: the name comes after it.
    if (child.id === type?.id || NO_SEGMENTS.has(child.type) || child.type === ERROR) continue;
    if (child.type === ',') rows.push([]);
    else if (child.isNamed || child.type === '=') rows.at(-1)?.push(child);
  }
  return rows.flatMap((row): readonly Segment[] => {
    const [first] = row;
    const last = row.at(-1);
    if (!first || !last || first.type === '=') return [];
    const range = { start: first.startIndex, end: last.endIndex };
    const holder = first.type === 'init_declarator' ? first : undefined;
    const value = holder
      ? holder.childForFieldName('value')
      : row.slice(1).find(({ type: each, isNamed }) => isNamed && each !== 'bitfield_clause');
    const isDirect = !(holder?.children ?? row).some(({ type: each }) => each === '=');
    const declarator = holder?.childForFieldName('declarator') ?? first;
    return [{ declarator, value: value ?? undefined, isDirect, range }];
  });
}

const NO_SEGMENTS: ReadonlySet<string> = new Set([
  'alignas_qualifier',
  'attribute_declaration',
  'attribute_specifier',
  'comment',
  'explicit_function_specifier',
  'gnu_asm_expression',
  'ms_call_modifier',
  'ms_declspec_modifier',
  'storage_class_specifier',
  'type_qualifier',
  'virtual',
  'virtual_specifier',
]);

function declared(part: Part, m: CodeReading, place: Place): Code {
  const { node, type, segment, range } = part;
  const declarator = declaratorOf(segment.declarator, m);
  const { func, named, marks, suffix } = declarator;
  const args = func && place.isLocal ? argumentsOf(func, type) : undefined;
  if (func && !args) {
    const isPure = segment.value !== undefined;
    return signature({ node, range, declarator, owner: place.owner, isPure }, m);
  }
  const isScalar = marks !== '' || suffix !== '';
  const value = args ?? segment.value;
  const isList = value !== undefined && LISTS.has(value.type);
  return {
    kind: 'declare',
    decorators: [],
    modifiers: [],
    ...range,
    target: named ? targetOf(named, m) : other(segment.declarator, m.all(segment.declarator)),
    type: typeText(node, type, declarator, m),
    value:
      value && isList && segment.isDirect
        ? constructed({ type, list: value, isScalar }, m)
        : value && m.code(value),
    isConstant: isConstant(node, declarator, m),
  };
}

const LISTS: ReadonlySet<string> = new Set(['argument_list', 'initializer_list', 'parameter_list']);

function targetOf(named: SyntaxNode, m: CodeReading): Code {
  return named.type === 'structured_binding_declarator'
    ? { kind: 'pattern', ...at(named), parts: m.all(named) }
    : m.code(named);
}

/**
 * `Lock lock(mutex)` in a block looks like a function that takes a type named `mutex`. Nobody
 * declares functions there, so it is a variable that is made from one.
 */
function argumentsOf(func: SyntaxNode, type: SyntaxNode | null): SyntaxNode | undefined {
  const params = func.childForFieldName('parameters');
  const given = (params?.children ?? []).filter(({ isNamed }) => isNamed);
  const isNames = given.every(({ type: each, children }) => {
    const [only] = children;
    const isOne = each === 'parameter_declaration' && only !== undefined && children.length === 1;
    return isOne && (only.type === 'type_identifier' || only.type === 'qualified_identifier');
  });
  return params && type && isNames && given.length !== 0 ? params : undefined;
}

/** What cannot change: `const int a`, `int *const a`, but not `const int *a`. */
function isConstant(
  node: SyntaxNode,
  declarator: Declarator,
  m: CodeReading,
): Declare['isConstant'] {
  const words = node.children
    .filter(({ type }) => type === 'type_qualifier')
    .map((child) => m.textOf(child));
  if (words.includes('constexpr')) return true;
  return declarator.isConstantPointer ?? words.includes('const');
}
