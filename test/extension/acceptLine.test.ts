import assert from 'node:assert/strict';
import { acceptNextLine } from '../../src/act/acceptLine.ts';
import { ACCEPTED_COMMAND } from '../../src/sense/acceptKeys.ts';
import { actSetUp } from './actSetUp.ts';

const ACCEPT_NEXT_LINE = 'editor.action.inlineSuggest.acceptNextLine';

const ASK_AGAIN = 'editor.action.inlineSuggest.trigger';

/** An editor that offers a suggestion, now or when it is asked for one. */
function setUp(offers: { isOffered: boolean; readonly canOffer: boolean }) {
  const { context, fake, document } = actSetUp('file:///w/a.ts', '');
  fake.api.commands.registerCommand(ASK_AGAIN, () => {
    offers.isOffered = offers.canOffer;
  });
  fake.api.commands.registerCommand(ACCEPT_NEXT_LINE, () => {
    if (offers.isOffered) document.change({ texts: ['line'] });
  });
  return { context, fake };
}

describe('Accepting the next line of a suggestion', () => {
  it('runs the editor’s own command, then brings word of it as the accept keys do', async () => {
    const { context, fake } = setUp({ isOffered: true, canOffer: true });
    await acceptNextLine(context);
    assert.deepEqual(fake.executed, [
      { id: ACCEPT_NEXT_LINE, args: [] },
      { id: ACCEPTED_COMMAND, args: [ACCEPT_NEXT_LINE] },
    ]);
  });

  it('asks for the suggestion again where the palette has taken it away', async () => {
    const { context, fake } = setUp({ isOffered: false, canOffer: true });
    await acceptNextLine(context);
    assert.deepEqual(
      fake.executed.map(({ id }) => id),
      [ACCEPT_NEXT_LINE, ASK_AGAIN, ACCEPT_NEXT_LINE, ACCEPTED_COMMAND],
    );
  });

  it('brings no word when nothing is suggested', async () => {
    const { context, fake } = setUp({ isOffered: false, canOffer: false });
    await acceptNextLine(context);
    assert.ok(fake.executed.every(({ id }) => id !== ACCEPTED_COMMAND));
  });
});
