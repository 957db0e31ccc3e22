import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { childrenOf } from '../../../server/src/core/code/childrenOf.ts';
import type { Code } from '../../../server/src/core/code/code.ts';
import { caseFiles, checkExpectation, FIXTURES } from '../../support/golden.ts';
import { showCode } from '../../support/showCode.ts';
import { createTestReader } from '../blocks/testReader.ts';

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

/** Law: what is inside a piece of code lies in its range. */
function assertNested(code: Code, source: string): void {
  for (const child of childrenOf(code)) {
    assert.ok(
      code.start <= child.start && child.start <= child.end && child.end <= code.end,
      `${child.kind} ${source.slice(child.start, child.end)} outside ${code.kind}`,
    );
    assertNested(child, source);
  }
}
