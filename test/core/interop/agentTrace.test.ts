import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import type { Origin } from '../../../server/src/core/attribution/origin.ts';
import { traceOfOrigins } from '../../../server/src/core/interop/agentTrace/fromOrigins.ts';
import { instantOf } from '../../../server/src/core/interop/agentTrace/instant.ts';
import { readTraces } from '../../../server/src/core/interop/agentTrace/readTraces.ts';
import { originsOfTraces } from '../../../server/src/core/interop/agentTrace/toOrigins.ts';
import type { TraceRecord } from '../../../server/src/core/interop/agentTrace/traceRecord.ts';
import { isUri, writeTraces } from '../../../server/src/core/interop/agentTrace/writeTraces.ts';
import { sha256 } from '../../../server/src/node/git/contentIds.ts';
import { FIXTURES } from '../../support/golden.ts';
import { EARLY, fileOrigins, LATE, MAX_LINES } from '../../support/interop.ts';
import { specFiles } from '../../support/specs.ts';

const COMMIT = 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b0';
const SCHEMA = join(FIXTURES, 'interop/agent-trace/trace-record.schema.json');
const schema = z.fromJSONSchema(JSON.parse(readFileSync(SCHEMA, 'utf8')));
const options = { commit: COMMIT, at: LATE, version: '0.1.0', sha256 };

const RECORD = {
  version: '0.1.0',
  id: '6d9e3f70-3a44-4b0e-8f1e-5f1f6c2b7d10',
  timestamp: '2026-01-25T10:00:00Z',
  vcs: { type: 'git', revision: COMMIT },
  tool: { name: 'cursor', version: '2.4.0' },
  files: [
    {
      path: 'src/app.ts',
      conversations: [
        {
          url: 'https://api.example.com/v1/conversations/1',
          contributor: { type: 'ai', model_id: 'anthropic/claude-opus-4-5-20251101' },
          ranges: [{ start_line: 2, end_line: 4, content_hash: 'murmur3:9f2e8a1b' }],
          related: [{ type: 'session', url: 'https://api.example.com/v1/sessions/1' }],
        },
      ],
    },
  ],
  metadata: { confidence: 0.95, 'dev.example': { workspace: 'w' } },
};

function recordsOf(text: string): { records: readonly TraceRecord[]; problems: readonly string[] } {
  const reading = readTraces(text);
  assert.ok(reading.kind === 'traces', reading.kind === 'unreadable' ? reading.why : '');
  return reading;
}

function read(...records: readonly object[]): readonly TraceRecord[] {
  return recordsOf(JSON.stringify(records)).records;
}

/** The example with one conversation's ranges and contributor changed. */
function recordWith(conversations: readonly object[], rest: object = {}): object {
  return { ...RECORD, files: [{ path: 'src/app.ts', conversations }], ...rest };
}

function aiLines(records: readonly TraceRecord[], n = 10): readonly number[] {
  const commit = { commit: COMMIT, nLines: new Map([['src/app.ts', n]]) };
  return originsOfTraces(records, commit).files.flatMap(({ lines }) =>
    lines.map(({ line }) => line),
  );
}

function whyNot(record: TraceRecord): string {
  const result = writeTraces([record]);
  assert.ok(!result.ok);
  return result.error.join(' ');
}

