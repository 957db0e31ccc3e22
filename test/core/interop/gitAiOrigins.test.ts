import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Origin } from '../../../server/src/core/attribution/origin.ts';
import type { AuthorshipLog } from '../../../server/src/core/interop/gitAi/authorshipLog.ts';
import { logOfOrigins } from '../../../server/src/core/interop/gitAi/fromOrigins.ts';
import {
  conversationOf,
  parseKey,
  promptId,
  sessionId,
} from '../../../server/src/core/interop/gitAi/key.ts';
import { mergeLogs } from '../../../server/src/core/interop/gitAi/mergeLogs.ts';
import { readNote } from '../../../server/src/core/interop/gitAi/readNote.ts';
import { rewriteLog } from '../../../server/src/core/interop/gitAi/rewriteLog.ts';
import { originsOfLog } from '../../../server/src/core/interop/gitAi/toOrigins.ts';
import { writeNote } from '../../../server/src/core/interop/gitAi/writeNote.ts';
import { gitLineIndex, nGitLines } from '../../../server/src/core/interop/gitLines.ts';
import { originsOfLines } from '../../../server/src/core/interop/lineOrigin.ts';
import { sha256 } from '../../../server/src/node/git/contentIds.ts';
import { authorshipLog, EARLY, fileOrigins, LATE, MAX_LINES } from '../../support/interop.ts';

const COMMIT = '7734793b756b3921c88db5375a8c156e9532447b';
const CLAUDE: Origin = {
  kind: 'ai',
  tier: 'agent',
  at: EARLY,
  tool: 'claude-code',
  model: 'opus',
  session: 'c1',
  by: 'Ada Example <ada@example.org>',
};

function logFrom(attestations: string, metadata: object = {}): AuthorshipLog {
  const fields = { schema_version: 'authorship/3.0.0', base_commit_sha: '', prompts: {} };
  const reading = readNote(`${attestations}---\n${JSON.stringify({ ...fields, ...metadata })}`);
  assert.ok(reading.kind === 'log');
  assert.deepEqual(reading.problems, []);
  return reading.log;
}

const SESSION = { agent_id: { tool: 'cursor', id: 'c', model: 'm' }, human_author: null };
const SESSIONS = { sessions: { s_a: SESSION, s_b: { ...SESSION, human_author: 'Ada' } } };

/** `1 s_a, 2 s_b`: whose each line is, by the later entry. */
function owners(log: AuthorshipLog, path: string): ReadonlyMap<number, string> {
  const out = new Map<number, string>();
  for (const { key, lines } of log.files.find((file) => file.path === path)?.entries ?? []) {
    for (const { startLine, endLine } of lines) {
      for (let line = startLine; line <= endLine; line++) out.set(line, key);
    }
  }
  return out;
}

function attestations(log: AuthorshipLog): string {
  const result = writeNote(log, COMMIT);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value.slice(0, result.value.indexOf('---\n'));
}

