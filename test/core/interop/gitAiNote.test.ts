import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { AuthorshipLog } from '../../../server/src/core/interop/gitAi/authorshipLog.ts';
import { NOTES_REF } from '../../../server/src/core/interop/gitAi/authorshipLog.ts';
import { authorOf } from '../../../server/src/core/interop/gitAi/author.ts';
import {
  humanId,
  parseKey,
  promptId,
  sessionId,
  traceId,
} from '../../../server/src/core/interop/gitAi/key.ts';
import { formatLineList, parseLineList } from '../../../server/src/core/interop/gitAi/lineList.ts';
import { notePaths } from '../../../server/src/core/interop/gitAi/noteTree.ts';
import { readNote } from '../../../server/src/core/interop/gitAi/readNote.ts';
import { writeNote } from '../../../server/src/core/interop/gitAi/writeNote.ts';
import { sha256 } from '../../../server/src/node/git/contentIds.ts';
import { caseFiles, FIXTURES } from '../../support/golden.ts';
import { authorshipLog, noteLike } from '../../support/interop.ts';
import { readAsReference } from '../../support/referenceReader.ts';
import { specFiles } from '../../support/specs.ts';

const FOLDER = join(FIXTURES, 'interop/git-ai');
const COMMIT = '7734793b756b3921c88db5375a8c156e9532447b';

const METADATA = { schema_version: 'authorship/3.0.0', base_commit_sha: COMMIT, prompts: {} };

function note(attestations: string, metadata: object = METADATA): string {
  return `${attestations}---\n${JSON.stringify(metadata)}`;
}

function readLog(text: string): { log: AuthorshipLog; problems: readonly string[] } {
  const reading = readNote(text);
  assert.ok(reading.kind === 'log', reading.kind === 'unreadable' ? reading.why : reading.kind);
  return reading;
}

