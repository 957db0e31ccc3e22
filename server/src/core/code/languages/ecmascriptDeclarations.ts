import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, ClassCode, Code, ImportedName, Param, FunctionCode } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { classCode, functionCode } from '../make.ts';
import { at, other } from '../readCode.ts';

/** A type annotation's text without its colon. */
export function typeOf(node: SyntaxNode, m: CodeReading, field = 'type'): string | undefined {
  return m.fieldText(node, field)?.replace(/^:\s*/, '');
}

export function func(node: SyntaxNode, m: CodeReading): FunctionCode {
  const modifiers = modifiersOf(node, m);
  const isMethod = node.type.includes('method');
  const isAccessor = modifiers.includes('get') || modifiers.includes('set');
  const name = m.fieldText(node, 'name');
  const bodyNode = node.childForFieldName('body');
  const form =
    node.type === 'arrow_function' || node.type === 'function_expression'
      ? 'lambda'
      : isAccessor
        ? 'accessor'
        : isMethod
          ? name === 'constructor'
            ? 'constructor'
            : 'method'
          : 'function';
  return functionCode(
    {
      ...at(node),
      form,
      name,
      params: paramsOf(node, m),
      receiver: undefined,
      returns: typeOf(node, m, 'return_type'),
      isAsync: modifiers.includes('async'),
      isGenerator: node.children.some(({ type }) => type === '*'),
      modifiers,
      decorators: decoratorsOf(node, m),
    },
    bodyNode ? () => functionBody(bodyNode, m) : undefined,
  );
}

const MODIFIERS: ReadonlySet<string> = new Set([
  ...['async', 'static', 'get', 'set', 'public', 'private', 'protected', 'readonly', 'abstract'],
  ...['override', 'declare', 'accessor'],
]);

/** A method may be called `get`, so its name does not count. */
function modifiersOf(node: SyntaxNode, m: CodeReading): string[] {
  return node.children
    .filter(({ type }) => type !== 'property_identifier')
    .map((child) => m.textOf(child))
    .filter((word) => MODIFIERS.has(word));
}

function decoratorsOf(node: SyntaxNode, m: CodeReading): Code[] {
  return m.list(node.children.filter(({ type }) => type === 'decorator'));
}

/** An arrow function's expression is what it returns. */
function functionBody(node: SyntaxNode, m: CodeReading): Body {
  if (node.type === 'statement_block') return m.body(node);
  const value = m.code(node);
  const { start, end } = value;
  return {
    kind: 'body',
    ...at(node),
    statements: [{ kind: 'return', start, end, value, isImplicit: true }],
  };
}

function paramsOf(node: SyntaxNode, m: CodeReading): Param[] {
  const single = node.childForFieldName('parameter');
  if (single) return [param(single, m)];
  const list = node.childForFieldName('parameters');
  return (list?.children ?? [])
    .filter(({ isNamed, type }) => isNamed && type !== 'comment' && type !== 'decorator')
    .map((one) => param(one, m));
}

function param(node: SyntaxNode, m: CodeReading): Param {
  const isTyped = node.type === 'required_parameter' || node.type === 'optional_parameter';
  const outer = isTyped ? (node.childForFieldName('pattern') ?? node) : node;
  const isRest = outer.type === 'rest_pattern';
  const assigned = outer.type === 'assignment_pattern';
  const target = assigned
    ? (outer.childForFieldName('left') ?? outer)
    : isRest
      ? (outer.children.find(({ isNamed }) => isNamed) ?? outer)
      : outer;
  const isName = target.type === 'identifier' || target.type === 'this';
  return {
    kind: 'param',
    decorators: decoratorsOf(node, m),
    ...at(node),
    name: isName ? m.textOf(target) : undefined,
    pattern: isName ? undefined : m.code(target),
    type: isTyped ? typeOf(node, m) : undefined,
    value: assigned ? m.field(outer, 'right') : isTyped ? m.field(node, 'value') : undefined,
    isRest,
    isOptional: node.type === 'optional_parameter',
  };
}

const FORMS: ReadonlyMap<string, ClassCode['form']> = new Map([
  ['interface_declaration', 'interface'],
  ['enum_declaration', 'enum'],
  ['internal_module', 'namespace'],
  ['module', 'namespace'],
]);

