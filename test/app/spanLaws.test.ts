import assert from 'node:assert/strict';
import fc from 'fast-check';
import { attribute, carrySpans, fillUnknown } from '../../server/src/core/attribution/attribute.ts';
import type { Origin } from '../../server/src/core/attribution/origin.ts';
import type { Spans } from '../../server/src/core/attribution/span.ts';
import { applyEdit, createEdit, invertEdit } from '../../server/src/core/text/edit.ts';
import { keptPieces } from '../../server/src/core/text/diff.ts';
import { createLiveText } from '../../server/src/app/liveText.ts';

const AT = '2026-01-02T03:04:05.000Z';
const AI: Origin = { kind: 'ai', tier: 'platform', tool: 'sample.assistant', at: AT };
const origins: readonly Origin[] = [
  AI,
  { kind: 'human', at: AT },
  { kind: 'pasted', at: AT },
  { kind: 'editor', at: AT },
  { kind: 'unknown', observed: 'disk', at: AT },
];

/** Text like code: words, brackets, blanks, both line ends, and a character outside the BMP. */
const code = fc
  .array(
    fc.constantFrom(
      'a',
      'sum',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '\r',
      '{',
      '}',
      '(x)',
      ';',
      'return',
      '𝒳',
      '\t',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const step = fc.record({
  from: fc.nat(1_000),
  length: fc.nat(30),
  text: code,
  origin: fc.constantFrom(...origins),
});

function replacementOn(
  text: string,
  { from, length, text: inserted }: { from: number; length: number; text: string },
) {
  const start = from % (text.length + 1);
  return { start, end: Math.min(text.length, start + length), text: inserted };
}

/** Blanks and what formatters put behind a token are left out: they follow their token. */
function aiLength(spans: Spans, text: string): number {
  const ai = spans.filter(({ origin }) => origin.kind === 'ai');
  return ai
    .map(({ start, end }) => text.slice(start, end).replace(/[\s,;()"'`\\]/g, '').length)
    .reduce((sum, n) => sum + n, 0);
}

function checkShape(spans: Spans, text: string): void {
  let last = 0;
  for (const { start, end } of spans) {
    assert.ok(last <= start && start < end && end <= text.length, JSON.stringify(spans));
    last = end;
  }
}

describe('Laws of spans', () => {
  it('Spans stay sorted, disjoint, not empty and inside the text under any edits', () => {
    fc.assert(
      fc.property(code, fc.array(step, { maxLength: 12 }), (start, steps) => {
        let text = start;
        let spans: Spans = [];
        for (const one of steps) {
          const replacement = replacementOn(text, one);
          spans = attribute(spans, text, replacement, one.origin);
          text = applyEdit(text, [replacement]);
          checkShape(spans, text);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('An edit that no AI made never adds a character to AI spans', () => {
    fc.assert(
      fc.property(code, fc.array(step, { maxLength: 12 }), (start, steps) => {
        let text = start;
        let spans: Spans = [];
        for (const one of steps) {
          const replacement = replacementOn(text, one);
          const before = aiLength(spans, text);
          spans = attribute(spans, text, replacement, one.origin);
          text = applyEdit(text, [replacement]);
          // A rename keeps the owner of what it replaces, so it may write longer AI names.
          if (one.origin.kind !== 'ai' && one.origin.kind !== 'editor') {
            assert.ok(aiLength(spans, text) <= before);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('Carrying spans to the same text changes nothing; to any text keeps their shape', () => {
    fc.assert(
      fc.property(code, code, step, (before, after, one) => {
        const spans = attribute([], before, replacementOn(before, one), AI);
        const text = applyEdit(before, [replacementOn(before, one)]);
        assert.deepEqual(carrySpans(spans, text, text, undefined), spans);
        const carried = carrySpans(spans, text, after, undefined);
        checkShape(carried, after);
        assert.ok(aiLength(carried, after) <= aiLength(spans, text));
        checkShape(fillUnknown(carried, carrySpans([], '', after, AI)), after);
      }),
      { numRuns: 1_000 },
    );
  });

  it('What a diff keeps is equal on both sides and in order', () => {
    fc.assert(
      fc.property(code, code, fc.boolean(), (before, after, isCharwise) => {
        let b = 0;
        let a = 0;
        for (const kept of keptPieces(before, after, isCharwise)) {
          assert.ok(b <= kept.before && a <= kept.after && 0 < kept.length);
          assert.equal(
            before.slice(kept.before, kept.before + kept.length),
            after.slice(kept.after, kept.after + kept.length),
          );
          b = kept.before + kept.length;
          a = kept.after + kept.length;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('An edit and its inverse give the text back', () => {
    fc.assert(
      fc.property(code, fc.array(fc.tuple(fc.nat(200), fc.nat(9), code)), (text, parts) => {
        let at = 0;
        const edit = [];
        for (const [gap, length, inserted] of parts) {
          const start = at + gap;
          if (text.length < start + length) break;
          edit.push({ start, end: start + length, text: inserted });
          at = start + length;
        }
        const after = applyEdit(text, createEdit(edit));
        assert.equal(applyEdit(after, createEdit(invertEdit(text, edit))), text);
      }),
    );
  });

  it('Undoing an edit brings back the spans that were there before it', () => {
    fc.assert(
      fc.property(code, fc.array(step, { minLength: 1, maxLength: 8 }), (start, steps) => {
        const live = createLiveText({
          text: start,
          version: 1,
          spans: [],
          patienceMs: 250,
          recall: () => undefined,
        });
        const states: { text: string; spans: Spans }[] = [];
        let version = 1;
        for (const one of steps) {
          states.push({ text: live.text, spans: live.spans });
          version++;
          live.explain(version, { kind: 'origin', origin: one.origin, hand: 'insertion' });
          live.change(version, [replacementOn(live.text, one)], 0);
          live.settle(0);
        }
        for (const state of states.reverse()) {
          const whole = { start: 0, end: live.text.length, text: state.text };
          if (live.text === state.text) continue;
          version++;
          live.change(version, [whole], 0);
          live.explain(version, {
            kind: 'restore',
            otherwise: { kind: 'unknown' },
            direction: 'undo',
          });
          live.settle(0);
          assert.equal(live.text, state.text);
          assert.deepEqual(live.spans, state.spans);
          checkShape(live.spans, live.text);
        }
      }),
      { numRuns: 500 },
    );
  });
});
