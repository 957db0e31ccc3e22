import type { Sha256 } from '../ports.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { isBlankCode } from './blank.ts';
import { type BlockMap, PARAGRAPH } from './block.ts';
import { createBlockMap } from './blockMap.ts';
import type { Part } from './shape.ts';
import { type BlockContent, SourceBlock } from './sourceBlock.ts';
import { tokenStream } from './stream.ts';

/**
 * The blocks of a text that no grammar reads: its paragraphs, separated by blank lines. Their
 * tokens are words, their statements are lines. Linear in the text, whatever its size.
 */
export function readParagraphs(text: string, language: string, sha256: Sha256): BlockMap {
  const source = { text, lineIndex: createLineIndex(text), language, family: 'text', sha256 };
  const read = ({ range: { start, end } }: SourceBlock): BlockContent => ({
    base: start,
    parts: linesAsStatements(text.slice(start, end)),
    children: [],
  });
  const blocks = paragraphRanges(text).map(
    (range) => new SourceBlock(source, PARAGRAPH, range, read),
  );
  return createBlockMap(source, blocks, false);
}

/** From the first to the last character of each run of lines that are not blank. */
function paragraphRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let start = -1;
  let end = 0;
  let isBlankLine = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
      if (isBlankLine && 0 <= start) {
        ranges.push({ start, end });
        start = -1;
      }
      isBlankLine = true;
    } else if (!isBlankCode(code)) {
      if (start < 0) start = at;
      end = at + 1;
      isBlankLine = false;
    }
  }
  if (0 <= start) ranges.push({ start, end });
  return ranges;
}

function linesAsStatements(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const words = [...line[0].matchAll(/\S+/g)];
    if (words.length === 0) continue;
    const { length } = line[0];
    const stream = words.map(([word]) => tokenStream(word)).join('');
    const starts = words.map(({ index }) => index);
    const shape = {
      type: 'line',
      length,
      hasError: false,
      declared: undefined,
      hasBlocks: false,
      parts: [
        { kind: 'tokens' as const, start: 0, end: length, stream, nTokens: words.length, starts },
      ],
      lists: [],
    };
    parts.push({ kind: 'statement', start: line.index, shape });
  }
  return parts;
}
