import assert from 'node:assert/strict';
import {
  appendFileSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gateSchema } from '../../server/src/cli/schemas/gate.ts';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const PATH = 'src/price.ts';
const AI = aiFunction('parsePrice');

describe('countersign gate in trouble', function () {
  this.timeout(120_000);
  const repos: TempRepo[] = [];
  const create = (mode = 'enforce'): TempRepo => {
    const repo = createTempRepo({
      files: { '.vscode/settings.json': `{ "countersign.mode": "${mode}" }\n` },
    });
    repos.push(repo);
    return repo;
  };
  const withAi = (mode?: string): TempRepo => {
    const repo = create(mode);
    repo.write(PATH, AI);
    recordAi(repo.dir, PATH, AI, [[1, 5]]);
    repo.git('add', '--all');
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  const asHook = ['gate', '--staged', '--hook', 'pre-commit'];
  const data = (repo: TempRepo, ...rest: string[]) => join(repo.dir, '.git/countersign', ...rest);
  const segments = (repo: TempRepo): string[] =>
    readdirSync(data(repo, 'journal/main')).map((name) => data(repo, 'journal/main', name));
  const json = (repo: TempRepo) => gateSchema.parse(jsonOf(runCli(repo, ['gate', '--json'])));

  it('A folder that is in no git repository', () => {
    const repo = create();
    const done = runCli(repo, ['gate'], { cwd: repo.root });
    assert.equal(done.code, 2);
    assert.match(
      done.stderr,
      /is not in a git repository: run `git init` there, or change to one\.\n$/,
    );
    const answer = gateSchema.parse(jsonOf(runCli(repo, ['gate', '--json'], { cwd: repo.root })));
    assert.deepEqual([answer.verdict, answer.mode, answer.policy], ['error', null, null]);
  });

  it('A bare repository', () => {
    const repo = createTempRepo({ bare: true });
    repos.push(repo);
    const done = runCli(repo, ['gate']);
    assert.equal(done.code, 2);
    assert.match(done.stderr, /is a git folder without a work tree/);
  });

  it('A damaged line is told, and the other records judge', () => {
    const repo = withAi();
    const [segment = ''] = segments(repo);
    writeFileSync(
      segment,
      `{"sum":"0000000000000000","record":{}}\n${readFileSync(segment, 'utf8')}`,
    );
    const done = runCli(repo, asHook);
    assert.equal(done.code, 1);
    assert.match(done.stderr, /\nNote: .*has a damaged line; that one record is lost/);
  });

  it('A torn last line is told, also when the gate passes', () => {
    const repo = withAi();
    repo.git('rm', '--quiet', '--cached', PATH);
    const [segment = ''] = segments(repo);
    appendFileSync(segment, '{"sum":"0123456789abcdef","rec');
    const done = runCli(repo, asHook);
    assert.equal(done.code, 0);
    assert.match(done.stderr, /^Note: .* ends in the middle of a line/);
    assert.deepEqual(
      json(repo).notes.map(({ code }) => code),
      ['journal-torn'],
    );
  });

  it('A lost text does not hide AI text that stands as it was recorded', () => {
    const repo = withAi();
    rmSync(data(repo, 'texts'), { recursive: true });
    assert.equal(runCli(repo, asHook).code, 1);
  });

  it('A lost text that leaves origins unsure is told', () => {
    const repo = withAi();
    rmSync(data(repo, 'texts'), { recursive: true });
    repo.write(PATH, `// Prices.\n${AI}`);
    repo.git('add', '--all');
    const done = runCli(repo, asHook);
    assert.equal(done.code, 0);
    assert.match(
      done.stderr,
      /^Note: src\/price\.ts: AI text was recorded for this file, but a text of it in the journal cannot be read/,
    );
  });

  it('A damaged text is told', () => {
    const repo = withAi();
    const texts = repo
      .run('find', [data(repo, 'texts'), '-type', 'f'])
      .stdout.trim()
      .split('\n');
    for (const file of texts) writeFileSync(file, 'not what was kept');
    repo.write(PATH, `// Prices.\n${AI}`);
    repo.git('add', '--all');
    assert.deepEqual(
      json(repo).notes.map(({ code }) => code),
      ['provenance-unsure', 'text-damaged'],
    );
  });

  it('A journal of nonsense bytes judges nothing and is told', () => {
    const repo = withAi();
    for (const segment of segments(repo)) writeFileSync(segment, Buffer.alloc(5_000, 0xfe));
    const done = runCli(repo, asHook);
    assert.equal(done.code, 0);
    assert.match(done.stderr, /^Note: /);
  });

  it('A file that is not UTF-8', () => {
    const repo = create();
    const latin = Buffer.from(`// Gr\u00f6\u00dfe\n${AI}`, 'latin1');
    repo.write(PATH, '');
    writeFileSync(join(repo.dir, PATH), latin);
    recordAi(repo.dir, PATH, latin.toString('latin1'), [[2, 6]]);
    repo.git('add', '--all');
    assert.deepEqual(
      json(repo).findings.map(({ line }) => line),
      [1],
    );
  });

  it('A binary file with records is no text to judge', () => {
    const repo = create();
    recordAi(repo.dir, PATH, AI, [[1, 5]]);
    repo.write(PATH, `\u0000\u0001${AI}`);
    repo.git('add', '--all');
    assert.equal(json(repo).verdict, 'pass');
  });

  it('A file of 50 MB', () => {
    const repo = create();
    const line = `const row = [${'123456789, '.repeat(9)}];\n`;
    const rows = line.repeat(Math.ceil((50 << 20) / line.length));
    const nRows = rows.length / line.length;
    const text = `${rows}\n${AI}`;
    repo.write('src/rows.ts', text);
    recordAi(repo.dir, 'src/rows.ts', text, [[nRows + 2, nRows + 6]]);
    repo.git('add', '--all');
    const done = runCli(repo, asHook);
    assert.equal(done.code, 1, done.stderr);
    assert.match(done.stderr, /AI · github\.copilot · unverified/);
  });

  it('A file deleted on disk after it was staged', () => {
    const repo = withAi();
    rmSync(join(repo.dir, PATH));
    const done = runCli(repo, asHook);
    assert.equal(done.code, 1);
    assert.match(done.stderr, /what is staged differs from the file on disk/);
  });

  it('A broken index is told in git’s words', () => {
    const repo = withAi();
    writeFileSync(join(repo.dir, '.git/index'), 'DIRC nonsense');
    const done = runCli(repo, ['gate']);
    assert.equal(done.code, 2);
    assert.match(
      done.stderr,
      /^Countersign could not check what is staged: git diff ended with 128: /,
    );
  });

  it('A partial clone that lacks what is needed says how to fetch it, and passes nothing', () => {
    const repo = createTempRepo({ files: { 'a.txt': 'one\ntwo\nthree\n' } });
    repos.push(repo);
    repo.git('config', 'uploadpack.allowFilter', 'true');
    const clone = join(repo.root, 'clone');
    const from = `file://${repo.dir}`;
    repo.git('clone', '--quiet', '--filter=blob:none', '--no-checkout', from, clone);
    repo.run('git', ['reset', '--quiet'], { cwd: clone });
    writeFileSync(join(clone, 'b.txt'), 'one\ntwo\nthree\nfour\n');
    repo.run('git', ['rm', '--quiet', '--cached', 'a.txt'], { cwd: clone });
    repo.run('git', ['add', 'b.txt'], { cwd: clone });
    const done = runCli(repo, ['gate', '--json'], { cwd: clone });
    const answer = gateSchema.parse(jsonOf(done));
    assert.deepEqual([done.code, answer.findings[0]?.code], [2, 'history-missing']);
    assert.match(answer.summary, /Run `git diff --cached --stat` once, which fetches them/);
    repo.run('git', ['diff', '--cached', '--stat'], { cwd: clone });
    assert.equal(runCli(repo, ['gate'], { cwd: clone }).code, 0);
  });

  it('A machine without git', () => {
    const repo = withAi();
    const done = runCli(repo, ['gate'], { env: { PATH: repo.root } });
    assert.equal(done.code, 2);
    assert.match(done.stderr, /git was not found: install it, or put it on PATH\./);
    // The settings on disk say that nothing passes unchecked.
    const hook = runCli(repo, asHook, { env: { PATH: repo.root } });
    assert.equal(hook.code, 2);
    assert.match(hook.stderr, /^Countersign could not check this commit, so it is refused/);
  });

  it('A grammar that is missing is told', () => {
    const repo = withAi();
    for (const name of ['cli.cjs', 'gate.cjs', 'parser.cjs']) {
      copyFileSync(join(dirname(CLI), name), join(repo.root, name));
    }
    const done = repo.run(process.execPath, [join(repo.root, 'cli.cjs'), ...asHook]);
    assert.equal(done.code, 1);
    assert.match(done.stderr, /Note: the grammar typescript could not be loaded/);
  });

  it('It starts the same number of git processes for one file and for 300', () => {
    const counts = [1, 300].map((nFiles) => {
      const repo = create();
      for (let i = 0; i < nFiles; i++) {
        const text = `// ${i}\n${AI}`;
        repo.write(`src/deep${i % 7}/file${i}.ts`, text);
        if (i % 10 === 0) recordAi(repo.dir, `src/deep${i % 7}/file${i}.ts`, text, [[2, 6]]);
      }
      repo.git('add', '--all');
      const trace = join(repo.root, 'trace.json');
      const done = runCli(repo, asHook, { env: { GIT_TRACE2_EVENT: trace } });
      assert.equal(done.code, 1);
      return readFileSync(trace, 'utf8').split('"event":"start"').length - 1;
    });
    assert.deepEqual(counts, [3, 3]);
  });

  describe('a git folder that may not be written', () => {
    const isRoot = process.getuid?.() === 0;
    const asNobody = (repo: TempRepo, args: readonly string[]) => {
      const words = [process.execPath, CLI, ...args];
      const env = {
        ...repo.env,
        // Git trusts no repository of another user unless told to.
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'safe.directory',
        GIT_CONFIG_VALUE_0: '*',
      };
      return isRoot
        ? repo.run('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', ...words], {
            env,
          })
        : repo.run(words[0] ?? '', words.slice(1), { env });
    };
    const readOnly = (repo: TempRepo): void => {
      repo.run('chmod', ['-R', 'a-w,a+rX', repo.root]);
    };

    it('Is judged all the same, and nothing is written', () => {
      const repo = withAi();
      readOnly(repo);
      const done = asNobody(repo, asHook);
      assert.equal(done.code, 1, done.stderr);
      assert.match(done.stderr, /^Countersign refuses this commit: 1 AI block/);
    });

    it('A journal that may not be read cannot be judged by: refused in enforce, let pass aloud in warn', () => {
      for (const [mode, code] of [
        ['enforce', 2],
        ['warn', 0],
      ] as const) {
        const repo = withAi(mode);
        repo.run('chmod', ['-R', 'a+rX', repo.root]);
        repo.run('chmod', ['0000', data(repo, 'journal/main')]);
        const done = asNobody(repo, asHook);
        assert.equal(done.code, code, done.stderr);
        assert.match(
          done.stderr,
          /journal\/main cannot be read, so what is recorded there is not known/,
        );
      }
    });
  });
});
