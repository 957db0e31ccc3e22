import type { Sha256 } from '../ports.ts';
import { createLineIndex, type LineIndex, withLf } from '../text/lineIndex.ts';
import type { LineRange, Range } from '../text/range.ts';
import { pickAiParts } from './aiParts.ts';
import type { Block, BlockMap, BlockPart } from './block.ts';
import { trimRange } from './blank.ts';
import type { Draft } from './draft.ts';
import type { Part } from './shape.ts';
import { splitInParts } from './splitInParts.ts';
import { countTokens, hashInput } from './stream.ts';

export interface BlockMapOptions {
  readonly text: string;
  readonly language: string;
  readonly family: string;
  readonly broken: boolean;
  readonly sha256: Sha256;
}

/** Makes a map of drafts that are sorted by start, parents before their children. */
export function createBlockMap(drafts: readonly Draft[], options: BlockMapOptions): BlockMap {
  const { text, broken, family, sha256 } = options;
  const lineIndex = createLineIndex(text);
  const blocks = drafts.map((draft) => createBlock(draft, lineIndex, options));

  const draftOf = (block: Block): Draft | undefined => {
    let index = firstStartingAt(blocks, block.range.start);
    while (index < blocks.length && blocks[index] !== block) index++;
    return drafts[index];
  };

  return Object.freeze({
    blocks,
    broken,
    aiHash(block: Block, aiLines: ReadonlySet<number>): string | undefined {
      const draft = draftOf(block);
      if (!draft) return undefined;
      const isAi = (range: Range): boolean => holdsLine(lineIndex, range, aiLines);
      const parts = pickAiParts(draft.parts(), draft.base, isAi);
      return parts.length === 0 ? undefined : sha256(hashInput(family, parts));
    },
    partsOf(block: Block): readonly BlockPart[] {
      const draft = draftOf(block);
      if (!draft) return [];
      const hash = (parts: readonly Part[]): string => sha256(hashInput(family, parts));
      return splitInParts(draft, (range) => linesOf(lineIndex, range), hash);
    },
  });
}

/** 1-based lines that a range touches. */
function linesOf(lineIndex: LineIndex, { start, end }: Range): LineRange {
  return {
    startLine: lineIndex.lineAt(start) + 1,
    endLine: lineIndex.lineAt(Math.max(start, end - 1)) + 1,
  };
}

function createBlock(draft: Draft, lineIndex: LineIndex, options: BlockMapOptions): Block {
  const { symbol, range, children } = draft;
  const { text, language, family, sha256 } = options;
  let nTokens: number | undefined;
  let textHash: string | undefined;
  let codeHash: string | undefined;
  return {
    symbol,
    language,
    range,
    lines: linesOf(lineIndex, range),
    own: without(text, range, children),
    get nTokens() {
      nTokens ??= countTokens(draft.parts());
      return nTokens;
    },
    get textHash() {
      textHash ??= sha256(withLf(text.slice(range.start, range.end)));
      return textHash;
    },
    get codeHash() {
      codeHash ??= sha256(hashInput(family, draft.parts()));
      return codeHash;
    },
  };
}

function without(text: string, range: Range, children: readonly Range[]): readonly Range[] {
  if (children.length === 0) return [range];
  const own: Range[] = [];
  let at = range.start;
  for (const child of [...children, { start: range.end, end: range.end }]) {
    const piece = trimRange(text, { start: at, end: child.start });
    if (piece) own.push(piece);
    at = child.end;
  }
  return own;
}

function holdsLine(lineIndex: LineIndex, range: Range, lines: ReadonlySet<number>): boolean {
  const last = lineIndex.lineAt(Math.max(range.start, range.end - 1));
  for (let line = lineIndex.lineAt(range.start); line <= last; line++) {
    if (lines.has(line)) return true;
  }
  return false;
}

/** Index of the first block that starts at `offset` or behind it. */
function firstStartingAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && block.range.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
