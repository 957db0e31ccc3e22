import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Rope, ropesOf } from '../../server/src/core/text/rope.ts';
import { createTextRope, type TextRope } from '../../server/src/core/text/textRope.ts';

/** Leaves of four characters at most, so that short texts make deep trees. */
const ropes = ropesOf<string>({
  length: (leaf) => leaf.length,
  slice: (leaf, start, end) => leaf.slice(start, end),
  join: (a, b) => (a.length + b.length <= 4 ? a + b : undefined),
});

interface Step {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(),
  length: fc.nat(9),
  text: fc.string({ maxLength: 30 }),
});

function placeOf(length: number, { at, length: n }: Step): { start: number; end: number } {
  const start = at % (length + 1);
  return { start, end: Math.min(length, start + n) };
}

function leavesOf(text: string): string[] {
  return text.match(/[^]{1,3}/g) ?? [];
}

function textOf(rope: Rope<string>): string {
  return ropes.leavesIn(rope, 0, rope.length).join('');
}

function nLeaves<Leaf>(rope: Rope<Leaf>): number {
  return rope.kind === 'pair'
    ? nLeaves(rope.left) + nLeaves(rope.right)
    : Number(rope.kind === 'tip');
}

/** Lengths and heights add up, siblings differ by one level at most. */
function checkTree<Leaf>(rope: Rope<Leaf>): void {
  if (rope.kind !== 'pair') return;
  const { left, right } = rope;
  assert.ok(left.kind !== 'empty' && right.kind !== 'empty');
  assert.equal(rope.length, left.length + right.length);
  assert.equal(rope.height, 1 + Math.max(left.height, right.height));
  assert.ok(Math.abs(left.height - right.height) <= 1, 'siblings of unequal height');
  checkTree(left);
  checkTree(right);
}

function checkHeight<Leaf>(rope: Rope<Leaf>): void {
  assert.ok(rope.height <= 1.45 * Math.log2(nLeaves(rope)), `height ${rope.height}`);
}

describe('Rope', () => {
  it('Holds after any edits what a string holds, balanced, with no neighbors left to join', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.array(step, { maxLength: 30 }),
        (from, steps) => {
          let text = from;
          let rope = ropes.of(leavesOf(from));
          for (const one of steps) {
            const { start, end } = placeOf(text.length, one);
            assert.equal(ropes.leavesIn(rope, start, end).join(''), text.slice(start, end));
            const part = ropes.slice(rope, start, end);
            assert.equal(textOf(part), text.slice(start, end));
            rope = ropes.replace(rope, start, end, leavesOf(one.text));
            text = text.slice(0, start) + one.text + text.slice(end);
            assert.equal(textOf(rope), text);
            for (const each of [part, rope]) {
              checkTree(each);
              const leaves = ropes.leavesIn(each, 0, each.length);
              leaves.forEach((leaf, i) => {
                assert.ok(i === 0 || 4 < leaf.length + (leaves[i - 1] ?? '').length);
              });
            }
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  const places: readonly [string, (length: number, i: number) => number][] = [
    ['at the start', () => 0],
    ['at the end', (length) => length],
    ['in the middle', (length) => length >> 1],
    ['at both ends in turn', (length, i) => (i % 2 === 0 ? 0 : length)],
    ['one behind the other, from the middle', (length, i) => (length - i > 0 ? i : length >> 1)],
  ];
  for (const [name, placeIn] of places) {
    it(`Stays as flat as its leaves allow when 50,000 edits come ${name}`, () => {
      let rope = ropes.of([]);
      for (let i = 0; i < 50_000; i++) {
        const at = placeIn(rope.length, i);
        // Four characters never join; every fifth edit takes away a part of two leaves.
        rope =
          i % 5 === 4
            ? ropes.replace(rope, Math.max(0, at - 3), Math.min(rope.length, at + 3), [])
            : ropes.replace(rope, at, at, ['abcd']);
        if (i % 5_000 === 4_999) {
          checkTree(rope);
          checkHeight(rope);
        }
      }
    });
  }

  it('Copies one path for an edit, and shares the rest with the version before it', () => {
    const rope = ropes.of(Array.from({ length: 50_000 }, () => 'abcd'));
    const known = new Set<Rope<string>>();
    const visit = (node: Rope<string>, isNew: (node: Rope<string>) => boolean): number => {
      if (!isNew(node)) return 0;
      return node.kind === 'pair' ? 1 + visit(node.left, isNew) + visit(node.right, isNew) : 1;
    };
    visit(rope, (node) => Boolean(known.add(node)));
    for (let at = 1; at < rope.length; at += 997) {
      const after = ropes.replace(rope, at, at, ['x']);
      const nNew = visit(after, (node) => !known.has(node));
      assert.ok(nNew <= 4 * rope.height, `${nNew} new nodes at height ${rope.height}`);
    }
  });
});

describe('Text rope', () => {
  const words = fc.constantFrom('a', 'return', '\n', '  ', '𝒳', 'x'.repeat(700), 'y'.repeat(2_500));
  const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(''));
  const edit = fc.record({ at: fc.nat(), length: fc.oneof(fc.nat(9), fc.nat(3_000)), text });

  it('Is the string after any edits; every older version still is what it was', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 20 }), (from, edits) => {
        const versions: { rope: TextRope; text: string }[] = [];
        let current = { rope: createTextRope(from), text: from };
        for (const one of edits) {
          versions.push(current);
          const { start, end } = placeOf(current.text.length, one);
          assert.equal(current.rope.slice(start, end), current.text.slice(start, end));
          current = {
            rope: current.rope.replace(start, end, one.text),
            text: current.text.slice(0, start) + one.text + current.text.slice(end),
          };
        }
        versions.push(current);
        for (const { rope, text: expected } of versions) {
          assert.equal(rope.length, expected.length);
          assert.equal(rope.toString(), expected);
          assert.equal(rope.equals(createTextRope(expected)), true);
          assert.equal(rope.equals(current.rope), expected === current.text);
          checkTree(rope.rope);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('Has no more chunks than its length asks for, however it was typed', () => {
    let rope = createTextRope('');
    for (let i = 0; i < 50_000; i++) {
      const at = (i * 7_919) % (rope.length + 1);
      rope = rope.replace(at, at, 'x');
    }
    assert.equal(rope.toString(), 'x'.repeat(50_000));
    assert.ok(nLeaves(rope.rope) <= 101, `${nLeaves(rope.rope)} chunks`);
    checkTree(rope.rope);
    checkHeight(rope.rope);
  });
});
