import assert from 'node:assert/strict';
import type { SignalParams } from '../../server/src/protocol/index.ts';
import type { Observation } from '../../src/sense/observation.ts';
import { createSignalTracker, FLIP_MS, WITNESS_MS } from '../../src/sense/tracker.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';

const URI = 'file:///w/price.ts';
const COMMIT = 'editor.action.inlineSuggest.commit';
const CODE = 'function parsePrice() {\n  return 0;\n}';

function setUp(pasted: readonly string[] = [], hearsOfAccepts = false) {
  const timers = createFakeTimers();
  const sent: string[] = [];
  const tracker = createSignalTracker({
    send: ({ version, source }: SignalParams) => sent.push(`${version} ${source.kind}`),
    schedule: timers.schedule,
    hearsOfAccepts: () => hearsOfAccepts,
    isPasted: (texts) => texts.some((text) => pasted.includes(text)),
  });
  const change = (version: number, options: Partial<Observation>) =>
    tracker.observe({ ...CHANGE, version, ...options });
  const flip = (version: number, isDirty: boolean) => change(version, { texts: [], isDirty });
  return { timers, sent, tracker, change, flip };
}

const CHANGE: Observation = {
  uri: URI,
  version: 2,
  isDirty: true,
  isOnDisk: true,
  direction: undefined,
  texts: ['x'],
  reason: undefined,
};

describe('Signals of a document', () => {
  it('tell typing and other edits of a dirty document at once', () => {
    const { sent, change } = setUp();
    change(2, { texts: ['x'] });
    change(3, { texts: [CODE] });
    assert.deepEqual(sent, ['2 typed', '3 edit']);
  });

  it('tell what the platform says, whatever the shape', () => {
    const { sent, change } = setUp();
    change(2, { texts: ['x'], isDirty: false, reason: { source: 'cursor', metadata: {} } });
    assert.deepEqual(sent, ['2 platform']);
  });

  it('tell an undo as one, also where the platform calls it an edit', () => {
    const { sent, change } = setUp();
    change(2, { direction: 'undo', reason: { source: 'applyEdits', metadata: {} } });
    change(3, { direction: 'redo', isDirty: false });
    assert.deepEqual(sent, ['2 history', '3 history']);
  });

  it('tell a paste that a provider saw', () => {
    const { sent, change } = setUp([CODE]);
    change(2, { texts: [CODE], isDirty: false });
    assert.deepEqual(sent, ['2 paste']);
  });

  it('call the first edit of a clean document an edit once it becomes dirty', () => {
    const { sent, change, flip } = setUp();
    change(2, { texts: [CODE], isDirty: false });
    assert.deepEqual(sent, []);
    flip(2, true);
    assert.deepEqual(sent, ['2 edit']);
  });

  it('call a change of a document that stays clean a reload', () => {
    const { sent, change, timers } = setUp();
    change(2, { texts: [CODE], isDirty: false });
    timers.advance(FLIP_MS);
    assert.deepEqual(sent, ['2 reload']);
  });

  it('call a revert a reload, for it ends clean', () => {
    const { sent, change, flip } = setUp();
    change(2, { texts: [CODE], isDirty: false });
    flip(2, false);
    assert.deepEqual(sent, ['2 reload']);
  });

  it('tell two reloads in a row, and the edit after them', () => {
    const { sent, change, flip } = setUp();
    change(2, { texts: [CODE], isDirty: false });
    change(3, { texts: ['x'], isDirty: false });
    change(4, { texts: ['y'], isDirty: false });
    flip(4, true);
    assert.deepEqual(sent, ['2 reload', '3 reload', '4 typed']);
  });

  it('never call a change of an untitled document a reload', () => {
    const { sent, change } = setUp();
    change(2, { texts: [CODE], isDirty: false, isOnDisk: false });
    assert.deepEqual(sent, ['2 edit']);
  });
});

describe('Word of an accept command', () => {
  const listening = (pasted: readonly string[] = []) => setUp(pasted, true);

  it('names the change right before it', () => {
    const { sent, tracker, change } = listening();
    change(2, { texts: [CODE] });
    assert.deepEqual(sent, [], 'the ordinary signal waits a moment for such word');
    tracker.accepted(COMMIT, URI);
    assert.deepEqual(sent, ['2 acceptCommand']);
  });

  it('that does not come leaves the ordinary signal', () => {
    const { sent, change, timers } = listening();
    change(2, { texts: [CODE] });
    timers.advance(WITNESS_MS);
    assert.deepEqual(sent, ['2 edit']);
  });

  it('that comes late names nothing', () => {
    const { sent, tracker, change, timers } = listening();
    change(2, { texts: [CODE] });
    timers.advance(WITNESS_MS);
    tracker.accepted(COMMIT, URI);
    assert.deepEqual(sent, ['2 edit']);
  });

  it('names the first change of a clean document, once it is known not to be a reload', () => {
    const { sent, tracker, change, flip } = listening();
    change(2, { texts: [CODE], isDirty: false });
    tracker.accepted(COMMIT, URI);
    assert.deepEqual(sent, []);
    flip(2, true);
    assert.deepEqual(sent, ['2 acceptCommand']);
  });

  it('does not name a reload that happened just then', () => {
    const { sent, tracker, change, timers } = listening();
    change(2, { texts: [CODE], isDirty: false });
    tracker.accepted(COMMIT, URI);
    timers.advance(FLIP_MS);
    assert.deepEqual(sent, ['2 reload']);
  });

  it('names only the newest change, for the one before is not its own', () => {
    const { sent, tracker, change } = listening();
    change(2, { texts: ['x'] });
    change(3, { texts: [CODE] });
    tracker.accepted(COMMIT, URI);
    assert.deepEqual(sent, ['2 typed', '3 acceptCommand']);
  });

  it('names each change once', () => {
    const { sent, tracker, change } = listening();
    change(2, { texts: [CODE] });
    tracker.accepted(COMMIT, URI);
    tracker.accepted(COMMIT, URI);
    assert.deepEqual(sent, ['2 acceptCommand']);
  });

  it('names nothing when there was no change, or one that left only white space', () => {
    const { sent, tracker, change } = listening();
    tracker.accepted(COMMIT, URI);
    change(2, { texts: ['\n  '] });
    tracker.accepted(COMMIT, URI);
    assert.deepEqual(sent, ['2 typed']);
  });

  it('names neither an undo nor a paste', () => {
    const { sent, tracker, change } = listening([CODE]);
    change(2, { direction: 'undo', texts: [CODE] });
    tracker.accepted(COMMIT, URI);
    change(3, { texts: [CODE] });
    tracker.accepted(COMMIT, URI);
    assert.deepEqual(sent, ['2 history', '3 paste']);
  });

  it('names nothing in another document', () => {
    const { sent, tracker, change, timers } = listening();
    change(7, { uri: 'file:///w/other.ts', texts: [CODE] });
    tracker.accepted(COMMIT, URI);
    timers.advance(WITNESS_MS);
    assert.deepEqual(sent, ['7 edit']);
  });

  it('does not hold up what comes after it', () => {
    const { sent, change, timers } = listening();
    for (let version = 2; version < 6; version += 1) change(version, { texts: ['x'] });
    assert.deepEqual(sent, ['2 typed', '3 typed', '4 typed']);
    timers.advance(WITNESS_MS);
    assert.deepEqual(sent.at(-1), '5 typed');
  });
});
