/** The extension's one question: shall the git hook be installed? */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { acceptParsePrice, usePerson, withoutHook } from './person.mjs';

const OFFER = /Install the git hook/;

describe('the offer of the git hook', () => {
  const person = usePerson('offer');

  function sampleWithoutHook() {
    const folder = person.sample();
    withoutHook(folder);
    return folder;
  }

  it('comes once, and Install installs', async () => {
    const workbench = await person.open(sampleWithoutHook());
    await acceptParsePrice(workbench);
    await workbench.save();
    await workbench.waitForNotification(OFFER);
    const offers = (await workbench.notifications()).filter(({ text }) => OFFER.test(text));
    assert.equal(offers.length, 1);
    assert.deepEqual(offers[0].buttons, ['Install the Git Hook', 'Not Here']);
    await workbench.clickNotification('Install the Git Hook');
    await workbench.waitForNotification(/hook is installed/);
    const refused = await workbench.terminal('git commit -am "Read prices"');
    assert.equal(refused.exitCode, 1, refused.output);
    assert.match(refused.output, /1 AI block/);
  });

  it('is not made again after Not Here, nor after a reload', async () => {
    const workbench = await person.open(sampleWithoutHook());
    await acceptParsePrice(workbench);
    await workbench.waitForNotification(OFFER);
    await workbench.clickNotification('Not Here');
    await workbench.until(
      'the offer to go',
      () => document.querySelectorAll('.notification-list-item').length,
      (nShown) => nShown === 0,
    );
    await workbench.save();
    await workbench.reload();
    await workbench.waitForLens('unverified');
    await workbench.press('Control+End');
    await workbench.type('\n\nfunction isB');
    await workbench.acceptGhostText();
    await workbench.waitForStatusBar(/2 unverified/);
    // The offer, if there were one, comes with the first picture that has a block in it.
    const passed = await workbench.terminal('git commit -am "Read prices"');
    assert.equal(passed.exitCode, 0, passed.output);
    const offers = (await workbench.notifications()).filter(({ text }) => OFFER.test(text));
    assert.deepEqual(offers, []);
  });
});
