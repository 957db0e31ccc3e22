import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { ClassCode, Code, Declare, Param } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { classCode, functionCode } from '../make.ts';
import { declaredBy } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { attributesOf, modifiersOf } from './csharpModifiers.ts';
import { paramsOf } from './csharpParams.ts';
import { typedValue, valueBehind, values } from './csharpValues.ts';
import { enumMember } from './sameFields.ts';

/** Types, namespaces, their fields, and what is imported. */
export const memberNodes: readonly (readonly [string, ReadNode])[] = [
  ['class_declaration', classLike],
  ['struct_declaration', classLike],
  ['record_declaration', classLike],
  ['interface_declaration', classLike],
  ['enum_declaration', classLike],
  ['namespace_declaration', classLike],
  ['file_scoped_namespace_declaration', classLike],
  ['enum_member_declaration', attributedMember],
  ['field_declaration', field],
  ['event_field_declaration', field],
  ['using_directive', imported],
];

const CLASS_FORMS: ReadonlyMap<string, ClassCode['form']> = new Map([
  ['struct_declaration', 'struct'],
  ['interface_declaration', 'interface'],
  ['enum_declaration', 'enum'],
  ['namespace_declaration', 'namespace'],
  ['file_scoped_namespace_declaration', 'namespace'],
]);

/** What belongs to a namespace without braces stands behind it in the file. */
function classLike(node: SyntaxNode, m: CodeReading): ClassCode {
  const inside = node.childForFieldName('body');
  const bases = node.children.find(({ type }) => type === 'base_list');
  const isStruct = node.children.some(({ type, isNamed }) => !isNamed && type === 'struct');
  return classCode(
    {
      ...at(node),
      form: CLASS_FORMS.get(node.type) ?? (isStruct ? 'struct' : 'class'),
      name: m.fieldText(node, 'name'),
      bases: bases ? basesIn(bases, m) : [],
      modifiers: modifiersOf(node, m),
      decorators: attributesOf(node, m),
    },
    () => [...primary(node, bases, m), ...(inside ? m.all(inside) : [])],
  );
}

function basesIn(list: SyntaxNode, m: CodeReading): string[] {
  return list.children
    .filter(({ isNamed, type }) => isNamed && type !== 'comment' && type !== 'argument_list')
    .map((one) => m.fieldText(one, 'type') ?? m.textOf(one));
}

/** The parameters behind a type's name: a record's are its fields, a class's its constructor's. */
function primary(node: SyntaxNode, bases: SyntaxNode | undefined, m: CodeReading): Code[] {
  const list = node.children.find(({ type }) => type === 'parameter_list');
  if (!list) return [];
  const isRecord = node.type === 'record_declaration';
  const params = paramsOf(list, m);
  const isStruct = node.children.some(({ type }) => type === 'struct');
  const isConstant = !isStruct || modifiersOf(node, m).includes('readonly');
  const fields = isRecord ? params.map((one) => component(one, isConstant)) : [];
  const args =
    bases?.children.find(({ type }) => type === 'argument_list') ??
    bases?.children
      .find(({ type }) => type === 'primary_constructor_base_type')
      ?.children.find(({ type }) => type === 'argument_list');
  if (isRecord && !args) return fields;
  const constructor = functionCode(
    {
      start: isRecord ? (args?.startIndex ?? list.startIndex) : list.startIndex,
      end: args?.endIndex ?? list.endIndex,
      form: 'constructor',
      name: m.fieldText(node, 'name'),
      params: isRecord ? [] : params,
      receiver: undefined,
      returns: undefined,
      isAsync: false,
      isGenerator: false,
      modifiers: [],
      decorators: [],
    },
    args && (() => ({ kind: 'body', ...at(args), statements: [baseCall(args, m)] })),
  );
  return [...fields, constructor];
}

function baseCall(args: SyntaxNode, m: CodeReading): Code {
  const { startIndex: start, endIndex: end } = args;
  const callee: Code = { kind: 'name', start, end: start, name: 'base' };
  const value: Code = {
    kind: 'call',
    start,
    end,
    callee,
    args: values(args, m),
    isNew: false,
    isOptional: false,
  };
  return { kind: 'expression', start, end, value };
}

/** A record's fields cannot be set again, but those of a struct can. */
function component(param: Param, isConstant: boolean): Code {
  const { start, end, name = '', type, value, decorators } = param;
  return {
    kind: 'declare',
    decorators,
    modifiers: [],
    start,
    end,
    target: { kind: 'name', start, end, name },
    type,
    value,
    isConstant,
  };
}

/** With its attributes. */
function attributedMember(node: SyntaxNode, m: CodeReading): Code {
  return { ...enumMember(node, m), decorators: attributesOf(node, m) };
}

function field(node: SyntaxNode, m: CodeReading): Code {
  const declaration = node.children.find(({ type }) => type === 'variable_declaration');
  const words = modifiersOf(node, m);
  const isConstant = words.includes('const') || words.includes('readonly');
  return declaration ? declarators(node, declaration, m, isConstant) : other(node, m.all(node));
}

/** The variables of a declaration: one has the range of its statement, several are a group. */
export function declarators(
  node: SyntaxNode,
  declaration: SyntaxNode,
  m: CodeReading,
  isConstant: boolean,
): Code {
  const type = m.fieldText(declaration, 'type');
  const modifiers = modifiersOf(node, m);
  const found = declaration.children.filter((child) => child.type === 'variable_declarator');
  const decorators = found.length < 2 ? attributesOf(node, m) : [];
  const items = found.map((one): Declare => {
    const taken = one.children.find((child) => child.type === 'tuple_pattern');
    return {
      kind: 'declare',
      decorators,
      modifiers,
      ...at(one),
      target: taken ? m.code(taken) : m.needed(one, 'name'),
      type,
      value: typedValue(valueBehind(one, '='), type, m),
      isConstant,
    };
  });
  return declaredBy(node, items);
}

/** `using A.B;` takes all of a namespace, `using static` all of a type, `using C = A.B;` one. */
function imported(node: SyntaxNode, m: CodeReading): Code {
  const alias = m.fieldText(node, 'name');
  const path = node.children.findLast(({ isNamed, type }) => isNamed && type !== 'comment');
  const module = path ? m.textOf(path).replace(/\s+/g, '') : '';
  const taken = module.replace(/<.*$/, '').replace(/^.*\./, '');
  const name = alias === undefined ? '*' : taken;
  return {
    kind: 'import',
    ...at(node),
    module,
    names: [{ name, local: alias ?? name }],
    isTypeOnly: false,
  };
}
