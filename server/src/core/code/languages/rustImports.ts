import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Import } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { oneOrGroup } from '../pieces.ts';
import { at } from '../readCode.ts';

/** `use` and `extern crate`: one import for each path. */
export const rustImports: readonly (readonly [string, ReadNode])[] = [
  ['use_declaration', imported],
  ['extern_crate_declaration', crate],
];

interface UseTree {
  readonly node: SyntaxNode;
  /** The path before it, with its last `::`. */
  readonly prefix: string;
}

/** A loop over the tree, as it may be deeper than the stack. */
function imported(node: SyntaxNode, m: CodeReading): Code {
  const root = node.childForFieldName('argument');
  const found: Import[] = [];
  const trees: UseTree[] = root ? [{ node: root, prefix: '' }] : [];
  for (let tree = trees.pop(); tree; tree = trees.pop()) {
    const inside = treesIn(tree, m);
    if (inside) trees.push(...inside.toReversed());
    else found.push(leaf(tree, m));
  }
  const [only, ...more] = found;
  return only && more.length === 0 ? { ...only, ...at(node) } : oneOrGroup(node, found);
}

/** What stands in braces; undefined for a single path. */
function treesIn({ node, prefix }: UseTree, m: CodeReading): UseTree[] | undefined {
  switch (node.type) {
    case 'scoped_use_list': {
      const path = node.childForFieldName('path');
      const list = node.childForFieldName('list');
      const start = path ? `${prefix}${written(path, m)}::` : prefix;
      return list ? [{ node: list, prefix: start }] : [];
    }
    case 'use_list':
      return node.children
        .filter(({ isNamed, type }) => isNamed && !type.includes('comment'))
        .map((one) => ({ node: one, prefix }));
    default:
      return undefined;
  }
}

function leaf({ node, prefix }: UseTree, m: CodeReading): Import {
  const isAlias = node.type === 'use_as_clause';
  const inner = isAlias ? (node.childForFieldName('path') ?? node) : node;
  const path = `${prefix}${written(inner, m)}`.replace(/(?<=.)::self$/, '');
  const alias = isAlias ? m.fieldText(node, 'alias') : undefined;
  const isAll = node.type === 'use_wildcard';
  const module = isAll ? path.replace(/(?:::)?\*$/, '') : path;
  const name = isAll ? '*' : path.slice(path.lastIndexOf(':') + 1);
  return {
    kind: 'import',
    ...at(node),
    module,
    names: [{ name, local: alias ?? name }],
    isTypeOnly: false,
  };
}

function written(node: SyntaxNode, m: CodeReading): string {
  return m.textOf(node).replace(/\s+/g, '');
}

function crate(node: SyntaxNode, m: CodeReading): Code {
  const name = m.fieldText(node, 'name') ?? '';
  const local = m.fieldText(node, 'alias') ?? name;
  return { kind: 'import', ...at(node), module: name, names: [{ name, local }], isTypeOnly: false };
}
