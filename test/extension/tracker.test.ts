import assert from 'node:assert/strict';
import type { SignalParams } from '../../server/src/protocol/index.ts';
import type { Observation } from '../../src/sense/observation.ts';
import { createSignalTracker, FLIP_MS, HOLD_MS } from '../../src/sense/tracker.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';

const URI = 'file:///w/price.ts';
const COMMIT = 'editor.action.inlineSuggest.commit';
const CODE = 'function parsePrice() {\n  return 0;\n}';

function setUp(pasted: readonly string[] = []) {
  const timers = createFakeTimers();
  const sent: string[] = [];
  const tracker = createSignalTracker({
    send: ({ version, source }: SignalParams) => sent.push(`${version} ${source.kind}`),
    schedule: timers.schedule,
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

describe('An accept command', () => {
  it('names exactly the one change it made', () => {
    const { sent, tracker, change } = setUp();
    const bracket = tracker.openBracket(COMMIT, URI, 1);
    change(2, { texts: [CODE] });
    assert.deepEqual(sent, [], 'the ordinary signal is held back while the command runs');
    bracket.close();
    change(3, { texts: [CODE] });
    assert.deepEqual(sent, ['2 acceptCommand', '3 edit']);
  });

  it('names the first change of a clean document, once it is known not to be a reload', () => {
    const { sent, tracker, change, flip } = setUp();
    const bracket = tracker.openBracket(COMMIT, URI, 1);
    change(2, { texts: [CODE], isDirty: false });
    bracket.close();
    assert.deepEqual(sent, []);
    flip(2, true);
    assert.deepEqual(sent, ['2 acceptCommand']);
  });

  it('does not name a reload that happened meanwhile', () => {
    const { sent, tracker, change, timers } = setUp();
    const bracket = tracker.openBracket(COMMIT, URI, 1);
    change(2, { texts: [CODE], isDirty: false });
    bracket.close();
    timers.advance(FLIP_MS);
    assert.deepEqual(sent, ['2 reload']);
  });

  it('names nothing when there were two changes, for one of them is not its own', () => {
    const { sent, tracker, change } = setUp();
    const bracket = tracker.openBracket(COMMIT, URI, 1);
    change(2, { texts: ['x'] });
    change(3, { texts: [CODE] });
    bracket.close();
    assert.deepEqual(sent, ['2 typed', '3 edit']);
  });

  it('names nothing when there was no change, or one that left only white space', () => {
    const { sent, tracker, change } = setUp();
    tracker.openBracket(COMMIT, URI, 1).close();
    const bracket = tracker.openBracket(COMMIT, URI, 1);
    change(2, { texts: ['\n  '] });
    bracket.close();
    assert.deepEqual(sent, ['2 typed']);
  });

  it('names nothing that started from another version', () => {
    const { sent, tracker, change } = setUp();
    const bracket = tracker.openBracket(COMMIT, URI, 1);
    change(3, { texts: [CODE] });
    bracket.close();
    assert.deepEqual(sent, ['3 edit']);
  });

  it('names neither an undo nor a paste', () => {
    const { sent, tracker, change } = setUp([CODE]);
    const first = tracker.openBracket(COMMIT, URI, 1);
    change(2, { direction: 'undo', texts: [CODE] });
    first.close();
    const second = tracker.openBracket(COMMIT, URI, 2);
    change(3, { texts: [CODE] });
    second.close();
    assert.deepEqual(sent, ['2 history', '3 paste']);
  });

  it('does not hold back other documents', () => {
    const { sent, tracker, change } = setUp();
    tracker.openBracket(COMMIT, URI, 1);
    change(7, { uri: 'file:///w/other.ts', texts: [CODE] });
    assert.deepEqual(sent, ['7 edit']);
  });

  it('of a second Tab does not claim the change of the first', () => {
    const { sent, tracker, change } = setUp();
    const first = tracker.openBracket(COMMIT, URI, 1);
    const second = tracker.openBracket(COMMIT, URI, 1);
    change(2, { texts: [CODE] });
    first.close();
    second.close();
    assert.deepEqual(sent, ['2 acceptCommand']);
  });

  it('that hangs lets the ordinary signal go in time, and amends it when it ends', () => {
    const { sent, tracker, change, timers } = setUp();
    const bracket = tracker.openBracket(COMMIT, URI, 1);
    change(2, { texts: [CODE] });
    timers.advance(HOLD_MS);
    assert.deepEqual(sent, ['2 edit']);
    bracket.close();
    assert.deepEqual(sent, ['2 edit', '2 acceptCommand']);
  });
});
