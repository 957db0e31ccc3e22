import { createBlockMap } from './blockMap.ts';
import type { Draft } from './draft.ts';
import { type BlockMap, PARAGRAPH } from './block.ts';
import type { Sha256 } from '../ports.ts';
import type { Part } from './shape.ts';
import { tokenStream } from './stream.ts';

/**
 * The blocks of a text that no grammar reads: its paragraphs, separated by blank lines. Their
 * tokens are words, their statements are lines. Linear in the text, whatever its size.
 */
export function readParagraphs(text: string, language: string, sha256: Sha256): BlockMap {
  const drafts = paragraphRanges(text).map(
    (range): Draft => ({
      symbol: PARAGRAPH,
      range,
      base: range.start,
      parts: () => linesAsStatements(text.slice(range.start, range.end)),
      children: [],
    }),
  );
  return createBlockMap(drafts, { text, language, family: 'text', broken: false, sha256 });
}

function paragraphRanges(text: string): { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  const line = /[^\r\n]+/g;
  let lastEnd = 0;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const [content] = match;
    const trimmed = content.trimEnd();
    if (trimmed === '') {
      continue;
    }
    const start = match.index + (trimmed.length - trimmed.trimStart().length);
    const end = match.index + trimmed.length;
    if (open && isNextLine(text, lastEnd, match.index)) {
      open.end = end;
    } else {
      open = { start, end };
      ranges.push(open);
    }
    lastEnd = match.index + content.length;
  }
  return ranges;
}

/** Whether exactly one line end stands between two offsets. */
function isNextLine(text: string, from: number, to: number): boolean {
  const between = to - from;
  return (
    between === 1 ||
    (between === 2 && text.charCodeAt(from) === 13 && text.charCodeAt(from + 1) === 10)
  );
}

function linesAsStatements(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const words = line[0].match(/\S+/g);
    if (!words) continue;
    const { length } = line[0];
    const stream = words.map(tokenStream).join('');
    const shape = {
      type: 'line',
      length,
      hasError: false,
      declared: undefined,
      hasBlocks: false,
      parts: [{ kind: 'tokens' as const, start: 0, end: length, stream, nTokens: words.length }],
      lists: [],
    };
    parts.push({ kind: 'statement', start: line.index, shape });
  }
  return parts;
}
