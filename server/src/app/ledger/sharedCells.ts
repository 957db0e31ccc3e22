import { spansOfRows } from '../../core/ledger/lineRows.ts';
import { spansInSource } from '../../core/notebook/cell.ts';
import { readNotebook } from '../../core/notebook/readNotebook.ts';
import { createLineIndex } from '../../core/text/lineIndex.ts';
import type { CellState } from '../cellStates.ts';
import type { Journal } from '../journal.ts';

/** A committed text of a notebook. */
export interface NotebookText {
  readonly blob: string;
  readonly text: string;
}

/** What clones shared of whole notebooks, as the sources of their code cells; in the order given. */
export function sharedCells(
  { book }: Pick<Journal, 'book'>,
  notebooks: readonly NotebookText[],
): readonly CellState[] {
  return notebooks.flatMap(({ blob, text }): CellState[] => {
    const records = book.linesOf(blob);
    const cells = records.length === 0 ? [] : (readNotebook(text)?.cells ?? []);
    const code = cells.filter(({ kind, source }) => kind === 'code' && source.trim() !== '');
    const index = createLineIndex(text);
    return records.flatMap(({ at, detail }) => {
      const spans = spansOfRows(index, detail);
      return code.map((cell): CellState => {
        const { id, source } = cell;
        const isUnique = code.filter((other) => other.source === source).length === 1;
        return { at, text: source, spans: spansInSource(cell, spans), id, isUnique };
      });
    });
  });
}
