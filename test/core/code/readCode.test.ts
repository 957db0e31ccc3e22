import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { caseFiles, checkExpectation, FIXTURES } from '../../support/golden.ts';
import { showCode } from '../../support/showCode.ts';
import { createTestReader } from '../blocks/testReader.ts';
import { assertNested } from './nesting.ts';

/**
 * What rules see of a text: one case a file, `== source`, the text, `== expect`, its code. The file's
 * name before the last dot is the text's own name. `UPDATE=1` records what is seen; read the diff.
 */
describe('Code: what rules see', () => {
  const reader = createTestReader();

  for (const name of caseFiles('code', '.txt')) {
    it(name, async () => {
      const file = join(FIXTURES, 'code', name);
      const content = readFileSync(file, 'utf8');
      const source = content.slice('== source\n'.length, content.lastIndexOf('== expect\n'));
      const code = (await reader.read(basename(name, '.txt'), source)).code();
      assert.ok(code, 'no code');
      checkExpectation(file, showCode(code.top));
      assertNested(code.top, source);
    });
  }
});
