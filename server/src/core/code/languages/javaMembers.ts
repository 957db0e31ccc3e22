import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { ClassCode, Code, Declare, FunctionCode, Param } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { classCode, functionCode } from '../make.ts';
import { callOf, declaredBy, name } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { givingBody } from './givenValues.ts';

function wordsOf(node: SyntaxNode, m: CodeReading): string[] {
  const modifiers = node.children.find(({ type }) => type === 'modifiers');
  return (modifiers?.children ?? []).filter(({ isNamed }) => !isNamed).map((one) => m.textOf(one));
}

function annotationsOf(node: SyntaxNode, m: CodeReading): Code[] {
  const modifiers = node.children.find(({ type }) => type === 'modifiers');
  return modifiers ? m.all(modifiers) : [];
}

/** `@A` is a name, `@A(b)` a call. */
export function annotation(node: SyntaxNode, m: CodeReading): Code {
  const callee = m.needed(node, 'name');
  const args = node.childForFieldName('arguments');
  return args ? callOf(at(node), callee, m.all(args)) : callee;
}

/** The type before a declared name, with the brackets behind it: `int[]` for `int a[]`. */
function typeOf(node: SyntaxNode, declarator: SyntaxNode, m: CodeReading): string | undefined {
  const type = m.fieldText(node, 'type');
  return type && `${type}${m.fieldText(declarator, 'dimensions') ?? ''}`;
}

/** Fields, local variables, resources, and an annotation's values. */
export function variables(node: SyntaxNode, m: CodeReading): Code {
  const modifiers = wordsOf(node, m);
  const isConstant = node.type === 'constant_declaration' || modifiers.includes('final');
  const declarators = node.children.filter(({ type }) => type === 'variable_declarator');
  const decorators = declarators.length < 2 ? annotationsOf(node, m) : [];
  const items = (declarators.length === 0 ? [node] : declarators).map(
    (one): Declare => ({
      kind: 'declare',
      decorators,
      modifiers,
      ...at(one),
      target: m.needed(one, 'name'),
      type: typeOf(node, one, m),
      value: m.field(one, 'value'),
      isConstant,
    }),
  );
  return declaredBy(node, items);
}

const FUNCTION_FORMS: ReadonlyMap<string, FunctionCode['form']> = new Map([
  ['lambda_expression', 'lambda'],
  ['constructor_declaration', 'constructor'],
  ['compact_constructor_declaration', 'constructor'],
]);

/** Methods, constructors and lambdas. */
export function func(node: SyntaxNode, m: CodeReading): FunctionCode {
  const list = node.childForFieldName('parameters');
  const inside = node.childForFieldName('body');
  const self = list?.children.find(({ type }) => type === 'receiver_parameter');
  return functionCode(
    {
      ...at(node),
      form: FUNCTION_FORMS.get(node.type) ?? 'method',
      name: m.fieldText(node, 'name'),
      params: list ? paramsOf(list, m) : [],
      receiver: self && { ...param(self, m), name: 'this' },
      returns: typeOf(node, node, m),
      isAsync: false,
      isGenerator: false,
      modifiers: wordsOf(node, m),
      decorators: annotationsOf(node, m),
    },
    inside
      ? () => (BLOCKS.has(inside.type) ? m.body(inside) : givingBody(inside, m.code(inside)))
      : undefined,
  );
}

const BLOCKS: ReadonlySet<string> = new Set(['block', 'constructor_body']);
const PARAMS: ReadonlySet<string> = new Set(['formal_parameter', 'spread_parameter', 'identifier']);

function paramsOf(list: SyntaxNode, m: CodeReading): Param[] {
  const nodes = list.type === 'identifier' ? [list] : list.children;
  return nodes.filter(({ type }) => PARAMS.has(type)).map((one) => param(one, m));
}

function param(node: SyntaxNode, m: CodeReading): Param {
  const declarator = node.children.find(({ type }) => type === 'variable_declarator') ?? node;
  const type =
    typeOf(node, declarator, m) ??
    node.children
      .filter(({ isNamed, type }) => isNamed && type !== 'modifiers')
      .map((one) => m.textOf(one))[0];
  const isBare = node.type === 'identifier';
  return {
    kind: 'param',
    decorators: annotationsOf(node, m),
    ...at(node),
    name: isBare ? m.textOf(node) : m.fieldText(declarator, 'name'),
    pattern: undefined,
    type: isBare ? undefined : type,
    value: undefined,
    isRest: node.type === 'spread_parameter',
    isOptional: false,
  };
}

