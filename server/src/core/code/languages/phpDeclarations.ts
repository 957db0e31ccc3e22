import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, ClassCode, Code, FunctionCode, Import, Param } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { holds } from '../holds.ts';
import { classCode, functionCode } from '../make.ts';
import { oneOrGroup } from '../pieces.ts';
import { at, other } from '../readCode.ts';

export function func(node: SyntaxNode, m: CodeReading): FunctionCode {
  return functionOf(node, m, {
    form: formOf(node, m),
    name: m.fieldText(node, 'name'),
    words: [],
  });
}

function formOf(node: SyntaxNode, m: CodeReading): FunctionCode['form'] {
  if (node.type === 'function_definition') return 'function';
  if (node.type !== 'method_declaration') return 'lambda';
  const name = m.fieldText(node, 'name')?.toLowerCase();
  return name === '__construct' ? 'constructor' : 'method';
}

interface Naming extends Pick<FunctionCode, 'form' | 'name'> {
  /** Modifiers that are written in its place. */
  readonly words: readonly string[];
}

function functionOf(node: SyntaxNode, m: CodeReading, { form, name, words }: Naming): FunctionCode {
  const inside = node.childForFieldName('body');
  const taken = node.children.find(({ type }) => type === 'anonymous_function_use_clause');
  return functionCode(
    {
      ...at(node),
      form,
      name,
      params: paramsOf(node, m),
      receiver: undefined,
      returns: m.fieldText(node, 'return_type'),
      isAsync: false,
      isGenerator:
        inside !== null && m.textOf(inside).includes('yield') && holds(inside, YIELDS, SCOPES),
      // What a closure takes from around it stands with them, as it is written.
      modifiers: [...modifiersOf(node, m), ...words, ...(taken ? [m.textOf(taken)] : [])],
      decorators: attributesOf(node, m),
    },
    inside ? () => functionBody(inside, m) : undefined,
  );
}

const YIELDS: ReadonlySet<string> = new Set(['yield_expression']);
const SCOPES: ReadonlySet<string> = new Set([
  'anonymous_class',
  'anonymous_function',
  'arrow_function',
  'class_declaration',
  'function_definition',
]);

/** An arrow function's expression is what it returns. */
function functionBody(node: SyntaxNode, m: CodeReading): Body {
  if (node.type === 'compound_statement') return m.body(node);
  const value = m.code(node);
  const { start, end } = value;
  const given: Code =
    value.kind === 'throw' ? value : { kind: 'return', start, end, value, isImplicit: true };
  return { kind: 'body', ...at(node), statements: [given] };
}

function paramsOf(node: SyntaxNode, m: CodeReading): readonly Param[] {
  const list = node.childForFieldName('parameters');
  return (list?.children ?? [])
    .filter(({ type }) => type.endsWith('_parameter'))
    .map((one) => ({
      kind: 'param',
      decorators: attributesOf(one, m),
      ...at(one),
      name: m.fieldText(one, 'name')?.replace(/^[&$\s]+/, ''),
      pattern: undefined,
      type: m.fieldText(one, 'type'),
      value: m.field(one, 'default_value'),
      isRest: one.type === 'variadic_parameter',
      isOptional: false,
    }));
}

function modifiersOf(node: SyntaxNode, m: CodeReading): readonly string[] {
  return node.children
    .filter(({ type }) => type.endsWith('_modifier') && type !== 'reference_modifier')
    .map((child) => m.textOf(child).toLowerCase());
}

function attributesOf(node: SyntaxNode, m: CodeReading): Code[] {
  return node.children
    .filter(({ type }) => type === 'attribute_list')
    .flatMap(({ children }) => children.flatMap((group) => m.all(group)));
}

const FORMS: ReadonlyMap<string, ClassCode['form']> = new Map([
  ['interface_declaration', 'interface'],
  ['trait_declaration', 'trait'],
  ['enum_declaration', 'enum'],
]);

