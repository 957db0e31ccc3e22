import assert from 'node:assert/strict';
import { decodeLine } from '../../server/src/core/ledger/codec.ts';
import { createRecordBook } from '../../server/src/core/records/book.ts';
import { decodeRecord, encodeRecord } from '../../server/src/core/records/codec.ts';
import { diagnosedKey, plainMessage, plainName } from '../../server/src/core/records/diagnosed.ts';
import { type DiagnosedRecord, textsOf } from '../../server/src/core/records/record.ts';

const RECORD: DiagnosedRecord = {
  v: 1,
  hashVersion: 1,
  kind: 'diagnosed',
  subject: {
    ...{ path: 'src/nb.ipynb#3', symbol: 'parse', lang: 'python', blob: 'b'.repeat(40) },
    ...{ textHash: 'sha256:1', codeHash: 'sha256:2' },
  },
  by: { type: 'tool', id: 'ts' },
  at: '2026-01-02T03:04:05.000Z',
  detail: { source: 'ts', code: '2339', severity: 'error', lineInBlock: 3, message: 'no such' },
};

describe('Records of what other extensions told', () => {
  it('come back as they were written', () => {
    const bare: DiagnosedRecord = {
      ...RECORD,
      detail: { source: '', severity: 'deprecated', lineInBlock: 1, message: 'old' },
    };
    for (const record of [RECORD, bare]) {
      const json: unknown = JSON.parse(JSON.stringify(encodeRecord(record)));
      assert.deepEqual(decodeRecord(json), record);
      assert.deepEqual(textsOf(record), []);
    }
  });

  it('are none where a part is missing or of another form', () => {
    const wrong: readonly Readonly<Record<string, unknown>>[] = [
      { code: 2339 },
      { source: undefined },
      { severity: 'warning' },
      { lineInBlock: 1.5 },
      { message: ['no such'] },
    ];
    for (const part of wrong) {
      assert.equal(decodeRecord({ ...RECORD, detail: { ...RECORD.detail, ...part } }), undefined);
    }
    const { textHash: _, ...subject } = RECORD.subject;
    assert.equal(decodeRecord({ ...RECORD, subject }), undefined);
  });

  it('are no lines of the ledger', () => {
    assert.equal(decodeLine(JSON.stringify(RECORD)), undefined);
  });

  it('stand in the book once each, and say nothing else', () => {
    const book = createRecordBook();
    const later = { ...RECORD, at: '2026-01-03T00:00:00.000Z' };
    const other = { ...RECORD, detail: { ...RECORD.detail, lineInBlock: 4 } };
    for (const record of [RECORD, later, other, RECORD]) book.add(record);
    assert.deepEqual(book.diagnosedOf('sha256:1'), [RECORD, other]);
    assert.deepEqual(book.diagnosedOf('sha256:2'), []);
    assert.deepEqual([book.firstAt(), book.newest()], [undefined, undefined]);
    assert.deepEqual([book.aiPaths(), book.cellsOf('src/nb.ipynb')], [[], []]);
    assert.equal(book.knows(RECORD.subject.path), false);
  });

  it('differ by what they say, not by when', () => {
    const key = diagnosedKey(RECORD);
    assert.equal(diagnosedKey({ ...RECORD, detail: { ...RECORD.detail } }), key);
    for (const part of [
      { source: 'eslint' },
      { code: '1' },
      { lineInBlock: 9 },
      { message: 'x' },
    ]) {
      assert.notEqual(diagnosedKey({ ...RECORD, detail: { ...RECORD.detail, ...part } }), key);
    }
    const moved = { ...RECORD.subject, path: 'src/b.ts' };
    assert.notEqual(diagnosedKey({ ...RECORD, subject: moved }), key);
  });
});

describe('Messages of other extensions', () => {
  it('become one line of plain words', () => {
    assert.equal(
      plainMessage('  Type \u202e"a"\u2069 is\n\tnot\u0000 assignable\u001b[31m.\u2028'),
      'Type "a" is not assignable [31m.',
    );
    assert.equal(plainName('ts\n(9)'), 'ts (9)');
    assert.equal(plainMessage('\u0007'), '');
  });

  it('are cut at 300 units, and never within a character', () => {
    assert.equal(plainMessage('x'.repeat(300)).length, 300);
    assert.equal(plainMessage('x'.repeat(301)), `${'x'.repeat(299)}…`);
    assert.equal(plainMessage(`${'x'.repeat(298)}😀😀`), `${'x'.repeat(298)}…`);
    assert.equal(plainMessage(`a${'\ud83d'}b`), 'ab');
    assert.ok(plainMessage('y z '.repeat(1_000_000)).length <= 300);
    assert.equal(plainName('n'.repeat(99)).length, 60);
  });
});