const CLASS_FORMS: ReadonlyMap<string, ClassCode['form']> = new Map([
  ['interface_declaration', 'interface'],
  ['annotation_type_declaration', 'interface'],
  ['enum_declaration', 'enum'],
]);

const HERITAGE: ReadonlySet<string> = new Set([
  'superclass',
  'super_interfaces',
  'extends_interfaces',
]);

/** A class of any sort; also the body of one without a name. */
export function classLike(node: SyntaxNode, m: CodeReading): ClassCode {
  const inside = node.type === 'class_body' ? node : node.childForFieldName('body');
  const components = node.childForFieldName('parameters');
  return classCode(
    {
      ...at(node),
      form: CLASS_FORMS.get(node.type) ?? 'class',
      name: m.fieldText(node, 'name'),
      bases: node.children
        .filter(({ type }) => HERITAGE.has(type))
        .flatMap((one) => typesIn(one, m)),
      modifiers: wordsOf(node, m),
      decorators: annotationsOf(node, m),
    },
    () => [
      ...(components ? paramsOf(components, m).map(component) : []),
      ...(inside ? m.all(inside) : []),
    ],
  );
}

function typesIn(node: SyntaxNode, m: CodeReading): string[] {
  const list = node.children.find(({ type }) => type === 'type_list') ?? node;
  return list.children.filter(({ isNamed }) => isNamed).map((one) => m.textOf(one));
}

/** What a record is made of are its fields. */
function component({ start, end, name: called, type, isRest, decorators }: Param): Code {
  const target: Code =
    called === undefined
      ? { kind: 'other', start, end, type: 'formal_parameter', children: [] }
      : { kind: 'name', start: end - called.length, end, name: called };
  return {
    kind: 'declare',
    decorators,
    modifiers: [],
    start,
    end,
    target,
    type: isRest && type !== undefined ? `${type}...` : type,
    value: undefined,
    isConstant: true,
  };
}

/** A constant; with arguments or a body of its own it is constructed under its name. */
export function enumConstant(node: SyntaxNode, m: CodeReading): Code {
  const word = node.childForFieldName('name') ?? node;
  const args = node.childForFieldName('arguments');
  const inside = node.childForFieldName('body');
  const value: Code = {
    kind: 'call',
    start: word.startIndex,
    end: node.endIndex,
    callee: name(word, m),
    args: [...(args ? m.all(args) : []), ...(inside ? [classLike(inside, m)] : [])],
    isNew: true,
    isOptional: false,
  };
  return {
    kind: 'declare',
    decorators: [],
    modifiers: [],
    ...at(node),
    target: name(word, m),
    type: undefined,
    value: args || inside ? value : undefined,
    isConstant: true,
  };
}

/** `import a.B;` takes `B`, `import a.*;` all; a static one takes from a class. */
export function imported(node: SyntaxNode, m: CodeReading): Code {
  const path = node.children.find(({ type }) => type.endsWith('identifier'));
  const written = path ? m.textOf(path).replace(/\s+/g, '') : '';
  const isAll = node.children.some(({ type }) => type === 'asterisk');
  const isStatic = node.children.some(({ type }) => type === 'static');
  const taken = isAll ? '*' : written.slice(written.lastIndexOf('.') + 1);
  const module = isStatic && !isAll ? written.replace(/\.[^.]*$/, '') : written;
  return {
    kind: 'import',
    ...at(node),
    module,
    names: [{ name: taken, local: taken }],
    isTypeOnly: false,
  };
}

/** What is in the package stands behind it in the file. */
export function packaged(node: SyntaxNode, m: CodeReading): Code {
  const path = node.children.find(({ type }) => type.endsWith('identifier'));
  if (!path) return other(node, []);
  return classCode(
    {
      ...at(node),
      form: 'namespace',
      name: m.textOf(path),
      bases: [],
      modifiers: [],
      decorators: m.list(node.children.filter(({ type }) => type.endsWith('annotation'))),
    },
    () => [],
  );
}
