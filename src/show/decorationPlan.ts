import type { BlockView } from '../../server/src/protocol/index.ts';
import type { DecorationMode } from '../settings.ts';

/** Statuses that leave a mark in the editor. Verified code looks like any other code. */
export const MARKED_STATUSES = ['unverified', 'outdated', 'waived'] as const;
export type MarkedStatus = (typeof MARKED_STATUSES)[number];

/** `lines`: faint background and bar over AI lines. `start`: icon and ruler mark of the block. */
export const MARK_KINDS = ['lines', 'start'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** 0-based lines, inclusive, sorted. */
export type LineRanges = readonly (readonly [number, number])[];
export type DecorationPlan = Readonly<Record<MarkedStatus, Readonly<Record<MarkKind, LineRanges>>>>;

/** Which lines carry which mark. Depends on nothing but its arguments. */
export function decorationPlan(blocks: readonly BlockView[], mode: DecorationMode): DecorationPlan {
  const planOf = (status: MarkedStatus) => {
    const marked = mode === 'off' ? [] : blocks.filter((block) => block.status === status);
    return {
      lines: mode === 'full' ? sorted(marked.flatMap(markedLines)) : [],
      start: sorted(marked.map(({ startLine }) => [startLine, startLine])),
    };
  };
  return {
    unverified: planOf('unverified'),
    outdated: planOf('outdated'),
    waived: planOf('waived'),
  };
}

/** The AI lines inside the block, or the whole block where the server names none. */
function markedLines(block: BlockView): LineRanges {
  const inside = block.aiLines
    .map(([first, last]): readonly [number, number] => [
      Math.max(first, block.startLine),
      Math.min(last, block.endLine),
    ])
    .filter(([first, last]) => first <= last);
  return inside.length === 0 ? [[block.startLine, block.endLine]] : inside;
}

function sorted(ranges: LineRanges): LineRanges {
  return [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
