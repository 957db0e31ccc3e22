/** Restricted Mode: Countersign shows, and does nothing else. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { acceptParsePrice, usePerson, withoutHook } from './person.mjs';

describe('an untrusted workspace', () => {
  const person = usePerson('untrusted', { trust: 'untrusted' });

  it('shows the block, writes nothing to git, offers nothing, and signs nothing', async () => {
    const folder = person.sample();
    withoutHook(folder);
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await workbench.save();
    await workbench.waitForDecorations((marks) => marks.some(({ where }) => where === 'gutter'));
    await workbench.clickLens('Sign off');
    const shown = await workbench.waitForNotification(/not trusted/);
    assert.equal(shown.length, 1, JSON.stringify(shown));
    await workbench.waitForLens('· unverified');
    assert.equal(existsSync(join(folder, '.git/countersign')), false);
    assert.equal(existsSync(join(folder, '.git/hooks/pre-commit')), false);
  });
});