describe('Agent Trace', () => {
  for (const { name, text } of specFiles('agent-trace').filter(({ name }) =>
    /example/.test(name),
  )) {
    it(`${name} is read without a word, and comes back as it was`, () => {
      const { records, problems } = recordsOf(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(records, [JSON.parse(text)]);
      const written = writeTraces(records);
      assert.ok(written.ok);
      assert.deepEqual(JSON.parse(written.value), JSON.parse(text));
    });
  }

  it('A record keeps every field, also those of vendors, and comes back as it was', () => {
    const record = { ...RECORD, 'x-vendor': { a: [1] } };
    assert.equal(schema.safeParse(record).success, true);
    const { records, problems } = recordsOf(JSON.stringify(record));
    assert.deepEqual(problems, []);
    assert.deepEqual(records, [record]);
    const written = writeTraces(records);
    assert.ok(written.ok);
    assert.deepEqual(JSON.parse(written.value), record);
  });

  it('One document, a list and JSON Lines say the same', () => {
    const one = JSON.stringify(RECORD);
    const pretty = JSON.stringify(RECORD, undefined, 2);
    for (const text of [one, pretty, `[${one}]`, `\uFEFF${one}\r\n\r\n`]) {
      assert.deepEqual(recordsOf(text).records, [RECORD]);
    }
    const { records, problems } = recordsOf(`${one}\n\nno json\n${one}\r\n[]`);
    assert.deepEqual(records, [RECORD, RECORD]);
    assert.deepEqual(problems, ['Line 3 is no JSON object.', 'Line 5 is no JSON object.']);
  });

  it('A wrong part is left out and told; the rest is read', () => {
    const { records, problems } = recordsOf(
      JSON.stringify([
        { ...RECORD, version: '2.0.0' },
        { ...RECORD, timestamp: 'yesterday' },
        { ...RECORD, files: {} },
        {
          ...RECORD,
          vcs: { type: 'cvs', revision: '1.1' },
          files: [
            1,
            { path: 'a.ts' },
            {
              path: 'b.ts',
              conversations: [
                {},
                {
                  contributor: { type: 'robot' },
                  ranges: [
                    { start_line: 4, end_line: 2 },
                    { start_line: 0, end_line: 2 },
                    { start_line: 1.5, end_line: 2 },
                    { start_line: '1', end_line: 2 },
                    { start_line: 1, end_line: 2 },
                  ],
                },
              ],
            },
          ],
        },
      ]),
    );
    assert.equal(records.length, 1);
    assert.deepEqual(records[0]?.files, [
      {
        path: 'b.ts',
        conversations: [
          { ranges: [{ start_line: 1, end_line: 2 }], contributor: { type: 'unknown' } },
        ],
      },
    ]);
    assert.deepEqual(problems, [
      'Record 1 is of no version that is known here: "2.0.0".',
      'Record 2 has no time that could be read.',
      'Record 3 names no files.',
      'Record 4 names a file without a path or conversations.',
      'Record 4 names a file without a path or conversations.',
      'Record 4 names a conversation of "b.ts" without ranges.',
      'Record 4 names lines of "b.ts" that cannot be: "[4,2]".',
      'Record 4 names lines of "b.ts" that cannot be: "[0,2]".',
      'Record 4 names lines of "b.ts" that cannot be: "[1.5,2]".',
      'Record 4 names lines of "b.ts" that cannot be: "[\\"1\\",2]".',
      'Record 4 names a contributor of no type that is known here.',
      'Record 4 names no revision that is known here.',
    ]);
  });

  it('What is no record says why', () => {
    for (const text of ['', '\n', 'x', '1', '[]', 'null']) {
      assert.equal(readTraces(text).kind, 'unreadable', text);
    }
  });

  it('What is nested deeper than anybody writes is read, told, and not written', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const one = JSON.stringify(RECORD);
    const { records } = recordsOf(`{"x":${deep},${one.slice(1)}`);
    assert.deepEqual(aiLines(records), [2, 3, 4]);
    const [record] = records;
    assert.ok(record);
    assert.match(whyNot(record), /nested too deep/);
    const { problems } = recordsOf(one.replace('"start_line":2', `"start_line":${deep}`));
    assert.match(problems.join(), /lines of "src\/app\.ts" that cannot be/);
  });

  it('A tool, metadata and an address of another form are left out and told', () => {
    const conversation = { ...RECORD.files[0]?.conversations[0], url: 7 };
    const text = JSON.stringify(recordWith([conversation], { tool: 'x', metadata: [] }));
    const { records, problems } = recordsOf(text);
    assert.deepEqual(problems, [
      'Record 1 has an address that is no text.',
      'Record 1 has metadata that is no object.',
      'Record 1 has a tool that is no object.',
    ]);
    assert.deepEqual(aiLines(records), [2, 3, 4]);
    assert.ok(writeTraces(records).ok);
  });

  it('Law: any text has a reading', () => {
    const parts = fc.oneof(
      fc.string(),
      fc.constantFrom(JSON.stringify(RECORD), '\n', '{', '[', ',', ']', '{"files":[]}', '"'),
      fc.jsonValue().map((value) => JSON.stringify({ ...RECORD, files: [value] })),
      fc.jsonValue().map((value) => JSON.stringify({ ...RECORD, files: value, vcs: value })),
    );
    fc.assert(
      fc.property(fc.array(parts), (texts) => {
        const reading = readTraces(texts.join(''));
        if (reading.kind !== 'traces') return;
        aiLines(reading.records);
        writeTraces(reading.records);
      }),
      { numRuns: 300 },
    );
  });

  describe('Traps', () => {
    it('The schema lets reversed lines pass; they are neither read nor written', () => {
      const record = recordWith([
        { contributor: { type: 'ai' }, ranges: [{ start_line: 9, end_line: 2 }] },
      ]);
      assert.equal(schema.safeParse(record).success, true);
      assert.deepEqual(aiLines(read(record)), []);
      const [written] = read(RECORD);
      assert.ok(written);
      const ranges = [{ start_line: 9, end_line: 2 }];
      assert.match(
        whyNot({ ...written, files: [{ path: 'a', conversations: [{ ranges }] }] }),
        /lines/,
      );
    });

    it('The version 1.0 of the specification’s own hook is read, and never written', () => {
      const [record] = read({ ...RECORD, version: '1.0' });
      assert.ok(record);
      assert.equal(record.version, '1.0');
      assert.equal(schema.safeParse(record).success, false);
      assert.match(whyNot(record), /version "1\.0", not x\.y\.z/);
    });

    it('Lines of that hook are those of an edit and not of a commit: hints, no claims', () => {
      const records = read({ ...RECORD, version: '1.0' });
      const traced = originsOfTraces(records, {
        commit: COMMIT,
        nLines: new Map([['src/app.ts', 10]]),
      });
      assert.deepEqual(traced, {
        files: [],
        hints: [
          {
            path: 'src/app.ts',
            at: '2026-01-25T10:00:00.000Z',
            tool: 'cursor',
            model: 'anthropic/claude-opus-4-5-20251101',
          },
        ],
        problems: [],
      });
    });

    it('A hint tells no more than its record', () => {
      const conversations = [
        { contributor: { type: 'ai' }, ranges: [{ start_line: 1, end_line: 1 }] },
      ];
      const records = read(
        recordWith(conversations, { version: '1.0', tool: { name: 'unknown' } }),
        recordWith([{ ...conversations[0], contributor: { type: 'human' } }], { version: '1.0' }),
      );
      assert.deepEqual(originsOfTraces(records, { commit: COMMIT, nLines: new Map() }).hints, [
        { path: 'src/app.ts', at: '2026-01-25T10:00:00.000Z' },
      ]);
    });

    it('The names under which that hook files sessions and commands are no files', () => {
      const files = ['.sessions', '.shell-history', '.unknown', '/tmp/a.ts', '../b.ts'].map(
        (path) => ({ ...RECORD.files[0], path }),
      );
      const records = read({ ...RECORD, version: '1.0', files });
      const traced = originsOfTraces(records, { commit: COMMIT, nLines: new Map() });
      assert.deepEqual(traced.hints, []);
    });

    it('A tool called unknown is not told', () => {
      const [record] = read({ ...RECORD, tool: { name: 'unknown' } });
      assert.ok(record);
      const nLines = new Map([['src/app.ts', 10]]);
      const { files } = originsOfTraces([record], { commit: COMMIT, nLines });
      const origin = files[0]?.lines[0]?.origin;
      assert.ok(origin?.kind === 'ai');
      assert.equal(origin.tool, undefined);
    });

    it('A hash of content, whose making nobody defined, is kept and never made', () => {
      const [record] = read(RECORD);
      assert.equal(
        record?.files[0]?.conversations[0]?.ranges[0]?.['content_hash'],
        'murmur3:9f2e8a1b',
      );
      const lines = [{ line: 1, origin: { kind: 'ai', tier: 'agent', at: EARLY } as const }];
      const made = traceOfOrigins([{ path: 'a.ts', lines }], options).record;
      assert.ok(!JSON.stringify(made).includes('content_hash'));
    });
  });

  describe('From records to origins', () => {
    const ai = { type: 'ai' };

    it('AI’s lines are imported, with all that the record tells', () => {
      const nLines = new Map([['src/app.ts', 3]]);
      const { files, problems } = originsOfTraces(read(RECORD), { commit: COMMIT, nLines });
      const origin = {
        kind: 'ai',
        tier: 'imported',
        at: '2026-01-25T10:00:00.000Z',
        tool: 'cursor',
        model: 'anthropic/claude-opus-4-5-20251101',
        session: 'https://api.example.com/v1/conversations/1',
      };
      assert.deepEqual(files, [
        {
          path: 'src/app.ts',
          lines: [
            { line: 2, origin },
            { line: 3, origin },
          ],
        },
      ]);
      assert.deepEqual(problems, ['A record names lines of "src/app.ts" past its end, line 3.']);
    });

    it('A record of another revision, or of none, says nothing of this commit', () => {
      const { vcs: _, ...rest } = RECORD;
      const other = { type: 'git', revision: COMMIT.replace('a', 'b') };
      const change = { type: 'jj', revision: COMMIT };
      assert.deepEqual(
        aiLines(read(rest, { ...RECORD, vcs: other }, { ...RECORD, vcs: change })),
        [],
      );
      const upper = { type: 'git', revision: COMMIT.toUpperCase() };
      assert.deepEqual(aiLines(read({ ...RECORD, vcs: upper })), [2, 3, 4]);
      const nLines = new Map([['src/app.ts', 4]]);
      const asked = originsOfTraces(read(RECORD), { commit: COMMIT.toUpperCase(), nLines });
      assert.equal(asked.files[0]?.lines.length, 3);
      assert.deepEqual(asked.problems, []);
    });

    it('A range’s contributor stands above the conversation’s', () => {
      const ranges = [
        { start_line: 1, end_line: 1 },
        { start_line: 2, end_line: 2, contributor: { type: 'human' } },
        { start_line: 3, end_line: 3, contributor: { type: 'ai', model_id: 'openai/gpt-4o' } },
      ];
      assert.deepEqual(aiLines(read(recordWith([{ contributor: ai, ranges }]))), [1, 3]);
    });

    it('Human, mixed, unknown and untold claim nothing', () => {
      const ranges = [{ start_line: 1, end_line: 9 }];
      const types = ['human', 'mixed', 'unknown'].map((type) => ({
        contributor: { type },
        ranges,
      }));
      for (const conversation of [...types, { ranges }]) {
        assert.deepEqual(aiLines(read(recordWith([conversation]))), []);
      }
    });

    it('What one record gives to AI and to somebody else is nobody’s', () => {
      const conversations = [
        { contributor: ai, ranges: [{ start_line: 1, end_line: 5 }] },
        { contributor: { type: 'mixed' }, ranges: [{ start_line: 3, end_line: 3 }] },
        { contributor: ai, ranges: [{ start_line: 3, end_line: 4 }] },
      ];
      assert.deepEqual(aiLines(read(recordWith(conversations))), [1, 2, 4, 5]);
    });

    it('Of two records the newer one holds, in whatever order they stand', () => {
      const ranges = [{ start_line: 1, end_line: 3 }];
      const older = recordWith([{ contributor: ai, ranges }]);
      const newer = recordWith(
        [{ contributor: { type: 'human' }, ranges: [{ start_line: 2, end_line: 2 }] }],
        { timestamp: '2026-01-25T12:30:00+01:00' },
      );
      assert.deepEqual(aiLines(read(older, newer)), [1, 3]);
      assert.deepEqual(aiLines(read(newer, older)), [1, 3]);
    });

    it('Files that are not in the commit are told', () => {
      const nLines = new Map([['other.ts', 3]]);
      const { files, problems } = originsOfTraces(read(RECORD), { commit: COMMIT, nLines });
      assert.deepEqual(files, []);
      assert.deepEqual(problems, [
        'A record speaks of "src/app.ts", which the commit does not have.',
      ]);
    });
  });

  describe('From origins to a record', () => {
    const origin: Origin = {
      kind: 'ai',
      tier: 'agent',
      at: EARLY,
      tool: 'claude-code',
      model: 'opus',
      session: 'c1',
      by: 'Ada Example <ada@example.org>',
    };

    it('AI’s lines are told, people’s are not, and no person is named', () => {
      const human: Origin = { kind: 'human', at: EARLY, tier: 'stated', by: 'Ada' };
      const lines = [origin, human, origin].map((one, i) => ({ line: i + 1, origin: one }));
      const { record, problems } = traceOfOrigins([{ path: 'a.ts', lines }], options);
      assert.deepEqual(problems, []);
      assert.ok(record);
      assert.match(
        record.id,
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      const { id: _, ...rest } = record;
      assert.deepEqual(rest, {
        version: '0.1.0',
        timestamp: LATE,
        vcs: { type: 'git', revision: COMMIT },
        tool: { name: 'countersign', version: '0.1.0' },
        files: [
          {
            path: 'a.ts',
            conversations: [
              {
                contributor: { type: 'ai', model_id: 'opus' },
                ranges: [
                  { start_line: 1, end_line: 1 },
                  { start_line: 3, end_line: 3 },
                ],
              },
            ],
          },
        ],
        metadata: {
          'dev.countersign': {
            origins: [{ tier: 'agent', at: EARLY, tool: 'claude-code', session: 'c1' }],
            conversations: [[0]],
          },
        },
      });
      assert.ok(!JSON.stringify(record).includes('Ada'));
    });

    it('Edits stand in the order of time, lines in theirs, however they were given', () => {
      const later: Origin = { kind: 'ai', tier: 'command', at: LATE };
      const lines = [
        { line: 9, origin },
        { line: 1, origin: later },
        { line: 8, origin },
      ];
      const { record } = traceOfOrigins([{ path: 'a.ts', lines }], options);
      assert.deepEqual(
        record?.files[0]?.conversations.map(({ ranges }) => ranges),
        [[{ start_line: 8, end_line: 9 }], [{ start_line: 1, end_line: 1 }]],
      );
      assert.deepEqual(record?.metadata?.['dev.countersign'], {
        origins: [
          { tier: 'agent', at: EARLY, tool: 'claude-code', session: 'c1' },
          { tier: 'command', at: LATE },
        ],
        conversations: [[0, 1]],
      });
    });

    it('What the record tells by position is not believed when a conversation is gone', () => {
      const cursor: Origin = { ...origin, tool: 'cursor', at: LATE };
      const lines = [origin, cursor].map((one, i) => ({ line: i + 1, origin: one }));
      const { record } = traceOfOrigins([{ path: 'a.ts', lines }], options);
      assert.ok(record);
      const [file] = record.files;
      assert.ok(file);
      const commit = { commit: COMMIT, nLines: new Map([['a.ts', 2]]) };
      const tools = (one: TraceRecord): unknown[] =>
        originsOfTraces([one], commit).files.flatMap((each) =>
          each.lines.map((line) => (line.origin.kind === 'ai' ? line.origin.tool : 'none')),
        );
      assert.deepEqual(tools(record), ['claude-code', 'cursor']);
      const cut = { ...file, conversations: file.conversations.slice(1) };
      assert.deepEqual(tools({ ...record, files: [cut] }), [undefined]);
      assert.deepEqual(tools({ ...record, files: [file, cut] }), [undefined, undefined]);
    });

    it('A conversation that others can look up has its address', () => {
      for (const [session, url] of [
        ['https://api.example.com/c/1', 'https://api.example.com/c/1'],
        ['file:///home/ada/transcript', undefined],
        ['https://bad address', undefined],
        ['c1', undefined],
      ]) {
        const lines = [{ line: 1, origin: { ...origin, session: session ?? '' } }];
        const { record } = traceOfOrigins([{ path: 'a.ts', lines }], options);
        assert.equal(record?.files[0]?.conversations[0]?.url, url);
      }
      assert.equal(isUri('no scheme'), false);
    });

    it('Without a line of AI there is no record', () => {
      const lines = [{ line: 1, origin: { kind: 'human', at: EARLY } as const }];
      assert.equal(traceOfOrigins([{ path: 'a.ts', lines }], options).record, undefined);
      assert.equal(traceOfOrigins([], options).record, undefined);
    });

    it('A model with a name past the limit is left out', () => {
      const told = (model: string): unknown =>
        traceOfOrigins(
          [{ path: 'a.ts', lines: [{ line: 1, origin: { ...origin, model } }] }],
          options,
        ).record?.files[0]?.conversations[0]?.contributor;
      assert.deepEqual(told('m'.repeat(251)), { type: 'ai' });
      assert.deepEqual(told('m'.repeat(250)), { type: 'ai', model_id: 'm'.repeat(250) });
    });

    it('A path outside the repository is told and not written', () => {
      const lines = [{ line: 1, origin }];
      const { record, problems } = traceOfOrigins([{ path: '../a.ts', lines }], options);
      assert.equal(record, undefined);
      assert.match(problems.join(), /"\.\.\/a\.ts" cannot be told/);
    });

    it('What the schema refuses is not written, and each reason is told', () => {
      const [record] = read(RECORD);
      assert.ok(record);
      const conversation = { ranges: [] };
      const file = { path: 'a.ts', conversations: [conversation] };
      const model = 'm'.repeat(251);
      assert.match(whyNot({ ...record, id: '1' }), /no UUID/);
      assert.match(whyNot({ ...record, timestamp: '2026-01-25' }), /RFC 3339/);
      assert.match(whyNot({ ...record, timestamp: '2026-01-25 10:00:00Z' }), /RFC 3339/);
      for (const path of ['', '/a', '../a', 'a//b', 'C:\\a', '\\\\a', './a', 'a\0']) {
        assert.match(
          whyNot({ ...record, files: [{ ...file, path }] }),
          /not in a repository/,
          path,
        );
      }
      const urls = [{ ...conversation, url: 'a b' }];
      assert.match(whyNot({ ...record, files: [{ ...file, conversations: urls }] }), /no address/);
      const models = [{ ...conversation, contributor: { type: 'ai', model_id: model } as const }];
      assert.match(whyNot({ ...record, files: [{ ...file, conversations: models }] }), /over 250/);
    });

    it('Law: every record made of origins holds against the specification’s schema', () => {
      fc.assert(
        fc.property(fileOrigins, (each) => {
          const { record } = traceOfOrigins(each, options);
          if (!record) return;
          const written = writeTraces([record]);
          assert.ok(written.ok, JSON.stringify(written));
          const parsed = schema.safeParse(JSON.parse(written.value));
          assert.ok(parsed.success, JSON.stringify(parsed));
          assert.deepEqual(recordsOf(written.value), {
            kind: 'traces',
            records: [record],
            problems: [],
          });
          assert.deepEqual(traceOfOrigins(each, { ...options, at: EARLY }).record?.id, record.id);
        }),
      );
    });

    it('Law: AI’s lines come back as imported, and no others', () => {
      fc.assert(
        fc.property(fileOrigins, (each) => {
          const { record } = traceOfOrigins(each, options);
          const nLines = new Map(each.map(({ path }) => [path, MAX_LINES]));
          const back = originsOfTraces(record ? [record] : [], { commit: COMMIT, nLines });
          assert.deepEqual(back.problems, []);
          const expected = each.flatMap(({ path, lines }) => {
            const imported = lines.flatMap(({ line, origin: one }) =>
              one.kind === 'ai' ? [{ line, origin: { ...one, tier: 'imported' } }] : [],
            );
            return imported.length === 0 ? [] : [{ path, lines: imported }];
          });
          assert.deepEqual(back.files, expected);
        }),
      );
    });
  });

  it('A time is an instant, wherever it was written', () => {
    assert.equal(instantOf('2026-01-23T14:30:00+02:00'), '2026-01-23T12:30:00.000Z');
    assert.equal(instantOf('2026-01-23t14:30:00.5z'), '2026-01-23T14:30:00.500Z');
    assert.equal(instantOf('2026-01-01T00:30:00.1239+01:00'), '2025-12-31T23:30:00.123Z');
    assert.equal(instantOf('2024-02-29 23:59:59-23:59'), '2024-03-01T23:58:59.000Z');
    for (const text of ['2026-02-29T00:00:00Z', '2026-01-23T24:00:00Z', '0001-01-01T00:00:00Z']) {
      assert.equal(instantOf(text), undefined, text);
    }
    for (const text of ['', '2026-01-23', '2026-13-23T14:30:00Z', '2026-01-23T14:30:00', '1e3']) {
      assert.equal(instantOf(text), undefined, text);
    }
  });

  it('Law: an instant is the one that the language’s own calendar says', () => {
    const min = new Date('1001-01-01T00:00:00Z');
    const max = new Date('9998-12-31T23:59:59Z');
    fc.assert(
      fc.property(
        fc.date({ min, max, noInvalidDate: true }),
        fc.integer({ min: -1439, max: 1439 }),
        (date, minutes) => {
          assert.equal(instantOf(date.toISOString()), date.toISOString());
          const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
          const away = Math.abs(minutes);
          const [hour, minute] = [Math.floor(away / 60), away % 60].map((n) =>
            String(n).padStart(2, '0'),
          );
          const text = `${local}${minutes < 0 ? '-' : '+'}${hour}:${minute}`;
          assert.equal(instantOf(text), date.toISOString(), text);
        },
      ),
    );
  });
});
