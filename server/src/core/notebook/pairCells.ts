import type { NotebookCell } from './cell.ts';
import { commonSize, lineBag } from './kin.ts';

/** A cell with the source it was made from. */
export interface PairedCell {
  readonly cell: NotebookCell;
  readonly before: string;
}

/**
 * For each cell of a notebook the source it had before: of the cell with its id, else with its very
 * text, else that has most in common with it. A cell without one may still have taken over what any
 * cell lost that is gone.
 */
export function pairCells(
  now: readonly NotebookCell[],
  was: readonly NotebookCell[],
): readonly PairedCell[] {
  const free = new Set(was);
  const found = new Map<NotebookCell, NotebookCell>();
  const match = (fits: (old: NotebookCell, cell: NotebookCell) => boolean): void => {
    for (const cell of now) {
      if (found.has(cell)) continue;
      const old = [...free].find((one) => fits(one, cell));
      if (!old) continue;
      found.set(cell, old);
      free.delete(old);
    }
  };
  match((old, cell) => cell.id !== undefined && old.id === cell.id);
  match((old, cell) => old.source === cell.source);
  for (const cell of now) {
    if (found.has(cell)) continue;
    const old = mostAlike(cell, free);
    if (!old) continue;
    found.set(cell, old);
    free.delete(old);
  }
  const lost = [...free].map(({ source }) => source).join('\n');
  return now.map((cell) => ({ cell, before: found.get(cell)?.source ?? lost }));
}

function mostAlike(cell: NotebookCell, among: Iterable<NotebookCell>): NotebookCell | undefined {
  const bag = lineBag(cell.source);
  let best: NotebookCell | undefined;
  let most = 0;
  for (const old of among) {
    const common = commonSize(bag, lineBag(old.source));
    if (most < common) {
      best = old;
      most = common;
    }
  }
  return best;
}
