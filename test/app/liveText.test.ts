import assert from 'node:assert/strict';
import { createLiveText } from '../../server/src/app/liveText.ts';
import type { Origin } from '../../server/src/core/attribution/origin.ts';

const AT = '2026-01-02T03:04:05.000Z';
const AI: Origin = { kind: 'ai', tier: 'command', at: AT };
const HUMAN: Origin = { kind: 'human', at: AT };

function open(text: string) {
  return createLiveText({ text, version: 1, spans: [], patienceMs: 250, recall: () => undefined });
}

describe('A live text and its late signals', () => {
  it('Shows nothing while a change waits, and its origin once the signal comes', () => {
    const live = open('');
    live.change(2, [{ start: 0, end: 0, text: 'robot' }], 1_000);
    assert.deepEqual(live.settle(1_100), []);
    assert.equal(live.spans[0]?.origin.kind, 'unknown');
    assert.equal(live.isWaiting, true);
    live.explain(2, { kind: 'origin', origin: AI, hand: 'insertion' });
    assert.equal(live.settle(1_110).length, 1);
    assert.deepEqual(live.spans, [{ start: 0, end: 5, origin: AI }]);
  });

  it('Takes a signal that came before its change', () => {
    const live = open('');
    live.explain(2, { kind: 'origin', origin: AI, hand: 'insertion' });
    live.change(2, [{ start: 0, end: 0, text: 'robot' }], 1_000);
    live.settle(1_000);
    assert.deepEqual(live.spans, [{ start: 0, end: 5, origin: AI }]);
  });

  it('Keeps the order: a later change waits for an earlier one that is not explained', () => {
    const live = open('');
    live.change(2, [{ start: 0, end: 0, text: 'robot' }], 1_000);
    live.change(3, [{ start: 5, end: 5, text: '!' }], 1_010);
    live.explain(3, { kind: 'origin', origin: HUMAN, hand: 'insertion' });
    assert.deepEqual(live.settle(1_020), []);
    live.explain(2, { kind: 'origin', origin: AI, hand: 'insertion' });
    assert.deepEqual(
      live.settle(1_030).map(({ version, origin }) => [version, origin.kind]),
      [
        [2, 'ai'],
        [3, 'human'],
      ],
    );
    assert.deepEqual(
      live.spans.map(({ start, end, origin }) => [start, end, origin.kind]),
      [
        [0, 5, 'ai'],
        [5, 6, 'human'],
      ],
    );
  });

  it('Gives up after 250 ms, and a signal that comes later still finds its characters', () => {
    const live = open('');
    live.change(2, [{ start: 0, end: 0, text: 'robot' }], 1_000);
    assert.equal(live.settle(1_251)[0]?.origin.kind, 'unknown');
    live.change(3, [{ start: 0, end: 0, text: 'a ' }], 1_300);
    live.explain(3, { kind: 'origin', origin: HUMAN, hand: 'insertion' });
    live.settle(1_300);
    const late = live.explain(2, { kind: 'origin', origin: AI, hand: 'insertion' });
    assert.deepEqual(
      late?.inserted.map(({ start, end }) => [start, end]),
      [[2, 7]],
    );
    assert.deepEqual(
      live.spans.map(({ start, end, origin }) => [start, end, origin.kind]),
      [
        [0, 2, 'human'],
        [2, 7, 'ai'],
      ],
    );
  });

  it('Lets a second signal say more than a first that knew nothing', () => {
    const live = open('');
    live.change(2, [{ start: 0, end: 0, text: 'robot' }], 0);
    live.explain(2, {
      kind: 'origin',
      origin: { kind: 'unknown', observed: 'bulk', at: AT },
      hand: 'rewrite',
    });
    live.settle(0);
    assert.equal(live.spans[0]?.origin.kind, 'unknown');
    live.explain(2, { kind: 'origin', origin: AI, hand: 'insertion' });
    assert.deepEqual(live.spans, [{ start: 0, end: 5, origin: AI }]);
  });

  it('Recalls the spans of a content that came back from disk', () => {
    const live = createLiveText({
      text: 'other branch',
      version: 1,
      spans: [],
      patienceMs: 250,
      recall: (text) => (text === 'robot' ? [{ start: 0, end: 5, origin: AI }] : undefined),
    });
    live.change(2, [{ start: 0, end: 12, text: 'robot' }], 0);
    live.explain(2, { kind: 'restore', otherwise: { kind: 'unknown', observed: 'disk' } });
    live.settle(0);
    assert.deepEqual(live.spans, [{ start: 0, end: 5, origin: AI }]);
  });

  it('Recalls a known text that fills an empty one unnamed (Save As), never one that was pasted', () => {
    const known = [{ start: 0, end: 5, origin: AI }];
    const filled = (origin: Origin) => {
      const recall = (text: string) => (text === 'robot' ? known : undefined);
      const live = createLiveText({ text: '', version: 1, spans: [], patienceMs: 250, recall });
      live.change(2, [{ start: 0, end: 0, text: 'robot' }], 1_000);
      live.explain(2, { kind: 'origin', origin, hand: 'insertion' });
      live.settle(1_000);
      return live.spans;
    };
    assert.deepEqual(filled({ kind: 'unknown', observed: 'applyEdit', at: AT }), known);
    const pasted: Origin = { kind: 'pasted', at: AT };
    assert.deepEqual(filled(pasted), [{ start: 0, end: 5, origin: pasted }]);
  });

  it('Keeps the owners that a formatter finds, whatever was cut before', () => {
    const before = 'one(first, second, third);\ntwo(first, second, third);\n';
    const live = createLiveText({
      text: before,
      version: 1,
      spans: [{ start: 0, end: before.length, origin: AI }],
      patienceMs: 250,
      recall: () => undefined,
      moved: (text) => [{ start: 0, end: text.length, origin: { kind: 'unknown' } }],
    });
    const after = before.replaceAll(';', '').replaceAll('(', '( ');
    live.change(2, [{ start: 0, end: before.length, text: after }], 0);
    live.explain(2, { kind: 'origin', origin: { kind: 'editor', at: AT }, hand: 'tidy' });
    live.settle(0);
    assert.deepEqual(
      live.spans.map(({ origin }) => origin.kind),
      ['ai'],
    );
  });
});
