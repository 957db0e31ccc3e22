import type { Sha256 } from '../ports.ts';
import type { BlockMap } from './block.ts';
import type { Language } from './language.ts';
import { languageOf } from './languages/table.ts';
import { readParagraphs } from './paragraphs.ts';

/**
 * Beyond these a file is data or generated: parsing it would cost seconds and hundreds of
 * megabytes for code that nobody signs function by function.
 */
const maxParsedLength = 1 << 20;
const maxParsedLine = 20_000;

/** The language whose grammar reads this file; undefined when paragraphs are used. */
export function parsedLanguage(path: string, text: string): Language | undefined {
  if (maxParsedLength < text.length || hasLongLine(text)) return undefined;
  return languageOf(path);
}

/** The blocks of a text without a tree. */
export function readWithoutTree(path: string, text: string, sha256: Sha256): BlockMap {
  return readParagraphs(text, languageOf(path)?.id ?? 'plaintext', sha256);
}

function hasLongLine(text: string): boolean {
  let start = 0;
  while (start + maxParsedLine < text.length) {
    const end = text.indexOf('\n', start);
    if (end === -1) return true;
    if (maxParsedLine < end - start) return true;
    start = end + 1;
  }
  return false;
}
