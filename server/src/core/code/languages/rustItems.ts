import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, ClassCode, Code, Declare, FunctionCode, Param } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { classCode, functionCode } from '../make.ts';
import { name } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { asStatement, returning, returnOf } from './rustBodies.ts';
import { RUST_COMMENTS } from './rustComments.ts';

/** What Rust declares: functions, types, traits, modules, constants. */
export const rustItems: readonly (readonly [string, ReadNode])[] = [
  ['function_item', (node, m) => func(node, [], m, false)],
  ['function_signature_item', (node, m) => func(node, [], m, false)],
  ['closure_expression', closure],
  ['async_block', asyncBlock],
  ['struct_item', (node, m) => classLike(node, [], m)],
  ['union_item', (node, m) => classLike(node, [], m)],
  ['enum_item', (node, m) => classLike(node, [], m)],
  ['trait_item', (node, m) => classLike(node, [], m)],
  ['impl_item', (node, m) => classLike(node, [], m)],
  ['mod_item', (node, m) => classLike(node, [], m)],
  ['const_item', constantItem],
  ['static_item', constantItem],
  ['field_declaration', field],
  ['enum_variant', variant],
];

/** A block, or a file. Attributes stand before what they are for. */
export function rustBody(node: SyntaxNode, m: CodeReading): Body {
  return { kind: 'body', ...at(node), statements: statementsOf(node, m, false) };
}

/** What stands in a block one below the other; in an `impl` or a trait functions are methods. */
function statementsOf(node: SyntaxNode, m: CodeReading, isMember: boolean): Code[] {
  const found: Code[] = [];
  let attributes: SyntaxNode[] = [];
  for (const child of node.children) {
    if (child.type === 'attribute_item') attributes.push(child);
    if (child.type === 'attribute_item' || !child.isNamed || RUST_COMMENTS.has(child.type))
      continue;
    const item = itemWith(child, attributes, m, isMember);
    const read = item ? [item] : m.list([...attributes, child]);
    found.push(...read.map((one) => asStatement(one, child)));
    attributes = [];
  }
  return [...found, ...m.list(attributes)];
}

/** An item that takes its attributes in; undefined for what has no place for them. */
function itemWith(
  node: SyntaxNode,
  attributes: readonly SyntaxNode[],
  m: CodeReading,
  isMember: boolean,
): Code | undefined {
  if (node.type === 'function_item' || node.type === 'function_signature_item') {
    return func(node, attributes, m, isMember);
  }
  if (node.type === 'field_declaration') {
    return { ...field(node, m), ...withAttributes(node, attributes, m) };
  }
  if (node.type === 'enum_variant') {
    return { ...variant(node, m), ...withAttributes(node, attributes, m) };
  }
  return FORMS.has(node.type) ? classLike(node, attributes, m) : undefined;
}

/** From the first attribute on. */
function withAttributes(node: SyntaxNode, attributes: readonly SyntaxNode[], m: CodeReading) {
  return {
    start: attributes[0]?.startIndex ?? node.startIndex,
    end: node.endIndex,
    decorators: attributes.flatMap((one) => m.all(one)),
  };
}

function func(
  node: SyntaxNode,
  attributes: readonly SyntaxNode[],
  m: CodeReading,
  isMember: boolean,
): FunctionCode {
  const params = paramsOf(node, m);
  const receiver = params.find((one) => one.name === 'self');
  const modifiers = modifiersOf(node, m);
  const returns = m.fieldText(node, 'return_type');
  const body = node.childForFieldName('body');
  const readBody = (block: SyntaxNode): Body =>
    returns === undefined || returns === '()' ? m.body(block) : returning(m.body(block));
  return functionCode(
    {
      ...withAttributes(node, attributes, m),
      form: isMember || receiver ? 'method' : 'function',
      name: m.fieldText(node, 'name'),
      params: params.filter((one) => one !== receiver),
      receiver,
      returns,
      isAsync: modifiers.includes('async'),
      isGenerator: modifiers.includes('gen'),
      modifiers,
    },
    body ? () => readBody(body) : undefined,
  );
}

function modifiersOf(node: SyntaxNode, m: CodeReading): string[] {
  return node.children.flatMap((child) => {
    if (child.type === 'visibility_modifier') return [m.textOf(child)];
    if (child.type === 'function_modifiers') return child.children.map((one) => m.textOf(one));
    return WORDS.has(child.type) ? [child.type] : [];
  });
}

const WORDS: ReadonlySet<string> = new Set(['async', 'gen', 'move', 'static', 'unsafe']);

function closure(node: SyntaxNode, m: CodeReading): Code {
  const body = node.childForFieldName('body');
  return lambda(node, m, 'lambda', body);
}

/** What is in it is done later, and `?` leaves only it. */
function asyncBlock(node: SyntaxNode, m: CodeReading): Code {
  return lambda(node, m, 'block', node.children.find(({ type }) => type === 'block') ?? null);
}

