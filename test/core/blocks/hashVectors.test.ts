import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Block, type BlockMap, HASH_VERSION } from '../../../server/src/core/blocks/block.ts';
import { caseFiles, FIXTURES } from '../../support/golden.ts';
import { createTestReader } from './testReader.ts';

const FOLDER = `hashVectors/${HASH_VERSION}`;
const MARK = '== expect\n';

/**
 * What a hash version means, once and for all: for each text its blocks with their tokens and hashes.
 * These files are frozen. Sign-offs in ledgers name these hashes, so a change that any of them notices
 * needs a new HASH_VERSION, with vectors of its own. A new case without an expectation is filled in by
 * `UPDATE=1`; an expectation that is there is never changed.
 */
describe(`Blocks: hash version ${HASH_VERSION}`, () => {
  const reader = createTestReader();
  const names = caseFiles(FOLDER, '.txt');

  it('Has vectors for every language', () => {
    const folders = new Set(names.map((name) => name.split(/[\\/]/)[0] ?? ''));
    assert.deepEqual([...folders].sort(), LANGUAGES);
  });

  for (const name of names) {
    it(name, async () => {
      const file = join(FIXTURES, FOLDER, name);
      const content = readFileSync(file, 'utf8');
      const at = content.lastIndexOf(MARK);
      const source = content.slice('== source\n'.length, at);
      const expected = content.slice(at + MARK.length);
      const map = await reader.read(basename(name, '.txt'), source);
      const actual = `${map.blocks.map((block) => listed(map, block)).join('\n')}\n`;
      if (expected === '' && process.env['UPDATE'] === '1') {
        writeFileSync(file, `${content}${actual}`);
        return;
      }
      assert.equal(actual, expected, `${name}: hash version ${HASH_VERSION} is frozen`);
    });
  }
});

const LANGUAGES = [
  'cpp',
  'csharp',
  'go',
  'java',
  'javascript',
  'php',
  'plaintext',
  'python',
  'ruby',
  'rust',
  'tsx',
  'typescript',
];

/** The lines of a block that AI has in a vector: every second one, so that aiHash leaves some out. */
function listed(map: BlockMap, block: Block): string {
  const { startLine, endLine } = block.lines;
  const lines = Array.from({ length: endLine - startLine + 1 }, (_, i) => startLine - 1 + i);
  const aiHash = map.aiHash(block, new Set(lines.filter((_, i) => i % 2 === 1)));
  return [
    `${startLine}-${endLine} ${block.symbol} (${block.nTokens} tokens)`,
    `  text ${block.textHash}`,
    `  code ${block.codeHash}`,
    `  ai   ${aiHash ?? 'none'}`,
  ].join('\n');
}
