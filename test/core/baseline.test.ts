import assert from 'node:assert/strict';
import type { Block, BlockMap } from '../../server/src/core/blocks/block.ts';
import { createBaselineTest } from '../../server/src/core/evidence/baseline.ts';
import type { BaselineRecord } from '../../server/src/core/records/record.ts';
import { createTestReader } from './blocks/testReader.ts';

const BASELINE: BaselineRecord = {
  v: 1,
  hashVersion: 0,
  kind: 'baseline',
  subject: { path: '' },
  by: { type: 'human', id: 'ada@example.org' },
  at: '2026-01-02T03:04:05.000Z',
  base: 'a'.repeat(40),
  tree: 'b'.repeat(40),
  detail: {},
};

const getter = (name: string): string =>
  `class ${name} {\n  get price() {\n    return 1;\n  }\n}\n`;
const LONG = `sum(a, b) {\n${'    a = a + b * (a - b);\n'.repeat(5)}    return a;\n  }`;

describe('Baseline: code that stood there', () => {
  const reader = createTestReader();
  /** Symbols of the blocks of a text that stood in another. */
  const standing = async (was: string, now: string): Promise<string[]> => {
    const before: BlockMap = await reader.read('a.ts', was);
    const { blocks } = await reader.read('a.ts', now);
    const test = createBaselineTest([{ baseline: BASELINE, blocks: before.blocks }], blocks);
    return blocks.filter((block: Block) => test(block) === BASELINE).map(({ symbol }) => symbol);
  };
  const cases: readonly [title: string, was: string, now: string, expected: RegExp | undefined][] =
    [
      ['in another format', getter('A'), getter('A').replaceAll('  ', '\t'), /A\.get price/],
      ['in a class of another name', getter('A'), getter('B'), /B\.get price/],
      ['with one token changed', getter('A'), getter('A').replace('1', '2'), undefined],
      ['where nothing stood', '', getter('A'), undefined],
    ];
  for (const [title, was, now, expected] of cases) {
    it(`A small block ${title}${expected ? '' : ' did not'}`, async () => {
      const found = (await standing(was, now)).filter((symbol) => symbol.includes('price'));
      assert.equal(found.length, expected ? 1 : 0);
      if (expected) assert.match(found.join(), expected);
    });
  }

  it('Of a small block a further copy did not, under another name', async () => {
    const found = await standing(getter('A'), getter('A') + getter('B'));
    assert.deepEqual(
      found.filter((symbol) => symbol.includes('price')),
      ['A.get price'],
    );
  });

  it('From 40 tokens on every copy did', async () => {
    const was = `class A {\n  ${LONG}\n}\n`;
    const found = await standing(was, was + was.replace('A', 'B'));
    assert.deepEqual(
      found.filter((symbol) => symbol.includes('sum')),
      ['A.sum', 'B.sum'],
    );
  });
});
