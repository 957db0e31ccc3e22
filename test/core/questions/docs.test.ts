import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../server/src/core/questions/rules/table.ts';
import { ROOT } from '../../support/golden.ts';
import { ruleDocs } from '../../support/ruleDocs.ts';
import { TAXONOMY } from '../../support/taxonomy.ts';

const FOLDER = join(ROOT, 'docs/rules');

describe('Rules: docs/rules', () => {
  it('Is what the rules say', () => {
    const docs = ruleDocs(rules);
    if (process.env['UPDATE'] === '1') {
      rmSync(FOLDER, { recursive: true, force: true });
      mkdirSync(FOLDER, { recursive: true });
      for (const [name, text] of docs) writeFileSync(join(FOLDER, name), text);
    }
    assert.deepEqual(readdirSync(FOLDER).sort(), [...docs.keys()].sort());
    for (const [name, text] of docs) {
      assert.equal(readFileSync(join(FOLDER, name), 'utf8'), text, `${name}: UPDATE=1 writes it`);
    }
  });

  it('Meets every row of the taxonomy, by a rule or by a reason', () => {
    const rows = new Set(rules.map(({ row }) => row));
    const unmet = TAXONOMY.flatMap(({ title, instead }, i) =>
      rows.has(i + 1) || instead !== undefined ? [] : [`${i + 1}. ${title}`],
    );
    assert.deepEqual(unmet, []);
  });
});
