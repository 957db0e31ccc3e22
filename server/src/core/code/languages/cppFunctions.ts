import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Range } from '../../text/range.ts';
import type { Body, Code, FunctionCode, Param } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { holds } from '../holds.ts';
import { bodyIn, callOf } from '../pieces.ts';
import { functionCode } from '../make.ts';
import { at } from '../readCode.ts';
import { type Declarator, declaratorOf, typeText } from './cppDeclarator.ts';
import { flat, scopeName, simpleName } from './cppNames.ts';

/** The class that a member is declared in. */
export interface Owner {
  readonly name: string;
  /** `public`, `private`, `protected`; undefined where none is written before it. */
  readonly access: string | undefined;
}

interface Signature {
  /** The declaration, with what stands before the name. */
  readonly node: SyntaxNode;
  readonly range: Range;
  readonly declarator: Declarator;
  readonly owner: Owner | undefined;
  /** `= 0`. */
  readonly isPure: boolean;
}

/** A function that is only declared. */
export function signature(parts: Signature, m: CodeReading): FunctionCode {
  return functionCode(partsOf(parts, m), undefined);
}

/** A function, with its body or `= default`. */
export function functionOf(
  node: SyntaxNode,
  m: CodeReading,
  owner: Owner | undefined,
): FunctionCode {
  const held = node.childForFieldName('declarator');
  const declarator = declaratorOf(held ?? node, m);
  const body = node.childForFieldName('body');
  const parts = partsOf({ node, range: at(node), declarator, owner, isPure: false }, m);
  const isAsync = body !== null && isCoroutine(body, m, AWAITS);
  const isGenerator = body !== null && isCoroutine(body, m, YIELDS);
  return functionCode(
    { ...parts, isAsync, isGenerator },
    body ? () => withInitializers(node, m) : undefined,
  );
}

/** `[a](int b) { … }`; what it takes from around it stands with the modifiers. */
export function lambda(node: SyntaxNode, m: CodeReading): FunctionCode {
  const captures = node.childForFieldName('captures');
  const declarator = node.childForFieldName('declarator');
  const body = node.childForFieldName('body');
  const taken = m
    .textOf(captures ?? node)
    .slice(1, -1)
    .trim();
  return functionCode(
    {
      ...at(node),
      form: 'lambda',
      name: undefined,
      params: declarator ? paramsOf(declarator, m) : [],
      receiver: undefined,
      returns: declarator ? trailing(declarator, m) : undefined,
      isAsync: body !== null && isCoroutine(body, m, AWAITS),
      isGenerator: body !== null && isCoroutine(body, m, YIELDS),
      modifiers: [...(taken === '' ? [] : [`[${taken}]`]), ...wordsAfter(declarator, m)],
      decorators: [],
    },
    body ? () => m.body(body) : undefined,
  );
}

function partsOf(parts: Signature, m: CodeReading): Omit<FunctionCode, 'kind' | 'body'> {
  const { node, range, declarator, owner, isPure } = parts;
  const { func, named } = declarator;
  const isMacro = isTestMacro(node, named, owner, m);
  const type = node.childForFieldName('type');
  const name = isMacro && func ? flat(m.textOf(func)) : named && nameOf(named, m);
  const outer = owner?.name ?? (named && scopeName(named, m));
  const last = node.children.filter((child) => CLAUSES.has(child.type));
  return {
    ...range,
    form: !type && outer !== undefined && outer === name ? 'constructor' : formOf(named, outer),
    name,
    params: func && !isMacro ? paramsOf(func, m) : [],
    receiver: undefined,
    returns: (func && trailing(func, m)) ?? typeText(node, type, declarator, m),
    isAsync: false,
    isGenerator: false,
    modifiers: [
      ...(owner?.access === undefined ? [] : [owner.access]),
      ...node.children.filter((child) => isModifier(child, m)).map((child) => m.textOf(child)),
      ...wordsAfter(func ?? null, m),
      ...last.map((child) => m.textOf(child).replace(/^=\s*|\s*;$/g, '')),
      ...(isPure ? ['= 0'] : []),
    ],
    decorators: attributesOf(node, m),
  };
}

function formOf(named: SyntaxNode | undefined, outer: string | undefined): FunctionCode['form'] {
  const isMember = named?.type === 'field_identifier' || named?.type === 'operator_cast';
  return outer !== undefined || isMember ? 'method' : 'function';
}

function nameOf(named: SyntaxNode, m: CodeReading): string {
  if (named.type !== 'operator_cast') return simpleName(named, m);
  return `operator ${flat(m.fieldText(named, 'type') ?? '')}`;
}