export function classLike(node: SyntaxNode, m: CodeReading, outside?: SyntaxNode): ClassCode {
  const inside = node.childForFieldName('body');
  const heritage = node.children.find(({ type }) => type === 'class_heritage');
  return classCode(
    {
      ...at(node),
      ...(outside ? { start: at(outside).start } : {}),
      form: FORMS.get(node.type) ?? 'class',
      name: m.fieldText(node, 'name'),
      bases: heritage ? heritage.children.flatMap((one) => basesOf(one, m)) : [],
      modifiers: node.type.startsWith('abstract') ? ['abstract'] : [],
      // Those of an exported class stand in front of `export`.
      decorators: [...(outside ? decoratorsOf(outside, m) : []), ...decoratorsOf(node, m)],
    },
    () => (inside ? membersOf(inside, m) : []),
  );
}

/** A class's members. Decorators of a method stand in front of it in the grammar's tree. */
function membersOf(inside: SyntaxNode, m: CodeReading): readonly Code[] {
  const members: Code[] = [];
  let decorators: SyntaxNode[] = [];
  for (const child of inside.children) {
    if (child.type === 'decorator') {
      decorators.push(child);
      continue;
    }
    const read = m.list([child]);
    if (read.length === 0) continue;
    const [first] = read;
    const isDecorated = 0 < decorators.length && first?.kind === 'function';
    if (isDecorated) members.push(decorated(first, m.list(decorators)), ...read.slice(1));
    else members.push(...m.list(decorators), ...read);
    decorators = [];
  }
  return members;
}

function decorated(one: FunctionCode, decorators: readonly Code[]): FunctionCode {
  const { start, end, form, name, params, receiver, returns } = one;
  const { isAsync, isGenerator, modifiers } = one;
  return {
    ...{ kind: 'function', start, end, form, name, params, receiver, returns },
    ...{ isAsync, isGenerator, modifiers },
    decorators: [...decorators, ...one.decorators],
    get body() {
      return one.body;
    },
  };
}

function basesOf(node: SyntaxNode, m: CodeReading): string[] {
  if (node.type === 'extends_clause' || node.type === 'implements_clause') {
    return node.children.filter(({ isNamed }) => isNamed).map((one) => m.textOf(one));
  }
  return node.isNamed ? [m.textOf(node)] : [];
}

export function field(node: SyntaxNode, m: CodeReading): Code {
  const nameNode = node.childForFieldName('name') ?? node.childForFieldName('property');
  return {
    kind: 'declare',
    decorators: decoratorsOf(node, m),
    modifiers: modifiersOf(node, m),
    ...at(node),
    target: nameNode ? m.code(nameNode) : other(node, []),
    type: typeOf(node, m),
    value: m.field(node, 'value'),
    isConstant: node.children.some((child) => m.textOf(child) === 'readonly'),
  };
}

export function imported(node: SyntaxNode, m: CodeReading): Code {
  const source = node.childForFieldName('source');
  const clause = node.children.find(({ type }) => type === 'import_clause');
  const required = node.children.find(({ type }) => type === 'import_require_clause');
  const requiredSource = required?.childForFieldName('source');
  const module = m.textOf(source ?? requiredSource ?? node).replace(/^['"]|['"]$/g, '');
  const names = clause ? clause.children.flatMap((one) => namesOf(one, m)) : [];
  const isTypeOnly = node.children.some(({ type, isNamed }) => !isNamed && type === 'type');
  return { kind: 'import', ...at(node), module, names, isTypeOnly };
}

/** What is exported stands for it; from another module it is taken in first. */
export function exported(node: SyntaxNode, m: CodeReading): Code {
  const source = node.childForFieldName('source');
  const declared = node.childForFieldName('declaration');
  const isDecorated = node.children.some(({ type }) => type === 'decorator');
  if (declared && isDecorated && /class/.test(declared.type)) return classLike(declared, m, node);
  if (!source) return m.field(node, 'declaration') ?? m.field(node, 'value') ?? other(node, []);
  const module = m.textOf(source).replace(/^['"]|['"]$/g, '');
  const isTypeOnly = node.children.some(({ type, isNamed }) => !isNamed && type === 'type');
  return { kind: 'import', ...at(node), module, names: [], isTypeOnly };
}

function namesOf(node: SyntaxNode, m: CodeReading): ImportedName[] {
  switch (node.type) {
    case 'identifier':
      return [{ name: 'default', local: m.textOf(node) }];
    case 'namespace_import':
      return [{ name: '*', local: m.textOf(node).replace(/^\*\s*as\s*/, '') }];
    case 'named_imports':
      return node.children
        .filter(({ type }) => type === 'import_specifier')
        .map((one) => {
          const name = m.fieldText(one, 'name') ?? '';
          return { name, local: m.fieldText(one, 'alias') ?? name };
        });
    default:
      return [];
  }
}
