import fc from 'fast-check';
import type { AiOrigin, Origin } from '../../server/src/core/attribution/origin.ts';
import type { AuthorshipLog } from '../../server/src/core/interop/gitAi/authorshipLog.ts';
import type { FileOrigins } from '../../server/src/core/interop/lineOrigin.ts';
import { type LineRange, toLineRanges } from '../../server/src/core/text/range.ts';

const hex = (n: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: n, maxLength: n });

/** Paths as file systems have them, odd ones too; none with a line feed. */
export const path: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom('src', 'my file', '---', 'größe', '日本', '"q"', 'a.ts', ' ', 'it’s', 'b'),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join('/'));

const lineRanges: fc.Arbitrary<LineRange[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })
  .map((lines) => toLineRanges([...lines].sort((a, b) => a - b)));

const sessionRecord = fc.record({
  agent_id: fc.record({
    tool: fc.constantFrom('cursor', 'claude'),
    id: fc.string(),
    model: fc.string(),
  }),
  human_author: fc.option(fc.string()),
  'x-kept': fc.jsonValue(),
});

/** Logs as a writer of the standard makes them. */
export const authorshipLog: fc.Arbitrary<AuthorshipLog> = fc
  .record({
    paths: fc.uniqueArray(path, { maxLength: 4 }),
    sessions: fc.uniqueArray(hex(14), { minLength: 1, maxLength: 3 }),
    records: fc.array(sessionRecord, { minLength: 3, maxLength: 3 }),
    lists: fc.array(fc.array(lineRanges, { minLength: 1, maxLength: 4 }), {
      minLength: 4,
      maxLength: 4,
    }),
    trace: hex(14),
    base: hex(40),
  })
  .map(({ paths, sessions, records, lists, trace, base }) => ({
    files: paths.map((each, i) => ({
      path: each,
      entries: (lists[i] ?? []).map((lines, k) => ({
        key: `s_${sessions[k % sessions.length]}::t_${trace.slice(1)}${k}`,
        lines,
      })),
    })),
    metadata: {
      schema_version: 'authorship/3.0.0',
      base_commit_sha: base,
      prompts: {},
      sessions: Object.fromEntries(sessions.map((id, i) => [`s_${id}`, withoutOdd(records[i])])),
    },
  }));

/** JSON has one zero and no `__proto__` that a literal would keep. */
function withoutOdd(record: unknown): unknown {
  return JSON.parse(JSON.stringify(record ?? {}));
}

/** Texts that come close to a note, and any other. */
export const noteLike: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'a.ts',
          '"my file"',
          '---',
          '"',
          '"open',
          '',
          ' ',
          '\t',
          'b.ts\r',
          '\uFEFF',
        ),
        fc.constantFrom('  s_1::t_1 1-4', '  h_1 2,7', '  d9978a8 9-3', '  k', '   x  1 ', '\tk 1'),
        fc.constantFrom('{', '}', '[]', '{"schema_version":"authorship/3.0.0"}'),
        fc.constantFrom('{"schema_version":"authorship/3.0.0","prompts":{},"sessions":{"s_1":1}}'),
        fc.string(),
      ),
    )
    .map((lines) => lines.join('\n')),
);

export const EARLY = '2026-01-02T03:04:05.000Z';
export const LATE = '2026-01-02T03:04:06.000Z';

/** AI's by what was observed: session and model go together, as one conversation has one model. */
export const observedAi: fc.Arbitrary<AiOrigin> = fc.constantFrom<AiOrigin>(
  { kind: 'ai', tier: 'agent', at: EARLY, tool: 'claude-code', model: 'opus', session: 's1' },
  { kind: 'ai', tier: 'agent', at: LATE, tool: 'claude-code', model: 'opus', session: 's1' },
  { kind: 'ai', tier: 'agent', at: LATE, tool: 'cursor', model: 'gpt-5', session: 's1' },
  { kind: 'ai', tier: 'agent', at: EARLY, tool: 'codex', session: 'https://x.test/c/1' },
  { kind: 'ai', tier: 'platform', at: EARLY, tool: 'github.copilot' },
  { kind: 'ai', tier: 'platform', at: LATE, tool: 'github.copilot', model: 'gpt-5' },
  { kind: 'ai', tier: 'command', at: EARLY },
  { kind: 'ai', tier: 'stated', at: LATE },
  { kind: 'ai', tier: 'imported', at: EARLY, tool: 'amp', model: 'opus', session: 's9' },
);

export const origin: fc.Arbitrary<Origin> = fc.oneof(
  observedAi,
  fc.constantFrom<Origin>(
    { kind: 'human', at: EARLY },
    { kind: 'human', at: EARLY, tier: 'stated', by: 'Ada Example <ada@example.org>' },
    { kind: 'pasted', at: LATE },
    { kind: 'editor', at: EARLY },
    { kind: 'unknown', observed: 'disk' },
  ),
);

export const MAX_LINES = 60;

/** Origins of up to `MAX_LINES` lines of some files. */
export const fileOrigins: fc.Arbitrary<FileOrigins[]> = fc
  .uniqueArray(path, { maxLength: 3 })
  .chain((paths) =>
    fc.tuple(
      ...paths.map((each) =>
        fc.array(fc.option(origin), { maxLength: MAX_LINES }).map((origins) => ({
          path: each,
          lines: origins.flatMap((one, i) => (one ? [{ line: i + 1, origin: one }] : [])),
        })),
      ),
    ),
  );
