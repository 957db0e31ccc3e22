import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { ClassCode, Code, FunctionCode, Import, Param } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { classCode, functionCode } from '../make.ts';
import { oneOrGroup, name } from '../pieces.ts';
import { at, other } from '../readCode.ts';

/** What Go declares: imports, constants, variables, types and functions. */
export const goDeclarations: readonly (readonly [string, ReadNode])[] = [
  ['import_declaration', specs],
  ['import_spec_list', specs],
  ['import_spec', imported],
  ['const_declaration', specs],
  ['const_spec', spec],
  ['var_declaration', specs],
  ['var_spec_list', specs],
  ['var_spec', spec],
  ['short_var_declaration', short],
  ['type_declaration', specs],
  ['type_spec', typeSpec],
  ['function_declaration', func],
  ['method_declaration', func],
  ['method_elem', func],
  ['func_literal', func],
];

/** One that stands without parentheses has the range of its declaration. */
function specs(node: SyntaxNode, m: CodeReading): Code {
  const found = m.all(node);
  const [first] = found;
  const isPlain = first?.kind === 'import' || first?.kind === 'declare';
  return isPlain && found.length === 1 ? { ...first, ...at(node) } : oneOrGroup(node, found);
}

/** `_ "a"` takes no name in; the version at a path's end is no part of its name. */
function imported(node: SyntaxNode, m: CodeReading): Import {
  const module = (m.fieldText(node, 'path') ?? '').slice(1, -1);
  const alias = m.fieldText(node, 'name');
  const path = module.replace(/[/.]v\d+$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  const names =
    alias === '_'
      ? []
      : alias === '.'
        ? [{ name: '*', local: '*' }]
        : [{ name: last, local: alias ?? last }];
  return { kind: 'import', ...at(node), module, names, isTypeOnly: false };
}

function spec(node: SyntaxNode, m: CodeReading): Code {
  const names = node.children.filter(
    ({ type }) => type === 'identifier' || type === 'blank_identifier',
  );
  return declared(node, m, {
    targets: names.map((one) => name(one, m)),
    values: node.childForFieldName('value'),
    type: m.fieldText(node, 'type'),
    isConstant: node.type === 'const_spec',
  });
}

function short(node: SyntaxNode, m: CodeReading): Code {
  const left = node.childForFieldName('left');
  return declared(node, m, {
    targets: left ? m.all(left) : [],
    values: node.childForFieldName('right'),
    type: undefined,
    isConstant: false,
  });
}

interface Declared {
  readonly targets: readonly Code[];
  readonly values: SyntaxNode | null;
  readonly type: string | undefined;
  readonly isConstant: boolean;
}

/** Names and values in pairs where there are as many; else one value is taken apart. */
function declared(node: SyntaxNode, m: CodeReading, parts: Declared): Code {
  const { targets, type, isConstant } = parts;
  const values = parts.values ? m.all(parts.values) : [];
  const declare = (target: Code, value: Code | undefined): Code => ({
    kind: 'declare',
    decorators: [],
    modifiers: [],
    ...at(node),
    target,
    type,
    value,
    isConstant,
  });
  const [first] = targets;
  const last = targets.at(-1);
  if (!first || !last) return other(node, values);
  if (values.length === 0 || values.length === targets.length) {
    return oneOrGroup(
      node,
      targets.map((target, index) => declare(target, values[index])),
    );
  }
  const pattern: Code = { kind: 'pattern', start: first.start, end: last.end, parts: targets };
  return declare(
    1 < targets.length ? pattern : first,
    parts.values ? m.code(parts.values) : undefined,
  );
}

/** A struct or an interface is a class; of other types there is nothing to see but their names. */
function typeSpec(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  switch (type?.type) {
    case 'struct_type':
      return structure(node, type, m);
    case 'interface_type':
      return contract(node, type, m);
    default:
      return other(node, m.all(node));
  }
}

function structure(node: SyntaxNode, type: SyntaxNode, m: CodeReading): ClassCode {
  const list = type.children.find((one) => one.type === 'field_declaration_list');
  const fields = (list?.children ?? []).filter((one) => one.type === 'field_declaration');
  const isEmbedded = (field: SyntaxNode): boolean => !field.childForFieldName('name');
  return typeClass(node, m, {
    form: 'struct',
    bases: fields.filter(isEmbedded).map((field) => baseOf(field, m)),
    readMembers: () =>
      fields.filter((field) => !isEmbedded(field)).flatMap((one) => fieldsOf(one, m)),
  });
}

/** What is embedded, without its tag. */
function baseOf(field: SyntaxNode, m: CodeReading): string {
  const type = field.childForFieldName('type');
  return m.text.slice(field.startIndex, type?.endIndex ?? field.endIndex);
}

function fieldsOf(node: SyntaxNode, m: CodeReading): Code[] {
  return node.children
    .filter(({ type }) => type === 'field_identifier')
    .map((one) => ({
      kind: 'declare',
      decorators: [],
      modifiers: [],
      ...at(node),
      target: name(one, m),
      type: m.fieldText(node, 'type'),
      value: undefined,
      isConstant: false,
    }));
}

function contract(node: SyntaxNode, type: SyntaxNode, m: CodeReading): ClassCode {
  const bases = type.children.filter((one) => one.type === 'type_elem');
  return typeClass(node, m, {
    form: 'interface',
    bases: bases.map((one) => m.textOf(one)),
    readMembers: () => m.list(type.children.filter((one) => one.type === 'method_elem')),
  });
}

interface TypeClass extends Pick<ClassCode, 'form' | 'bases'> {
  readonly readMembers: () => readonly Code[];
}

function typeClass(node: SyntaxNode, m: CodeReading, parts: TypeClass): ClassCode {
  const { form, bases, readMembers } = parts;
  return classCode(
    {
      ...at(node),
      form,
      name: m.fieldText(node, 'name'),
      bases,
      modifiers: [],
      decorators: [],
    },
    readMembers,
  );
}

function func(node: SyntaxNode, m: CodeReading): FunctionCode {
  const body = node.childForFieldName('body');
  const [receiver] = paramsOf(node, 'receiver', m);
  return functionCode(
    {
      ...at(node),
      form: FORMS.get(node.type) ?? 'function',
      name: m.fieldText(node, 'name'),
      params: paramsOf(node, 'parameters', m),
      receiver,
      returns: m.fieldText(node, 'result'),
      isAsync: false,
      isGenerator: false,
      modifiers: [],
      decorators: [],
    },
    body ? () => m.body(body) : undefined,
  );
}

const FORMS: ReadonlyMap<string, FunctionCode['form']> = new Map([
  ['method_declaration', 'method'],
  ['method_elem', 'method'],
  ['func_literal', 'lambda'],
]);

function paramsOf(node: SyntaxNode, field: string, m: CodeReading): Param[] {
  return (node.childForFieldName(field)?.children ?? [])
    .filter(({ type }) => type.endsWith('parameter_declaration'))
    .flatMap((one) => params(one, m));
}

/** One for each name of a declaration; one without a name where only the type stands. */
function params(node: SyntaxNode, m: CodeReading): Param[] {
  const names = node.children.filter(
    ({ type }) => type === 'identifier' || type === 'blank_identifier',
  );
  const param = (range: SyntaxNode, named: string | undefined): Param => ({
    kind: 'param',
    decorators: [],
    ...at(range),
    name: named,
    pattern: undefined,
    type: m.fieldText(node, 'type'),
    value: undefined,
    isRest: node.type === 'variadic_parameter_declaration',
    isOptional: false,
  });
  if (names.length === 0) return [param(node, undefined)];
  return names.map((one) => param(names.length === 1 ? node : one, m.textOf(one)));
}
