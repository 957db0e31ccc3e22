import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Code, FunctionCode } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { functionCode } from '../make.ts';
import { name } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { attributesOf, modifiersOf } from './csharpModifiers.ts';
import { paramsOf } from './csharpParams.ts';
import { held, typedValue, valueBehind, values } from './csharpValues.ts';
import { givingBody } from './givenValues.ts';

/** Functions of any sort, and properties, whose accessors are functions. */
export const functionNodes: readonly (readonly [string, ReadNode])[] = [
  ['method_declaration', func],
  ['constructor_declaration', func],
  ['destructor_declaration', func],
  ['operator_declaration', func],
  ['conversion_operator_declaration', func],
  ['local_function_statement', func],
  ['delegate_declaration', func],
  ['lambda_expression', func],
  ['anonymous_method_expression', func],
  ['property_declaration', property],
  ['indexer_declaration', property],
  ['event_declaration', property],
];

const FORMS: ReadonlyMap<string, FunctionCode['form']> = new Map([
  ['constructor_declaration', 'constructor'],
  ['local_function_statement', 'function'],
  ['delegate_declaration', 'function'],
  ['lambda_expression', 'lambda'],
  ['anonymous_method_expression', 'lambda'],
]);

function func(node: SyntaxNode, m: CodeReading): FunctionCode {
  const list = node.childForFieldName('parameters');
  const modifiers = modifiersOf(node, m);
  return functionCode(
    {
      ...at(node),
      form: FORMS.get(node.type) ?? 'method',
      name: nameOf(node, m),
      params: list ? paramsOf(list, m) : [],
      receiver: undefined,
      returns: m.fieldText(node, 'returns') ?? m.fieldText(node, 'type'),
      isAsync: modifiers.includes('async'),
      isGenerator: node.type !== 'lambda_expression' && yields(node, m),
      modifiers,
      decorators: attributesOf(node, m),
    },
    bodyReader(node, m),
  );
}

/** `~A` for a destructor, `operator +`, `operator int`. */
function nameOf(node: SyntaxNode, m: CodeReading): string | undefined {
  switch (node.type) {
    case 'destructor_declaration':
      return `~${m.fieldText(node, 'name') ?? ''}`;
    case 'operator_declaration':
      return `operator ${m.fieldText(node, 'operator') ?? ''}`;
    case 'conversion_operator_declaration':
      return `operator ${m.fieldText(node, 'type') ?? ''}`;
    default:
      return m.fieldText(node, 'name');
  }
}

/** Reads a function's block, or the expression behind its arrow; undefined where neither stands. */
function bodyReader(node: SyntaxNode, m: CodeReading): (() => Body) | undefined {
  const inside =
    node.childForFieldName('body') ?? node.children.find(({ type }) => type === 'block');
  if (!inside) return undefined;
  const first = node.children.find(({ type }) => type === 'constructor_initializer');
  return () => (first ? initialized(first, bodyOf(inside, m), m) : bodyOf(inside, m));
}

function bodyOf(node: SyntaxNode, m: CodeReading): Body {
  if (node.type === 'block') return m.body(node);
  const value = node.type === 'arrow_expression_clause' ? held(node, m) : m.code(node);
  return givingBody(node, value);
}

/** `: base(a)` is what a constructor does first. */
function initialized(first: SyntaxNode, body: Body, m: CodeReading): Body {
  const start = first.startIndex;
  const value = constructorCall(first, m);
  const statement: Code = { kind: 'expression', ...at(first), value };
  return { ...body, start, statements: [statement, ...body.statements] };
}

function constructorCall(node: SyntaxNode, m: CodeReading): Code {
  const word = node.children.find(({ type }) => type === 'base' || type === 'this');
  const list = node.children.find(({ type }) => type === 'argument_list');
  const start = word?.startIndex ?? node.startIndex;
  return {
    kind: 'call',
    start,
    end: node.endIndex,
    callee: word ? name(word, m) : other(node, []),
    args: list ? values(list, m) : [],
    isNew: false,
    isOptional: false,
  };
}

const OWN_FUNCTIONS: ReadonlySet<string> = new Set([
  'local_function_statement',
  'lambda_expression',
  'anonymous_method_expression',
]);

/** Whether it yields; not a function inside it. The word is looked for first, as few do. */
function yields(node: SyntaxNode, m: CodeReading): boolean {
  if (!/\byield\b/.test(m.textOf(node))) return false;
  const nodes: SyntaxNode[] = [...node.children];
  for (let one = nodes.pop(); one; one = nodes.pop()) {
    if (one.type === 'yield_statement') return true;
    if (!OWN_FUNCTIONS.has(one.type)) for (const child of one.children) nodes.push(child);
  }
  return false;
}

/** What is only stored is a `declare`; what reads or writes with code of its own, its accessors. */
function property(node: SyntaxNode, m: CodeReading): Code {
  const list = node.childForFieldName('accessors');
  const found = (list?.children ?? []).filter(({ type }) => type === 'accessor_declaration');
  const arrow = node.childForFieldName('value');
  if (arrow?.type === 'arrow_expression_clause') {
    return accessor(node, node, 'get', () => bodyOf(arrow, m), m);
  }
  const hasCode = found.some((one) => one.childForFieldName('body') !== null);
  if (!hasCode) return stored(node, m);
  const functions = found.map((one, index) =>
    accessor(node, one, m.fieldText(one, 'name') ?? '', bodyReader(one, m), m, index === 0),
  );
  return { kind: 'group', ...at(node), items: arrow ? [stored(node, m), ...functions] : functions };
}

function stored(node: SyntaxNode, m: CodeReading): Code {
  const type = m.fieldText(node, 'type');
  const words = (node.childForFieldName('accessors')?.children ?? []).map((one) =>
    m.fieldText(one, 'name'),
  );
  return {
    kind: 'declare',
    decorators: attributesOf(node, m),
    modifiers: modifiersOf(node, m),
    ...at(node),
    target: m.field(node, 'name') ?? { kind: 'name', ...at(node), name: 'this' },
    type,
    value: typedValue(valueBehind(node, '='), type, m),
    isConstant: words.includes('get') && !words.includes('set'),
  };
}

/** The first accessor begins where the property does, so that its attributes lie in it. */
function accessor(
  node: SyntaxNode,
  own: SyntaxNode,
  word: string,
  readBody: (() => Body) | undefined,
  m: CodeReading,
  isFirst = true,
): FunctionCode {
  const list = node.childForFieldName('parameters');
  const outer = isFirst ? attributesOf(node, m) : [];
  const start = isFirst ? node.startIndex : own.startIndex;
  return functionCode(
    {
      start,
      end: own.endIndex,
      form: 'accessor',
      name: m.fieldText(node, 'name') ?? 'this',
      params: list && isFirst ? paramsOf(list, m) : [],
      receiver: undefined,
      returns: word === 'get' ? m.fieldText(node, 'type') : undefined,
      isAsync: false,
      isGenerator: false,
      modifiers: [...modifiersOf(node, m), ...(own === node ? [] : modifiersOf(own, m)), word],
      decorators: [...outer, ...(own === node ? [] : attributesOf(own, m))],
    },
    readBody,
  );
}
