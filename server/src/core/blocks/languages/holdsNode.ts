import type { SyntaxNode } from '../syntaxNode.ts';

/** Whether a node of one of the types is in another one. A loop, as expressions can be deep. */
export function holdsNode(top: SyntaxNode, types: ReadonlySet<string>): boolean {
  const nodes: SyntaxNode[] = [...top.children];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (types.has(node.type)) return true;
    for (const child of node.children) nodes.push(child);
  }
  return false;
}
