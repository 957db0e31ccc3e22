import type { CodeTree } from '../code/readCode.ts';
import type { Sha256 } from '../ports.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { type BlockMap, TOP_LEVEL } from './block.ts';
import { createBlockMap } from './blockMap.ts';
import { trimRange } from './blank.ts';
import { shapeOfRoot } from './buildShape.ts';
import { isBrokenTree } from './faults.ts';
import type { Language } from './language.ts';
import type { Part, Shape } from './shape.ts';
import { type BlockSource, SourceBlock } from './sourceBlock.ts';
import type { SyntaxNode } from './syntaxNode.ts';

/** A map with what makes the next one cheap. */
export interface TreeReading {
  readonly map: BlockMap;
  readonly text: string;
  readonly shape: Shape;
}

export interface TreeOptions {
  readonly language: Language;
  readonly sha256: Sha256;
  /** The reading of the text before an edit: what it did not touch is not read again. */
  readonly before: TreeReading | undefined;
  /** Reads the text as code. */
  readonly code?: () => CodeTree | undefined;
}

/**
 * The blocks of a text that a grammar has read.
 * Law: the same text and tree give the same blocks, whatever `before` is.
 */
export function readTree(text: string, root: SyntaxNode, options: TreeOptions): TreeReading {
  const { language, sha256, before } = options;
  const reading = {
    text,
    rules: language.rules,
    hasErrors: root.hasError,
    textBefore: before?.text ?? '',
  };
  const shape = shapeOfRoot(reading, root, before?.shape);
  const { id, rules } = language;
  const lineIndex = createLineIndex(text);
  const source = { text, lineIndex, language: id, family: rules.family, sha256 };
  const broken = reading.hasErrors && isBrokenTree(text, root);
  return {
    map: createBlockMap(source, blocksOf(source, shape), broken, options.code),
    text,
    shape,
  };
}

/** Declarations at the top, and between them the runs of everything else. */
function blocksOf(source: BlockSource, shape: Shape): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let run: Part[] = [];
  let at = 0;
  const endRun = (until: number): void => {
    const range = trimRange(source.text, { start: at, end: until });
    const found = { symbol: TOP_LEVEL, prefix: '', base: 0, parts: run };
    if (range) pushBlocks(source, blocks, { ...found, range });
    run = [];
  };
  for (const part of shape.parts) {
    if (part.kind !== 'block') {
      run.push(part);
      continue;
    }
    endRun(part.start);
    const { name: symbol, within, start, end, parts } = part;
    const range = { start, end };
    pushBlocks(source, blocks, { symbol, prefix: `${within}.`, range, base: 0, parts });
    at = end;
  }
  endRun(source.text.length);
  return blocks;
}

interface Found {
  readonly symbol: string;
  /** What stands before the names of the blocks inside. */
  readonly prefix: string;
  readonly range: Range;
  readonly base: number;
  readonly parts: readonly Part[];
}

/** Adds a block, then the blocks inside it. */
function pushBlocks(source: BlockSource, blocks: SourceBlock[], found: Found): void {
  const { symbol, prefix, range, base, parts } = found;
  const children: Range[] = [];
  const content = { base, parts, children };
  blocks.push(new SourceBlock(source, symbol, range, () => content));
  pushChildren(parts, base);

  function pushChildren(inside: readonly Part[], start: number): void {
    for (const part of inside) {
      if (part.kind === 'block') {
        // A grammar may end a node behind its parent's end (a `#define` that a continuation ends).
        const end = Math.min(start + part.end, range.end);
        const child = { start: start + part.start, end };
        if (end <= child.start) continue;
        children.push(child);
        pushBlocks(source, blocks, {
          symbol: `${prefix}${part.name}`,
          prefix: `${prefix}${part.within}.`,
          range: child,
          base: start,
          parts: part.parts,
        });
      } else if (part.kind === 'statement' && part.shape.hasBlocks) {
        pushChildren(part.shape.parts, start + part.start);
      }
    }
  }
}
