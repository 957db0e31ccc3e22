import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { notebookText } from '../support/notebookText.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const ENFORCE = '{ "countersign.mode": "enforce" }\n';

describe('countersign baseline', function () {
  this.timeout(120_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({
      files: { 'b.ts': 'export const b = 1;\n', '.vscode/settings.json': ENFORCE },
    });
    const text = aiFunction('parsePrice');
    repo.write('a.ts', text);
    recordAi(repo.dir, 'a.ts', text, [[1, 5]]);
    repo.commit('ai');
  });
  afterEach(() => repo.dispose());

  /** `parsePrice baseline, parseTax unverified`, of the files on disk or of what is staged. */
  const standing = (command: 'status' | 'gate' = 'status', where: TempRepo = repo): string => {
    const done = runCli(where, [command, '--json'], { cwd: where.dir });
    const { blocks } = jsonOf(done) as { blocks: { symbol: string; status: string }[] };
    return blocks.map(({ symbol, status }) => `${symbol} ${status}`).join(', ');
  };
  const mark = (...args: string[]): string => {
    const done = runAtTerminal(repo, ['baseline', ...args], 'y\n\n');
    assert.equal(done.code, 0, done.stdout);
    return done.stdout;
  };
  const clone = (name: string, ...args: string[]): TempRepo => {
    const dir = join(repo.root, name);
    const done = repo.run('git', ['clone', '--quiet', ...args, `file://${repo.dir}`, dir]);
    assert.equal(done.code, 0, done.stderr);
    const ref = 'refs/notes/countersign';
    const fetched = repo.run(
      'git',
      ['fetch', '--quiet', '--no-filter', 'origin', `${ref}:${ref}`],
      {
        cwd: dir,
      },
    );
    assert.equal(fetched.code, 0, fetched.stderr);
    const run: TempRepo['run'] = (file, words, how) => repo.run(file, words, { cwd: dir, ...how });
    return { ...repo, dir, run };
  };
  it('Shows what it covers, asks, and covers code that stays as it is', () => {
    assert.equal(standing(), 'parsePrice unverified');
    const words = mark('--note', 'before the tool');
    assert.match(words, /covers all code in it: 1 AI block in 1 file, which wait/);
    assert.match(words, /Mark all code of this commit as older than the tool\? \[y\/N\]/);
    assert.equal(standing(), 'parsePrice baseline');
    const reformatted = repo.read('a.ts').replaceAll('  ', '      ');
    repo.write('a.ts', `// A comment.\n${reformatted}`);
    assert.equal(standing(), 'parsePrice baseline');
    repo.write('a.ts', reformatted.replace('not a price', 'no price'));
    assert.equal(standing(), 'parsePrice unverified');
    assert.match(runCli(repo, ['status']).stdout, /unverified/);
    repo.git('checkout', '--quiet', 'a.ts');
    const log = runCli(repo, ['log', 'a.ts:1']).stdout;
    assert.match(
      log,
      /marked as older than the tool by Ada Example \(commit [0-9a-f]{12}\): before/,
    );
    const { blocks } = jsonOf(runCli(repo, ['log', '--json'])) as {
      blocks: { events: { kind: string }[] }[];
    };
    assert.deepEqual(
      blocks.map(({ events }) => events.map(({ kind }) => kind)),
      [['written', 'baseline']],
    );
  });

  it('Is refused to an agent and to a process without a terminal, and not made by a no', () => {
    const noTerminal = runCli(repo, ['baseline']);
    assert.equal(noTerminal.code, 2);
    assert.match(noTerminal.stderr, /only a person at a terminal can make a baseline/);
    const agent = runAtTerminal(repo, ['baseline'], 'y\n', { env: { CLAUDECODE: '1' } });
    assert.equal(agent.code, 2);
    const withdraw = runCli(repo, ['baseline', '--withdraw']);
    assert.equal(withdraw.code, 2);
    assert.match(withdraw.stderr, /only a person at a terminal can end a baseline/);
    const no = runAtTerminal(repo, ['baseline'], 'n\n');
    assert.equal(no.code, 1);
    assert.match(no.stdout, /Nothing was marked/);
    assert.equal(standing(), 'parsePrice unverified');
    const none = runAtTerminal(repo, ['baseline', '--withdraw'], 'y\n');
    assert.equal(none.code, 2);
    assert.match(none.stdout, /no baseline stands here/);
  });

  it('Says so where there is no commit, and where the code is marked already', () => {
    const empty = createTempRepo();
    try {
      const done = runAtTerminal(empty, ['baseline'], 'y\n');
      assert.equal(done.code, 2);
      assert.match(done.stdout, /there is no commit here yet/);
    } finally {
      empty.dispose();
    }
    mark();
    const again = runAtTerminal(repo, ['baseline'], 'y\n');
    assert.equal(again.code, 0);
    assert.match(again.stdout, /Nothing to do: this code was marked by Ada Example/);
  });

  it('Lets the gate pass what stood there, and nothing that came since', () => {
    mark();
    const tax = aiFunction('parseTax');
    repo.write('a.ts', repo.read('a.ts').replace('  const', '\n  const') + tax);
    repo.git('add', 'a.ts');
    recordAi(repo.dir, 'a.ts', repo.read('a.ts'), [
      [1, 6],
      [7, 11],
    ]);
    assert.equal(standing('gate'), 'parsePrice baseline, parseTax unverified');
    assert.equal(runCli(repo, ['gate']).code, 1);
    repo.git('reset', '--quiet', '--hard');
    repo.write('a.ts', repo.read('a.ts').replace('  const', '\n  const'));
    repo.git('add', 'a.ts');
    const passed = runCli(repo, ['gate']);
    assert.equal(passed.code, 0, passed.stdout);
    assert.equal(standing('gate'), 'parsePrice baseline');
  });

  it('Comes before a sign-off, and is ended by anybody', () => {
    assert.equal(runAtTerminal(repo, ['sign', 'a.ts:1'], 'y\n').code, 0);
    mark();
    assert.equal(standing(), 'parsePrice baseline');
    const done = runAtTerminal(repo, ['baseline', '--withdraw'], 'y\nby mistake\n');
    assert.equal(done.code, 0, done.stdout);
    assert.match(done.stdout, /End this baseline\?[^]*Ended 1 baseline/);
    assert.equal(standing(), 'parsePrice verified');
    mark();
    assert.equal(standing(), 'parsePrice baseline');
  });

  it('Is shared at promotion, under one key, and checked by verify', () => {
    mark();
    assert.equal(runCli(repo, ['promote']).code, 0);
    assert.match(runCli(repo, ['verify']).stdout, /all as they were written/);
    const other = clone('other');
    assert.equal(standing('status', other), 'parsePrice baseline');
    assert.equal(runAtTerminal(repo, ['baseline', '--withdraw'], 'y\n\n').code, 0);
    assert.equal(runCli(repo, ['promote']).code, 0);
    assert.match(runCli(repo, ['verify']).stdout, /all as they were written/);
    const third = clone('third');
    assert.equal(standing('status', third), 'parsePrice unverified');
  });

  it('Covers the cells of a notebook, whatever their outputs, and no changed one', () => {
    const source = 'def parse(text):\n    cents = round(float(text) * 100)\n    return cents\n';
    repo.write('n.ipynb', notebookText([{ source, id: 'c1' }]));
    recordAi(repo.dir, 'n.ipynb#W1.py', source, [[1, 3]]);
    repo.commit('notebook');
    assert.match(standing(), /parse unverified/);
    mark();
    assert.equal(standing(), 'parsePrice baseline, parse baseline');
    repo.write('n.ipynb', notebookText([{ source, id: 'c1', output: 'ran' }]));
    assert.match(standing(), /parse baseline/);
    repo.git('add', 'n.ipynb');
    assert.equal(runCli(repo, ['gate']).code, 0);
    const changed = source.replace('100', '10');
    repo.write('n.ipynb', notebookText([{ source: changed, id: 'c1' }]));
    recordAi(repo.dir, 'n.ipynb#W1.py', changed, [[1, 3]]);
    assert.match(standing(), /parse unverified/);
  });

  it('Costs the gate a fixed number of git processes, and none more where nobody made one', () => {
    const counts = [1, 40].map((nFiles) => {
      const many = createTempRepo({ files: { 'b.ts': 'export const b = 1;\n' } });
      try {
        const write = (edit: (text: string) => string): void => {
          for (let i = 0; i < nFiles; i++) {
            const text = edit(aiFunction(`parse${i}`));
            many.write(`src/file${i}.ts`, text);
            recordAi(many.dir, `src/file${i}.ts`, text, [[1, 5]]);
          }
          many.git('add', '--all');
        };
        const nProcesses = (): number => {
          const trace = join(many.root, `trace${Math.random()}`);
          runCli(many, ['gate'], { env: { GIT_TRACE2_EVENT: trace } });
          return readFileSync(trace, 'utf8').split('"event":"start"').length - 1;
        };
        write((text) => text);
        many.git('commit', '--quiet', '-m', 'ai');
        write((text) => text.replace('  const', '\n  const'));
        const before = nProcesses();
        assert.equal(runAtTerminal(many, ['baseline'], 'y\n\n').code, 0);
        return [before, nProcesses()];
      } finally {
        many.dispose();
      }
    });
    assert.deepEqual(counts, [
      [3, 4],
      [3, 4],
    ]);
  });

  it('Follows files that commits renamed, and rewritten commits with the same code', () => {
    mark();
    repo.git('mv', 'a.ts', 'moved.ts');
    repo.git('commit', '--quiet', '-m', 'move', '--no-verify');
    assert.equal(runCli(repo, ['promote']).code, 0);
    repo.run('rm', ['-rf', '.git/countersign']);
    assert.equal(standing(), 'parsePrice baseline');
    repo.git('reset', '--quiet', '--hard', 'HEAD~1');
    repo.git('commit', '--quiet', '--amend', '--no-verify', '-m', 'reworded');
    repo.git('reflog', 'expire', '--expire=now', '--all');
    repo.git('gc', '--quiet', '--prune=now');
    assert.equal(standing(), 'parsePrice baseline');
  });

  it('Never passes where a shallow or partial clone lacks what decides, and says what to fetch', () => {
    mark();
    repo.write('a.ts', repo.read('a.ts').replace('  const', '\n  const'));
    repo.commit('later');
    assert.equal(runCli(repo, ['promote']).code, 0);
    for (const args of [['--depth=1'], ['--filter=blob:none'], ['--filter=tree:0']]) {
      repo.git('config', 'uploadpack.allowFilter', 'true');
      repo.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
      const lacking = clone(`lacking${args.join('')}`.replace(/\W/g, ''), ...args);
      const text = lacking.run('cat', ['a.ts']).stdout.replace('Number(text)', 'Number(text )');
      lacking.run('sh', ['-c', 'cat > a.ts && git add a.ts'], { input: text });
      const done = runCli(lacking, ['gate'], { cwd: lacking.dir });
      assert.equal(done.code, 2, `${args.join(' ')}: ${done.stdout}${done.stderr}`);
      assert.match(done.stderr, /is not in this (?:shallow|partial) clone.*Run `git fetch/);
      const { findings } = jsonOf(runCli(lacking, ['gate', '--json'], { cwd: lacking.dir })) as {
        findings: { code: string }[];
      };
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['history-missing'],
      );
      assert.match(runCli(lacking, ['status'], { cwd: lacking.dir }).stderr, /Run `git fetch/);
      const command = /Run `(git fetch [^`]*)`/.exec(done.stderr)?.[1] ?? '';
      const fetched = lacking.run('sh', ['-c', command]);
      assert.equal(fetched.code, 0, fetched.stderr);
      const passed = runCli(lacking, ['gate'], { cwd: lacking.dir });
      assert.equal(passed.code, 0, passed.stdout + passed.stderr);
    }
  });

  it('Needs a review again where its commit is gone for good, and doctor says so', () => {
    repo.write('c.ts', aiFunction('parseTax'));
    recordAi(repo.dir, 'c.ts', aiFunction('parseTax'), [[1, 5]]);
    repo.git('add', 'c.ts');
    repo.git('commit', '--quiet', '-m', 'tax');
    mark();
    repo.git('reset', '--quiet', '--mixed', 'HEAD~1');
    repo.git('reflog', 'expire', '--expire=now', '--all');
    repo.git('gc', '--quiet', '--prune=now');
    repo.git('add', 'c.ts');
    const done = runCli(repo, ['gate']);
    assert.equal(done.code, 1, done.stderr);
    assert.match(done.stderr + done.stdout, /baseline of Ada Example .* is not in this clone/);
    const { stdout } = runCli(repo, ['doctor']);
    assert.match(stdout, /warn +baseline +.*is not in this clone/);
  });
});
