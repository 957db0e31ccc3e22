import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

/** A hook starts from code compiled before, which lies in the user's temporary folder. */
describe('Code that is kept compiled for hooks', () => {
  let repo: TempRepo;
  let tmp: string;

  beforeEach(() => {
    repo = createTempRepo({ files: { 'a.ts': 'export const a = 1;\n' } });
    tmp = join(repo.root, 'tmp');
    mkdirSync(tmp);
  });
  afterEach(() => repo.dispose());

  const folder = () => join(tmp, `countersign-${process.getuid?.() ?? 'user'}`);
  const kept = () => readdirSync(folder()).filter((name) => name.startsWith('code-'));
  let n = 1;
  /** One edit of an agent's, told by its hook; true when it is known of afterwards. */
  const isTakenIn = (): boolean => {
    const line = `export const line${n++} = ${n};`;
    const text = `${readFileSync(join(repo.dir, 'a.ts'), 'utf8')}${line}\n`;
    const input = JSON.stringify({
      session_id: 's',
      cwd: repo.dir,
      hook_event_name: 'PostToolUse',
      tool_name: 'Write',
      tool_use_id: `t${n}`,
      tool_input: { file_path: join(repo.dir, 'a.ts'), content: text },
      tool_response: { type: 'update' },
    });
    repo.write('a.ts', text);
    const words = [CLI, 'ingest', '--agent', 'claude-code'];
    const done = repo.run(process.execPath, words, { input, env: { TMPDIR: tmp } });
    assert.deepEqual(done, { code: 0, stdout: '', stderr: '' });
    const { lines } = jsonOf(runCli(repo, ['blame', 'a.ts', '--json'])) as {
      lines: { origin: { kind: string } }[];
    };
    return lines.at(text.split('\n').length - 2)?.origin.kind === 'ai';
  };

  it('Is kept at the first start, and used at the next', () => {
    assert.equal(isTakenIn(), true);
    const [name = ''] = kept();
    assert.equal(kept().length, 1);
    assert.equal(statSync(folder()).mode & 0o777, 0o700);
    const before = statSync(join(folder(), name)).ino;
    assert.equal(isTakenIn(), true);
    assert.equal(statSync(join(folder(), name)).ino, before);
    assert.deepEqual(kept(), [name]);
  });

  it('Is kept once for a gate that reads code, too', () => {
    repo.write('b.ts', aiFunction('parsePrice'));
    recordAi(repo.dir, 'b.ts', aiFunction('parsePrice'), [[1, 5]]);
    repo.git('add', 'b.ts');
    const files = (): readonly (readonly [string, number])[] => {
      const words = [CLI, 'gate', '--staged', '--hook', 'pre-commit'];
      const { stderr } = repo.run(process.execPath, words, { env: { ...repo.env, TMPDIR: tmp } });
      assert.match(stderr, /parsePrice/);
      return kept().map((name) => [name, statSync(join(folder(), name)).ino]);
    };
    const first = files();
    // The gate, and the parser.
    assert.equal(first.length, 2);
    assert.deepEqual(files(), first);
  });

  for (const [how, damage] of Object.entries({
    'cut short': (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
    'with a bit turned': (bytes: Buffer) => {
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      return bytes;
    },
    'all zeros': (bytes: Buffer) => Buffer.alloc(bytes.length),
    empty: () => Buffer.alloc(0),
  })) {
    it(`Is not used ${how}, and made anew`, () => {
      isTakenIn();
      const file = join(folder(), kept()[0] ?? '');
      const whole = readFileSync(file);
      writeFileSync(file, damage(Buffer.from(whole)));
      assert.equal(isTakenIn(), true);
      assert.notDeepEqual(readFileSync(file).length, 0);
      const before = statSync(file).ino;
      isTakenIn();
      assert.equal(statSync(file).ino, before);
    });
  }

  it('Is neither read nor kept in a folder others may write into', () => {
    mkdirSync(folder());
    chmodSync(folder(), 0o777);
    assert.equal(isTakenIn(), true);
    assert.deepEqual(kept(), []);
  });

  it('Goes when nobody has made it for a week', () => {
    mkdirSync(folder(), { mode: 0o700 });
    const old = join(folder(), 'code-0');
    writeFileSync(old, 'x');
    const then = new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000);
    utimesSync(old, then, then);
    isTakenIn();
    assert.equal(kept().includes('code-0'), false);
    assert.equal(kept().length, 1);
  });

  it('Is done without where there is no place for it', () => {
    writeFileSync(folder(), 'not a folder');
    assert.equal(isTakenIn(), true);
  });
});
