import { Edit, type Tree } from 'web-tree-sitter';
import { type Replacement, spanningReplacement } from '../../core/text/edit.ts';

/** More changes than this (a rename, many cursors) are handed over as the one range they span. */
const maxEdits = 16;

/**
 * Tells a tree how its text changed. `replacements` are sequential; where they do not lead from
 * one text to the other, the difference of the two counts.
 */
export function applyEdits(
  tree: Tree,
  before: string,
  after: string,
  replacements: readonly Replacement[],
): void {
  let text = before;
  if (replacements.length <= maxEdits) {
    const edits = replacements.map((replacement) => {
      const edit = treeEdit(text, replacement);
      text = text.slice(0, replacement.start) + replacement.text + text.slice(replacement.end);
      return edit;
    });
    if (text === after) {
      for (const edit of edits) tree.edit(edit);
      return;
    }
  }
  tree.edit(treeEdit(before, spanningReplacement(before, after)));
}

function treeEdit(before: string, { start, end, text }: Replacement): Edit {
  const startPosition = pointAt(before, start, { row: 0, column: 0 });
  return new Edit({
    startIndex: start,
    oldEndIndex: end,
    newEndIndex: start + text.length,
    startPosition,
    oldEndPosition: pointAt(before.slice(start, end), end - start, startPosition),
    newEndPosition: pointAt(text, text.length, startPosition),
  });
}

/** tree-sitter's position: rows end with LF only, columns are UTF-16 units. */
interface Point {
  readonly row: number;
  readonly column: number;
}

/** Where `offset` lies in a text whose first character lies at `from`. */
function pointAt(text: string, offset: number, from: Point): Point {
  let { row } = from;
  let lineStart = -from.column;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
