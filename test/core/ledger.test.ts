import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Origin } from '../../server/src/core/attribution/origin.ts';
import { correctSpans } from '../../server/src/core/attribution/correct.ts';
import { isSameSpans, type Span } from '../../server/src/core/attribution/span.ts';
import { decodeLine, encodeLine } from '../../server/src/core/ledger/codec.ts';
import { entryLines, holdsEntry, joinEntries } from '../../server/src/core/ledger/entry.ts';
import { createLedgerKeys, keyOfPath, pathOfKey } from '../../server/src/core/ledger/keys.ts';
import { lineRowsOf, spansOfRows } from '../../server/src/core/ledger/lineRows.ts';
import { rebaseCorrection, rebaseRemoval } from '../../server/src/core/ledger/rebase.ts';
import type { LinesRecord } from '../../server/src/core/ledger/record.ts';
import { spansOfTokens, tokenRowsOf } from '../../server/src/core/ledger/tokenRows.ts';
import type { CorrectionRecord, RemovalRecord } from '../../server/src/core/records/record.ts';
import { locateRemovals } from '../../server/src/core/removals/locate.ts';
import { createLineIndex } from '../../server/src/core/text/lineIndex.ts';
import { blockNamed, createTestReader, sha256 } from './blocks/testReader.ts';

const AI: Origin = { kind: 'ai', tier: 'platform', at: '2026-01-02T03:04:05.000Z', tool: 'x.y' };
const HUMAN: Origin = { kind: 'human', at: '2026-01-02T03:04:05.000Z' };

const record = (lines: LinesRecord['detail']['lines']): LinesRecord => ({
  v: 1,
  hashVersion: 0,
  kind: 'provenance',
  subject: { path: 'a.ts', blob: 'a'.repeat(40) },
  by: { type: 'tool', id: 'countersign' },
  at: AI.at ?? '',
  detail: { origins: [AI, HUMAN], lines },
});

describe('Ledger: keys', () => {
  it('Are as long as object ids, and lie two folders deep', () => {
    for (const [format, length] of [
      ['sha1', 40],
      ['sha256', 64],
    ] as const) {
      const keys = createLedgerKeys(format, sha256);
      const blob = 'ab'.repeat(length / 2);
      const all = [
        keys.blob(blob),
        keys.hash(sha256('code')),
        keys.path('src/a.ts'),
        keys.tree(blob),
        keys.baselines,
      ];
      for (const key of all) {
        assert.equal(key.length, length);
        assert.match(pathOfKey(key), /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]+$/);
        assert.equal(keyOfPath(pathOfKey(key)), key);
      }
      assert.equal(new Set(all.slice(1)).size, 4);
    }
  });

  it('Are found at any fan-out, and nowhere else', () => {
    const key = 'ab'.repeat(20);
    assert.equal(keyOfPath(key), key);
    assert.equal(keyOfPath(`ab/${key.slice(2)}`), key);
    for (const path of ['', 'ab/cd', '../../etc/passwd', `${key}/x`, key.toUpperCase()]) {
      assert.equal(keyOfPath(path), undefined, path);
    }
  });
});

describe('Ledger: entries', () => {
  const line = fc
    .string({ minLength: 1, maxLength: 6 })
    .filter((one) => !/[\n\r]/.test(one) && one.trim() !== '');
  const entry = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'));

  it('Join in any order to the same, twice to the same, and lose no line', () => {
    fc.assert(
      fc.property(entry, entry, entry, (a, b, c) => {
        const all = joinEntries(a, b, c);
        assert.equal(joinEntries(c, joinEntries(b, a)), all);
        assert.equal(joinEntries(all, all), all);
        for (const one of [a, b, c]) {
          assert.ok(holdsEntry(all, one));
          for (const its of entryLines(one)) assert.ok(entryLines(all).includes(its));
        }
      }),
      { verbose: true },
    );
  });
});

describe('Ledger: lines of records', () => {
  it('Come back as they were written', () => {
    const whole = record([
      [1, 3, 0],
      [7, 7, 1],
    ]);
    assert.deepEqual(decodeLine(encodeLine(whole)), whole);
  });

  it('Are read without a throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => void decodeLine(line)),
      { verbose: true },
    );
    const good = JSON.parse(encodeLine(record([[1, 3, 0]])));
    fc.assert(
      fc.property(
        fc.constantFrom('v', 'kind', 'subject', 'by', 'at', 'detail'),
        fc.jsonValue(),
        (field, value) => void decodeLine(JSON.stringify({ ...good, [field]: value })),
      ),
      { verbose: true },
    );
  });

  for (const [how, rows] of Object.entries({
    'run backwards': [[3, 1, 0]],
    overlap: [
      [1, 5, 0],
      [4, 6, 0],
    ],
    'name no origin': [[1, 1, 2]],
    'begin before the first line': [[0, 1, 0]],
    'are no numbers': [['1', 2, 0]],
  })) {
    it(`Say nothing when rows ${how}`, () => {
      const broken = JSON.parse(encodeLine(record([])));
      broken.detail.lines = rows;
      assert.equal(decodeLine(JSON.stringify(broken)), undefined);
    });
  }

  it('Claim no tier that is not known', () => {
    const json = JSON.parse(encodeLine(record([[1, 1, 0]])));
    json.detail.origins[0].tier = 'guessed';
    const read = decodeLine(JSON.stringify(json));
    assert.equal(read?.kind, 'provenance');
    assert.ok(read.kind === 'provenance' && read.detail.origins[0]?.kind === 'unknown');
  });
});

