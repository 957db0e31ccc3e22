import assert from 'node:assert/strict';
import { maySlow } from '../../../server/src/core/regex/slowShape.ts';
import { readRegex } from '../../../server/src/core/regex/regexTree.ts';
import { secretForms } from '../../../server/src/core/questions/facts/secretForms.ts';
import { hardCodedSecret } from '../../../server/src/core/questions/rules/hardCodedSecret.ts';
import { askText } from '../../support/ruleExample.ts';
import { createTestReader } from '../blocks/testReader.ts';

describe('Rules: secrets', () => {
  it('Have forms that no text can keep busy', () => {
    const suspicious = secretForms
      .filter(({ form }) => {
        const tree = readRegex(form.source);
        return !tree || maySlow(tree);
      })
      .map(({ id }) => id);
    assert.deepEqual(suspicious, []);
  });

  it('Look at a long text in time that grows with its length', () => {
    const texts = ['eyJ'.repeat(1_300), 'a.'.repeat(2_000), 'sk-'.repeat(1_300), '0'.repeat(4_000)];
    for (const { form, id } of secretForms) {
      for (const text of texts) assert.equal(form.test(text), false, id);
    }
  });

  it('Have a word that stands in all of a form', () => {
    for (const { id, word } of secretForms) assert.match(word, /^[^A-Z]{1,30}$/, id);
  });

  it('Never show more than four characters of a secret', async () => {
    const secrets = [
      `sk_${'live'}_4eC39HqLyjWDarjtT1zdp7dcQ8`,
      'Tr0ub4dor&3xY',
      'hunter2',
      `ghp${'_'}16C7e42F292c6912E7710c838347Ae178B4a`,
    ];
    const text = secrets
      .map((secret, i) => `const password${i} = '${secret}'; // ${secret}`)
      .join('\n');
    const hits = await askText({
      reader: createTestReader(),
      rules: [hardCodedSecret],
      language: 'typescript',
      path: 'src/a.ts',
      text,
    });
    assert.ok(secrets.length <= hits.length);
    const told = JSON.stringify(hits.map(({ about, text: words }) => ({ about, words })));
    for (const secret of secrets) {
      assert.equal(told.includes(secret.slice(0, 5)), false, secret.slice(0, 2));
    }
  });
});
