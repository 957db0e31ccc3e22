import type { Sha256 } from '../ports.ts';
import { type LineIndex, withLf } from '../text/lineIndex.ts';
import type { LineRange, Range } from '../text/range.ts';
import { trimRange } from './blank.ts';
import type { Block } from './block.ts';
import type { Part } from './shape.ts';
import { countTokens, hashInput } from './stream.ts';

/** What all blocks of one text share. */
export interface BlockSource {
  readonly text: string;
  readonly lineIndex: LineIndex;
  readonly language: string;
  readonly family: string;
  readonly sha256: Sha256;
}

/** What one block holds. */
export interface BlockContent {
  /** What the offsets of the parts count from. */
  readonly base: number;
  readonly parts: readonly Part[];
  /** Ranges of the child blocks, sorted. */
  readonly children: readonly Range[];
}

/**
 * A block that works out what it is asked for. A class, because a large text has a million of
 * them, of which a few are ever looked into.
 */
export class SourceBlock implements Block {
  readonly symbol: string;
  readonly range: Range;
  readonly #source: BlockSource;
  readonly #read: (block: SourceBlock) => BlockContent;
  #own: readonly Range[] | undefined;
  #nTokens: number | undefined;
  #codeHash: string | undefined;
  #textHash: string | undefined;

  constructor(
    source: BlockSource,
    symbol: string,
    range: Range,
    read: (block: SourceBlock) => BlockContent,
  ) {
    this.#source = source;
    this.#read = read;
    this.symbol = symbol;
    this.range = range;
  }

  get language(): string {
    return this.#source.language;
  }

  get lines(): LineRange {
    return linesOf(this.#source.lineIndex, this.range);
  }

  get own(): readonly Range[] {
    this.#own ??= without(this.#source.text, this.range, this.content().children);
    return this.#own;
  }

  get nTokens(): number {
    this.#nTokens ??= countTokens(this.content().parts);
    return this.#nTokens;
  }

  get textHash(): string {
    const { text, sha256 } = this.#source;
    this.#textHash ??= sha256(withLf(text.slice(this.range.start, this.range.end)));
    return this.#textHash;
  }

  get codeHash(): string {
    const { family, sha256 } = this.#source;
    this.#codeHash ??= sha256(hashInput(family, this.content().parts));
    return this.#codeHash;
  }

  content(): BlockContent {
    return this.#read(this);
  }
}

/** 1-based lines that a range touches. */
export function linesOf(lineIndex: LineIndex, { start, end }: Range): LineRange {
  return {
    startLine: lineIndex.lineAt(start) + 1,
    endLine: lineIndex.lineAt(Math.max(start, end - 1)) + 1,
  };
}

/** What is left of a range, without blank edges. */
function without(text: string, range: Range, taken: readonly Range[]): readonly Range[] {
  if (taken.length === 0) return [range];
  const left: Range[] = [];
  let at = range.start;
  for (const { start, end } of [...taken, { start: range.end, end: range.end }]) {
    const piece = trimRange(text, { start: at, end: start });
    if (piece) left.push(piece);
    at = end;
  }
  return left;
}