describe('Ledger: spans by line', () => {
  it('Give a line to whom most of it is, and the same rows again', () => {
    const text = 'one human line\nai wrote this\nhalf by ai and h\n\nunknown\n';
    const index = createLineIndex(text);
    const spans: Span[] = [
      { start: 0, end: index.startOf(1), origin: HUMAN },
      { start: index.startOf(1), end: index.startOf(2) + 4, origin: AI },
      { start: index.startOf(2) + 4, end: index.endOf(2), origin: HUMAN },
    ];
    const rows = lineRowsOf(index, spans);
    assert.deepEqual(rows.lines, [
      [1, 1, 0],
      [2, 2, 1],
      [3, 3, 0],
    ]);
    const back = spansOfRows(index, rows);
    assert.deepEqual(lineRowsOf(index, back), rows);
  });

  it('Say nothing past the end of a text', () => {
    const index = createLineIndex('one\n');
    assert.deepEqual(spansOfRows(index, { origins: [AI], lines: [[7, 9, 0]] }), []);
  });
});

describe('Ledger: pointers by token', () => {
  it('Hold under another format of the same code', async () => {
    const reader = createTestReader();
    const text = 'function f(a) {\n  one(a);\n  two(a);\n  return a;\n}\n';
    const map = (await reader.open('a.js', text)).map;
    const block = blockNamed(map, 'f');
    const index = createLineIndex(text);
    const spans: Span[] = [{ start: index.startOf(1), end: index.startOf(3), origin: AI }];
    const detail = tokenRowsOf(map, block, index, spans);
    assert.equal(detail.nTokens, block.nTokens);
    assert.ok(isSameSpans(spansOfTokens(map, block, index, detail), spans));

    const other =
      '// moved\n\nfunction f(a)\n{\n    one(\n      a\n    );\n    two(a); // why\n    return a;\n}\n';
    const otherMap = (await reader.open('b.js', other)).map;
    const otherBlock = blockNamed(otherMap, 'f');
    assert.equal(otherBlock.codeHash, block.codeHash);
    const otherIndex = createLineIndex(other);
    const found = spansOfTokens(otherMap, otherBlock, otherIndex, detail);
    assert.deepEqual(lineRowsOf(otherIndex, found).lines, [[5, 8, 0]]);
  });
});

describe('Ledger: what is said of a text, said of a later one', () => {
  const LINES = ['alpha();', 'beta(x);', 'if (bad) throw x;', 'return gamma;', '}', 'delta(1, 2);'];
  const text = fc
    .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 12 })
    .map((lines) => lines.map((line) => `${line}\n`).join(''));
  const said = (before: string, from: number, to: number): CorrectionRecord => {
    const index = createLineIndex(before);
    const first = from % (index.nLines - 1);
    const last = Math.max(first, to % (index.nLines - 1));
    return {
      ...record([]),
      kind: 'correction',
      at: '2026-02-02T00:00:00.000Z',
      by: { type: 'human', id: 'ada@example.org' },
      detail: {
        as: 'human',
        tier: 'stated',
        text: 'before',
        ranges: [[index.startOf(first), index.startOf(last + 1)]],
        lines: { startLine: first + 1, endLine: last + 1 },
      },
    };
  };

  it('Is the same whether the first text is known or only the later', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, after, from, to) => {
        const correction = said(before, from, to);
        const committed = { path: 'a.ts', blob: 'b', text: after, textId: 'after' };
        const rebased = rebaseCorrection(correction, before, committed);
        const ai: Span[] = [{ start: 0, end: after.length, origin: { ...AI, tier: 'command' } }];
        const direct = correctSpans(ai, after, correction, before);
        const found = rebased === undefined ? ai : correctSpans(ai, after, rebased, after);
        assert.deepEqual(found, direct);
      }),
    );
  });

  it('Goes on: rebased twice it is what it would be at once, or less', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, after, from, to) => {
        const correction = said(before, from, to);
        const same = { path: 'a.ts', blob: 'b', text: before, textId: 'before' };
        const first = rebaseCorrection(correction, before, same);
        assert.deepEqual(first?.detail.ranges, correction.detail.ranges);
        const committed = { path: 'a.ts', blob: 'c', text: after, textId: 'after' };
        const once = rebaseCorrection(correction, before, committed);
        const twice = first && rebaseCorrection(first, before, committed);
        assert.deepEqual(twice?.detail, once?.detail);
      }),
    );
  });

  it('Tells a removal at the same lines, and none that is back', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (before, after, at) => {
        const index = createLineIndex(before);
        const removal: RemovalRecord = {
          ...record([]),
          kind: 'removal',
          detail: {
            removed: [
              { kind: 'guard', textHash: sha256('guard();'), line: (at % (index.nLines - 1)) + 1 },
              { kind: 'check', textHash: sha256('alpha();'), line: 1 },
            ],
            text: 'before',
            origin: AI,
          },
        };
        const committed = { path: 'a.ts', blob: 'b', text: after, textId: 'after' };
        const rebased = rebaseRemoval(removal, before, committed, sha256);
        const now = createLineIndex(after);
        const direct = locateRemovals(removal, before, now, sha256);
        const found = rebased ? locateRemovals(rebased, after, now, sha256) : [];
        assert.deepEqual(found, direct);
        assert.equal(
          direct.some(({ kind }) => kind === 'check'),
          !after.includes('alpha();') && direct.length !== 0,
        );
      }),
    );
  });
});
