import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ingest as ingestInProcess } from '../../server/src/app/ingest/ingest.ts';
import { createIngestPorts } from '../../server/src/node/ingest/locateFile.ts';
import { CLI, jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const BASE = 'export const one = 1;\n';

describe('Agents: payloads that are wrong, huge or hostile', () => {
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'a.ts': BASE, 'dir/b.ts': BASE } });
  });
  afterEach(() => repo.dispose());

  /** Hands a payload to the hook: it never prints, never fails, never touches the work tree. */
  const ingest = (payload: string, cwd = repo.dir): void => {
    const before = listing(repo.dir);
    const done = repo.run(process.execPath, [CLI, 'ingest', '--agent', 'claude-code'], {
      input: payload,
      cwd,
    });
    assert.deepEqual(done, { code: 0, stdout: '', stderr: '' });
    assert.deepEqual(listing(repo.dir), before);
  };
  const doctor = (): string => runCli(repo, ['doctor']).stdout;
  const kinds = (path: string): string[] => {
    const { lines } = jsonOf(runCli(repo, ['blame', path, '--json'])) as {
      lines: { origin: { kind: string } }[];
    };
    return lines.map(({ origin }) => origin.kind);
  };

  for (const [name, payload] of [
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['torn JSON', JSON.stringify(edit('a.ts', 'one', 'two')).slice(0, 60)],
    ['a list', '[]'],
    ['null', 'null'],
    ['no agent anybody knows', '{"event":"edit","file":"a.ts"}'],
    ['a NUL in the path', JSON.stringify(edit('a\u0000.ts', 'one', 'two'))],
    ['a path that is a number', JSON.stringify(edit(42, 'one', 'two'))],
  ] as const) {
    it(`Tells of ${name}`, () => {
      ingest(payload);
      assert.match(doctor(), /could not be used/);
      assert.deepEqual(kinds('a.ts'), ['unknown']);
    });
  }

  it('Reads control characters inside JSON, as Windsurf sends them', () => {
    repo.write('a.ts', `${BASE}\texport const two = 2;\n`);
    ingest(
      `{"agent_action_name":"post_write_code","trajectory_id":"t","execution_id":"e","tool_info":{"file_path":"${join(repo.dir, 'a.ts')}","edits":[{"old_string":"export const one = 1;\n","new_string":"export const one = 1;\n\texport const two = 2;\n"}]}}`,
    );
    assert.deepEqual(kinds('a.ts'), ['unknown', 'ai']);
  });

  for (const [name, path] of [
    ['an absolute path elsewhere', '/etc/hostname'],
    ['a path that climbs out', '../../../../../../etc/hostname'],
    ["git's own folder", '.git/config'],
    ['a hook of git', 'dir/../.git/hooks/pre-commit'],
  ] as const) {
    it(`Records nothing of ${name}, and says so`, () => {
      const config = readFileSync(join(repo.dir, '.git/config'));
      ingest(JSON.stringify(edit(path, 'one', 'two')));
      assert.deepEqual(readFileSync(join(repo.dir, '.git/config')), config);
      assert.match(doctor(), /An agent named a file that/);
    });
  }

  it('Follows no link out of the repository', () => {
    writeFileSync(join(repo.root, 'outside.ts'), BASE);
    symlinkSync(join(repo.root, 'outside.ts'), join(repo.dir, 'link.ts'));
    symlinkSync(repo.root, join(repo.dir, 'folder'));
    ingest(JSON.stringify(edit('link.ts', 'one', 'two')));
    ingest(JSON.stringify(edit('folder/outside.ts', 'one', 'two')));
    assert.match(doctor(), /2 payloads could not be used/);
  });

  it('Writes nothing through a link in place of its own folder', () => {
    mkdirSync(join(repo.root, 'elsewhere'));
    symlinkSync(join(repo.root, 'elsewhere'), join(repo.dir, '.git/countersign'));
    ingest(JSON.stringify(edit('a.ts', 'one', 'two')));
    assert.deepEqual(readdirSync(join(repo.root, 'elsewhere')), []);
  });

  it('Leaves a repository alone that the agent has no business in', () => {
    const other = createTempRepo({ files: { 'a.ts': BASE } });
    ingest(JSON.stringify({ ...edit(join(other.dir, 'a.ts'), 'one', 'two'), cwd: repo.dir }));
    assert.ok(!existsSync(join(other.dir, '.git/countersign')));
    assert.match(doctor(), /outside the folders it works in/);
    other.dispose();
  });

  it('Records in a repository that has never seen the tool', () => {
    assert.ok(!existsSync(join(repo.dir, '.git/countersign')));
    repo.write('a.ts', `${BASE}export const two = 2;\n`);
    ingest(JSON.stringify(edit('a.ts', BASE, `${BASE}export const two = 2;\n`)));
    assert.deepEqual(kinds('a.ts'), ['unknown', 'ai']);
  });

  it('Takes a file that became a folder, one that is gone, and one that changed its case', () => {
    repo.git('rm', '-q', 'a.ts');
    repo.write('a.ts/inner.ts', BASE);
    ingest(JSON.stringify(edit('a.ts', 'one', 'two')));
    ingest(JSON.stringify(edit('gone/for/good.ts', 'one', 'two')));
    repo.write('dir/b.ts', `${BASE}export const two = 2;\n`);
    ingest(JSON.stringify(edit('dir/b.ts', BASE, `${BASE}export const two = 2;\n`)));
    renameSync(join(repo.dir, 'dir/b.ts'), join(repo.dir, 'dir/B.ts'));
    assert.deepEqual(kinds('dir/B.ts'), ['unknown', 'ai']);
  });

  it('Says nothing where there is no repository at all', () => {
    ingest('not json', repo.root);
    ingest(JSON.stringify({ ...edit('a.ts', 'one', 'two'), cwd: repo.root }), repo.root);
  });

  it('Does not fail where nothing can be written, and doctor tells of the loss', function () {
    if (process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status !== 0) this.skip();
    mkdirSync(join(repo.dir, '.git/countersign'));
    chmodSync(join(repo.dir, '.git/countersign'), 0o500);
    chmodSync(repo.root, 0o755);
    const notes = join(repo.root, 'tmp');
    mkdirSync(notes);
    chmodSync(notes, 0o777);
    const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : [];
    const run = (command: string, input: string) => {
      const words = [...asNobody, process.execPath, CLI, command];
      return repo.run(words[0] ?? '', words.slice(1), { input, env: { TMPDIR: notes } });
    };
    const done = run('ingest', JSON.stringify(edit('a.ts', 'one', 'two')));
    assert.deepEqual(done, { code: 0, stdout: '', stderr: '' });
    assert.match(
      run('doctor', '').stdout,
      /1 payload of agents could not be kept: .*edit of a\.ts/i,
    );
  });

  it('Survives a full disk', () => {
    const payload = join(repo.root, 'payload.json');
    writeFileSync(payload, JSON.stringify(edit('a.ts', 'one', 'x'.repeat(100_000))));
    const words = `ulimit -f 1; '${process.execPath}' '${CLI}' ingest < '${payload}'`;
    const done = repo.run('sh', ['-c', words]);
    assert.deepEqual(done, { code: 0, stdout: '', stderr: '' });
    ingest(JSON.stringify(edit('a.ts', 'one', 'two')));
    assert.equal(runCli(repo, ['blame', 'a.ts']).code, 0);
  });

  it('Drains 100 MB without using them, and says so', async function () {
    this.timeout(60_000);
    const child = spawn(process.execPath, [CLI, 'ingest'], { cwd: repo.dir, env: repo.env });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    const chunk = Buffer.alloc(1 << 20, 'x');
    for (let i = 0; i < 100; i++) {
      if (!child.stdin.write(chunk)) await new Promise((done) => child.stdin.once('drain', done));
    }
    child.stdin.end();
    assert.equal(await ended, 0);
    assert.match(doctor(), /a payload of 100 MB/);
  });

  it('Does not wait for an agent that leaves its pipe open', async () => {
    const child = spawn(process.execPath, [CLI, 'ingest'], { cwd: repo.dir, env: repo.env });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    repo.write('a.ts', `${BASE}export const two = 2;\n`);
    child.stdin.write(JSON.stringify(edit('a.ts', BASE, `${BASE}export const two = 2;\n`)));
    assert.equal(await ended, 0);
    assert.deepEqual(kinds('a.ts'), ['unknown', 'ai']);
  });

  it('Keeps what it knows when the clock jumps', async () => {
    const at = (instant: string) => ({ now: () => instant, ms: () => 0 });
    const steps = [
      ['2030-01-01T00:00:00.000Z', BASE, `${BASE}export const two = 2;\n`, 't1'],
      ['2001-01-01T00:00:00.000Z', '= 2;\n', '= 2;\nexport const three = 3;\n', 't2'],
    ] as const;
    for (const [instant, old, now, call] of steps) {
      const text = repo.read('a.ts').replace(old, now);
      repo.write('a.ts', text);
      const ports = createIngestPorts({ cwd: repo.dir, env: {}, clock: at(instant) });
      const payload = { ...edit('a.ts', old, now), cwd: repo.dir, tool_use_id: call };
      await ingestInProcess(ports, JSON.stringify(payload), 'claude-code');
    }
    assert.deepEqual(kinds('a.ts'), ['unknown', 'ai', 'ai']);
  });
});

/** Claude Code's words, with a relative path. */
function edit(path: unknown, old: string, now: string) {
  return {
    session_id: 's',
    transcript_path: '/home/u/.claude/projects/p/s.jsonl',
    hook_event_name: 'PostToolUse',
    tool_name: 'Edit',
    tool_input: { file_path: path, old_string: old, new_string: now },
    tool_response: { structuredPatch: [], userModified: false },
    tool_use_id: 'toolu_1',
  };
}

function listing(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.git') && !name.startsWith('folder'))
    .map((name) => `${name} ${statSync(join(dir, name)).mtimeMs}`);
}
