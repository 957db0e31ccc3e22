import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { at, other } from '../readCode.ts';

/** What Ruby gives values to: names, fields, elements, and several of them at once. */
export const rubyTargets: readonly (readonly [string, ReadNode])[] = [
  ['left_assignment_list', targets],
  ['destructured_left_assignment', targets],
  ['rest_assignment', rest],
];

/** `a.b = c` gives `c` to a field; elsewhere `a.b` is a call. */
export function target(node: SyntaxNode, m: CodeReading): Code {
  const object = node.childForFieldName('receiver');
  if (node.type !== 'call' || !object || node.childForFieldName('arguments')) return m.code(node);
  return {
    kind: 'member',
    ...at(node),
    object: m.code(object),
    name: m.fieldText(node, 'method') ?? '',
    isOptional: m.fieldText(node, 'operator') === '&.',
  };
}

function targets(node: SyntaxNode, m: CodeReading): Code {
  const parts = node.children
    .filter(({ isNamed, type }) => isNamed && type !== 'comment')
    .map((one) => target(one, m));
  return { kind: 'pattern', ...at(node), parts };
}

function rest(node: SyntaxNode, m: CodeReading): Code {
  const taken = node.children.find(({ isNamed }) => isNamed);
  return { kind: 'spread', ...at(node), value: taken ? target(taken, m) : other(node, []) };
}
