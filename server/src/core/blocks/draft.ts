import type { Range } from '../text/range.ts';
import type { Part } from './shape.ts';

/** A block before its hashes: where it is and what it holds. */
export interface Draft {
  readonly symbol: string;
  readonly range: Range;
  /** What the offsets of `parts` count from. */
  readonly base: number;
  /** Called at most once for each hash that is asked for. */
  readonly parts: () => readonly Part[];
  /** Ranges of the child blocks, sorted. */
  readonly children: readonly Range[];
}
