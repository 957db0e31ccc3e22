import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, ClassCode, Code, FunctionCode, Param } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { classCode, functionCode } from '../make.ts';
import { bodyAround } from '../pieces.ts';
import { at } from '../readCode.ts';
import { bodyOf, statementsOf } from './rubyBodies.ts';
import { returning } from './rubyReturns.ts';

export const rubyFunctions: readonly (readonly [string, ReadNode])[] = [
  [
    'method',
    (node, m) => method(node, m, { outer: node, isMember: false, modifiers: [], decorators: [] }),
  ],
  [
    'singleton_method',
    (node, m) => method(node, m, { outer: node, isMember: true, modifiers: [], decorators: [] }),
  ],
  ['lambda', lambda],
  ['block', (node, m) => block(node, m, { outer: node, form: 'block' })],
  ['do_block', (node, m) => block(node, m, { outer: node, form: 'block' })],
  ['class', (node, m) => classLike(node, m, 'class')],
  ['module', (node, m) => classLike(node, m, 'namespace')],
  ['singleton_class', (node, m) => classLike(node, m, 'object')],
  ['destructured_parameter', (node, m) => ({ kind: 'pattern', ...at(node), parts: m.all(node) })],
];

interface MethodPlace {
  /** The method with its `private`. */
  readonly outer: SyntaxNode;
  readonly isMember: boolean;
  readonly modifiers: readonly string[];
  /** What is called with the method where it is made. */
  readonly decorators: readonly Code[];
}

export function method(
  node: SyntaxNode,
  m: CodeReading,
  { outer, isMember, modifiers, decorators }: MethodPlace,
): FunctionCode {
  const inside = node.childForFieldName('body');
  const name = m.fieldText(node, 'name');
  const object = node.childForFieldName('object');
  const isSetter = name !== undefined && /^\w+=$/.test(name);
  const isMaker = isMember && name === 'initialize';
  return functionCode(
    {
      ...at(outer),
      form: isMaker ? 'constructor' : isSetter ? 'accessor' : isMember ? 'method' : 'function',
      name,
      params: paramsOf(node, m),
      receiver: object ? { ...NO_PARAM, ...at(object), name: m.textOf(object) } : undefined,
      returns: undefined,
      isAsync: false,
      isGenerator: false,
      modifiers,
      decorators,
    },
    () => (isMaker || isSetter ? held(inside, node, m) : returning(held(inside, node, m))),
  );
}

function held(inside: SyntaxNode | null, node: SyntaxNode, m: CodeReading): Body {
  return inside ? bodyOf(inside, m) : bodyAround([], node.endIndex);
}

interface BlockPlace {
  /** The block with what makes a lambda of it. */
  readonly outer: SyntaxNode;
  readonly form: 'block' | 'lambda';
}

/** `{ |a| b }`, `do |a| b end`. */
export function block(node: SyntaxNode, m: CodeReading, { outer, form }: BlockPlace): FunctionCode {
  const inside = node.childForFieldName('body');
  return nameless(outer, form, { params: paramsOf(node, m), body: () => held(inside, node, m) });
}

/** `->(a) { b }`. */
function lambda(node: SyntaxNode, m: CodeReading): Code {
  const braces = node.childForFieldName('body');
  const inside = braces?.childForFieldName('body') ?? null;
  const body = (): Body => held(inside, braces ?? node, m);
  return nameless(node, 'lambda', { params: paramsOf(node, m), body });
}

function nameless(
  node: SyntaxNode,
  form: BlockPlace['form'],
  { params, body }: { readonly params: readonly Param[]; readonly body: () => Body },
): FunctionCode {
  return functionCode(
    {
      ...at(node),
      form,
      name: undefined,
      params,
      receiver: undefined,
      returns: undefined,
      isAsync: false,
      isGenerator: false,
      modifiers: [],
      decorators: [],
    },
    () => returning(body()),
  );
}

/** Behind the `;` are the block's own variables. */
function paramsOf(node: SyntaxNode, m: CodeReading): Param[] {
  const all = node.childForFieldName('parameters')?.children ?? [];
  const locals = all.findIndex(({ type }) => type === ';');
  return (locals < 0 ? all : all.slice(0, locals))
    .filter(({ isNamed, type }) => isNamed && type !== 'comment' && type !== 'hash_splat_nil')
    .map((one) => param(one, m));
}

const NO_PARAM = {
  kind: 'param',
  decorators: [],
  pattern: undefined,
  type: undefined,
  value: undefined,
  isRest: false,
  isOptional: false,
} as const;

function param(node: SyntaxNode, m: CodeReading): Param {
  const isName = node.type === 'identifier';
  return {
    ...NO_PARAM,
    ...at(node),
    name: isName ? m.textOf(node) : m.fieldText(node, 'name'),
    pattern: node.type === 'destructured_parameter' ? m.code(node) : undefined,
    value: m.field(node, 'value'),
    isRest: /splat|forward/.test(node.type),
  };
}

function classLike(node: SyntaxNode, m: CodeReading, form: ClassCode['form']): ClassCode {
  const inside = node.childForFieldName('body');
  const base = node.childForFieldName('superclass');
  return classCode(
    {
      ...at(node),
      form,
      name: m.fieldText(node, 'name'),
      bases: base ? [m.textOf(base).replace(/^<\s*/, '')] : [],
      modifiers: [],
      decorators: [],
    },
    () => (inside ? membersOf(inside, m) : []),
  );
}

/** A `private` that stands alone marks the methods behind it. */
function membersOf(inside: SyntaxNode, m: CodeReading): Code[] {
  let modifiers: readonly string[] = [];
  if (inside.children.some(({ type }) => type === 'rescue' || type === 'ensure')) {
    return [...m.body(inside).statements];
  }
  return inside.children.flatMap((child): Code[] => {
    if (child.type === 'method')
      return [method(child, m, { outer: child, isMember: true, modifiers, decorators: [] })];
    const word = child.type === 'identifier' ? m.textOf(child) : '';
    if (word === 'public') modifiers = [];
    else if (/^(?:private|protected|module_function)$/.test(word)) modifiers = [word];
    return statementsOf([child], m);
  });
}