export function classLike(node: SyntaxNode, m: CodeReading): ClassCode {
  const inside = node.childForFieldName('body');
  return classCode(
    {
      ...at(node),
      form: FORMS.get(node.type) ?? 'class',
      name: m.fieldText(node, 'name'),
      bases: node.children
        .filter(({ type }) => type === 'base_clause' || type === 'class_interface_clause')
        .flatMap(({ children }) => children.filter(({ isNamed }) => isNamed))
        .map((child) => m.textOf(child)),
      modifiers: modifiersOf(node, m),
      decorators: attributesOf(node, m),
    },
    () => (inside ? m.all(inside) : []),
  );
}

/** Without braces it only names what follows in the file. */
export function namespace(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  if (!inside) return other(node, m.all(node));
  return classCode(
    {
      ...at(node),
      form: 'namespace',
      name: m.fieldText(node, 'name'),
      bases: [],
      modifiers: [],
      decorators: [],
    },
    () => m.all(inside),
  );
}

/** Fields of a class, and what runs where they are read and written. */
export function properties(node: SyntaxNode, m: CodeReading): Code {
  const elements = node.children.filter(({ type }) => type === 'property_element');
  const hooks = node.children.find(({ type }) => type === 'property_hook_list');
  const isConstant = node.children.some(({ type }) => type === 'readonly_modifier');
  const isAlone = elements.length === 1 && !hooks;
  const found = elements.map(
    (one): Code => ({
      kind: 'declare',
      decorators: isAlone ? attributesOf(node, m) : [],
      modifiers: modifiersOf(node, m),
      ...at(isAlone ? node : one),
      target: m.needed(one, 'name'),
      type: m.fieldText(node, 'type'),
      value: m.field(one, 'default_value'),
      isConstant,
    }),
  );
  const [named] = elements;
  const name = named && m.fieldText(named, 'name')?.replace(/^\$/, '');
  for (const hook of hooks?.children ?? []) {
    if (hook.type === 'property_hook') found.push(accessor(hook, name, m));
  }
  return oneOrGroup(node, found);
}

/** `get => …`, `set($value) { … }`. */
function accessor(hook: SyntaxNode, name: string | undefined, m: CodeReading): FunctionCode {
  const word = hook.children.find(({ type }) => type === 'name');
  return functionOf(hook, m, { form: 'accessor', name, words: word ? [m.textOf(word)] : [] });
}

export function constants(node: SyntaxNode, m: CodeReading): Code {
  const elements = node.children.filter(({ type }) => type === 'const_element');
  const found = elements.map((one): Code => {
    const [target, value] = m.all(one);
    return {
      kind: 'declare',
      decorators: [],
      modifiers: modifiersOf(node, m),
      ...at(elements.length === 1 ? node : one),
      target: target ?? other(one, []),
      type: m.fieldText(node, 'type'),
      value,
      isConstant: true,
    };
  });
  return oneOrGroup(node, found);
}

/** `static $calls = 0;` in a function. */
export function statics(node: SyntaxNode, m: CodeReading): Code {
  const elements = node.children.filter(({ type }) => type === 'static_variable_declaration');
  const found = elements.map(
    (one): Code => ({
      kind: 'declare',
      decorators: [],
      modifiers: [],
      ...at(elements.length === 1 ? node : one),
      target: m.needed(one, 'name'),
      type: undefined,
      value: m.field(one, 'value'),
      isConstant: false,
    }),
  );
  return oneOrGroup(node, found);
}

/** One import for each path, those in braces with what stands before them. */
export function imports(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  const outer = node.children.find(({ type }) => type === 'namespace_name');
  const before = inside && outer ? `${m.textOf(outer)}\\` : '';
  const clauses = (inside ?? node).children.filter(({ type }) => type === 'namespace_use_clause');
  const found = clauses.map((one): Import => {
    const alias = one.childForFieldName('alias');
    const path = one.children.find(({ isNamed, id }) => isNamed && id !== alias?.id);
    const module = `${before}${path ? m.textOf(path) : ''}`.replace(/^\\/, '');
    const name = module.slice(module.lastIndexOf('\\') + 1);
    const local = alias ? m.textOf(alias) : name;
    const range = at(clauses.length === 1 ? node : one);
    return { kind: 'import', ...range, module, names: [{ name, local }], isTypeOnly: false };
  });
  return oneOrGroup(node, found);
}
