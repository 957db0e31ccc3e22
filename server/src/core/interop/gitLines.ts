import { createLineIndex, type LineIndex } from '../text/lineIndex.ts';

/** Stands for a carriage return that ends no line. */
const CR_SIGN = '\u240D';

/**
 * How many lines git counts in a text: only LF ends a line, and what stands behind the last one is
 * a line of its own if there is anything.
 */
export function nGitLines(text: string): number {
  let n = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) n++;
  return text === '' || text.endsWith('\n') ? n : n + 1;
}

/**
 * The lines of a text as git, and so every format that counts from a commit, numbers them. LSP
 * would also end a line at a lone carriage return, and every line behind it would be off by one.
 * Offsets are those of the text itself.
 */
export function gitLineIndex(text: string): LineIndex {
  return createLineIndex(text.replace(/\r(?!\n)/g, CR_SIGN));
}
