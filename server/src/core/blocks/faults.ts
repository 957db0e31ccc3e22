import { isBlankCode } from './blank.ts';
import { ERROR, type SyntaxNode } from './syntaxNode.ts';

/**
 * Whether a parse went so wrong that its blocks are not to be trusted:
 *
 * - the parser found no reading of the file as a whole (the root is an error), or
 * - more than half of the non-blank text lies in errors, or
 * - the parser had to invent the end of a block (a missing `}`), so that what follows it may
 *   have been swallowed.
 *
 * Small errors, as every line has while it is typed, do not count: the parser mends them
 * within the statement. What these signs miss, `hasLostBlock` finds by comparing.
 */
export function isBrokenTree(text: string, root: SyntaxNode): boolean {
  if (!root.hasError) return false;
  if (root.type === ERROR) return true;
  let nInErrors = 0;
  const nodes: SyntaxNode[] = [root];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.isMissing && node.type === '}') return true;
    if (node.type === ERROR) nInErrors += nNonBlank(text, node.startIndex, node.endIndex);
    else for (const child of node.children) if (child.hasError) nodes.push(child);
  }
  return nNonBlank(text, 0, text.length) < 2 * nInErrors;
}

function nNonBlank(text: string, start: number, end: number): number {
  let n = 0;
  for (let at = start; at < end; at++) if (!isBlankCode(text.charCodeAt(at))) n++;
  return n;
}
