import assert from 'node:assert/strict';
import type { BlocksParams } from '../../server/src/protocol/index.ts';
import {
  createServerProcess,
  type ServerClient,
  type ServerEvents,
} from '../../src/serverProcess.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';

function setUp() {
  const timers = createFakeTimers();
  const events: ServerEvents[] = [];
  const states: string[] = [];
  const blocks: BlocksParams[] = [];
  const behavior = { failsToStart: false };
  const process = createServerProcess({
    connect: async (given) => {
      events.push(given);
      return clientThat(() => behavior.failsToStart);
    },
    onBlocks: (params) => blocks.push(params),
    onNotice: () => undefined,
    onState: (state) => states.push(state),
    schedule: timers.schedule,
    now: timers.now,
    log: { info: () => undefined, error: () => undefined },
  });
  /** The connection of the newest start ends, and what follows from it happens. */
  async function crash(): Promise<void> {
    events.at(-1)?.onClosed();
    timers.advance(5000);
    await process.start();
  }
  return { timers, process, events, states, blocks, behavior, crash };
}

function clientThat(failsToStart: () => boolean): ServerClient {
  const never = () => Promise.reject(new Error('not asked here'));
  return {
    start: () => (failsToStart() ? Promise.reject(new Error('boom')) : Promise.resolve()),
    stop: () => Promise.resolve(),
    signal: () => Promise.resolve(),
    changePolicy: () => Promise.resolve(),
    refreshLenses: () => undefined,
    copied: () => Promise.resolve(),
    diagnosed: () => Promise.resolve(),
    attest: never,
    copies: never,
    correct: never,
    blame: never,
    queue: never,
    questions: () => Promise.resolve({ kind: 'gone' }),
    answer: () => Promise.resolve({ kind: 'recorded' }),
    rulePage: () => Promise.resolve({}),
    reviewed: never,
    history: () => Promise.resolve({ kind: 'none', why: 'away' }),
    historyCommit: () => Promise.resolve({}),
  };
}

describe('The server process', () => {
  it('is started once, however often it is wanted', async () => {
    const { process, events, states } = setUp();
    await Promise.all([process.start(), process.start()]);
    await process.start();
    assert.equal(events.length, 1);
    assert.deepEqual(states, ['running']);
  });

  it('is started again quietly after a crash', async () => {
    const { process, crash, states } = setUp();
    await process.start();
    await crash();
    assert.deepEqual(states, ['running', 'away', 'running']);
    assert.ok(process.running());
  });

  it('is left alone after five crashes, told once, until a person starts it again', async () => {
    const { process, crash, states, events } = setUp();
    await process.start();
    for (let nCrashes = 0; nCrashes < 5; nCrashes += 1) await crash();
    assert.equal(states.filter((state) => state === 'gone').length, 1);
    assert.equal(states.at(-1), 'gone');
    assert.equal(events.length, 5);
    await process.start();
    assert.equal(events.length, 5, 'opening a file does not start it');
    await assert.rejects(process.needed(), /not running/u);
    await process.restart();
    assert.equal(states.at(-1), 'running');
  });

  it('is started for ever when its crashes are rare', async () => {
    const { process, crash, states, timers } = setUp();
    await process.start();
    for (let nCrashes = 0; nCrashes < 12; nCrashes += 1) {
      timers.advance(60_000);
      await crash();
    }
    assert.equal(states.includes('gone'), false);
    assert.equal(states.at(-1), 'running');
  });

  it('counts a start that fails as one crash', async () => {
    const { process, behavior, states, events, timers } = setUp();
    behavior.failsToStart = true;
    await process.start();
    events.at(-1)?.onClosed();
    assert.deepEqual(states, ['away']);
    behavior.failsToStart = false;
    timers.advance(5000);
    await process.start();
    assert.deepEqual(states, ['away', 'running']);
  });

  it('does not come back after it was stopped on purpose', async () => {
    const { process, events, timers } = setUp();
    await process.start();
    await process.stop();
    events.at(-1)?.onClosed();
    timers.advance(60_000);
    assert.equal(process.running(), undefined);
    assert.equal(events.length, 1);
  });

  it('is no longer listened to once another took its place', async () => {
    const { process, events, blocks } = setUp();
    await process.start();
    const [first] = events;
    await process.restart();
    first?.onBlocks({ uri: 'file:///old', version: 1, blocks: [] });
    first?.onClosed();
    events.at(-1)?.onBlocks({ uri: 'file:///new', version: 1, blocks: [] });
    assert.deepEqual(
      blocks.map(({ uri }) => uri),
      ['file:///new'],
    );
    assert.ok(process.running());
  });
});
