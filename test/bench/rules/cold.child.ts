import { readFileSync } from 'node:fs';
import { findHits } from '../../../server/src/core/questions/findHits.ts';
import { createTestReader } from '../../core/blocks/testReader.ts';
import { readForRules } from '../../support/ruleExample.ts';

/**
 * What a process does that asks about the first block of a file, or, without the rules' code, all
 * but ask. `all` asks about every block. Prints what memory it holds.
 */
async function main([file = '', code = '', which = 'first']: readonly string[]): Promise<void> {
  const blocks = await readForRules({
    reader: createTestReader(),
    language: 'typescript',
    path: 'src/long.ts',
    text: readFileSync(file, 'utf8'),
  });
  let nHits = 0;
  if (code !== '') {
    const { rules }: typeof import('../../../server/src/core/questions/rules/table.ts') =
      require(code);
    for (const { context } of which === 'all' ? blocks : blocks.slice(0, 1)) {
      nHits += findHits(rules, context()).length;
    }
  }
  console.log(JSON.stringify({ bytes: process.memoryUsage().rss, nHits }));
}

void main(process.argv.slice(2));