function written(log: AuthorshipLog, commit = COMMIT): string {
  const result = writeNote(log, commit);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function whyNot(log: AuthorshipLog): string {
  const result = writeNote(log, COMMIT);
  assert.ok(!result.ok);
  return result.error.join(' ');
}

function logOf(path: string, key = 's_0123456789abcd::t_0123456789abcd'): AuthorshipLog {
  const entries = [{ key, lines: [{ startLine: 1, endLine: 2 }] }];
  return { files: [{ path, entries }], metadata: METADATA };
}

describe('Notes of the Git AI Standard', () => {
  const recorded = caseFiles('interop/git-ai', '.txt').filter((name) => name !== 'LICENSE.txt');
  const fixtures = [
    ...recorded.map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') })),
    ...specFiles('fixtures/git-ai-notes'),
  ];

  for (const { name, text } of fixtures) {
    it(`${name} comes back byte by byte`, () => {
      const { log, problems } = readLog(text);
      assert.deepEqual(problems, []);
      // What was said to an assistant must not appear in new notes (errata E-002).
      const expected = text.replace('      "messages": [],\n', '');
      assert.equal(written(log, log.metadata.base_commit_sha), expected);
    });
  }

  for (const { name, text } of specFiles('git-ai').filter(({ name }) =>
    name.includes('standard'),
  )) {
    it(`Each complete example of ${name} comes back byte by byte`, () => {
      const examples = [...text.matchAll(/```\n([^`]*?\n---\n\{[^`]*?\n\})\n```/g)];
      assert.ok(3 <= examples.length, String(examples.length));
      for (const [, example = ''] of examples) {
        const { log, problems } = readLog(example);
        assert.deepEqual(problems, []);
        assert.equal(written(log, log.metadata.base_commit_sha), example);
      }
    });
  }

  it('Ids are the hashes that the standard names', () => {
    const { vectors } = JSON.parse(readFileSync(join(FOLDER, 'hash-vectors.json'), 'utf8'));
    assert.equal(vectors.length, 4);
    for (const { rule, input, expect } of vectors) {
      const [tool, conversation] = input.split(/:(.*)/s);
      const id = rule.startsWith('human')
        ? humanId(input, sha256)
        : rule.startsWith('session')
          ? sessionId(tool, conversation, sha256)
          : promptId(tool, conversation, sha256);
      assert.equal(id, expect, rule);
    }
  });

  it('Each key finds the records that its prefix names, whatever its length', () => {
    assert.deepEqual(parseKey('s_12::t_34'), { kind: 'session', session: 's_12', trace: 't_34' });
    assert.deepEqual(parseKey('s_12'), { kind: 'session', session: 's_12' });
    assert.deepEqual(parseKey('h_12'), { kind: 'human', human: 'h_12' });
    assert.deepEqual(parseKey('h_12::t_34'), { kind: 'human', human: 'h_12' });
    assert.deepEqual(parseKey('d9978a8'), { kind: 'prompt', prompt: 'd9978a8' });
    assert.match(traceId('any edit', sha256), /^t_[0-9a-f]{14}$/);
  });

  it('Lines are read in any order and apart; what names no lines is told', () => {
    assert.deepEqual(parseLineList('300,19-222,1,2').lines, [
      { startLine: 1, endLine: 1 },
      { startLine: 2, endLine: 2 },
      { startLine: 19, endLine: 222 },
      { startLine: 300, endLine: 300 },
    ]);
    assert.deepEqual(parseLineList('1-5,4-8,8-9,,').lines, [{ startLine: 1, endLine: 9 }]);
    assert.deepEqual(parseLineList('1, 3 ').lines.length, 2);
    const { lines, wrong } = parseLineList('0,9-3,-4,5-,1.5,x,4294967296,7');
    assert.deepEqual(lines, [{ startLine: 7, endLine: 7 }]);
    assert.deepEqual(wrong, ['0', '9-3', '-4', '5-', '1.5', 'x', '4294967296']);
  });

  describe('Traps', () => {
    it('The note names the commit it hangs on, whatever the log was read with', () => {
      const { log } = readLog(note('', { ...METADATA, base_commit_sha: 'the parent' }));
      const again = readLog(written(log, 'abc123')).log;
      assert.equal(again.metadata.base_commit_sha, 'abc123');
    });

    it('The hash in the standard’s own example is of another person', () => {
      assert.equal(humanId('Alice Smith <alice@example.com>', sha256), 'h_31dce776f88375');
      assert.equal(humanId('Developer <dev@example.com>', sha256), 'h_2bbd04770044e8');
      const humans = { h_31dce776f88375: { author: 'Developer <dev@example.com>' } };
      const { log } = readLog(note('a.ts\n  h_31dce776f88375 1\n', { ...METADATA, humans }));
      assert.deepEqual(authorOf(log.metadata, 'h_31dce776f88375'), {
        kind: 'human',
        name: 'Developer <dev@example.com>',
      });
    });

    it('There is one ref; that for stashes is in the standard and not in the reference', () => {
      assert.equal(NOTES_REF, 'refs/notes/ai');
    });

    it('The metadata has the reference’s order and form, and no line feed at the end', () => {
      const session = { agent_id: { tool: 'cursor', id: '1', model: 'm' }, human_author: null };
      const metadata = {
        sessions: { s_b: session, s_a: session },
        prompts: {},
        humans: {},
        vendor: [1],
        base_commit_sha: '',
        git_ai_version: '1.4.5',
        schema_version: 'authorship/3.0.0',
      };
      const text = written({ files: [], metadata }, COMMIT);
      assert.equal(
        text,
        `---\n${JSON.stringify(
          {
            schema_version: 'authorship/3.0.0',
            git_ai_version: '1.4.5',
            base_commit_sha: COMMIT,
            prompts: {},
            sessions: { s_a: session, s_b: session },
            vendor: [1],
          },
          undefined,
          2,
        )}`,
      );
      assert.ok(text.includes('"human_author": null'));
    });

    it('Blank lines, blanks behind lines, CRLF, a byte order mark and empty ranges are read over', () => {
      const text =
        '\uFEFF\r\na.ts \t\r\n \t\r\n\r\n  d9978a8723e02b52 1-4,,9  \r\n---\r\n{"schema_version":';
      const { log, problems } = readLog(
        `${text}"authorship/3.0.0","base_commit_sha":"1","prompts":{}}\r\n\r\n`,
      );
      assert.deepEqual(problems, []);
      assert.deepEqual(log.files, [
        {
          path: 'a.ts',
          entries: [
            {
              key: 'd9978a8723e02b52',
              lines: [
                { startLine: 1, endLine: 4 },
                { startLine: 9, endLine: 9 },
              ],
            },
          ],
        },
      ]);
    });

    it('Unknown fields survive reading and writing, at every depth', () => {
      const agent = { tool: 'cursor', id: '1', model: 'm', seat: 7 };
      const session = { agent_id: agent, note: { deep: [null, 1.5] } };
      const metadata = { ...METADATA, sessions: { s_1: session }, 'x-vendor': { a: 1 } };
      const { log } = readLog(note('a.ts\n  s_1::t_1 1\n', metadata));
      assert.deepEqual(readLog(written(log)).log, log);
      assert.deepEqual(log.metadata.sessions, { s_1: session });
      assert.deepEqual(log.metadata['x-vendor'], { a: 1 });
    });

    it('A file called --- keeps its lines, and those of the files behind it', () => {
      const files = [...logOf('a.ts').files, ...logOf('---').files, ...logOf('b.ts').files];
      const text = written({ files, metadata: METADATA });
      assert.ok(text.includes('\n"---"\n'), text);
      assert.deepEqual(readLog(text).log.files, files);
      const { log, problems } = readLog(text.replace('"---"', '---'));
      assert.deepEqual(log.files, files);
      assert.match(problems.join(), /Line 3 of the note is `---`/);
    });

    it('Two notes that git joined (notes.rewriteRef) claim nothing: their lines are two commits’', () => {
      const one = note('a.ts\n  d9978a8f0f0f0f0f 1-5\n');
      for (const text of [`${one}\n\n${one}`, `${one}\n${note('')}`, `${note('')}\n\n${one}`]) {
        const reading = readNote(text);
        assert.equal(reading.kind === 'unreadable' && reading.why, 'Git joined two notes in it.');
      }
    });

    it('Paths outside ASCII are plain UTF-8, never git-quoted', () => {
      const path = 'src/größe/日本語.ts';
      const text = written(logOf(path));
      assert.ok(text.startsWith(`${path}\n`));
      assert.equal(readLog(text).log.files[0]?.path, path);
      const escaped = String.raw`src/gr\303\266.ts`;
      const { log } = readLog(note(`"${escaped}"\n  s_1::t_1 1\n`));
      assert.equal(log.files[0]?.path, escaped);
    });

    it('A commit’s note is in one place of the tree, and the other places are known', () => {
      const { path, others } = notePaths(COMMIT);
      assert.equal(path, '77/34793b756b3921c88db5375a8c156e9532447b');
      assert.ok(others.includes(COMMIT));
      assert.ok(others.includes('77/34/793b756b3921c88db5375a8c156e9532447b'));
      assert.ok(!others.includes(path));
      assert.equal(others.length, 4);
      for (const other of [path, ...others]) assert.equal(other.replaceAll('/', ''), COMMIT);
    });

    it('Old messages are read over and never written again', () => {
      const agent_id = { tool: 'cursor', id: '1', model: 'm' };
      const prompt = { agent_id, messages: [{ text: 'a secret' }], messages_url: 'https://x.test' };
      const session = { agent_id, messages: ['a secret'], messages_url: 'u', accepted_lines: 1 };
      const metadata = { ...METADATA, prompts: { d9978a8: prompt }, sessions: { s_1: session } };
      const text = written(readLog(note('', metadata)).log);
      assert.ok(!text.includes('a secret'));
      const { log } = readLog(text);
      assert.deepEqual(log.metadata.prompts, {
        d9978a8: { agent_id, messages_url: 'https://x.test' },
      });
      assert.deepEqual(log.metadata.sessions, { s_1: { agent_id } });
    });

    it('Keys of seven digits, of notes before 1.0, find their prompt', () => {
      const prompts = { d9978a8: { agent_id: { tool: 'cursor', id: '1', model: 'm' } } };
      const { log } = readLog(note('a.ts\n  d9978a8 1\n', { ...METADATA, prompts }));
      assert.equal(authorOf(log.metadata, 'd9978a8').kind, 'ai');
    });

    it('A key without its record is nobody’s, not even one that every object has', () => {
      for (const key of ['s_1::t_1', 'h_1', 'd9978a8', 'constructor', '__proto__', 'toString']) {
        assert.equal(authorOf(METADATA, key).kind, 'nobody', key);
      }
    });
  });

  it('A path with blanks is quoted, and one that the quotes would hide too', () => {
    for (const path of [
      'src/my file.rs',
      'a\tb',
      ' a',
      'a ',
      'a\r',
      '"a"',
      '"',
      '---',
      'a\u2028b',
    ]) {
      const text = written(logOf(path));
      assert.ok(text.startsWith(`"${path}"\n`), JSON.stringify(path));
      assert.deepEqual(readLog(text).log.files, logOf(path).files, JSON.stringify(path));
    }
    for (const path of ['a"b', '"a', 'a"', "it's", '\\n']) {
      const text = written(logOf(path));
      assert.ok(text.startsWith(`${path}\n`), JSON.stringify(path));
      assert.deepEqual(readLog(text).log.files, logOf(path).files, JSON.stringify(path));
    }
  });

  it('A path with a line feed is read as the standard says, and not written', () => {
    const { log, problems } = readLog(note('"a\n  b\nc.ts"\n  s_1::t_1 1\n'));
    assert.deepEqual(problems, []);
    assert.equal(log.files[0]?.path, 'a\n  b\nc.ts');
    const blanks = readLog(note('"a\nb" \t\n  s_1::t_1 1\n')).log;
    assert.equal(blanks.files[0]?.path, 'a\nb');
    assert.match(whyNot(log), /"a\\n {2}b\\nc\.ts" cannot be written .*line feed/);
  });

  it('A quote that opens nothing is part of its path', () => {
    for (const path of ['"', '"a', 'b"']) {
      const { log, problems } = readLog(note(`a.ts\n${path}\n  s_1::t_1 1\n`));
      assert.deepEqual(problems, []);
      assert.deepEqual(
        log.files.map((file) => file.path),
        [path],
      );
    }
  });

  it('An empty map and none are the same', () => {
    const { log } = readLog(note('', { ...METADATA, sessions: {}, humans: {} }));
    assert.deepEqual(log.metadata, METADATA);
  });

  it('The last line that can be counted can be written', () => {
    const lines = [{ startLine: 1, endLine: 4_294_967_295 }];
    const files = [{ path: 'a', entries: [{ key: 'd9978a8', lines }] }];
    assert.ok(written({ files, metadata: METADATA }).startsWith('a\n  d9978a8 1-4294967295\n'));
  });

  it('An author is no more than the record tells', () => {
    const records = {
      s_1: { agent_id: { tool: 'claude', id: 'c', model: 'm' }, human_author: 'Ada' },
      s_2: { agent_id: {} },
      s_3: { agent_id: { tool: 'unknown', id: '', model: 7 }, human_author: null },
      s_4: { agent_id: 'claude' },
      s_5: 1,
    };
    const authors = Object.keys(records).map((key) =>
      authorOf({ ...METADATA, sessions: records }, key),
    );
    assert.deepEqual(authors.slice(0, 3), [
      { kind: 'ai', tool: 'claude-code', model: 'm', conversation: 'c', human: 'Ada' },
      { kind: 'ai' },
      { kind: 'ai' },
    ]);
    for (const author of authors.slice(3)) assert.equal(author.kind, 'nobody');
  });

  it('A quote that is left open costs no more than its own line', () => {
    const { log } = readLog(note(`${'"open\n'.repeat(20_000)}  s_1::t_1 1\n`));
    assert.deepEqual(
      log.files.map(({ path }) => path),
      ['"open'],
    );
  });

  it('Metadata nested deeper than anybody writes is read, and not written', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const { log } = readLog(note('').replace('{', `{"x":${deep},`));
    assert.match(whyNot(log), /nested too deep/);
  });

  it('What no reader would read as it is meant is not written, and each reason is told', () => {
    assert.match(whyNot(logOf('')), /"" cannot be written/);
    assert.match(whyNot(logOf('a\uD800')), /not UTF-8/);
    assert.match(whyNot(logOf('a.ts', 's_1 ')), /key/);
    assert.match(whyNot(logOf('a.ts', '')), /key/);
    const files = [...logOf('a.ts').files, ...logOf('a.ts').files];
    assert.match(whyNot({ files, metadata: METADATA }), /twice/);
    assert.match(whyNot({ files: [{ path: 'a', entries: [] }], metadata: METADATA }), /no attest/);
    const metadata = { ...METADATA, schema_version: 'authorship/3.1.0' };
    assert.match(whyNot({ files: [], metadata }), /only authorship\/3\.0\.0 is written/);
    for (const lines of [
      [],
      [{ startLine: 0, endLine: 1 }],
      [{ startLine: 2, endLine: 1 }],
      [{ startLine: 1.5, endLine: 2 }],
      [{ startLine: 1, endLine: 4_294_967_296 }],
      [
        { startLine: 3, endLine: 4 },
        { startLine: 4, endLine: 5 },
      ],
    ]) {
      const entries = [{ key: 'd9978a8', lines }];
      assert.match(whyNot({ files: [{ path: 'a', entries }], metadata: METADATA }), /lines/);
    }
  });

  it('One wrong line hides no other, and every one is told', () => {
    const { log, problems } = readLog(
      note('  s_1::t_1 1\na.ts\n  s_1::t_1\n  s_1::t_1 3-1\n  s_1::t_1 x,2\nb.ts\na.ts\n\tk 9\n', {
        schema_version: 'authorship/3.0.0',
        prompts: [],
        humans: 'x',
      }),
    );
    assert.deepEqual(log.files, [
      {
        path: 'a.ts',
        entries: [
          { key: 's_1::t_1', lines: [{ startLine: 2, endLine: 2 }] },
          { key: 'k', lines: [{ startLine: 9, endLine: 9 }] },
        ],
      },
    ]);
    assert.deepEqual(problems, [
      'Line 1 of the note is an attestation without a file.',
      'Line 3 of the note is no attestation: it names no lines.',
      'Line 4 of the note names lines that cannot be: "3-1".',
      'Line 5 of the note names lines that cannot be: "x".',
      'Line 7 of the note names "a.ts" again; both places are read.',
      'The metadata names no `base_commit_sha`.',
      'The metadata has no object `prompts`.',
      'The metadata has a `humans` that is no object.',
    ]);
  });

  it('A later version of the same major is read; another major is left alone', () => {
    const reading = readNote(note('', { ...METADATA, schema_version: 'authorship/3.2.0' }));
    assert.equal(reading.kind, 'log');
    for (const version of ['authorship/2.0.0', 'authorship/4.0.0', 'attest/3.0.0', '3.0.0']) {
      assert.deepEqual(readNote(note('', { ...METADATA, schema_version: version })), {
        kind: 'other-version',
        version,
      });
    }
  });

  it('What is no note says why', () => {
    for (const text of ['', 'a.ts\n', '---\n', '---\n[]', '---\n{', '---\n{}', '--- \n{}']) {
      const reading = readNote(text);
      assert.equal(reading.kind, 'unreadable', text);
      assert.ok(reading.kind === 'unreadable' && /^(?:It|What|Its) .+\.$/.test(reading.why), text);
    }
  });

  it('Law: any text has a reading, and what was read can be written or says why not', () => {
    fc.assert(
      fc.property(noteLike, (text) => {
        const reading = readNote(text);
        if (reading.kind !== 'log') return;
        const result = writeNote(reading.log, COMMIT);
        if (result.ok) {
          const again = readNote(result.value);
          assert.ok(again.kind === 'log');
          assert.deepEqual(again.log.files, reading.log.files);
          assert.deepEqual(writeNote(again.log, COMMIT), result);
        } else assert.ok(0 < result.error.length);
      }),
      { numRuns: 300 },
    );
  });

  it('Law: what is written, the reference reads the same', () => {
    const character = fc.oneof(
      fc.constantFrom(
        ...'ab/"-. \t\r\u0085\u00A0\u1680\u2028\u3000\uFEFF\uD800é日',
        '---',
        '  s_1 1',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const paths = fc.uniqueArray(
      fc.array(character, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(authorshipLog, paths, (log, names) => {
        const files = log.files.flatMap(({ entries }, i) => {
          const path = names[i];
          return path === undefined ? [] : [{ path, entries }];
        });
        const result = writeNote({ ...log, files }, COMMIT);
        if (!result.ok) {
          assert.ok(
            names.some((name) => /[\n\p{Surrogate}]/u.test(name)),
            result.error.join(),
          );
          return;
        }
        const expected = files.flatMap(({ path, entries }) =>
          entries.map(({ key, lines }) => `${path} ${key} ${formatLineList(lines)}`),
        );
        assert.deepEqual(readAsReference(result.value), expected);
        const { log: again, problems } = readLog(result.value);
        assert.deepEqual(problems, []);
        assert.deepEqual(again.files, files);
      }),
      { numRuns: 300 },
    );
  });

  it('Law: a log that is written reads as the same log', () => {
    fc.assert(
      fc.property(authorshipLog, (log) => {
        const commit = log.metadata.base_commit_sha;
        const { log: again, problems } = readLog(written(log, commit));
        assert.deepEqual(problems, []);
        assert.deepEqual(again, log);
      }),
      { numRuns: 300 },
    );
  });
});
