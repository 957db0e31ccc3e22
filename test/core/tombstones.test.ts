import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeLine } from '../../server/src/core/ledger/codec.ts';
import { entryLines, joinEntries } from '../../server/src/core/ledger/entry.ts';
import { buriedLines, unseenGraves } from '../../server/src/core/ledger/tombstones.ts';
import { sha256 } from './blocks/testReader.ts';

/** One clone's entry, and the tombstones beside it. */
interface Clone {
  readonly entry: string;
  readonly tombstones: string;
}

const LINES = ['a', 'b', 'c', 'd'].map((name) => `{"kind":"x","name":"${name}"}`);
const EMPTY: Clone = { entry: '', tombstones: '' };

function tombstone(line: string, at: number): string {
  return encodeLine({
    v: 1,
    hashVersion: 0,
    kind: 'tombstone',
    subject: { path: '' },
    by: { type: 'human', id: 'ada@example.org' },
    at: `2026-01-02T03:04:${`${at}`.padStart(5, '0')}Z`,
    detail: { records: [sha256(line)] },
  });
}

/** Both sides' lines, less what either took out; nothing is in use anywhere. */
function join(one: Clone, other: Clone): Clone {
  const dropped = new Set([
    ...buriedLines(one.entry, other.entry, unseenGraves(other.tombstones, one.tombstones), sha256),
    ...buriedLines(other.entry, one.entry, unseenGraves(one.tombstones, other.tombstones), sha256),
  ]);
  const lines = [one.entry, other.entry].flatMap(entryLines);
  return {
    entry: joinEntries(...lines.filter((line) => !dropped.has(line))),
    tombstones: joinEntries(one.tombstones, other.tombstones),
  };
}

type Step =
  | { readonly kind: 'add' | 'prune'; readonly clone: number; readonly line: number }
  | { readonly kind: 'sync'; readonly clone: number; readonly other: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('add' as const, 'prune' as const),
    clone: fc.nat(2),
    line: fc.nat(LINES.length - 1),
  }),
  fc.record({ kind: fc.constant('sync' as const), clone: fc.nat(2), other: fc.nat(2) }),
);

function play(steps: readonly Step[]): Clone[] {
  const clones: Clone[] = [EMPTY, EMPTY, EMPTY];
  steps.forEach((one, i) => {
    const clone = clones[one.clone] ?? EMPTY;
    if (one.kind === 'sync') {
      const joined = join(clone, clones[one.other] ?? EMPTY);
      clones[one.clone] = joined;
      clones[one.other] = joined;
      return;
    }
    const line = LINES[one.line] ?? '';
    const has = entryLines(clone.entry).includes(line);
    if (one.kind === 'add') clones[one.clone] = { ...clone, entry: joinEntries(clone.entry, line) };
    else if (has) {
      clones[one.clone] = {
        entry: joinEntries(...entryLines(clone.entry).filter((each) => each !== line)),
        tombstones: joinEntries(clone.tombstones, tombstone(line, i)),
      };
    }
  });
  return clones;
}

describe('Ledger: tombstones', () => {
  it('Joining is commutative and idempotent, whatever was taken out', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const [a = EMPTY, b = EMPTY] = play(steps);
        assert.deepEqual(join(a, b), join(b, a));
        assert.deepEqual(join(a, a), a);
        assert.deepEqual(join(join(a, b), b), join(a, b));
      }),
    );
  });

  it('A line that nobody took out is never lost, and one taken out stays out of a clone behind', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.nat(LINES.length - 1), (steps, i) => {
        const line = LINES[i] ?? '';
        const untouched = steps.filter((one) => one.kind !== 'prune' || one.line !== i);
        const clones = play(untouched);
        const [a = EMPTY, b = EMPTY, c = EMPTY] = clones;
        const isAnywhere = clones.some(({ entry }) => entryLines(entry).includes(line));
        const all = join(join(a, b), c);
        assert.equal(entryLines(all.entry).includes(line), isAnywhere);
        const pruned = {
          entry: joinEntries(...entryLines(all.entry).filter((each) => each !== line)),
          tombstones: joinEntries(all.tombstones, tombstone(line, 999)),
        };
        for (const behind of [a, b, c, all]) {
          assert.ok(!entryLines(join(pruned, behind).entry).includes(line));
        }
        const again = { ...pruned, entry: joinEntries(pruned.entry, line) };
        for (const behind of [a, b, c, all, pruned]) {
          assert.ok(entryLines(join(again, behind).entry).includes(line));
        }
      }),
    );
  });

  it('What is no tombstone buries nothing', () => {
    const line = LINES[0] ?? '';
    const forged = `{"kind":"tombstone","detail":{"records":["${sha256(line)}"]}}\n`;
    assert.equal(unseenGraves(forged, '').size, 0);
    assert.deepEqual(buriedLines(line, '', unseenGraves('not json\n', ''), sha256), []);
  });
});
