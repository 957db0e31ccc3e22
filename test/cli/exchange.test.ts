import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { FIXTURES } from '../support/golden.ts';
import type { Ended } from '../support/tempRepo.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const CODE = `export const one = 1;\n${aiFunction('parsePrice')}`;

interface ImportAnswer {
  readonly kind: string;
  readonly dryRun: boolean;
  readonly texts: readonly {
    readonly path: string;
    readonly lines: readonly (readonly [number, number])[];
    readonly known: readonly (readonly [number, number])[];
  }[];
  readonly notes: readonly string[];
}

describe('Export and import', function () {
  this.timeout(120_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'read.me': 'Hello\n' } });
  });
  afterEach(() => repo.dispose());

  const cli = (...args: readonly string[]): Ended => runCli(repo, args);
  const done = (...args: readonly string[]): Ended => {
    const ended = cli(...args);
    assert.equal(ended.code, 0, ended.stderr);
    return ended;
  };
  const head = (): string => repo.git('rev-parse', 'HEAD').trim();
  const origins = (path = 'a.ts'): string[] => {
    const { lines } = jsonOf(done('blame', path, '--json')) as {
      lines: { origin: { kind: string; tier: string | null; tool: string | null } }[];
    };
    return lines.map(({ origin }) => [origin.kind, origin.tier, origin.tool].join(' ').trim());
  };
  const ours = (...args: readonly string[]): ImportAnswer =>
    jsonOf(done('import', ...args, '--json')) as ImportAnswer;
  /** AI's lines 2 to 6 in `a.ts`, committed. */
  const commitAi = (): void => {
    repo.write('a.ts', CODE);
    recordAi(repo.dir, 'a.ts', CODE, [[2, 6]], { tool: 'cursor', model: 'sonnet' });
    repo.commit('Parse prices');
  };
  /** As in a clone where nobody ever had the tool. */
  const forget = (): void => {
    repo.run('rm', ['-rf', '.git/countersign']);
    repo.tryGit('update-ref', '-d', 'refs/notes/countersign');
  };
  const AI = ['unknown', ...Array.from({ length: 5 }, () => 'ai imported cursor')];
  const NOBODY = Array.from({ length: 6 }, () => 'unknown');

  for (const kind of ['agent-trace', 'git-ai']) {
    it(`Carries lines as ${kind} to a clone that knew nothing, and no further than it says`, () => {
      commitAi();
      const file = `${repo.root}/told`;
      const said = done('export', kind, '--out', file);
      assert.match(
        said.stderr,
        /Commits: HEAD alone, for the branch has no upstream\. .* 1 of 1 commit\./,
      );
      assert.equal(said.stdout, '');
      forget();
      assert.deepEqual(origins(), NOBODY);
      const dry = ours(file, '--dry-run');
      assert.deepEqual(
        [dry.kind, dry.dryRun, dry.texts.map(({ lines }) => lines)],
        [kind, true, [[[2, 6]]]],
      );
      assert.deepEqual(origins(), NOBODY);
      assert.match(
        done('import', file).stdout,
        /a\.ts at \w{12}: lines 2-6 by AI · cursor\nTook in 5 lines of 1 file/,
      );
      assert.deepEqual(origins(), AI);
      assert.match(done('status').stdout, /parsePrice .*unverified/);
      assert.match(done('log', 'a.ts').stdout, /written by AI · cursor \(imported\)/);
      assert.deepEqual(
        ours(file).texts.map(({ lines, known }) => [lines, known]),
        [[[], [[2, 6]]]],
      );
      // The ledger has it: the journal is not needed any more.
      repo.run('rm', ['-rf', '.git/countersign']);
      assert.deepEqual(origins(), AI);
    });
  }

  it('Is shared though its commit was looked at before, and refuses a staged change of it', () => {
    repo.write('a.ts', CODE);
    repo.commit('Parse prices');
    repo.write('b.ts', aiFunction('parseTax'));
    recordAi(repo.dir, 'b.ts', aiFunction('parseTax'), [[1, 5]]);
    repo.commit('Parse taxes');
    done('promote');
    const trace = repo.write('../trace.json', traceOf(head(), [[2, 6]]));
    done('import', trace);
    assert.match(repo.git('grep', '--name-only', 'imported', 'refs/notes/countersign'), /\w/);
    repo.write('a.ts', CODE.replace('return cents', 'return 0 + cents'));
    repo.git('add', 'a.ts');
    repo.write('.vscode/settings.json', '{ "countersign.mode": "enforce" }');
    const gate = cli('gate');
    assert.equal(gate.code, 1, gate.stdout);
    assert.match(gate.stdout, /parsePrice/);
  });

  const traceOf = (
    revision: string | undefined,
    ranges: readonly (readonly number[])[],
    path = 'a.ts',
    version = '0.1.0',
  ): string =>
    JSON.stringify({
      version,
      id: '7f1c4c52-8a5d-4e0f-9d67-6f8f5f0b8a11',
      timestamp: '2026-01-02T03:04:05Z',
      ...(revision === undefined ? {} : { vcs: { type: 'git', revision } }),
      tool: { name: 'cursor', version: '1.0' },
      files: [
        {
          path,
          conversations: [
            {
              contributor: { type: 'ai', model_id: 'anthropic/sonnet' },
              ranges: ranges.map(([start_line, end_line]) => ({ start_line, end_line })),
            },
          ],
        },
      ],
    });

  it('Claims nothing of what does not fit, and says so one by one', () => {
    repo.write('a.ts', CODE);
    repo.commit('Parse prices');
    const cases: readonly (readonly [string, RegExp])[] = [
      [traceOf('0'.repeat(40), [[1, 2]]), /Record 1 is about "0+", which is no commit here/],
      [traceOf('main', [[1, 2]]), /Record 1 is about "main", which is no commit here/],
      [traceOf(undefined, [[1, 2]]), /Record 1 names no revision/],
      [traceOf(head(), [[1, 2]], 'gone.ts'), /speaks of "gone.ts", which the commit does not have/],
      [traceOf(head(), [[40, 42]]), /names lines of "a.ts" past its end, line 6/],
      [traceOf(head(), [[1, 2]], 'a.ts', '1.0'), /Record 1 is of the specification's own hook/],
      [traceOf(head(), [[5, 2]]), /names lines of "a.ts" that cannot be/],
    ];
    for (const [text, words] of cases) {
      const answer = ours(repo.write('../trace.json', text));
      assert.match(answer.notes.join('\n'), words);
      assert.deepEqual(
        answer.texts.flatMap(({ lines }) => lines),
        [],
        text,
      );
      assert.deepEqual(origins(), NOBODY);
    }
    const named = ours(
      repo.write('../trace.json', traceOf(undefined, [[2, 3]])),
      '--commit',
      'HEAD',
    );
    assert.deepEqual(
      named.texts.map(({ lines }) => lines),
      [[[2, 3]]],
    );
  });

  it('Leaves a note that hangs elsewhere without a word on lines its commit did not bring', () => {
    commitAi();
    const note = done('export', 'git-ai').stdout;
    forget();
    repo.write('a.ts', `// a person's\n${CODE}`);
    repo.commit('Say more');
    const file = repo.write('../note', note);
    const answer = ours(file, '--commit', 'HEAD');
    assert.deepEqual(answer.texts, []);
    assert.match(answer.notes.join('\n'), /Lines 2-6 of "a.ts" were not brought by commit/);
    // Its own word is right.
    assert.deepEqual(
      ours(file).texts.map(({ lines }) => lines),
      [[[2, 6]]],
    );
    const lost = note.replace(/"base_commit_sha": "\w+"/, '"base_commit_sha": ""');
    const asked = cli('import', repo.write('../note', lost));
    assert.equal(asked.code, 2);
    assert.match(asked.stderr, /say which by --commit REV/);
  });

  it('Never takes the place of what this clone saw itself', () => {
    repo.write('a.ts', CODE);
    recordAi(repo.dir, 'a.ts', CODE, [[2, 3]], { tool: 'github.copilot' });
    repo.commit('Parse prices');
    const answer = ours(repo.write('../trace.json', traceOf(head(), [[2, 6]])));
    assert.deepEqual(
      answer.texts.map(({ lines, known }) => [lines, known]),
      [[[[4, 6]], [[2, 3]]]],
    );
    assert.deepEqual(origins().slice(1, 4), [
      'ai platform github.copilot',
      'ai platform github.copilot',
      'ai imported cursor',
    ]);
  });

  it('Claims nothing of a commit whose parents a shallow clone does not have', () => {
    repo.write('a.ts', CODE);
    repo.commit('Parse prices');
    repo.write('a.ts', `${CODE}${aiFunction('parseTax')}`);
    repo.commit('Parse taxes');
    const commit = head();
    const clone = join(repo.root, 'shallow');
    repo.git('clone', '--quiet', '--depth=1', `file://${repo.dir}`, clone);
    const at = (...args: readonly string[]): Ended => runCli(repo, args, { cwd: clone });
    recordAi(clone, 'a.ts', `${CODE}${aiFunction('parseTax')}`, [[7, 11]]);
    const told = at('export', 'git-ai');
    assert.deepEqual([told.code, told.stdout], [0, '']);
    assert.match(told.stderr, /1 commit at the edge of this shallow clone/);
    recordAi(repo.dir, 'a.ts', `${CODE}${aiFunction('parseTax')}`, [[7, 11]]);
    const note = repo.write('../note', done('export', 'git-ai').stdout);
    const taken = at('import', note, '--commit', commit);
    assert.match(taken.stderr, /The parents of commit \w{12} are not in this shallow clone/);
    assert.match(taken.stdout, /Nothing new is taken in/);
  });

  it('Leaves to people what they stated', () => {
    repo.write('a.ts', CODE);
    repo.commit('Parse prices');
    const said = runAtTerminal(repo, ['correct', 'a.ts:2-3', '--as', 'human'], 'y\n');
    assert.equal(said.code, 0, said.stdout);
    const answer = ours(repo.write('../trace.json', traceOf(head(), [[2, 6]])));
    assert.deepEqual(
      answer.texts.map(({ lines, known }) => [lines, known]),
      [[[[4, 6]], [[2, 3]]]],
    );
    assert.deepEqual(origins().slice(1, 4), ['human stated', 'human stated', 'ai imported cursor']);
  });

  it('Tells only what each commit of a range brought, merges nothing but what they mended', () => {
    commitAi();
    repo.git('checkout', '--quiet', '-b', 'side');
    const more = `${CODE}${aiFunction('parseTax')}`;
    repo.write('a.ts', more);
    recordAi(repo.dir, 'a.ts', more, [[2, 11]], { tool: 'cursor' });
    repo.commit('Parse taxes');
    repo.git('checkout', '--quiet', 'main');
    repo.write('read.me', 'Hello you\n');
    repo.commit('Greet');
    repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'side');
    repo.git('commit', '--quiet', '--allow-empty', '-m', 'Nothing');
    const lines = done('export', 'git-ai', '--range', 'HEAD~3..HEAD').stdout.trim().split('\n');
    const told = lines.map((line) => {
      const { commit, note } = JSON.parse(line) as { commit: string; note: string };
      const subject = repo.git('log', '-1', '--format=%s', commit).trim();
      return `${subject}: ${note.split('\n').slice(0, 2).join(' ').replace(/s_\S+/, 's')}`;
    });
    assert.deepEqual(told, ['Parse taxes: a.ts   s 7-11']);
    const file = repo.write('../notes', `${lines.join('\n')}\n`);
    forget();
    assert.deepEqual(
      ours(file).texts.map((text) => text.lines),
      [[[7, 11]]],
    );
  });

  it('Tells of what the upstream branch does not have, in records that the schema takes', () => {
    const schema = z.fromJSONSchema(
      JSON.parse(
        readFileSync(join(FIXTURES, 'interop/agent-trace/trace-record.schema.json'), 'utf8'),
      ),
    );
    commitAi();
    const remote = `${repo.root}/remote.git`;
    repo.git('clone', '--quiet', '--bare', '.', remote);
    repo.git('remote', 'add', 'origin', remote);
    repo.git('fetch', '--quiet', 'origin');
    repo.git('branch', '--quiet', '--set-upstream-to', 'origin/main');
    assert.match(
      done('export', 'agent-trace').stderr,
      /HEAD alone, for the upstream branch has everything/,
    );
    for (const name of ['parseTax', 'parseRate']) {
      repo.write(`${name}.ts`, aiFunction(name));
      recordAi(repo.dir, `${name}.ts`, aiFunction(name), [[1, 5]]);
      repo.commit(name);
    }
    const told = done('export', 'agent-trace');
    assert.match(
      told.stderr,
      /Commits: the 2 not on the upstream branch\. AI lines are known of 2 of 2 commits\./,
    );
    const records = told.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { files: { path: string }[] });
    assert.deepEqual(
      records.map(({ files }) => files.map(({ path }) => path)),
      [['parseTax.ts'], ['parseRate.ts']],
    );
    for (const record of records) assert.equal(schema.safeParse(record).success, true);
  });

  it('Takes in a second word about the same text, from standard input, and a commit on no branch', () => {
    repo.write('a.ts', CODE);
    repo.commit('Parse prices');
    const commit = head();
    repo.git('reset', '--quiet', '--hard', 'HEAD~1');
    const first = cli('import', repo.write('../trace.json', traceOf(commit, [[2, 3]])));
    assert.match(first.stderr, /Commit \w{12} is on no branch here: .* not shared/);
    const stdin = repo.run(process.execPath, [CLI, 'import', '-'], {
      input: traceOf(commit, [[3, 6]]),
    });
    assert.match(stdin.stdout, /lines 4-6 .*\n.*Of 1 line that, or something surer, was known/);
    assert.equal(repo.tryGit('rev-parse', '--verify', '--quiet', 'refs/notes/countersign').code, 1);
    // Both words are carried to what the text becomes, not only to the text itself.
    repo.write('a.ts', `// a person's\n${CODE}`);
    assert.deepEqual(origins().slice(1), AI);
    repo.run('rm', ['a.ts']);
    repo.git('merge', '--quiet', commit);
    assert.deepEqual(origins(), AI);
    done('promote');
    repo.run('rm', ['-rf', '.git/countersign']);
    assert.deepEqual(origins(), AI);
    // Its lines are known in a file that has been renamed and changed since.
    repo.git('mv', 'a.ts', 'b.ts');
    repo.write('b.ts', `// a person's\n${CODE}`);
    repo.commit('Move');
    done('promote');
    assert.deepEqual(origins('b.ts').slice(1), AI);
  });

  it('Says what is wrong with what was typed, and what to do', () => {
    commitAi();
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['import', 'nowhere.json'], /nowhere\.json cannot be read: there is no such file/],
      [['import', '.'], /cannot be read: it is a folder/],
      [['import', 'a.ts'], /looks like nothing that can be imported: agent-trace .*git-ai/],
      [['import', 'a.ts', '--as', 'lcov'], /--as lcov: that kind is not known.*agent-trace/],
      [['import', 'a.ts', '--as', 'git-ai'], /This is no note of the Git AI Standard/],
      [['import', 'a.ts', '--as', 'agent-trace'], /These are no Agent Trace records/],
      [['export', 'sarif'], /SARIF cannot be exported yet; `countersign gate --format sarif`/],
      [['export', 'in-toto'], /cannot be exported yet\. Known are agent-trace/],
      [['export', 'xml'], /"xml" is no format that can be exported/],
      [['export', 'git-ai', '--range', 'main'], /is no range: write A\.\.B/],
      [['export', 'git-ai', '--range', 'main...side'], /is no range/],
      [['export', 'git-ai', '--range', 'nowhere..HEAD'], /"nowhere" names no commit/],
      [['export', 'git-ai', '--range', '--all..HEAD'], /names no commit/],
      [['export', 'git-ai', '--out', 'no/folder/x'], /cannot be written: there is no such/],
    ];
    for (const [args, words] of cases) {
      const ended = cli(...args);
      assert.equal(ended.code, 2, args.join(' '));
      assert.match(ended.stderr, words, args.join(' '));
      assert.equal(ended.stdout, '', args.join(' '));
    }
  });
});
