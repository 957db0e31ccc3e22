import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { callOf } from '../pieces.ts';
import { at } from '../readCode.ts';
import { values } from './csharpValues.ts';

/** `public`, `static`, `ref`… before a declaration, as written. */
export function modifiersOf(node: SyntaxNode, m: CodeReading): string[] {
  return node.children.filter(({ type }) => type === 'modifier').map((one) => m.textOf(one));
}

/** `[A, B(1)]` before a declaration: a name or a call each. */
export function attributesOf(node: SyntaxNode, m: CodeReading): Code[] {
  return m.list(node.children.filter(({ type }) => type === 'attribute_list'));
}

/** Attributes: what stands in one pair of brackets is a group. */
export const attributeNodes: readonly (readonly [string, ReadNode])[] = [
  ['attribute_list', attributeList],
  ['attribute', attribute],
  ['attribute_argument', argument],
];

/** What the attributes are for (`return:`) is no code. */
function attributeList(node: SyntaxNode, m: CodeReading): Code {
  const items = m.list(node.children.filter(({ type }) => type === 'attribute'));
  return { kind: 'group', ...at(node), items };
}

function attribute(node: SyntaxNode, m: CodeReading): Code {
  const callee = m.needed(node, 'name');
  const list = node.children.find(({ type }) => type === 'attribute_argument_list');
  if (!list) return callee;
  const args = values(list, m);
  return callOf(at(node), callee, args);
}

/** `Name = value`, `name: value`, or only a value. */
function argument(node: SyntaxNode, m: CodeReading): Code {
  const found = values(node, m);
  const [first, second] = found;
  if (first?.kind === 'assign' && first.target.kind === 'name' && first.value) {
    return { kind: 'named', ...at(node), name: first.target.name, value: first.value };
  }
  if (first?.kind === 'name' && second) {
    return { kind: 'named', ...at(node), name: first.name, value: second };
  }
  return first ?? { kind: 'group', ...at(node), items: found };
}
