import type { Block } from '../blocks/block.ts';
import type { BaselineRecord } from '../records/record.ts';
import { SAME_ANYWHERE_TOKENS } from './status.ts';

/** The blocks that stood in one baseline's tree where a file is, or was. */
export interface StoodCode {
  readonly baseline: BaselineRecord;
  readonly blocks: readonly Pick<Block, 'symbol' | 'codeHash'>[];
}

/**
 * Tells of the blocks of a file which baseline their code stood in. Law: changed code never did, nor
 * did a small block's further copy: under 40 tokens it needs its name, or no more of its kind than
 * stood there.
 */
export function createBaselineTest(
  stood: readonly StoodCode[],
  now: readonly Block[],
): (block: Block) => BaselineRecord | undefined {
  return (block) =>
    stood.find(({ blocks }) => {
      const equal = blocks.filter(({ codeHash }) => codeHash === block.codeHash);
      if (equal.length === 0) return false;
      if (SAME_ANYWHERE_TOKENS <= block.nTokens) return true;
      const nNow = now.filter(({ codeHash }) => codeHash === block.codeHash).length;
      return nNow <= equal.length || equal.some(({ symbol }) => symbol === block.symbol);
    })?.baseline;
}
