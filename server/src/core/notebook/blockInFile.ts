import type { Block } from '../blocks/block.ts';
import { linesOf } from '../blocks/sourceBlock.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { fileRange, type NotebookCell, sourceOffset } from './cell.ts';

/** A block of a cell's source, of the same name and content, where it stands in the file. */
export function blockInFile(block: Block, cell: NotebookCell, index: LineIndex): Block {
  const inFile = (range: Range): Range => fileRange(cell, range);
  const range = inFile(block.range);
  return {
    symbol: block.symbol,
    language: block.language,
    range,
    lines: linesOf(index, range),
    get own() {
      return block.own.map(inFile);
    },
    get nTokens() {
      return block.nTokens;
    },
    get textHash() {
      return block.textHash;
    },
    get codeHash() {
      return block.codeHash;
    },
  };
}

/** The code that a range of the file holds, without the JSON around it. */
export function codeInRange(cells: readonly NotebookCell[], { start, end }: Range): string {
  return cells
    .map((cell) => cell.source.slice(sourceOffset(cell, start), sourceOffset(cell, end)))
    .filter((code) => code !== '')
    .join('\n');
}
