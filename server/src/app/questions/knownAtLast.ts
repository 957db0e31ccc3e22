import type { RuleRunner } from '../../core/ports.ts';
import type { Block } from '../../core/blocks/block.ts';
import type { BlockQuestions } from '../../core/questions/blockQuestions.ts';
import type { JudgedBlock } from '../judge.ts';

/** What is found out while something else is waited for may bring up more; not without end. */
const ROUNDS = 3;

/**
 * Judges until rules know all that they ask about, before somebody vouches for it. Where they answer
 * at once, it judges once, and asks them nothing itself.
 */
export async function knownAtLast(
  rules: RuleRunner | undefined,
  judge: () => Promise<readonly JudgedBlock[]>,
): Promise<readonly JudgedBlock[]> {
  let blocks = await judge();
  if (rules?.settled === undefined) return blocks;
  const asked = new Map<Block, BlockQuestions>();
  for (let round = 0; round < ROUNDS; round++) {
    // Rules run when their questions are looked at.
    for (const { block, questions } of blocks) asked.set(block, questions);
    const settled = rules.settled();
    if (!settled) break;
    await settled;
    blocks = await judge();
  }
  return blocks;
}
