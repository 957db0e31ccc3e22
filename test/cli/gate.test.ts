import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gateSchema, lastRefusalSchema } from '../../server/src/cli/schemas/gate.ts';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const SETTINGS = '.vscode/settings.json';

describe('countersign gate', function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  /** A repository with one unverified AI function staged in `src/price.ts`, at line 3. */
  const withAi = (mode: string | undefined): TempRepo => {
    const files = mode === undefined ? {} : { [SETTINGS]: `{ "countersign.mode": "${mode}" }\n` };
    const repo = createTempRepo({ files: { 'README.md': 'A shop.\n', ...files } });
    repos.push(repo);
    const text = `const currency = 'EUR';\n\n${aiFunction('parsePrice')}`;
    repo.write('src/price.ts', text);
    recordAi(repo.dir, 'src/price.ts', text, [[3, 7]]);
    repo.git('add', '--all');
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  const asHook = ['gate', '--staged', '--hook', 'pre-commit'];
  const refusalFile = (repo: TempRepo) => join(repo.dir, '.git/countersign/last-refusal.json');

  it('In enforce it refuses: the whole message first, one line a block, the command that signs', () => {
    const done = runCli(withAi('enforce'), asHook);
    assert.equal(done.code, 1);
    assert.equal(done.stdout, '');
    assert.deepEqual(done.stderr.split('\n'), [
      'Countersign refuses this commit: 1 AI block in src/price.ts is not verified. Review and sign it off, then commit again.',
      '  src/price.ts:3  parsePrice  AI · github.copilot · unverified',
      'After reviewing it, sign it off here or in the editor:',
      `  "${process.execPath}" "${CLI}" sign src/price.ts:3`,
      '',
    ]);
  });

  it('In warn it says the same and lets pass', () => {
    const done = runCli(withAi('warn'), asHook);
    assert.equal(done.code, 0);
    assert.match(
      done.stderr,
      /^Countersign warning: 1 AI block in src\/price\.ts is not verified\./,
    );
    assert.match(done.stderr, /\n {2}src\/price\.ts:3 {2}parsePrice/);
  });

  it('Warn is the mode when no settings say otherwise', () => {
    const repo = withAi(undefined);
    assert.equal(runCli(repo, asHook).code, 0);
    const json = gateSchema.parse(jsonOf(runCli(repo, ['gate', '--json'])));
    assert.equal(json.mode, 'warn');
    assert.equal(json.verdict, 'pass');
    assert.equal(json.findings.length, 1);
  });

  it('In observe the hook is silent, and the findings are in the JSON', () => {
    const repo = withAi('observe');
    assert.deepEqual(runCli(repo, asHook), { code: 0, stdout: '', stderr: '' });
    const json = gateSchema.parse(jsonOf(runCli(repo, ['gate', '--json'])));
    assert.deepEqual([json.mode, json.verdict, json.findings.length], ['observe', 'pass', 1]);
  });

  it('--strict judges as enforce in every mode', () => {
    for (const mode of ['observe', 'warn', 'enforce']) {
      const done = runCli(withAi(mode), ['gate', '--strict', '--json']);
      assert.equal(done.code, 1, mode);
      assert.equal(gateSchema.parse(jsonOf(done)).verdict, 'refused');
    }
  });

  it('A hook that passes prints nothing', () => {
    const repo = createTempRepo({ files: { 'README.md': 'A shop.\n' } });
    repos.push(repo);
    repo.write('README.md', 'A small shop.\n');
    repo.git('add', '--all');
    assert.deepEqual(runCli(repo, asHook), { code: 0, stdout: '', stderr: '' });
    assert.equal(existsSync(join(repo.dir, '.git/countersign')), false);
  });

  it('Called by a person it answers on stdout', () => {
    const done = runCli(withAi('enforce'), ['gate']);
    assert.equal(done.code, 1);
    assert.equal(done.stderr, '');
    assert.match(done.stdout, /^Countersign refuses this commit: /);
  });

  it('The JSON holds blocks, findings and policy, and nothing else is on stdout', () => {
    const done = runCli(withAi('enforce'), ['gate', '--format', 'json']);
    const json = gateSchema.parse(jsonOf(done));
    const [block] = json.blocks;
    assert.deepEqual(json.findings, [
      {
        code: 'unverified',
        path: 'src/price.ts',
        line: 3,
        text: 'parsePrice · AI · github.copilot · unverified',
      },
    ]);
    assert.deepEqual(block?.range, { startLine: 3, endLine: 7 });
    assert.deepEqual(block?.aiLines, [[3, 7]]);
    assert.deepEqual(block?.missing, ['review']);
    assert.equal(block?.origin.kind, 'ai');
    assert.equal(block?.origin.tier, 'platform');
    assert.equal(block?.origin.model, null);
    assert.deepEqual(block?.origins, [block?.origin]);
    assert.equal(json.policy?.sources.mode, SETTINGS);
    assert.equal(done.stderr, '');
  });

  it('Evidence that names no tool is told as such', () => {
    const repo = withAi('enforce');
    const text = aiFunction('parseTax');
    repo.write('src/tax.ts', text);
    recordAi(repo.dir, 'src/tax.ts', text, [[1, 5]], { tool: undefined, tier: 'command' });
    repo.git('add', '--all');
    assert.match(runCli(repo, ['gate']).stdout, /parseTax {4}AI · unknown tool · unverified/);
  });

  describe('reporters', () => {
    it('github writes annotations', () => {
      const done = runCli(withAi('enforce'), ['gate', '--format', 'github']);
      assert.equal(
        done.stdout.split('\n')[0],
        '::error file=src/price.ts,line=3,endLine=7,title=Countersign::parsePrice · AI · github.copilot · unverified',
      );
      assert.match(runCli(withAi('warn'), ['gate', '--format', 'github']).stdout, /^::warning /);
    });

    it('markdown writes a table', () => {
      const done = runCli(withAi('enforce'), ['gate', '--format', 'markdown']);
      assert.match(done.stdout, /^\*\*Countersign refuses this commit/);
      assert.match(
        done.stdout,
        /\| `src\/price\.ts:3` \| parsePrice · AI · github\.copilot · unverified \|/,
      );
    });

    it('sarif writes a log with the block as its fingerprint', () => {
      const done = runCli(withAi('enforce'), ['gate', '--format', 'sarif']);
      assert.equal(done.code, 1);
      const log = JSON.parse(done.stdout);
      assert.equal(log.version, '2.1.0');
      const [result] = log.runs[0].results;
      assert.equal(result.ruleId, 'unverified');
      assert.equal(result.level, 'error');
      assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'src/price.ts');
      assert.match(result.partialFingerprints['countersignCodeHash/v0'], /^sha256:/);
    });
  });

  describe('the command that signs', () => {
    const onPath = (repo: TempRepo) => ({ PATH: `${repo.root}/bin:${repo.env['PATH'] ?? ''}` });

    it('Is short where `countersign` on PATH is a link to this installation', () => {
      const repo = withAi('enforce');
      repo.write('../bin/.keep', '');
      symlinkSync(CLI, join(repo.root, 'bin/countersign'));
      const done = runCli(repo, asHook, { env: onPath(repo) });
      assert.match(done.stderr, /\n {2}countersign sign src\/price\.ts:3\n/);
    });

    it("Is short where `countersign` on PATH is the extension's script for this installation", () => {
      const repo = withAi('enforce');
      repo.write(
        '../bin/countersign',
        `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`,
        0o755,
      );
      const done = runCli(repo, asHook, { env: onPath(repo) });
      assert.match(done.stderr, /\n {2}countersign sign src\/price\.ts:3\n/);
    });

    it('Is long where `countersign` on PATH is another installation', () => {
      const repo = withAi('enforce');
      repo.write('../bin/countersign', '#!/bin/sh\nexec node /opt/other/cli.cjs "$@"\n', 0o755);
      const done = runCli(repo, asHook, { env: onPath(repo) });
      assert.ok(done.stderr.includes(`"${CLI}" sign src/price.ts:3`));
    });

    it('Names paths as the person in a folder would type them, quoted for the shell', () => {
      const repo = withAi('enforce');
      const text = aiFunction('parseTax');
      repo.write("docs/it's here/tax größe.ts", text);
      recordAi(repo.dir, "docs/it's here/tax größe.ts", text, [[1, 5]]);
      repo.git('add', '--all');
      const inFolder = runCli(repo, ['gate'], { cwd: join(repo.dir, 'src') });
      assert.match(
        inFolder.stdout,
        / sign '\.\.\/docs\/it'\\''s here\/tax größe\.ts:1' price\.ts:3\n/,
      );
      // Git starts a hook at the top, and says where the person was.
      const inHook = runCli(repo, asHook, { env: { GIT_PREFIX: 'src/' } });
      assert.match(
        inHook.stderr,
        / sign '\.\.\/docs\/it'\\''s here\/tax größe\.ts:1' price\.ts:3\n/,
      );
    });

    it('A hook names the first 40 blocks of many, and a person asks for all', () => {
      const repo = withAi('enforce');
      for (let i = 0; i < 50; i++) {
        const path = `src/part${i}.ts`;
        repo.write(path, aiFunction(`part${i}`));
        recordAi(repo.dir, path, aiFunction(`part${i}`), [[1, 5]]);
      }
      repo.git('add', '--all');
      const inHook = runCli(repo, asHook).stderr;
      assert.match(
        inHook,
        /^Countersign refuses this commit: 51 AI blocks in src\/part0\.ts, src\/part1\.ts, src\/part10\.ts and 48 more are not verified/,
      );
      assert.match(inHook, /\n {2}… and 11 more: countersign gate lists all\n/);
      assert.equal(runCli(repo, ['gate']).stdout.split('\n').length, 1 + 51 + 2 + 1);
    });

    it('Names files instead of places where there are many', () => {
      const repo = withAi('enforce');
      const text = Array.from({ length: 12 }, (_, i) => aiFunction(`parse${i}`)).join('\n');
      repo.write('src/many.ts', text);
      recordAi(repo.dir, 'src/many.ts', text, [[1, 72]]);
      repo.git('add', '--all');
      const { stderr } = runCli(repo, asHook);
      assert.match(stderr, /13 AI blocks in src\/many\.ts and src\/price\.ts are not verified/);
      assert.match(stderr, / sign src\/many\.ts src\/price\.ts\n$/);
    });
  });

  describe('last-refusal.json', () => {
    it('Tells the editor what was refused, and that the next commit passed', () => {
      const repo = withAi('enforce');
      runCli(repo, asHook, { env: { VSCODE_GIT_COMMAND: 'commit' } });
      const refusal = lastRefusalSchema.parse(JSON.parse(readFileSync(refusalFile(repo), 'utf8')));
      assert.equal(refusal.client, 'vscode');
      assert.equal(refusal.hook, 'pre-commit');
      assert.equal(refusal.verdict, 'refused');
      assert.equal(refusal.worktree, repo.dir);
      assert.deepEqual(
        refusal.findings.map(({ path, line }) => [path, line]),
        [['src/price.ts', 3]],
      );

      repo.git('rm', '--cached', '--quiet', 'src/price.ts');
      assert.equal(runCli(repo, asHook).code, 0);
      const pass = lastRefusalSchema.parse(JSON.parse(readFileSync(refusalFile(repo), 'utf8')));
      assert.deepEqual([pass.verdict, pass.findings, pass.client], ['pass', [], 'terminal']);
    });

    it('Is written in warn too, where editors hide what a passing hook says', () => {
      const repo = withAi('warn');
      runCli(repo, asHook);
      const refusal = lastRefusalSchema.parse(JSON.parse(readFileSync(refusalFile(repo), 'utf8')));
      assert.deepEqual(
        [refusal.mode, refusal.verdict, refusal.findings.length],
        ['warn', 'pass', 1],
      );
    });

    it('Is all that the gate writes', () => {
      const repo = withAi('enforce');
      const before = repo.run('find', ['.git', '-type', 'f']).stdout.split('\n').sort();
      runCli(repo, asHook);
      const after = repo.run('find', ['.git', '-type', 'f']).stdout.split('\n').sort();
      assert.deepEqual(
        after.filter((file) => !before.includes(file)),
        ['.git/countersign/last-refusal.json'],
      );
    });

    it('A link in the place of our folder is not followed', () => {
      const repo = withAi('enforce');
      repo.write('../elsewhere/.keep', '');
      repo.run('mv', ['.git/countersign', join(repo.root, 'journal')]);
      symlinkSync(join(repo.root, 'elsewhere'), join(repo.dir, '.git/countersign'));
      assert.equal(runCli(repo, asHook).code, 0);
      assert.equal(existsSync(join(repo.root, 'elsewhere/last-refusal.json')), false);
    });
  });

  it('Names with line breaks and control characters cannot draw on the terminal', () => {
    const repo = withAi('enforce');
    const text = aiFunction('parseTax');
    const path = 'src/a\nb\u001b[2Kc.ts';
    writeFileSync(join(repo.dir, path), text);
    recordAi(repo.dir, path, text, [[1, 5]], { tool: 'evil\u001b[31m' });
    repo.git('add', '--all');
    const { stdout } = runCli(repo, ['gate']);
    assert.ok(!stdout.includes('\u001b'));
    assert.match(stdout, /src\/a\\nb\\x1b\[2Kc\.ts:1 {2}parseTax/);
    assert.match(stdout, /AI · evil\\x1b\[31m/);
  });

  it('A file that may not be read again is judged as it was staged', () => {
    const repo = withAi('enforce');
    chmodSync(join(repo.dir, 'src/price.ts'), 0);
    assert.equal(runCli(repo, ['gate']).code, 1);
  });
});
