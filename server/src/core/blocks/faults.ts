import { isBlankCode } from './blank.ts';
import type { Block, BlockMap } from './block.ts';
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

/** A map with the text it was read from. */
export interface MappedText {
  readonly map: BlockMap;
  readonly text: string;
}

/**
 * Whether a block of the last good map is gone although its text still stands there, word for
 * word: then an error elsewhere has swallowed it. A block is still there when one of its own
 * name stands as deep as it did, so renaming what is around it loses nothing. Asked only of
 * texts with syntax errors.
 */
export function hasLostBlock(good: MappedText, now: MappedText): boolean {
  const keys = new Set(placesOf(now.map.blocks));
  const goodKeys = placesOf(good.map.blocks);
  return good.map.blocks.some(({ range }, index) => {
    const key = goodKeys[index];
    if (key === undefined || keys.has(key)) return false;
    return now.text.includes(good.text.slice(range.start, range.end));
  });
}

/** For each block its depth and its name without the names around it. */
function placesOf(blocks: readonly Block[]): readonly string[] {
  const around: Block[] = [];
  return blocks.map((block) => {
    let outer = around.at(-1);
    while (outer && outer.range.end <= block.range.start) {
      around.pop();
      outer = around.at(-1);
    }
    const prefix = outer ? `${outer.symbol}.` : '';
    const isInside = block.symbol.startsWith(prefix);
    // A block around it may give another name to what is inside (`impl`).
    const nameAt = isInside ? prefix.length : block.symbol.lastIndexOf('.') + 1;
    const name = block.symbol.slice(nameAt);
    around.push(block);
    return `${around.length} ${name}`;
  });
}

function nNonBlank(text: string, start: number, end: number): number {
  let n = 0;
  for (let at = start; at < end; at++) if (!isBlankCode(text.charCodeAt(at))) n++;
  return n;
}
