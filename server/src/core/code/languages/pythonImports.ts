import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, ImportedName } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { at } from '../readCode.ts';

export const pythonImports: readonly (readonly [string, ReadNode])[] = [
  ['import_statement', imported],
  ['import_from_statement', importedFrom],
  ['future_import_statement', importedFrom],
];

/** `import a, b.c as d`: one each. */
function imported(node: SyntaxNode, m: CodeReading): Code {
  const items = node.children.filter(isImported).map((one): Code => {
    const { name: module, local } = importedName(one, m);
    const name = module.split('.').at(-1) ?? module;
    return { kind: 'import', ...at(one), module, names: [{ name, local }], isTypeOnly: false };
  });
  const [only, ...more] = items;
  if (only && more.length === 0) return { ...only, ...at(node) };
  return { kind: 'group', ...at(node), items };
}

function importedFrom(node: SyntaxNode, m: CodeReading): Code {
  const from = node.childForFieldName('module_name');
  const names = node.children
    .filter((child) => child.id !== from?.id && isImported(child))
    .map((one) => importedName(one, m));
  const module = from ? m.textOf(from) : '__future__';
  return { kind: 'import', ...at(node), module, names, isTypeOnly: false };
}

function isImported({ type }: SyntaxNode): boolean {
  return type === 'dotted_name' || type === 'aliased_import' || type === 'wildcard_import';
}

function importedName(node: SyntaxNode, m: CodeReading): ImportedName {
  if (node.type !== 'aliased_import') return { name: m.textOf(node), local: m.textOf(node) };
  const name = m.fieldText(node, 'name') ?? '';
  return { name, local: m.fieldText(node, 'alias') ?? name };
}
