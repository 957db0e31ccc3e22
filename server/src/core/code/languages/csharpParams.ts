import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Param } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at } from '../readCode.ts';
import { attributesOf, modifiersOf } from './csharpModifiers.ts';
import { valueBehind } from './csharpValues.ts';

/** How a parameter is passed belongs to its type, as it is written. */
const PASSING: ReadonlySet<string> = new Set(['ref', 'out', 'in']);

/** The parameters of a list; `params int[] a` has no node of its own in the grammar. */
export function paramsOf(list: SyntaxNode, m: CodeReading): Param[] {
  if (list.type === 'implicit_parameter') return [{ ...param(list, m), name: m.textOf(list) }];
  const found = list.children
    .filter(({ type }) => type === 'parameter')
    .map((one) => param(one, m));
  const rest = list.children.findIndex(({ type, isNamed }) => !isNamed && type === 'params');
  const start = list.children[rest]?.startIndex;
  const named = list.children
    .slice(rest + 1)
    .filter(({ isNamed, type }) => isNamed && type !== 'comment');
  const [type, word] = named;
  if (start === undefined || !type || !word) return found;
  const parts = { name: m.textOf(word), type: m.textOf(type), isRest: true };
  return [...found, { ...param(word, m), start, ...parts }];
}

function param(node: SyntaxNode, m: CodeReading): Param {
  const passing = modifiersOf(node, m).filter((word) => PASSING.has(word));
  const type = m.fieldText(node, 'type');
  const value = valueBehind(node, '=');
  return {
    kind: 'param',
    decorators: attributesOf(node, m),
    ...at(node),
    name: m.fieldText(node, 'name'),
    pattern: undefined,
    type: type && [...passing, type].join(' '),
    value: value && m.code(value),
    isRest: false,
    isOptional: false,
  };
}
