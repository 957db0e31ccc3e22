import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { ClassCode, Code, FunctionCode } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { classCode } from '../make.ts';
import { oneOrGroup } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { CONDITIONALS, MAX_CONDITIONALS } from './cppConditionals.ts';
import { CLASSES, declaratorOf } from './cppDeclarator.ts';
import { attributesOf, functionOf, type Owner } from './cppFunctions.ts';
import { flat, simpleName } from './cppNames.ts';
import { declarationOf } from './cppVariables.ts';

/** Outside of a block: variables, prototypes, and classes that are declared with them. */
export function declaration(node: SyntaxNode, m: CodeReading): Code {
  return declarationOf(node, m, { isLocal: false, owner: undefined });
}

export function functionDefinition(node: SyntaxNode, m: CodeReading): FunctionCode {
  return functionOf(node, m, undefined);
}

/** `extern "C" { … }`, `export { … }`: what is in it stands for it. */
export function linkage(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body') ?? node.children.findLast(({ isNamed }) => isNamed);
  if (!inside) return other(node, []);
  const items = inside.type === 'declaration_list' ? m.all(inside) : m.list([inside]);
  return oneOrGroup(node, items);
}

export function namespace(node: SyntaxNode, m: CodeReading): ClassCode {
  const inside = node.childForFieldName('body');
  const named = node.childForFieldName('name');
  return classCode(
    {
      ...at(node),
      form: 'namespace',
      name: named ? flat(m.textOf(named)) : undefined,
      bases: [],
      modifiers: node.children.some(({ type }) => type === 'inline') ? ['inline'] : [],
      decorators: attributesOf(node, m),
    },
    () => (inside ? m.all(inside) : []),
  );
}

const FORMS: ReadonlyMap<string, ClassCode['form']> = new Map([
  ['class_specifier', 'class'],
  ['enum_specifier', 'enum'],
]);

/** A class with its members; where it is only named, no more than its name. */
export function classLike(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  const named = node.childForFieldName('name');
  if (!inside) return other(node, named ? [m.code(named)] : []);
  return classOf(node, inside, named, m);
}

function classOf(
  node: SyntaxNode,
  inside: SyntaxNode,
  named: SyntaxNode | null | undefined,
  m: CodeReading,
): ClassCode {
  const name = named ? simpleName(named, m) : undefined;
  const clause = node.children.find(({ type }) => type === 'base_class_clause');
  return classCode(
    {
      ...at(node),
      form: FORMS.get(node.type) ?? 'struct',
      name,
      bases: (clause?.children ?? [])
        .filter(({ isNamed, type }) => isNamed && !NO_BASES.has(type))
        .map((child) => flat(m.textOf(child))),
      modifiers: node.children
        .filter(({ type }) => type === 'virtual_specifier')
        .map((child) => m.textOf(child)),
      decorators: attributesOf(node, m),
    },
    () => membersOf(inside.children, m, name ?? '', 0),
  );
}

const NO_BASES: ReadonlySet<string> = new Set([
  'access_specifier',
  'attribute_declaration',
  'comment',
  'virtual',
]);

function membersOf(
  nodes: readonly SyntaxNode[],
  m: CodeReading,
  name: string,
  depth: number,
): Code[] {
  let access: string | undefined;
  return nodes.flatMap((node): Code[] => {
    if (node.type === 'access_specifier') {
      access = m.textOf(node);
      return [];
    }
    if (CONDITIONALS.has(node.type) && depth < MAX_CONDITIONALS) {
      return [other(node, membersOf(node.children, m, name, depth + 1))];
    }
    const member = memberOf(node, m, { name, access });
    return member.kind === 'group' ? [...member.items] : node.isNamed ? [member] : [];
  });
}

function memberOf(node: SyntaxNode, m: CodeReading, owner: Owner): Code {
  const inner = node.type === 'template_declaration' ? node.children.at(-1) : node;
  switch (inner?.type) {
    case 'function_definition':
      return functionOf(inner, m, owner);
    case 'declaration':
    case 'field_declaration':
      return declarationOf(inner, m, { isLocal: false, owner });
    default:
      return oneOrGroup(node, m.list([node]));
  }
}

/** `typedef struct { … } A;` declares a class; another one only renames a type. */
export function typeDefinition(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  const inside = type && CLASSES.has(type.type) ? type.childForFieldName('body') : null;
  if (!type || !inside) return other(node, m.all(node));
  const declarator = node.childForFieldName('declarator');
  const named =
    type.childForFieldName('name') ?? (declarator ? declaratorOf(declarator, m).named : undefined);
  return classOf(type, inside, named, m);
}
