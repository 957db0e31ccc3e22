import assert from 'node:assert/strict';
import { CLI, jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const TEXT = 'export const one = 1;\nexport const two = 2;\nexport const three = 3;\n';

describe('countersign correct', () => {
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'README.md': 'x\n' } });
    repo.write('src/a.ts', TEXT);
  });
  afterEach(() => repo.dispose());

  const correct = (target: string, as: string, typed = 'y\n') =>
    runAtTerminal(repo, ['correct', target, '--as', as], typed);
  const blame = (): string[] => {
    const { lines } = jsonOf(runCli(repo, ['blame', 'src/a.ts', '--json'])) as {
      lines: { origin: { kind: string; tier: string | null; tool: string | null } }[];
    };
    return lines.map(({ origin: { kind, tier } }) => (tier === null ? kind : `${kind} ${tier}`));
  };

  it('Records what a person says of lines, and shows them first', () => {
    const done = correct('src/a.ts:2-3', 'ai');
    assert.equal(done.code, 0);
    assert.match(done.stdout, /2 {2}export const two = 2;\n3 {2}export const three = 3;/);
    assert.match(done.stdout, /State that AI wrote these 2 lines\? \[y\/N\]/);
    assert.match(done.stdout, /Recorded for 2 lines, as Ada Example/);
    assert.deepEqual(blame(), ['unknown', 'ai stated', 'ai stated']);
    const { blocks } = jsonOf(runCli(repo, ['status', '--json'])) as {
      blocks: { status: string }[];
    };
    assert.deepEqual(
      blocks.map(({ status }) => status),
      ['unverified'],
    );
  });

  it('The newest word counts, and goes with its content', () => {
    correct('src/a.ts:1-3', 'ai');
    correct('src/a.ts:2', 'human');
    assert.deepEqual(blame(), ['ai stated', 'human stated', 'ai stated']);
    repo.write('src/a.ts', `// moved down\n\n${TEXT}`);
    repo.commit('Move it');
    assert.deepEqual(blame(), ['unknown', 'unknown', 'ai stated', 'human stated', 'ai stated']);
  });

  it('Leaves what an agent itself reported AI, and says that it still needs a review', () => {
    const payload = {
      session_id: 's',
      transcript_path: '/home/u/.claude/projects/p/s.jsonl',
      cwd: repo.dir,
      hook_event_name: 'PostToolUse',
      tool_name: 'Write',
      tool_input: { file_path: `${repo.dir}/src/a.ts`, content: TEXT },
      tool_response: { type: 'create', originalFile: null, structuredPatch: [] },
      tool_use_id: 't',
    };
    repo.run('sh', ['-c', 'cat > payload.json'], { input: JSON.stringify(payload) });
    repo.run('sh', ['-c', `'${process.execPath}' '${CLI}' ingest < payload.json`]);
    const done = correct('src/a.ts:1-3', 'human');
    assert.equal(done.code, 0);
    assert.match(done.stdout, /3 lines of them stay AI's/);
    assert.deepEqual(blame(), ['ai agent', 'ai agent', 'ai agent']);
  });

  it('Records nothing on a no', () => {
    const done = correct('src/a.ts:1', 'ai', 'n\n');
    assert.equal(done.code, 1);
    assert.deepEqual(blame(), ['unknown', 'unknown', 'unknown']);
  });

  it('Is for a person at a terminal only', () => {
    const done = runCli(repo, ['correct', 'src/a.ts:1', '--as', 'human']);
    assert.equal(done.code, 2);
    assert.match(done.stderr, /only a person at a terminal can correct/);
    const agent = runAtTerminal(repo, ['correct', 'src/a.ts:1', '--as', 'ai'], 'y\n', {
      env: { CLAUDECODE: '1' },
    });
    assert.equal(agent.code, 2);
  });

  for (const [target, as, words] of [
    ['src/a.ts', 'ai', /say which block|src\/a\.ts:LINE/],
    ['src/a.ts:9', 'ai', /has 3 lines; there is no line 9/],
    ['src/a.ts:3-2', 'ai', /:LINE/],
    ['src/gone.ts:1', 'ai', /no such file/],
    ['src:1', 'ai', /folder|no such file/],
    ['../elsewhere.ts:1', 'ai', /not inside the repository/],
    ['src/a.ts:1', 'robot', /Allowed choices are ai, human/],
  ] as const) {
    it(`Says what is wrong with ${target} --as ${as}`, () => {
      const done = correct(target, as);
      assert.equal(done.code, 2);
      assert.match(done.stdout, words);
    });
  }
});
