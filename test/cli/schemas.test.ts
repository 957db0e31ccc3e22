import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFiles, writeSchemas } from '../../server/src/cli/schemas/write.ts';
import { teamRuleSchema } from '../../server/src/cli/schemas/teamRule.ts';
import { RULE_FIELDS } from '../../server/src/core/questions/team/ruleFields.ts';
import { ROOT } from '../support/golden.ts';

const FOLDER = join(ROOT, 'server/schemas');

describe('The published JSON Schemas', () => {
  it('Are those of the definitions (UPDATE=1 writes them anew)', () => {
    if (process.env['UPDATE'] === '1') writeSchemas(FOLDER);
    const files = schemaFiles();
    assert.deepEqual(readdirSync(FOLDER).sort(), [...files.keys()].sort());
    for (const [name, text] of files)
      assert.equal(readFileSync(join(FOLDER, name), 'utf8'), text, name);
  });

  it('Know the fields of rule files that the reader knows', () => {
    const { shape } = teamRuleSchema;
    assert.deepEqual(Object.keys(shape).sort(), Object.keys(RULE_FIELDS).sort());
  });

  it('Let a later release add fields', () => {
    for (const [name, text] of schemaFiles())
      if (name.startsWith('countersign.')) assert.ok(!text.includes('additionalProperties'), name);
  });
});
