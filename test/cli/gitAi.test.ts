import assert from 'node:assert/strict';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

/** A note as git-ai hangs it on a commit. */
function noteOf(attested: string): string {
  const metadata = {
    schema_version: 'authorship/3.0.0',
    git_ai_version: '1.6.24',
    base_commit_sha: '',
    prompts: {
      a1b2c3d4e5f60718: {
        agent_id: { tool: 'cursor', id: 'session-1', model: 'sonnet' },
        human_author: null,
        messages: [],
        total_additions: 5,
        total_deletions: 0,
        accepted_lines: 5,
        overriden_lines: 0,
      },
    },
  };
  return `${attested}\n---\n${JSON.stringify(metadata, null, 2)}\n`;
}

describe("Notes of git-ai's", function () {
  this.timeout(60_000);
  let repo: TempRepo;
  const code = `export const one = 1;\n${aiFunction('parsePrice')}`;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'a.ts': code } });
  });
  afterEach(() => repo.dispose());

  const origins = (): string[] => {
    const { lines } = jsonOf(runCli(repo, ['blame', 'a.ts', '--json'])) as {
      lines: { origin: { kind: string; tier: string | null; tool: string | null } }[];
    };
    return lines.map(({ origin }) => [origin.kind, origin.tier, origin.tool].join(' ').trim());
  };
  const hang = (text: string): void => {
    const done = repo.run('git', ['notes', '--ref=ai', 'add', '-f', '-F', '-', 'HEAD'], {
      input: text,
    });
    assert.equal(done.code, 0, done.stderr);
    assert.equal(runCli(repo, ['promote']).code, 0);
  };

  it('Are imported as such, and never called more', () => {
    hang(noteOf('a.ts\n  a1b2c3d4e5f60718 2-6'));
    assert.deepEqual(origins(), [
      'unknown',
      ...Array.from({ length: 5 }, () => 'ai imported cursor'),
    ]);
    assert.match(runCli(repo, ['status', 'a.ts']).stdout, /parsePrice .*unverified/);
    const tip = repo.git('rev-parse', 'refs/notes/countersign');
    runCli(repo, ['promote']);
    assert.equal(repo.git('rev-parse', 'refs/notes/countersign'), tip);
  });

  it('Give way to what our own clone saw', () => {
    recordAi(repo.dir, 'a.ts', code, [[2, 6]], { tool: 'github.copilot' });
    hang(noteOf('a.ts\n  a1b2c3d4e5f60718 2-6'));
    assert.ok(
      origins()
        .slice(1)
        .every((origin) => origin === 'ai platform github.copilot'),
    );
    repo.run('rm', ['-rf', '.git/countersign']);
    assert.ok(
      origins()
        .slice(1)
        .every((origin) => origin === 'ai platform github.copilot'),
    );
  });

  it('Claim nothing when they are torn, of another version, or of lines that are not there', () => {
    for (const text of [
      'not a note',
      noteOf('a.ts\n  a1b2c3d4e5f60718 90-99'),
      noteOf('gone.ts\n  a1b2c3d4e5f60718 1-3'),
      noteOf('a.ts\n  a1b2c3d4e5f60718 2-6').replace('authorship/3.0.0', 'authorship/9.0.0'),
      noteOf('a.ts\n  0000000000000000 2-6'),
    ]) {
      hang(text);
      assert.ok(
        origins().every((origin) => !origin.startsWith('ai')),
        text,
      );
    }
  });
});
