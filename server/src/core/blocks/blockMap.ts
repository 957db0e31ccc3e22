import type { CodeTree } from '../code/readCode.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { pickAiParts } from './aiParts.ts';
import type { Block, BlockMap, BlockPart } from './block.ts';
import type { Part, StatementPart } from './shape.ts';
import { type BlockContent, type BlockSource, linesOf, SourceBlock } from './sourceBlock.ts';
import { splitInParts } from './splitInParts.ts';
import { hashInput, headerOf, tokenStarts } from './stream.ts';

/** Makes a map of blocks that are sorted by start, parents before their children. */
export function createBlockMap(
  { lineIndex, family, sha256 }: BlockSource,
  blocks: readonly SourceBlock[],
  broken: boolean,
  code: () => CodeTree | undefined = () => undefined,
): BlockMap {
  const hash = (parts: readonly Part[]): string => sha256(hashInput(family, parts));
  return Object.freeze({
    blocks,
    broken,
    aiHash(block: Block, aiLines: ReadonlySet<number>): string | undefined {
      if (!(block instanceof SourceBlock)) return undefined;
      const { base, parts } = block.content();
      const isAi = (range: Range): boolean => holdsLine(lineIndex, range, aiLines);
      const picked = pickAiParts(parts, base, isAi);
      return picked.length === 0 ? undefined : hash(picked);
    },
    tokenLines(block: Block): readonly number[] {
      if (!(block instanceof SourceBlock)) return [];
      const { base, parts } = block.content();
      return tokenStarts(parts, base).map((start) => lineIndex.lineAt(start));
    },
    code,
    placeHash(block: Block, range: Range): string {
      if (!(block instanceof SourceBlock)) return block.textHash;
      const { base, parts } = declaredIn(block.content());
      const statement = statementAt(parts, base, range);
      return hash([...headerOf(parts), ...(statement ? [statement] : [])]);
    },
    partsOf(block: Block): readonly BlockPart[] {
      if (!(block instanceof SourceBlock)) return [];
      const linesOfRange = (range: Range) => linesOf(lineIndex, range);
      return splitInParts(block.range, block.content(), linesOfRange, hash);
    },
  });
}

/** The declaration itself, where it is one statement with all of the block in it. */
function declaredIn({
  base,
  parts,
}: Omit<BlockContent, 'children'>): Omit<BlockContent, 'children'> {
  const [only] = parts;
  return only?.kind === 'statement' && parts.length === 1
    ? declaredIn({ base: base + only.start, parts: only.shape.parts })
    : { base, parts };
}

/** The innermost statement that holds a range; undefined for the block's own header. */
function statementAt(
  parts: readonly Part[],
  base: number,
  range: Range,
): StatementPart | undefined {
  for (const part of parts) {
    if (part.kind !== 'statement') continue;
    const start = base + part.start;
    if (start <= range.start && range.end <= start + part.shape.length) {
      return statementAt(part.shape.parts, start, range) ?? part;
    }
  }
  return undefined;
}

function holdsLine(lineIndex: LineIndex, range: Range, lines: ReadonlySet<number>): boolean {
  const last = lineIndex.lineAt(Math.max(range.start, range.end - 1));
  for (let line = lineIndex.lineAt(range.start); line <= last; line++) {
    if (lines.has(line)) return true;
  }
  return false;
}
