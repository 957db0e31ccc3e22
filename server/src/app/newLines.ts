import type { MappedText } from '../core/blocks/faults.ts';
import { codeInRange } from '../core/notebook/blockInFile.ts';
import { isCellPath } from '../core/notebook/notebookPath.ts';
import { readNotebook } from '../core/notebook/readNotebook.ts';
import { committedBlock } from '../core/questions/committedBlock.ts';
import { createLineIndex } from '../core/text/lineIndex.ts';
import type { Range } from '../core/text/range.ts';
import type { JudgedBlock } from './judge.ts';
import type { DocumentView } from './openDocument.ts';

/**
 * The 0-based lines of a block that AI wrote or that were pasted, and that the block as it is
 * committed does not have (white space at their ends does not count); rising.
 */
export function newLines(
  { path, text, judged: { index } }: DocumentView,
  { block, facts }: JudgedBlock,
  committed: MappedText | undefined,
): readonly number[] {
  const lines = [...facts.aiLines, ...facts.pastedLines].sort((a, b) => a - b);
  const was = committed && committedBlock(block, text, committed.map.blocks, committed.text);
  if (!was) return lines;
  const before = createLineIndex(codeIn(path, committed.text, was.range));
  const old = new Set<string>();
  for (let line = 0; line < before.nLines; line++) old.add(before.lineText(line).trim());
  return lines.filter((line) => !old.has(index.lineText(line).trim()));
}

/** A cell's lines are committed as JSON. */
function codeIn(path: string, committed: string, range: Range): string {
  const notebook = isCellPath(path) ? readNotebook(committed) : undefined;
  return notebook ? codeInRange(notebook.cells, range) : committed.slice(range.start, range.end);
}