describe('Lines and git-ai', () => {
  describe('From origins to a log', () => {
    it('Only AI’s lines are claimed', () => {
      const origins: readonly Origin[] = [
        CLAUDE,
        { kind: 'human', at: EARLY },
        { kind: 'pasted', at: EARLY },
        { kind: 'editor', at: EARLY },
        { kind: 'unknown', observed: 'bulk' },
        CLAUDE,
        CLAUDE,
      ];
      const lines = origins.map((origin, i) => ({ line: i + 1, origin }));
      const { log, problems } = logOfOrigins([{ path: 'a.ts', lines }], COMMIT, sha256);
      assert.deepEqual(problems, []);
      assert.match(attestations(log), /^a\.ts\n {2}s_[0-9a-f]{14}::t_[0-9a-f]{14} 1,6-7\n$/);
      assert.equal(log.metadata.humans, undefined);
      assert.deepEqual(Object.values(log.metadata.sessions ?? {}), [
        {
          agent_id: { tool: 'claude', id: 'c1', model: 'opus' },
          human_author: 'Ada Example <ada@example.org>',
          custom_attributes: { 'countersign.tiers': 'agent' },
        },
      ]);
    });

    it('A session has the id that git-ai itself gives it', () => {
      const files = [{ path: 'a.ts', lines: [{ line: 1, origin: CLAUDE }] }];
      const { log } = logOfOrigins(files, COMMIT, sha256);
      assert.deepEqual(Object.keys(log.metadata.sessions ?? {}), [
        sessionId('claude', 'c1', sha256),
      ]);
    });

    it('What a person stated or an import told never stands under an observed session', () => {
      const tiers = ['command', 'stated', 'imported'] as const;
      const lines = tiers.map((tier, i) => ({
        line: i + 1,
        origin: { kind: 'ai', tier, at: EARLY } as const,
      }));
      const { log } = logOfOrigins([{ path: 'a.ts', lines }], COMMIT, sha256);
      assert.deepEqual(
        Object.values(log.metadata.sessions ?? {}).map((record) => JSON.stringify(record)),
        tiers.map((tier) =>
          JSON.stringify({
            agent_id: {
              tool: 'unknown',
              id: tier === 'command' ? 'unknown' : `unknown:${tier}`,
              model: 'unknown',
            },
            human_author: null,
            custom_attributes: { 'countersign.tiers': tier },
          }),
        ),
      );
    });

    it('Edits of one session stand apart, in the order of time', () => {
      const later = { ...CLAUDE, at: LATE };
      const lines = [
        { line: 1, origin: later },
        { line: 2, origin: CLAUDE },
        { line: 3, origin: later },
      ];
      const { log } = logOfOrigins([{ path: 'a.ts', lines }], COMMIT, sha256);
      const keys = log.files[0]?.entries.map(({ key }) => key) ?? [];
      assert.equal(new Set(keys).size, 2);
      assert.equal(new Set(keys.map((key) => key.split('::')[0])).size, 1);
      assert.match(attestations(log), / 2\n.* 1,3\n$/);
    });

    it('Of a session the newest model and person are told, in whatever order its lines come', () => {
      const { model: _, by: __, ...bare } = CLAUDE;
      const late: Origin = { ...CLAUDE, at: LATE, model: 'new', by: 'New', tier: 'platform' };
      const lastBare: Origin = { ...bare, at: LATE, tier: 'platform' };
      for (const given of [
        [CLAUDE, late, bare],
        [late, bare, CLAUDE],
        [lastBare, late, CLAUDE],
      ]) {
        const lines = given.map((origin, i) => ({ line: given.length - i, origin }));
        const { log } = logOfOrigins([{ path: 'a.ts', lines }], COMMIT, sha256);
        assert.deepEqual(Object.values(log.metadata.sessions ?? {}), [
          {
            agent_id: { tool: 'claude', id: 'c1', model: 'new' },
            human_author: 'New',
            custom_attributes: { 'countersign.tiers': 'agent,platform' },
          },
        ]);
        assert.equal(log.files[0]?.entries.length, 2);
        attestations(log);
      }
    });

    it('Edits of one time stand in the order of their keys, and without AI there is no session', () => {
      const lines = [1, 2, 3, 4].map((line) => ({
        line,
        origin: { ...CLAUDE, session: `c${line}` },
      }));
      const { log } = logOfOrigins([{ path: 'a.ts', lines }], COMMIT, sha256);
      const keys = log.files[0]?.entries.map(({ key }) => key) ?? [];
      assert.deepEqual(keys, [...keys].sort());
      assert.equal(keys.length, 4);
      const { log: none } = logOfOrigins([], COMMIT, sha256);
      assert.deepEqual(Object.keys(none.metadata), [
        'schema_version',
        'base_commit_sha',
        'prompts',
      ]);
    });

    it('A path that a note cannot hold is told, and the others are written', () => {
      const lines = [{ line: 1, origin: CLAUDE }];
      const files = ['a\nb', 'c.ts'].map((path) => ({ path, lines }));
      const { log, problems } = logOfOrigins(files, COMMIT, sha256);
      assert.match(attestations(log), /^c\.ts\n/);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', /"a\\nb" cannot be told/);
    });

    it('Law: every log made of origins can be written, and its keys name records', () => {
      fc.assert(
        fc.property(fileOrigins, (files) => {
          const { log, problems } = logOfOrigins(files, COMMIT, sha256);
          assert.deepEqual(problems, []);
          attestations(log);
          for (const { entries } of log.files) {
            for (const { key } of entries) {
              const named = parseKey(key);
              assert.ok(named.kind === 'session');
              assert.ok(log.metadata.sessions?.[named.session] !== undefined);
            }
          }
          assert.deepEqual(logOfOrigins(files, COMMIT, sha256).log, log);
        }),
      );
    });

    it('Law: AI’s lines come back as imported, and no others', () => {
      fc.assert(
        fc.property(fileOrigins, (files) => {
          const { log } = logOfOrigins(files, COMMIT, sha256);
          const nLines = new Map(files.map(({ path }) => [path, MAX_LINES]));
          const back = originsOfLog(log, { nLines, at: LATE });
          assert.deepEqual(back.problems, []);
          const expected = files.flatMap(({ path, lines }) => {
            const ai = lines.flatMap(({ line, origin }) =>
              origin.kind === 'ai'
                ? [{ line, origin: { ...origin, tier: 'imported', at: LATE } }]
                : [],
            );
            return ai.length === 0 ? [] : [{ path, lines: ai, people: [] }];
          });
          assert.deepEqual(back.files, expected);
        }),
      );
    });
  });

  describe('From a log to origins', () => {
    const commit = { nLines: new Map([['a.ts', 5]]), at: LATE };

    it('AI’s lines are imported, with all that the log tells', () => {
      const { files, problems } = originsOfLog(logFrom('a.ts\n  s_b::t_1 2-3\n', SESSIONS), commit);
      assert.deepEqual(problems, []);
      const origin = {
        kind: 'ai',
        tier: 'imported',
        at: LATE,
        tool: 'cursor',
        model: 'm',
        session: 'c',
        by: 'Ada',
      };
      assert.deepEqual(files, [
        {
          path: 'a.ts',
          lines: [
            { line: 2, origin },
            { line: 3, origin },
          ],
          people: [],
        },
      ]);
    });

    it('Where entries overlap the later one holds', () => {
      const humans = { h_1: { author: 'Ada <ada@example.org>' } };
      const log = logFrom('a.ts\n  s_a::t_1 1-4\n  h_1 2-3\n  s_b::t_2 3\n', {
        ...SESSIONS,
        humans,
      });
      const [file] = originsOfLog(log, commit).files;
      assert.deepEqual(
        file?.lines.map(({ line, origin }) => [line, origin.kind === 'ai' ? origin.by : 'other']),
        [
          [1, undefined],
          [3, 'Ada'],
          [4, undefined],
        ],
      );
      assert.deepEqual(file?.people, [
        { lines: { startLine: 2, endLine: 2 }, author: 'Ada <ada@example.org>' },
      ]);
    });

    it('People’s lines stand in the order of the file', () => {
      const humans = { h_1: { author: 'Ada' }, h_2: { author: 'Bo' } };
      const log = logFrom('a.ts\n  h_1 1,4\n  h_2 2-3\n', { humans });
      assert.deepEqual(
        originsOfLog(log, commit).files[0]?.people.map(({ lines, author }) => [
          lines.startLine,
          author,
        ]),
        [
          [1, 'Ada'],
          [2, 'Bo'],
          [4, 'Ada'],
        ],
      );
    });

    it('A line whose last author the log does not tell is nobody’s', () => {
      const log = logFrom('a.ts\n  s_a::t_1 1-3\n  s_gone::t_1 2\n', SESSIONS);
      const { files, problems } = originsOfLog(log, commit);
      assert.deepEqual(
        files[0]?.lines.map(({ line }) => line),
        [1, 3],
      );
      assert.deepEqual(problems, ['The note\'s `sessions` do not say who "s_gone" is.']);
    });

    it('A note may speak of the last line', () => {
      const { files, problems } = originsOfLog(logFrom('a.ts\n  s_a::t_1 5\n', SESSIONS), commit);
      assert.deepEqual(problems, []);
      assert.equal(files[0]?.lines.length, 1);
    });

    it('Lines past the end, and files that are not there, are dropped and told', () => {
      const log = logFrom(
        'a.ts\n  s_a::t_1 5-4294967295\n  s_b::t_1 9\nb.ts\n  s_a::t_1 1\n',
        SESSIONS,
      );
      const { files, problems } = originsOfLog(log, commit);
      assert.deepEqual(
        files.map(({ path, lines }) => [path, lines.map(({ line }) => line)]),
        [['a.ts', [5]]],
      );
      assert.deepEqual(problems, [
        'The note names lines of "a.ts" past its end, line 5.',
        'The note speaks of "b.ts", which the commit does not have.',
      ]);
    });

    it('A note of very many ranges is read, imported and merged', () => {
      const odd = Array.from({ length: 100_000 }, (_, i) => 2 * i + 1).join(',');
      const humans = { h_1: { author: 'Ada <ada@example.org>' } };
      const log = logFrom(`a.ts\n  h_1 ${odd}\n`, { humans });
      const nLines = new Map([['a.ts', 200_000]]);
      const [file] = originsOfLog(log, { nLines, at: LATE }).files;
      assert.equal(file?.people.length, 100_000);
      assert.equal(owners(mergeLogs(log, log), 'a.ts').size, 100_000);
    });

    it('Names that stand for nobody told are not told', () => {
      const agent_id = { tool: 'unknown', id: 'unknown:stated', model: 'unknown' };
      const log = logFrom('a.ts\n  s_1::t_1 1\n', { sessions: { s_1: { agent_id } } });
      assert.deepEqual(originsOfLog(log, commit).files[0]?.lines, [
        { line: 1, origin: { kind: 'ai', tier: 'imported', at: LATE } },
      ]);
    });

    it('Law: nothing is claimed that the log does not say', () => {
      fc.assert(
        fc.property(authorshipLog, fc.nat(70), (log, n) => {
          const nLines = new Map(log.files.map(({ path }) => [path, n]));
          for (const { path, lines, people } of originsOfLog(log, { nLines, at: LATE }).files) {
            assert.deepEqual(people, []);
            const whose = owners(log, path);
            assert.deepEqual(
              lines.map(({ line }) => line),
              [...whose.keys()].filter((line) => line <= n).sort((a, b) => a - b),
            );
            for (const { origin } of lines) assert.ok(origin.kind === 'ai');
          }
        }),
      );
    });
  });

  describe('When a commit is rewritten', () => {
    const log = logFrom('a.ts\n  s_a::t_1 2,4-5\nb.ts\n  s_b::t_1 1\n', SESSIONS);
    const oldText = 'one\ntwo\nthree\nfour\nfive\n';
    const rewritten = { from: 'a.ts', path: 'a.ts', oldText, newText: oldText };

    it('Lines go where their text goes, and under the new path', () => {
      const newText = `zero\n${oldText}`;
      const files = [
        { ...rewritten, path: 'new/a.ts', newText },
        { from: 'b.ts', path: 'b.ts', oldText: 'b\n', newText: 'b\n' },
      ];
      const out = rewriteLog(log, files, COMMIT);
      assert.deepEqual(out.problems, []);
      assert.equal(attestations(out.log), 'new/a.ts\n  s_a::t_1 3,5-6\nb.ts\n  s_b::t_1 1\n');
      assert.equal(out.log.metadata.base_commit_sha, COMMIT);
    });

    it('A changed line is nobody’s; its session’s record stays for the trail', () => {
      const files = [{ ...rewritten, newText: 'one\nTWO\nthree\nfour\nfive\n' }];
      const out = rewriteLog(log, files, COMMIT);
      assert.equal(attestations(out.log), 'a.ts\n  s_a::t_1 4-5\n');
      assert.deepEqual(out.log.metadata.sessions, SESSIONS.sessions);
      assert.deepEqual(out.problems, [
        '1 line of "a.ts" did not come through the rewrite unchanged.',
        '1 line of "b.ts" did not come through the rewrite unchanged.',
      ]);
    });

    it('A split commit claims only what it added itself', () => {
      const first = { ...rewritten, newText: 'one\ntwo\n', parentText: 'one\n' };
      assert.equal(attestations(rewriteLog(log, [first], COMMIT).log), 'a.ts\n  s_a::t_1 2\n');
      const second = { ...rewritten, parentText: 'one\ntwo\n' };
      assert.equal(attestations(rewriteLog(log, [second], COMMIT).log), 'a.ts\n  s_a::t_1 4-5\n');
    });

    it('Squashed commits: records of all, and the last session of a line', () => {
      const humans = { h_1: { author: 'Ada <ada@example.org>' } };
      const first = logFrom('a.ts\n  s_a::t_1 1-3\n', { sessions: { s_a: SESSION }, kept: 1 });
      const second = logFrom('a.ts\n  s_b::t_2 2\nb.ts\n  h_1 1\n', {
        sessions: { s_a: { ...SESSION, later: true }, s_b: SESSION },
        humans,
        kept: 2,
        other: 3,
      });
      const merged = mergeLogs(first, second);
      assert.equal(attestations(merged), 'a.ts\n  s_a::t_1 1,3\n  s_b::t_2 2\nb.ts\n  h_1 1\n');
      assert.deepEqual(merged.metadata.sessions, { s_a: SESSION, s_b: SESSION });
      assert.deepEqual(merged.metadata.humans, humans);
      assert.equal(merged.metadata['kept'], 1);
      assert.equal(merged.metadata['other'], 3);
    });

    it('Touching lines of one author are written as one range', () => {
      const [first, second] = ['1-2,9', '3,5'].map((lines) =>
        logFrom(`a.ts\n  s_a::t_1 ${lines}\n`),
      );
      assert.ok(first && second);
      assert.equal(attestations(mergeLogs(first, second)), 'a.ts\n  s_a::t_1 1-3,5,9\n');
    });

    it('Two tools on one note: what the other one wrote stays', () => {
      const theirs = logFrom('a.ts\n  s_a::t_1 1-9\n', SESSIONS);
      const ours = logOfOrigins(
        [{ path: 'a.ts', lines: [{ line: 4, origin: CLAUDE }] }],
        COMMIT,
        sha256,
      ).log;
      const merged = mergeLogs(theirs, ours);
      assert.match(attestations(merged), /^a\.ts\n {2}s_a::t_1 1-3,5-9\n {2}s_\S+ 4\n$/);
      assert.equal(Object.keys(merged.metadata.sessions ?? {}).length, 3);
    });

    it('What was imported from a note and is written back renames no edit of it', () => {
      const agent_id = { tool: 'claude', id: 'c1', model: 'opus' };
      const prompts = { [promptId('claude', 'c1', sha256)]: { agent_id } };
      const sessions = {
        [sessionId('amp', 'T-1', sha256)]: { agent_id: { ...agent_id, tool: 'amp', id: 'T-1' } },
      };
      const [prompt = ''] = Object.keys(prompts);
      const [session = ''] = Object.keys(sessions);
      const theirs = logFrom(`a.ts\n  ${prompt} 1-3\n  ${session}::t_1 4,6\n`, {
        prompts,
        sessions,
      });
      const imported = originsOfLog(theirs, { nLines: new Map([['a.ts', 9]]), at: LATE }).files;
      const more = { line: 5, origin: CLAUDE };
      const files = imported.map((file) => ({ ...file, lines: [...file.lines, more] }));
      const merged = mergeLogs(theirs, logOfOrigins(files, COMMIT, sha256).log);
      const ours = sessionId('claude', 'c1', sha256);
      assert.match(
        attestations(merged),
        new RegExp(`^a\\.ts\n  ${prompt} 1-3\n  ${session}::t_1 4,6\n  ${ours}::t_\\S+ 5\n$`),
      );
      assert.deepEqual(merged.metadata.sessions?.[session], sessions[session]);
    });

    it('Line ends do not matter, and a carriage return alone ends no line', () => {
      const text = 'one\rstill one\ntwo\nthree';
      assert.equal(nGitLines(text), 3);
      assert.equal(gitLineIndex(text).nLines, 3);
      const files = [
        {
          ...rewritten,
          oldText: text,
          newText: `zero\r\n${text.replaceAll('\n', '\r\n')}\r\nfour\r\n`,
        },
      ];
      const whole = logFrom('a.ts\n  s_a::t_1 1-3\n', SESSIONS);
      assert.equal(attestations(rewriteLog(whole, files, COMMIT).log), 'a.ts\n  s_a::t_1 2-4\n');
    });

    it('Law: a line keeps its owner only if its text is the same, and a rewrite to itself keeps all', () => {
      const text = fc
        .array(fc.constantFrom('a', 'b', 'c', '}', ''), { maxLength: 60 })
        .map((lines) => lines.map((line) => `${line}\n`).join(''));
      fc.assert(
        fc.property(authorshipLog, text, text, (one, before, after) => {
          const lines = [before, after].map((each) => each.split('\n').slice(0, -1));
          const files = one.files.map(({ path }) => ({
            from: path,
            path,
            oldText: before,
            newText: after,
          }));
          const out = rewriteLog(one, files, COMMIT).log;
          attestations(out);
          for (const { path } of out.files) {
            const was = owners(one, path);
            for (const [line, key] of owners(out, path)) {
              const said = lines[1]?.[line - 1];
              assert.ok(said !== undefined);
              const from = [...was].filter(([, owner]) => owner === key);
              assert.ok(
                from.some(([old]) => lines[0]?.[old - 1] === said),
                `${path}:${line}`,
              );
            }
          }
          const same = files.map((file) => ({ ...file, newText: before }));
          const n = nGitLines(before);
          const kept = rewriteLog(one, same, COMMIT).log;
          for (const { path } of one.files) {
            const inside = [...owners(one, path)].filter(([line]) => line <= n);
            assert.deepEqual(owners(kept, path), new Map(inside));
          }
        }),
        { numRuns: 150 },
      );
    });

    it('Law: merging changes no owner that only one log names, and the second’s others win', () => {
      fc.assert(
        fc.property(authorshipLog, authorshipLog, (first, second) => {
          const merged = mergeLogs(first, second);
          attestations(merged);
          const paths = new Set([...first.files, ...second.files].map(({ path }) => path));
          for (const path of paths) {
            const expected = new Map([...owners(second, path), ...owners(first, path)]);
            for (const [line, key] of owners(second, path)) {
              const before = owners(first, path).get(line);
              const isSame = before !== undefined && conversationOf(before) === conversationOf(key);
              if (!isSame) expected.set(line, key);
            }
            assert.deepEqual(sorted(owners(merged, path)), sorted(expected));
            const itself = owners(mergeLogs(first, first), path);
            assert.deepEqual(sorted(itself), sorted(owners(first, path)));
          }
        }),
        { numRuns: 150 },
      );
    });
  });

  describe('From a text and its spans', () => {
    it('A line is AI’s if most of it is, blank lines are nobody’s, and others are left out', () => {
      const text = 'const a = 1;\n\nconst b = compute(2);\nc();\n';
      const start = text.indexOf('= compute');
      const spans = [
        { start: 0, end: 14, origin: { kind: 'human', at: EARLY } as const },
        { start, end: text.indexOf('\nc()'), origin: CLAUDE },
      ];
      const lines = originsOfLines(text, spans);
      assert.deepEqual(
        lines.map(({ line, origin }) => [line, origin.kind]),
        [
          [1, 'human'],
          [3, 'ai'],
          [4, 'unknown'],
        ],
      );
      assert.deepEqual(
        originsOfLines(text, spans, [{ startLine: 3, endLine: 99 }]).map(({ line }) => line),
        [3, 4],
      );
    });

    it('A carriage return alone ends no line, so those behind it keep their numbers', () => {
      const text = 'a\rb\nc';
      const spans = [{ start: 4, end: 5, origin: CLAUDE }];
      assert.deepEqual(
        originsOfLines(text, spans).map(({ line, origin }) => [line, origin.kind]),
        [
          [1, 'unknown'],
          [2, 'ai'],
        ],
      );
    });
  });
});

function sorted(map: ReadonlyMap<number, string>): [number, string][] {
  return [...map].sort(([a], [b]) => a - b);
}
