import type { Replacement } from '../text/edit.ts';
import type { TextRope } from '../text/textRope.ts';
import { attributeInserted } from './attribute.ts';
import type { Origin } from './origin.ts';
import type { Hand } from './signal.ts';
import type { SpanTree } from './spanTree.ts';

/**
 * `attribute` on trees: the same spans, at a cost of O(log n) and that of what is replaced, not of
 * the text.
 */
export function attributeTree(
  tree: SpanTree,
  before: TextRope,
  { start, end, text }: Replacement,
  origin: Origin,
  hand: Hand = 'insertion',
): SpanTree {
  const replaced = tree.slice({ start, end }, -start);
  const inserted = attributeInserted(replaced, before.slice(start, end), text, origin, hand);
  return tree.replace(start, end, inserted, text.length);
}