/** `TEST(Price, Parses) {…}`: a macro whose arguments are no parameters. */
function isTestMacro(
  node: SyntaxNode,
  named: SyntaxNode | undefined,
  owner: Owner | undefined,
  m: CodeReading,
): boolean {
  if (node.childForFieldName('type') || named?.type !== 'identifier') return false;
  const written = m.textOf(named);
  return written !== owner?.name && /^[A-Z][A-Z0-9_]+$/.test(written);
}

function isModifier(node: SyntaxNode, m: CodeReading): boolean {
  if (node.type === 'type_qualifier') return !/^(?:const|volatile|_Atomic)$/.test(m.textOf(node));
  return MODIFIERS.has(node.type);
}

const MODIFIERS: ReadonlySet<string> = new Set([
  'explicit_function_specifier',
  'ms_call_modifier',
  'storage_class_specifier',
  'virtual',
  'virtual_specifier',
]);

const CLAUSES: ReadonlySet<string> = new Set([
  'default_method_clause',
  'delete_method_clause',
  'pure_virtual_clause',
]);

/** `const`, `override`, `noexcept`: what stands behind the parameters. */
function wordsAfter(func: SyntaxNode | null, m: CodeReading): readonly string[] {
  const holder = func?.type === 'operator_cast' ? func.childForFieldName('declarator') : func;
  return (holder?.children ?? [])
    .filter(({ type }) => AFTER.has(type))
    .map((child) => m.textOf(child));
}

const AFTER: ReadonlySet<string> = new Set([
  'lambda_specifier',
  'noexcept',
  'ref_qualifier',
  'type_qualifier',
  'virtual_specifier',
]);

function trailing(func: SyntaxNode, m: CodeReading): string | undefined {
  const found = func.children.find(({ type }) => type === 'trailing_return_type');
  return found && flat(m.textOf(found).replace(/^->\s*/, ''));
}

/** `[[nodiscard]]`. */
export function attributesOf(node: SyntaxNode, m: CodeReading): Code[] {
  return node.children
    .filter(({ type }) => type === 'attribute_declaration')
    .flatMap((one) => m.all(one));
}

function paramsOf(func: SyntaxNode, m: CodeReading): readonly Param[] {
  const list = func.childForFieldName('parameters');
  const found = (list?.children ?? []).filter(
    ({ type }) => type === '...' || type.endsWith('parameter_declaration'),
  );
  const [only] = found;
  // C's `f(void)` takes nothing.
  if (only && found.length === 1 && m.textOf(only) === 'void') return [];
  return found.map((one) => param(one, m));
}

function param(node: SyntaxNode, m: CodeReading): Param {
  const held = node.childForFieldName('declarator');
  const declarator = held ? declaratorOf(held, m) : NO_DECLARATOR;
  return {
    kind: 'param',
    decorators: [],
    ...at(node),
    name: declarator.named && simpleName(declarator.named, m),
    pattern: undefined,
    type: typeText(node, node.childForFieldName('type'), declarator, m),
    value: m.field(node, 'default_value'),
    isRest: node.type === '...' || node.type.startsWith('variadic') || declarator.isRest,
    isOptional: false,
  };
}

const NO_DECLARATOR: Pick<Declarator, 'named' | 'marks' | 'suffix' | 'isRest'> = {
  named: undefined,
  marks: '',
  suffix: '',
  isRest: false,
};

/** A constructor's fields are given their values first. */
function withInitializers(node: SyntaxNode, m: CodeReading): Body {
  const list = node.children.find(({ type }) => type === 'field_initializer_list');
  const inside = bodyIn(node, m);
  if (!list) return inside;
  const first = list.children
    .filter(({ type }) => type === 'field_initializer')
    .map((one) => fieldInitializer(one, m));
  return { ...inside, start: list.startIndex, statements: [...first, ...inside.statements] };
}

/** `size(3)` gives a field its value; with more or less than one it constructs. */
function fieldInitializer(node: SyntaxNode, m: CodeReading): Code {
  const [target, list] = node.children.filter(({ isNamed, type }) => isNamed && type !== 'comment');
  const args = list ? m.all(list) : [];
  const [value] = args;
  const callee = target ? m.code(target) : m.needed(node, 'name');
  const done: Code =
    value && args.length === 1
      ? { kind: 'assign', ...at(node), target: callee, operator: '=', value }
      : callOf(at(node), callee, args, true);
  return { kind: 'expression', ...at(node), value: done };
}

const AWAITS: ReadonlySet<string> = new Set(['co_await_expression', 'co_return_statement']);
const YIELDS: ReadonlySet<string> = new Set(['co_yield_statement']);
const FUNCTIONS: ReadonlySet<string> = new Set(['function_definition', 'lambda_expression']);

function isCoroutine(body: SyntaxNode, m: CodeReading, types: ReadonlySet<string>): boolean {
  return m.textOf(body).includes('co_') && holds(body, types, FUNCTIONS);
}
