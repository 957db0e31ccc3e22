import type { SyntaxNode } from '../blocks/syntaxNode.ts';

/**
 * Whether a node of one of the types is in another one, but not in a node of a type that hides what
 * is in it (a function inside a function). A loop, as expressions can be deep.
 */
export function holds(
  top: SyntaxNode,
  types: ReadonlySet<string>,
  hiding: ReadonlySet<string>,
): boolean {
  const nodes: SyntaxNode[] = [...top.children];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (types.has(node.type)) return true;
    if (hiding.has(node.type)) continue;
    for (const child of node.children) nodes.push(child);
  }
  return false;
}
