import type { SeparatorPlace } from '../language.ts';
import type { SyntaxNode } from '../syntaxNode.ts';

/**
 * A comma between the last element and the closing bracket. A comma after another one, or
 * after the opening bracket, is an element left out: never neutral.
 */
export function isTrailingComma(place: SeparatorPlace, comments: ReadonlySet<string>): boolean {
  const before = previousSibling(place, comments);
  const after = nextSibling(place, comments);
  return (
    after !== undefined &&
    closing.has(after.type) &&
    before !== undefined &&
    !opening.has(before.type) &&
    before.type !== ','
  );
}

/** Whether another comma stands before this one, so that there are two elements or more. */
export function hasEarlierComma({ siblings, index }: SeparatorPlace): boolean {
  return siblings.slice(0, index).some(({ type }) => type === ',');
}

export function isLast(place: SeparatorPlace, comments: ReadonlySet<string>): boolean {
  return nextSibling(place, comments) === undefined;
}

/** What stands before a separator, comments left out. */
export function previousSibling(
  { siblings, index }: Place,
  comments: ReadonlySet<string>,
): SyntaxNode | undefined {
  return neighbour(siblings, index, -1, comments);
}

/** What stands behind a separator, comments left out. */
export function nextSibling(
  { siblings, index }: Place,
  comments: ReadonlySet<string>,
): SyntaxNode | undefined {
  return neighbour(siblings, index, 1, comments);
}

type Place = Pick<SeparatorPlace, 'siblings' | 'index'>;

const opening: ReadonlySet<string> = new Set(['(', '[', '{', '<']);
const closing: ReadonlySet<string> = new Set([')', ']', '}', '>']);

function neighbour(
  siblings: readonly SyntaxNode[],
  index: number,
  step: 1 | -1,
  comments: ReadonlySet<string>,
): SyntaxNode | undefined {
  let at = index + step;
  let node = siblings[at];
  while (node !== undefined && comments.has(node.type)) {
    at += step;
    node = siblings[at];
  }
  return node;
}
