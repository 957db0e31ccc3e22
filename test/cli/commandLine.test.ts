import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../server/src/cli/commands/table.ts';
import { doctorSchema } from '../../server/src/cli/schemas/doctor.ts';
import { hooksSchema } from '../../server/src/cli/schemas/hooks.ts';
import { policySchema } from '../../server/src/cli/schemas/policy.ts';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { ROOT } from '../support/golden.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

describe('countersign, the command line', function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  const create = (files: Readonly<Record<string, string>> = { 'README.md': 'x\n' }): TempRepo => {
    const repo = createTempRepo({ files });
    repos.push(repo);
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });

  describe('help', () => {
    it('Lists every command', () => {
      const done = runCli(create(), ['--help']);
      assert.equal(done.code, 0);
      for (const { name } of commands.filter(({ isHidden }) => isHidden !== true))
        assert.match(done.stdout, new RegExp(`\\n {2}${name.split(' ')[0]} `));
      assert.ok(done.stdout.split('\n').length < 50);
    });

    it('Is there for each command, short, with an example', () => {
      const repo = create();
      for (const { name, examples } of commands) {
        const done = runCli(repo, [...name.split(' '), '--help']);
        assert.equal(done.code, 0, name);
        assert.equal(done.stderr, '');
        assert.match(done.stdout, new RegExp(`^Usage: countersign ${name}`));
        assert.ok(done.stdout.includes(examples[0] ?? '?'), name);
        assert.ok(done.stdout.split('\n').length < 25, `${name} has a long help`);
      }
    });

    it('The version is the package’s', () => {
      const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
      const done = runCli(create(), ['--version']);
      assert.deepEqual([done.code, done.stdout], [0, `${version}\n`]);
    });
  });

  describe('wrong use is exit 2 and a clear sentence', () => {
    for (const [args, words] of [
      [
        ['gaet'],
        /^Countersign: unknown command 'gaet'\n\(Did you mean gate\?\)\nRun `countersign --help`/,
      ],
      [
        ['frobnicate'],
        /^Countersign: unknown command 'frobnicate'\nRun `countersign --help` to see the commands\./,
      ],
      [['gate', '--frob'], /^Countersign: unknown option '--frob'\nRun `countersign gate --help`/],
      [['gate', 'src'], /^Countersign: too many arguments for 'gate'/],
      [
        ['gate', '--format', 'xml'],
        /'xml' is invalid\. Allowed choices are text, json, sarif, github, markdown\./,
      ],
      [['blame'], /^Countersign: missing required argument 'file'/],
      [['hooks', 'frob'], /^Countersign: unknown command 'frob'/],
      [
        ['-C', '/no/such/folder', 'status'],
        /^Countersign: -C \/no\/such\/folder: there is no such folder\./,
      ],
      [['lsp'], /^Countersign: say how to talk: countersign lsp --stdio/],
    ] as const) {
      it(args.join(' '), () => {
        const done = runCli(create(), args);
        assert.equal(done.code, 2);
        assert.equal(done.stdout, '');
        assert.match(done.stderr, words);
        assert.doesNotMatch(done.stderr, /\n\s+at /);
      });
    }

    it('Nothing at all shows help', () => {
      const done = runCli(create(), []);
      assert.equal(done.code, 2);
      assert.match(done.stderr, /^Usage: countersign/);
    });
  });

  it('Outside a repository every command says so', () => {
    const repo = create();
    for (const args of [
      ['status'],
      ['blame', 'x'],
      ['gate'],
      ['policy', 'show'],
      ['hooks', 'status'],
    ]) {
      const done = runCli(repo, args, { cwd: repo.root });
      assert.equal(done.code, 2, args.join(' '));
      assert.match(done.stderr, /is not in a git repository/);
      assert.doesNotMatch(done.stderr, /\n\s+at /);
    }
  });

  it('-C and --debug are taken before the command and after it', () => {
    const repo = create();
    for (const args of [
      ['-C', repo.dir, '--debug', 'status'],
      ['status', '-C', repo.dir, '--debug'],
    ]) {
      assert.equal(runCli(repo, args, { cwd: '/' }).code, 0);
    }
  });

  it('A reader that goes away ends the writing without a word', async () => {
    const repo = create();
    const text = Array.from({ length: 40_000 }, (_, i) => `const line${i} = ${i};\n`).join('');
    repo.write('long.ts', text);
    const child = spawn(process.execPath, [CLI, 'blame', 'long.ts'], {
      cwd: repo.dir,
      env: repo.env,
    });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'exit');
    assert.deepEqual([code, words], [0, '']);
  });

  it('Colours are for terminals that want them', () => {
    const repo = create();
    recordAi(repo.dir, 'a.ts', aiFunction('a'), [[1, 5]]);
    repo.write('a.ts', aiFunction('a'));
    const colours = /\u001b\[/;
    assert.match(runAtTerminal(repo, ['status'], '', { env: { NO_COLOR: '' } }).stdout, colours);
    assert.doesNotMatch(runAtTerminal(repo, ['status'], '').stdout, colours);
    assert.doesNotMatch(
      runAtTerminal(repo, ['status'], '', { env: { NO_COLOR: '', TERM: 'dumb' } }).stdout,
      colours,
    );
    assert.doesNotMatch(runCli(repo, ['status'], { env: { FORCE_COLOR: '1' } }).stdout, colours);
  });

  it('hooks install, status and uninstall tell what they did', () => {
    const repo = create();
    const hooks = (...args: string[]) =>
      hooksSchema.parse(jsonOf(runCli(repo, ['hooks', ...args, '--json'])));
    assert.equal(hooks('status').installed, false);
    assert.equal(hooks('install', '--dry-run').installed, false);
    assert.equal(hooks('install').installed, true);
    assert.equal(hooks('status').installed, true);
    const words = runCli(repo, ['hooks', 'status']);
    assert.match(words.stdout, / {2}pre-commit +installed +.*pre-commit\n/);
    assert.equal(hooks('uninstall').installed, false);
  });

  it('The language server answers over stdio, and ends with its client', async () => {
    const repo = create();
    const child = spawn(process.execPath, [CLI, 'lsp', '--stdio'], {
      cwd: repo.dir,
      env: repo.env,
    });
    try {
      const send = (message: object): void => {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      let said = '';
      const hears = async (words: RegExp): Promise<void> => {
        for (; !words.test(said); ) said += String((await once(child.stdout, 'data'))[0]);
      };
      const params = { processId: null, rootUri: null, capabilities: {} };
      send({ id: 1, method: 'initialize', params });
      await hears(/"capabilities"/);
      send({ id: 2, method: 'shutdown' });
      await hears(/"id":2/);
      send({ method: 'exit' });
      const [code] = await once(child, 'exit');
      assert.equal(code, 0);
    } finally {
      child.kill();
    }
  });

  describe('doctor', () => {
    const doctor = (repo: TempRepo, cwd = repo.dir) => {
      const done = runCli(repo, ['doctor', '--json'], { cwd });
      const document = doctorSchema.parse(jsonOf(done));
      assert.equal(done.code, document.ok ? 0 : 2);
      return new Map(document.checks.map((check) => [check.name, check]));
    };

    it('Looks at everything, and says what to do next', () => {
      const repo = create();
      recordAi(repo.dir, 'a.ts', aiFunction('a'), [[1, 5]]);
      const checks = doctor(repo);
      assert.deepEqual(
        [...checks].map(([name, { level }]) => `${name} ${level}`),
        [
          'runtime ok',
          'git ok',
          'grammars ok',
          'repository ok',
          'identity ok',
          'hooks warn',
          'policy ok',
          'agents ok',
          'journal ok',
          'losses ok',
          'ledger ok',
          'clock ok',
        ],
      );
      assert.match(checks.get('journal')?.text ?? '', /^1 record in 1 segment/);
      assert.match(checks.get('hooks')?.next ?? '', /countersign hooks install/);
      runCli(repo, ['hooks', 'install']);
      assert.equal(doctor(repo).get('hooks')?.level, 'ok');
    });

    it('Outside a repository it looks at what is there', () => {
      const repo = create();
      const checks = doctor(repo, repo.root);
      assert.equal(checks.get('repository')?.level, 'fail');
      assert.equal(checks.get('git')?.level, 'ok');
      assert.equal(checks.has('journal'), false);
    });

    it('Finds what is wrong', () => {
      const repo = create({
        '.vscode/settings.json': '{\n  "countersign.mode": "strict"\n}\n',
      });
      recordAi(repo.dir, 'a.ts', aiFunction('a'), [[1, 5]]);
      repo.run('rm', ['-r', '.git/countersign/texts']);
      repo.run('sh', [
        '-c',
        'for f in .git/countersign/journal/main/*; do printf torn >> "$f"; done',
      ]);
      repo.git('config', '--global', '--unset', 'user.email');
      const checks = doctor(repo);
      assert.match(checks.get('policy')?.text ?? '', /settings\.json:2: countersign\.mode must be/);
      assert.equal(checks.get('identity')?.level, 'warn');
      assert.match(
        checks.get('losses')?.text ?? '',
        /ends in the middle of a line.*1 kept text cannot be read, of a\.ts/,
      );
    });

    it('For people each line has a level and what to do', () => {
      const { stdout } = runCli(create(), ['doctor']);
      assert.match(stdout, /^ok {4}runtime {5}Countersign /);
      assert.match(stdout, /\nwarn {2}hooks .*\n +→ Run `countersign hooks install`/);
    });
  });

  describe('policy', () => {
    it('show names the file behind every value', () => {
      const repo = create({
        '.vscode/settings.json': '{ "countersign.mode": "enforce" }\n',
        'src/.vscode/settings.json': '{ "countersign.policy.minLines": 5 }\n',
        'src/a.ts': 'x\n',
      });
      const shown = policySchema.parse(
        jsonOf(runCli(repo, ['policy', 'show', 'src/a.ts', '--json'])),
      );
      assert.equal(shown.path, 'src/a.ts');
      assert.deepEqual([shown.policy.mode, shown.policy.minLines], ['enforce', 5]);
      assert.equal(shown.policy.sources.minLines, 'src/.vscode/settings.json');
      assert.match(
        runCli(repo, ['policy', 'show']).stdout,
        /^countersign\.mode +"enforce" +\.vscode\/settings\.json$/m,
      );
    });

    it('check names every value that cannot be read, with file and line', () => {
      const repo = create({
        '.vscode/settings.json': '{\n "countersign.mode": 1,\n "countersign.enable": "no"\n}\n',
      });
      const done = runCli(repo, ['policy', 'check']);
      assert.equal(done.code, 2);
      assert.match(
        done.stdout,
        /settings\.json:3: countersign\.enable must be true or false, not "no"\n/,
      );
      assert.match(done.stdout, /settings\.json:2: countersign\.mode must be/);
      const json = policySchema.parse(jsonOf(runCli(repo, ['policy', 'check', '--json'])));
      assert.equal(json.problems.length, 2);
      assert.equal(runCli(create(), ['policy', 'check']).code, 0);
    });
  });
});
