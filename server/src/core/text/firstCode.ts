import type { LineIndex } from './lineIndex.ts';

/**
 * Where the first character stands that is no blank, from the beginning of a 0-based line on; the
 * line's beginning where only blanks follow. A block begins behind its indentation, so what is said of
 * a line is meant for the block of this place.
 */
export function firstCodeFrom(index: LineIndex, line: number): number {
  for (let at = line; at < index.nLines; at++) {
    const text = index.lineText(at);
    const code = text.trimStart();
    if (code !== '') return index.startOf(at) + text.length - code.length;
  }
  return index.startOf(line);
}
