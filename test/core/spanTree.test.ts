import assert from 'node:assert/strict';
import fc from 'fast-check';
import { attribute } from '../../server/src/core/attribution/attribute.ts';
import { attributeTree } from '../../server/src/core/attribution/attributeTree.ts';
import type { Origin } from '../../server/src/core/attribution/origin.ts';
import { joinSpans, type Spans, sliceSpans } from '../../server/src/core/attribution/span.ts';
import { createSpanTree, type SpanTree } from '../../server/src/core/attribution/spanTree.ts';
import { applyEdit } from '../../server/src/core/text/edit.ts';
import type { Rope } from '../../server/src/core/text/rope.ts';
import { createTextRope, type TextRope } from '../../server/src/core/text/textRope.ts';

const EARLY = '2026-01-02T03:04:05.000Z';
const LATE = '2026-01-02T03:04:06.000Z';
const origins = [EARLY, LATE].flatMap((at): Origin[] => [
  { kind: 'ai', tier: 'platform', tool: 'sample.assistant', at },
  { kind: 'human', at },
  { kind: 'pasted', at },
  { kind: 'editor', at },
  { kind: 'unknown', observed: 'disk', at },
  { kind: 'unknown', edit: at === EARLY ? 4 : 5 },
]);

/** Text like code, so that replaced text often has something in common with the new one. */
const code = fc
  .array(
    fc.constantFrom('a', 'sum', ' ', '  ', '\n', '\r\n', '{', '}', '(x)', ';', 'return', '𝒳', '\t'),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

interface Step {
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly origin: Origin;
}

const step: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(40)),
  text: fc.oneof(fc.constantFrom('', 'x', '}', '\n'), code),
  origin: fc.constantFrom(...origins),
});

interface State {
  readonly text: string;
  readonly spans: Spans;
  readonly rope: TextRope;
  readonly tree: SpanTree;
}

function stateOf(text: string, spans: Spans): State {
  return { text, spans, rope: createTextRope(text), tree: createSpanTree(spans, text.length) };
}

function edited(state: State, { at, length, text, origin }: Step): State {
  const start = at % (state.text.length + 1);
  const replacement = { start, end: Math.min(state.text.length, start + length), text };
  return {
    text: applyEdit(state.text, [replacement]),
    spans: attribute(state.spans, state.text, replacement, origin),
    rope: state.rope.replace(start, replacement.end, text),
    tree: attributeTree(state.tree, state.rope, replacement, origin),
  };
}

function check({ text, spans, rope, tree }: State): void {
  assert.equal(rope.toString(), text);
  assert.equal(tree.length, text.length);
  assert.deepEqual(tree.toSpans(), spans);
  const nGaps = spans.filter(({ start }, i) => (spans[i - 1]?.end ?? 0) < start).length;
  const isOpen = (spans.at(-1)?.end ?? 0) < text.length;
  assert.equal(nLeaves(tree.rope), spans.length + nGaps + Number(isOpen));
}

function nLeaves<Leaf>(rope: Rope<Leaf>): number {
  return rope.kind === 'pair'
    ? nLeaves(rope.left) + nLeaves(rope.right)
    : Number(rope.kind === 'tip');
}

describe('Span tree', () => {
  it('Answers after any edits the spans that arrays answer; older versions stay as they were', () => {
    fc.assert(
      fc.property(code, fc.array(step, { maxLength: 25 }), (text, steps) => {
        const states = [stateOf(text, [])];
        for (const one of steps) states.push(edited(states.at(-1) ?? stateOf('', []), one));
        for (const state of states) {
          check(state);
          check(stateOf(state.text, state.spans));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('Answers the spans of any range that arrays answer', () => {
    fc.assert(
      fc.property(
        code,
        fc.array(step),
        fc.nat(),
        fc.nat(),
        fc.nat(9),
        (text, steps, a, b, shift) => {
          const { text: now, spans, tree } = steps.reduce(edited, stateOf(text, []));
          const start = a % (now.length + 1);
          const end = start + 1 + (b % (now.length + 1));
          assert.deepEqual(
            tree.slice({ start, end }, shift),
            sliceSpans(spans, { start, end }, shift),
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('Amends origins as on arrays, joining what then can be joined', () => {
    const origin = fc.constantFrom(...origins);
    fc.assert(
      fc.property(code, fc.array(step), fc.array(origin), origin, (text, steps, amended, to) => {
        const { spans, tree } = steps.reduce(edited, stateOf(text, []));
        const amend = (from: Origin): Origin => (amended.includes(from) ? to : from);
        const expected = joinSpans(spans.map((span) => ({ ...span, origin: amend(span.origin) })));
        const after = tree.map(amend);
        assert.deepEqual(after.toSpans(), expected);
        assert.deepEqual(tree.toSpans(), spans);
        if (!spans.some((span) => amend(span.origin) !== span.origin)) assert.equal(after, tree);
      }),
      { numRuns: 1_000 },
    );
  });

  it('Stays flat under 50,000 key presses all over a large text', () => {
    const [ai, human] = origins;
    assert.ok(ai && human);
    let rope = createTextRope('0123456789'.repeat(20_000));
    let tree = createSpanTree([], rope.length);
    for (let i = 0; i < 50_000; i++) {
      const start = (i * 7_919) % rope.length;
      const replacement = { start, end: start, text: 'x' };
      tree = attributeTree(tree, rope, replacement, i % 2 === 0 ? ai : human);
      rope = rope.replace(start, start, 'x');
    }
    assert.equal(tree.length, rope.length);
    const { height } = tree.rope;
    assert.ok(height <= 1.45 * Math.log2(nLeaves(tree.rope)), `height ${height}`);
  });
});
