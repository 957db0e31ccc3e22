import assert from 'node:assert/strict';
import { languageOf } from '../../../server/src/core/blocks/languages/table.ts';
import { hashInput } from '../../../server/src/core/blocks/stream.ts';
import { createTestReader, sha256 } from './testReader.ts';

/** A name for the pair, and two texts. */
export type Pair = readonly [name: string, one: string, other: string];

export interface Pairs {
  readonly path: string;
  /** Formatting, and what the language's own parser does not see. */
  readonly equal: readonly Pair[];
  /** What changes the code, however little. */
  readonly different: readonly Pair[];
}

/** One test for each pair: do both texts have the same code hashes? */
export function checkPairs({ path, equal, different }: Pairs): void {
  const reader = createTestReader();
  const family = languageOf(path)?.rules.family ?? '';
  // Comments alone make blocks too.
  const nothing = sha256(hashInput(family, []));
  const codesOf = async (text: string): Promise<readonly string[]> => {
    const { blocks } = await reader.read(path, text);
    return blocks.map(({ codeHash }) => codeHash).filter((code) => code !== nothing);
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
}
