import assert from 'node:assert/strict';
import { createAcceptShadow } from '../../src/sense/acceptShadow.ts';
import { createFakeVscode } from '../support/fakeVscode.ts';

const COMMIT = 'editor.action.inlineSuggest.commit';

async function setUp() {
  const fake = createFakeVscode();
  const calls: string[] = [];
  fake.mainCommands.builtIn(COMMIT, () => calls.push('built-in'));
  const shadow = createAcceptShadow(fake.api, {
    begin: () => {
      calls.push('begin');
      return () => calls.push('end');
    },
    log: (message) => calls.push(message),
  });
  await settle(fake);
  return { fake, calls, shadow };
}

/** Lets promises and messages between the two processes run until nothing moves. */
async function settle(fake: ReturnType<typeof createFakeVscode>): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    fake.mainCommands.drain();
  }
}

describe('The shadow of an accept command', () => {
  it('brackets the built-in command and runs it once', async () => {
    const { fake, calls } = await setUp();
    const press = fake.mainCommands.press(COMMIT);
    await settle(fake);
    await press;
    assert.deepEqual(calls, ['begin', 'built-in', 'end']);
  });

  it('is there again for the next Tab', async () => {
    const { fake, calls } = await setUp();
    for (let nTab = 0; nTab < 3; nTab += 1) {
      const press = fake.mainCommands.press(COMMIT);
      await settle(fake);
      await press;
    }
    assert.equal(calls.filter((call) => call === 'built-in').length, 3);
    assert.equal(calls.filter((call) => call === 'end').length, 3);
  });

  it('loses none of ten Tabs that come before the first is answered', async () => {
    const { fake, calls } = await setUp();
    const presses = Array.from({ length: 10 }, () => fake.mainCommands.press(COMMIT));
    await settle(fake);
    await Promise.all(presses);
    assert.equal(calls.filter((call) => call === 'built-in').length, 10);
    assert.deepEqual(fake.mainCommands.lost, []);
  });

  it('loses no Tab whatever the order in which messages and Tabs meet', async () => {
    const { fake, calls } = await setUp();
    const presses: Promise<unknown>[] = [];
    for (let turn = 0; turn < 50; turn += 1) {
      if (turn % 3 !== 2) presses.push(fake.mainCommands.press(COMMIT));
      if (turn % 2 === 0) await Promise.resolve();
      if (turn % 5 < 3) fake.mainCommands.drain();
    }
    await settle(fake);
    await Promise.all(presses);
    assert.equal(calls.filter((call) => call === 'built-in').length, presses.length);
    assert.deepEqual(fake.mainCommands.lost, []);
  });

  it('hands on the failure of the built-in command, and stays', async () => {
    const fake = createFakeVscode();
    fake.mainCommands.builtIn(COMMIT, () => {
      throw new Error('no editor');
    });
    let nEnds = 0;
    createAcceptShadow(fake.api, { begin: () => () => (nEnds += 1), log: () => undefined });
    await settle(fake);
    for (let nTab = 0; nTab < 2; nTab += 1) {
      const press = assert.rejects(fake.mainCommands.press(COMMIT), /no editor/u);
      await settle(fake);
      await press;
    }
    assert.equal(nEnds, 2);
  });

  it('leaves Tab to the editor once it is disposed, also while a Tab is under way', async () => {
    const { fake, calls, shadow } = await setUp();
    const press = fake.mainCommands.press(COMMIT);
    shadow.dispose();
    await settle(fake);
    await press;
    await fake.mainCommands.press(COMMIT);
    assert.deepEqual(calls, ['begin', 'built-in', 'end', 'built-in']);
  });

  it('leaves a command alone that another extension registered, or that does not exist', async () => {
    const fake = createFakeVscode();
    fake.mainCommands.builtIn(COMMIT, () => undefined);
    fake.api.commands.registerCommand(COMMIT, () => 'theirs');
    const logged: string[] = [];
    createAcceptShadow(fake.api, {
      begin: () => () => undefined,
      log: (message) => logged.push(message),
    });
    await settle(fake);
    assert.equal(await fake.mainCommands.press(COMMIT), 'theirs');
    assert.match(logged.join('\n'), /is not observed: command .* already exists/u);
  });
});
