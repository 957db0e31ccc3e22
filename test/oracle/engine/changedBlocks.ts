import type { Reading } from './reading.ts';

/** A block of one text, as another text is compared with it. */
export interface PlacedBlock {
  readonly symbol: string;
  readonly codeHash: string;
  readonly text: string;
  /** Whether the grammar found syntax errors in it. */
  readonly isMisread: boolean;
}

/** The blocks of a text that hold code. */
export async function placedBlocks(
  reading: Reading,
  text: string,
): Promise<readonly PlacedBlock[]> {
  const { blocks } = await reading.blocks(text);
  const faults = reading.faults(text);
  return blocks
    .filter(({ nTokens }) => nTokens !== 0)
    .map(({ symbol, codeHash, range }) => ({
      symbol,
      codeHash,
      text: text.slice(range.start, range.end),
      isMisread: faults.some(({ start, end }) => start <= range.end && range.start <= end),
    }));
}

/**
 * The blocks that did not keep their hash, each with what it became: the first of its symbol that
 * no other block became.
 */
export function changedBlocks(
  before: readonly PlacedBlock[],
  after: readonly PlacedBlock[],
): readonly (readonly [PlacedBlock, PlacedBlock | undefined])[] {
  const left = [...after];
  const take = (isWanted: (block: PlacedBlock) => boolean): PlacedBlock | undefined => {
    const at = left.findIndex(isWanted);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const lost = before.filter(
    ({ symbol, codeHash }) =>
      !take((other) => other.symbol === symbol && other.codeHash === codeHash),
  );
  return lost.map((block) => [block, take(({ symbol }) => symbol === block.symbol)]);
}
