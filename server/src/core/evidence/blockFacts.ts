import type { AiOrigin, Origin } from '../attribution/origin.ts';
import { type LineOrigins, lineOrigins } from '../attribution/lineOrigins.ts';
import type { Spans } from '../attribution/span.ts';
import type { Block } from '../blocks/block.ts';
import type { OpenRemoval } from '../removals/locate.ts';
import type { LineIndex } from '../text/lineIndex.ts';

/** What the spans say of one block's own lines (its child blocks' lines are theirs). */
export interface BlockFacts {
  /** 0-based lines where most non-blank characters are AI's, rising. */
  readonly aiLines: readonly number[];
  /** 0-based lines where most non-blank characters were pasted from outside, rising. */
  readonly pastedLines: readonly number[];
  readonly nNonBlankLines: number;
  /** AI origins in the block, the one with most characters first. */
  readonly aiOrigins: readonly AiOrigin[];
  /** The origin with most characters of all. */
  readonly main: Origin | undefined;
  /** What AI took out of the block and nobody has put back. */
  readonly removals: readonly OpenRemoval[];
}

export function blockFacts(
  block: Block,
  index: LineIndex,
  spans: Spans,
  removals: readonly OpenRemoval[] = [],
): BlockFacts {
  const aiLines: number[] = [];
  const pastedLines: number[] = [];
  const chars = new Map<Origin, number>();
  let nNonBlankLines = 0;
  let lastLine = -1;
  for (const own of block.own) {
    const last = index.lineAt(Math.max(own.start, own.end - 1));
    for (let line = index.lineAt(own.start); line <= last; line++) {
      const { nNonBlank, shares, isAi } = lineOrigins(index, spans, line, own);
      for (const { origin, nChars } of shares) {
        chars.set(origin, (chars.get(origin) ?? 0) + nChars);
      }
      // A line that a child block cuts in two is counted once.
      if (nNonBlank === 0 || line === lastLine) continue;
      lastLine = line;
      nNonBlankLines++;
      if (isAi) aiLines.push(line);
      else if (isPasted(shares, nNonBlank)) pastedLines.push(line);
    }
  }
  const byChars = [...chars].sort((a, b) => b[1] - a[1]).map(([origin]) => origin);
  return {
    aiLines,
    pastedLines,
    nNonBlankLines,
    aiOrigins: byChars.filter((origin) => origin.kind === 'ai'),
    main: byChars[0],
    removals,
  };
}

function isPasted(shares: LineOrigins['shares'], nNonBlank: number): boolean {
  const pasted = shares.filter(({ origin }) => origin.kind === 'pasted');
  return nNonBlank < 2 * pasted.reduce((n, { nChars }) => n + nChars, 0);
}

/** Whether AI did anything to the block: wrote lines of it, or took some away. */
export function isTouchedByAi({ aiLines, removals }: BlockFacts): boolean {
  return 0 < aiLines.length || 0 < removals.length;
}

/**
 * A block waits for a person from `minLines` AI lines on, or when it has fewer and all are AI, or
 * when AI took a guard, a test or a check out of it.
 */
export function isFlagged(facts: BlockFacts, minLines: number): boolean {
  if (0 < facts.removals.length) return true;
  const nAi = facts.aiLines.length;
  return 0 < nAi && (minLines <= nAi || nAi === facts.nNonBlankLines);
}
