import type { Block } from '../core/blocks/block.ts';
import { cellPath } from '../core/notebook/cellPath.ts';
import { isNotebookPath } from '../core/notebook/notebookPath.ts';
import { readNotebook } from '../core/notebook/readNotebook.ts';
import type { BlockReader } from '../core/ports.ts';

/** The blocks of a file's text; of a notebook those of all its code cells. */
export async function blocksIn(
  reader: BlockReader,
  path: string,
  text: string,
): Promise<readonly Block[]> {
  const notebook = isNotebookPath(path) ? readNotebook(text) : undefined;
  if (!notebook) return (await reader.read(path, text)).blocks;
  const blocks: Block[] = [];
  for (const { kind, source, position } of notebook.cells) {
    if (kind !== 'code') continue;
    const cell = cellPath(path, `cell-${position}`, notebook.language);
    blocks.push(...(await reader.read(cell, source)).blocks);
  }
  return blocks;
}
