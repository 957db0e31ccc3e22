import assert from 'node:assert/strict';
import { createTestReader } from './testReader.ts';

/** A name for the pair, and two texts. */
export type Pair = readonly [name: string, one: string, other: string];

export interface Pairs {
  readonly path: string;
  /** Formatting, and what the language's own parser does not see. */
  readonly equal: readonly Pair[];
  /** What changes the code, however little. */
  readonly different: readonly Pair[];
}

/** One test a pair: whether the code hashes of all blocks are equal. */
export function checkHashPairs(title: string, { path, equal, different }: Pairs): void {
  describe(`Blocks: hashes of ${title}`, () => {
    const reader = createTestReader();
    const codesOf = async (text: string): Promise<readonly string[]> => {
      const { blocks } = await reader.read(path, text);
      return blocks.filter(({ nTokens }) => nTokens !== 0).map(({ codeHash }) => codeHash);
    };
    for (const [name, one, other] of equal) {
      it(`${name}: says nothing`, async () => {
        assert.deepEqual(await codesOf(one), await codesOf(other));
      });
    }
    for (const [name, one, other] of different) {
      it(`${name}: counts`, async () => {
        assert.notDeepEqual(await codesOf(one), await codesOf(other));
      });
    }
  });
}