function lambda(
  node: SyntaxNode,
  m: CodeReading,
  form: FunctionCode['form'],
  body: SyntaxNode | null,
): FunctionCode {
  const modifiers = modifiersOf(node, m);
  return functionCode(
    {
      ...at(node),
      form,
      name: undefined,
      params: paramsOf(node, m),
      receiver: undefined,
      returns: m.fieldText(node, 'return_type'),
      isAsync: modifiers.includes('async'),
      isGenerator: false,
      modifiers,
      decorators: [],
    },
    body
      ? () => (body.type === 'block' ? returning(m.body(body)) : given(m.code(body)))
      : undefined,
  );
}

function given(code: Code): Body {
  return code.kind === 'body' ? returning(code) : returnOf(code);
}

function paramsOf(node: SyntaxNode, m: CodeReading): Param[] {
  return (node.childForFieldName('parameters')?.children ?? [])
    .filter(({ type, isNamed }) => type === '_' || (isNamed && !SKIPPED.has(type)))
    .map((one) => param(one, m));
}

const SKIPPED: ReadonlySet<string> = new Set(['attribute_item', ...RUST_COMMENTS]);

/** `mut` and `&` say nothing of the name; a closure's may stand without a type. */
function param(node: SyntaxNode, m: CodeReading): Param {
  const isSelf = node.type === 'self_parameter';
  const isRest = node.type === 'variadic_parameter';
  const isTyped = isRest || node.type === 'parameter';
  const pattern = isTyped ? m.field(node, 'pattern') : isSelf ? undefined : m.code(node);
  const isName = pattern === undefined || pattern.kind === 'name';
  return {
    kind: 'param',
    decorators: [],
    ...at(node),
    name: isSelf ? 'self' : pattern?.kind === 'name' ? pattern.name : undefined,
    pattern: isName ? undefined : pattern,
    type: isSelf ? selfType(m.textOf(node)) : isTyped ? m.fieldText(node, 'type') : undefined,
    value: undefined,
    isRest,
    isOptional: false,
  };
}

/** `&mut self` is `self: &mut Self`. */
function selfType(written: string): string {
  const typed = /:\s*(.+)$/s.exec(written)?.[1];
  return typed ?? written.replace(/^mut\s+/, '').replace(/self$/, 'Self');
}

const FORMS: ReadonlyMap<string, ClassCode['form']> = new Map([
  ['struct_item', 'struct'],
  ['union_item', 'struct'],
  ['enum_item', 'enum'],
  ['trait_item', 'trait'],
  ['impl_item', 'impl'],
  ['mod_item', 'namespace'],
]);

/** An `impl` has the name of its type, and its trait for a base. */
function classLike(node: SyntaxNode, attributes: readonly SyntaxNode[], m: CodeReading): ClassCode {
  const inside = node.childForFieldName('body');
  const trait = m.fieldText(node, 'trait');
  const isImpl = node.type === 'impl_item';
  return classCode(
    {
      ...withAttributes(node, attributes, m),
      form: FORMS.get(node.type) ?? 'struct',
      name: m.fieldText(node, isImpl ? 'type' : 'name'),
      bases: trait === undefined ? boundsOf(node, m) : [trait],
      modifiers: modifiersOf(node, m),
    },
    () => (inside ? membersOf(inside, m, node.type !== 'mod_item') : []),
  );
}

function boundsOf(node: SyntaxNode, m: CodeReading): string[] {
  const bounds = node.childForFieldName('bounds')?.children ?? [];
  return bounds.filter(({ isNamed }) => isNamed).map((one) => m.textOf(one));
}

function membersOf(node: SyntaxNode, m: CodeReading, isMember: boolean): Code[] {
  if (node.type !== 'ordered_field_declaration_list') return statementsOf(node, m, isMember);
  return node.children
    .filter(({ type, isNamed }) => isNamed && !SKIPPED.has(type) && type !== 'visibility_modifier')
    .map((type, index): Code => {
      const { startIndex: start } = type;
      return {
        kind: 'declare',
        decorators: [],
        modifiers: [],
        ...at(type),
        target: { kind: 'name', start, end: start, name: String(index) },
        type: m.textOf(type),
        value: undefined,
        isConstant: false,
      };
    });
}

/** `static mut` is no constant. */
function constantItem(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'declare',
    decorators: [],
    modifiers: modifiersOf(node, m),
    ...at(node),
    target: nameOf(node, m),
    type: m.fieldText(node, 'type'),
    value: m.field(node, 'value'),
    isConstant: !node.children.some(({ type }) => type === 'mutable_specifier'),
  };
}

function field(node: SyntaxNode, m: CodeReading): Declare {
  return {
    kind: 'declare',
    decorators: [],
    modifiers: modifiersOf(node, m),
    ...at(node),
    target: nameOf(node, m),
    type: m.fieldText(node, 'type'),
    value: undefined,
    isConstant: false,
  };
}

/** What it holds is its type. */
function variant(node: SyntaxNode, m: CodeReading): Declare {
  return {
    kind: 'declare',
    decorators: [],
    modifiers: modifiersOf(node, m),
    ...at(node),
    target: nameOf(node, m),
    type: m.fieldText(node, 'body'),
    value: m.field(node, 'value'),
    isConstant: true,
  };
}

function nameOf(node: SyntaxNode, m: CodeReading): Code {
  const found = node.childForFieldName('name');
  return found ? name(found, m) : other(node, []);
}
