import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gateSchema } from '../../server/src/cli/schemas/gate.ts';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const PATH = 'src/price.ts';
const HUMAN = `const currency = 'EUR';\n`;
const AI = aiFunction('parsePrice');

describe('countersign gate judges the index', function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  const create = (files: Readonly<Record<string, string>> = {}): TempRepo => {
    const repo = createTempRepo({
      files: { '.vscode/settings.json': '{ "countersign.mode": "enforce" }\n', ...files },
    });
    repos.push(repo);
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  /** `<path>:<line> <status>` of what the gate would refuse. */
  const findings = (repo: TempRepo, cwd = repo.dir): string[] => {
    const json = gateSchema.parse(jsonOf(runCli(repo, ['gate', '--json'], { cwd })));
    return json.findings.map(({ code, path, line }) => `${path}:${line} ${code}`);
  };
  const withHook = (repo: TempRepo): TempRepo => {
    assert.equal(runCli(repo, ['hooks', 'install']).code, 0);
    return repo;
  };
  const accept = (repo: TempRepo, path: string, text: string, first: number, last: number) => {
    repo.write(path, text);
    recordAi(repo.dir, path, text, [[first, last]]);
  };

  it('Text that is only on disk is not judged', () => {
    const repo = create({ [PATH]: HUMAN });
    accept(repo, PATH, `${HUMAN}\n${AI}`, 3, 7);
    assert.deepEqual(findings(repo), []);
  });

  it('AI text that was staged and then rewritten on disk is found, and how to go on is said', () => {
    const repo = create({ [PATH]: HUMAN });
    accept(repo, PATH, `${HUMAN}\n${AI}`, 3, 7);
    repo.git('add', PATH);
    repo.write(PATH, HUMAN);
    assert.deepEqual(findings(repo), [`${PATH}:3 unverified`]);
    const { stdout } = runCli(repo, ['gate']);
    assert.match(stdout, /src\/price\.ts: what is staged differs from the file on disk/);
    assert.doesNotMatch(stdout, / sign src/);
  });

  it('AI text that moved on disk since it was staged is named at its line on disk', () => {
    const repo = create({ [PATH]: HUMAN });
    accept(repo, PATH, `${HUMAN}\n${AI}`, 3, 7);
    repo.git('add', PATH);
    repo.write(PATH, `// Prices.\n\n${HUMAN}\n${AI}`);
    const { stdout } = runCli(repo, ['gate']);
    assert.match(stdout, /\n {2}src\/price\.ts:3 {2}parsePrice/);
    assert.match(stdout, / sign src\/price\.ts:5\n/);
  });

  it('Staging in part (git add -p) judges the staged part only', () => {
    const filler = Array.from({ length: 12 }, (_, i) => `const filler${i} = ${i};`).join('\n');
    const repo = create({ [PATH]: `${HUMAN}${filler}\n` });
    const text = `${aiFunction('parseTax')}${HUMAN}${filler}\n${AI}`;
    repo.write(PATH, text);
    recordAi(repo.dir, PATH, text, [
      [1, 5],
      [19, 23],
    ]);
    const added = repo.run('git', ['add', '-p', PATH], { input: 'n\ny\n' });
    assert.equal(added.code, 0, added.stderr);
    assert.deepEqual(findings(repo), [`${PATH}:14 unverified`]);
  });

  it('git commit -a and git commit <path> are judged by the index they make', () => {
    const repo = withHook(create({ [PATH]: HUMAN, 'other.ts': HUMAN }));
    accept(repo, PATH, `${HUMAN}\n${AI}`, 3, 7);
    repo.write('other.ts', `${HUMAN}\n`);
    assert.equal(repo.tryGit('commit', '-a', '-m', 'All').code, 1);
    assert.equal(repo.tryGit('commit', PATH, '-m', 'This').code, 1);
    assert.equal(repo.tryGit('commit', 'other.ts', '-m', 'Only the other').code, 0);
    assert.equal(runAtTerminal(repo, ['sign', PATH], 'y\n').code, 0);
    assert.equal(repo.tryGit('commit', PATH, '-m', 'Signed').code, 0);
  });

  it('git commit --amend is judged by what it adds to the commit', () => {
    const repo = withHook(create({ [PATH]: HUMAN }));
    repo.write('notes.md', 'x\n');
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '-m', 'Notes');
    accept(repo, PATH, `${HUMAN}\n${AI}`, 3, 7);
    repo.git('add', '--all');
    assert.equal(repo.tryGit('commit', '--amend', '--no-edit').code, 1);
    repo.git('reset', '--quiet', '--hard');
    assert.equal(repo.tryGit('commit', '--amend', '-m', 'Better words').code, 0);
  });

  it('A block that HEAD has as it is is not judged again', () => {
    const repo = create({ [PATH]: HUMAN });
    accept(repo, PATH, `${HUMAN}\n${AI}`, 3, 7);
    repo.git('add', PATH);
    repo.git('commit', '--quiet', '--no-verify', '-m', 'Past the gate');
    repo.write(PATH, `// Prices.\n${HUMAN}\n${AI}`);
    repo.git('add', PATH);
    assert.deepEqual(findings(repo), []);
  });

  it('The first commit, where there is no HEAD yet', () => {
    const repo = createTempRepo();
    repos.push(repo);
    repo.write('.vscode/settings.json', '{ "countersign.mode": "enforce" }');
    accept(repo, PATH, AI, 1, 5);
    repo.git('add', '--all');
    assert.deepEqual(findings(repo), [`${PATH}:1 unverified`]);
    assert.equal(runCli(repo, ['gate']).code, 1);
  });

  it('A detached HEAD', () => {
    const repo = withHook(create({ [PATH]: HUMAN }));
    repo.git('checkout', '--quiet', '--detach');
    accept(repo, PATH, `${HUMAN}\n${AI}`, 3, 7);
    assert.equal(repo.tryGit('commit', '-a', '-m', 'Detached').code, 1);
  });

  it('A linked work tree sees what was recorded in any of them', () => {
    const repo = withHook(create({ [PATH]: HUMAN }));
    const linked = join(repo.root, 'linked work tree');
    repo.git('worktree', 'add', '--quiet', linked, '-b', 'side');
    recordAi(linked, PATH, `${HUMAN}\n${AI}`, [[3, 7]]);
    repo.write(join('../linked work tree', PATH), `${HUMAN}\n${AI}`);
    repo.run('git', ['add', '--all'], { cwd: linked });
    assert.deepEqual(findings(repo, linked), [`${PATH}:3 unverified`]);
    assert.deepEqual(findings(repo), []);
    const refused = repo.run('git', ['commit', '-m', 'x'], { cwd: linked });
    assert.equal(refused.code, 1, refused.stderr);
    assert.match(refused.stderr, /^Countersign refuses this commit/);
    repo.write(PATH, `${HUMAN}\n${AI}`);
    repo.git('add', '--all');
    assert.deepEqual(findings(repo), [`${PATH}:3 unverified`]);
  });

  it('Names with blanks, quotes, line breaks and letters beyond ASCII', () => {
    const names = [
      'a b.ts',
      "it's.ts",
      'größe 倉庫.ts',
      '"quoted".ts',
      'line\nbreak.ts',
      '-dash.ts',
    ];
    const repo = create();
    for (const name of names) accept(repo, `src/${name}`, AI, 1, 5);
    repo.git('add', '--all');
    assert.deepEqual(findings(repo).sort(), names.map((name) => `src/${name}:1 unverified`).sort());
  });

  it('A renamed file keeps its origins, also when it was edited', () => {
    const repo = create({ [PATH]: HUMAN });
    const text = `${HUMAN}\n${AI}\n${aiFunction('parseTax')}`;
    repo.write(PATH, text);
    recordAi(repo.dir, PATH, text, [
      [3, 7],
      [9, 13],
    ]);
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '--no-verify', '-m', 'Past the gate');
    mkdirSync(join(repo.dir, 'lib'));
    renameSync(join(repo.dir, PATH), join(repo.dir, 'lib/cost.ts'));
    repo.write('lib/cost.ts', text.replace('* 100', '* 1000'));
    repo.git('add', '--all');
    assert.deepEqual(findings(repo), ['lib/cost.ts:3 unverified']);
    // What the gate names can be signed under its new name.
    assert.equal(runAtTerminal(repo, ['sign', 'lib/cost.ts:3'], 'y\n').code, 0);
    assert.deepEqual(findings(repo), []);
  });

  it('A copy of AI text in another file is AI text', () => {
    const repo = create({ [PATH]: HUMAN });
    const text = `${HUMAN}\n${AI}`;
    recordAi(repo.dir, PATH, text, [[3, 7]]);
    repo.write('src/copy.ts', text);
    repo.git('add', '--all');
    assert.deepEqual(findings(repo), ['src/copy.ts:3 unverified']);
  });

  it('A merge is judged by its own hook', () => {
    const repo = withHook(create({ [PATH]: HUMAN }));
    repo.git('checkout', '--quiet', '-b', 'side');
    accept(repo, 'src/side.ts', AI, 1, 5);
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '--no-verify', '-m', 'Side');
    repo.git('checkout', '--quiet', 'main');
    repo.write('main.md', 'x\n');
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '-m', 'Main');
    const merged = repo.tryGit('merge', '--no-edit', 'side');
    assert.equal(merged.code, 1);
    assert.match(merged.stderr, /Countersign refuses this commit: 1 AI block in src\/side\.ts/);
  });

  it('Deleted files, links, submodules and files to be added later are no text to judge', () => {
    const repo = create({ [PATH]: HUMAN, 'gone.ts': HUMAN });
    const inner = createTempRepo({ name: 'inner', files: { 'a.txt': 'x\n' } });
    repos.push(inner);
    repo.git('submodule', '--quiet', 'add', inner.dir, 'inner');
    accept(repo, 'later.ts', AI, 1, 5);
    repo.git('add', '-N', 'later.ts');
    symlinkSync('price.ts', join(repo.dir, 'src/link.ts'));
    rmSync(join(repo.dir, 'gone.ts'));
    repo.git('add', 'src/link.ts', 'gone.ts');
    assert.deepEqual(findings(repo), []);
    accept(repo, PATH, `${HUMAN}\n${AI}`, 3, 7);
    repo.git('add', PATH);
    assert.deepEqual(findings(repo), [`${PATH}:3 unverified`]);
  });

  it('A file with CRLF line ends that git stores with LF', () => {
    const repo = create({ '.gitattributes': '*.ts text eol=crlf\n' });
    const text = `${HUMAN}\n${AI}`.replaceAll('\n', '\r\n');
    accept(repo, PATH, text, 3, 7);
    repo.git('add', '--all');
    assert.deepEqual(findings(repo), [`${PATH}:3 unverified`]);
    assert.match(runCli(repo, ['gate']).stdout, / sign src\/price\.ts:3\n/);
    assert.equal(runAtTerminal(repo, ['sign', PATH], 'y\n').code, 0);
    assert.deepEqual(findings(repo), []);
  });

  it('A repository with SHA-256 names', () => {
    const repo = createTempRepo();
    repos.push(repo);
    rmSync(join(repo.dir, '.git'), { recursive: true });
    repo.git('init', '--quiet', '--object-format=sha256');
    accept(repo, PATH, AI, 1, 5);
    repo.git('add', '--all');
    assert.deepEqual(findings(repo), [`${PATH}:1 unverified`]);
    repo.git('commit', '--quiet', '-m', 'First');
    accept(repo, PATH, `${AI}\n${aiFunction('parseTax')}`, 1, 11);
    repo.git('add', '--all');
    assert.deepEqual(findings(repo), [`${PATH}:7 unverified`]);
  });

  it('Signed text passes, one changed token refuses, the old text passes again', () => {
    const repo = withHook(create({ [PATH]: HUMAN }));
    const text = `${HUMAN}\n${AI}`;
    accept(repo, PATH, text, 3, 7);
    repo.git('add', '--all');
    assert.equal(runAtTerminal(repo, ['sign', `${PATH}:4`], 'y\n').code, 0);
    assert.deepEqual(findings(repo), []);
    repo.write(PATH, text.replace('100', '10'));
    repo.git('add', '--all');
    assert.deepEqual(findings(repo), [`${PATH}:3 outdated`]);
    assert.equal(repo.tryGit('commit', '-m', 'x').code, 1);
    repo.write(PATH, text);
    repo.git('add', '--all');
    assert.equal(repo.tryGit('commit', '-m', 'x').code, 0);
    assert.equal(repo.git('log', '--format=%s', '-1').trim(), 'x');
  });

  it('A commit from another folder by -C is judged where it is', () => {
    const repo = create();
    accept(repo, PATH, AI, 1, 5);
    repo.git('add', '--all');
    const done = repo.run(process.execPath, [CLI, '-C', repo.dir, '-C', 'src', 'gate'], {
      cwd: '/',
    });
    assert.equal(done.code, 1);
    assert.match(done.stdout, /\n {2}price\.ts:1 {2}parsePrice/);
  });
});
