import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { callOf } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { macroCall } from './rustFormats.ts';
import { argumentsOf, treeCode } from './rustTokens.ts';

/** Macros and attributes: what stands in their brackets is read as far as it looks like code. */
export const rustMacros: readonly (readonly [string, ReadNode])[] = [
  ['macro_invocation', invocation],
  ['attribute', attribute],
  ['token_tree', treeCode],
];

function invocation(node: SyntaxNode, m: CodeReading): Code {
  const callee = m.needed(node, 'macro');
  const mark = node.children.find(({ type }) => type === '!');
  const tree = node.children.find(({ type }) => type === 'token_tree');
  if (callee.kind !== 'name' && callee.kind !== 'member') return other(node, m.all(node));
  return macroCall(
    { ...callee, end: mark?.endIndex ?? callee.end, name: `${callee.name}!` },
    tree ? argumentsOf(tree, m) : [],
    { ...at(node), text: m.text },
  );
}

/** `#[a]`, `#[a(b)]`, `#[a = b]`. */
function attribute(node: SyntaxNode, m: CodeReading): Code {
  const [path = other(node, [])] = m.list(node.children.slice(0, 1));
  const tree = node.childForFieldName('arguments');
  const value = m.field(node, 'value');
  if (value) return { kind: 'assign', ...at(node), target: path, operator: '=', value };
  if (!tree) return path;
  return callOf(at(node), path, argumentsOf(tree, m));
}
