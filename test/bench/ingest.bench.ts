import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../support/golden.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';
import { figures, report } from './figures.ts';

const ROUNDS = 30;

/** What an agent waits for at every edit, beside an empty Node process in the same run. */
export function benchIngest(): void {
  const files = { 'a.ts': 'export const a = 1;\n', 'long.ts': LONG };
  const repo = createTempRepo({ files });
  try {
    const after = { ...payload(repo, 'a.ts', files['a.ts']), hook_event_name: 'PostToolUse' };
    const long = { ...payload(repo, 'long.ts', LONG), hook_event_name: 'PostToolUse' };
    const before = { ...after, hook_event_name: 'PreToolUse' };
    const empty: number[] = [];
    const posts: number[] = [];
    const pres: number[] = [];
    const longs: number[] = [];
    // Taken in turns, so that what else the machine does falls on all alike.
    for (let round = 0; round < ROUNDS; round++) {
      empty.push(millis(repo, ['-e', '0'], ''));
      pres.push(millis(repo, INGEST, JSON.stringify({ ...before, tool_use_id: `t${round}` })));
      posts.push(millis(repo, INGEST, JSON.stringify({ ...after, tool_use_id: `t${round}` })));
      longs.push(millis(repo, INGEST, JSON.stringify({ ...long, tool_use_id: `l${round}` })));
    }
    const base = figures(empty);
    report('an empty Node process', base, 'ms');
    for (const [name, samples] of [
      ['ingest, before an edit', pres],
      ['ingest, after an edit', posts],
      ['ingest, after an edit in 2,000 lines', longs],
    ] as const) {
      const found = figures(samples);
      const ratio = (found.median / base.median).toFixed(2);
      report(name, found, 'ms', `${ratio} x an empty Node process (budget 1.5)`);
    }
  } finally {
    repo.dispose();
  }
}

const INGEST = [
  process.env['COUNTERSIGN_CLI'] ?? join(ROOT, 'dist/cli.cjs'),
  'ingest',
  '--agent',
  'claude-code',
];

const LONG = `export const a = 1;\n${Array.from({ length: 2_000 }, (_, i) => `  if (value${i} === undefined) return;\n`).join('')}`;

function payload(repo: TempRepo, name: string, text: string) {
  const path = join(repo.dir, name);
  return {
    session_id: 's',
    transcript_path: '/home/u/.claude/projects/p/s.jsonl',
    cwd: repo.dir,
    tool_name: 'Edit',
    tool_input: { file_path: path, old_string: 'a = 1', new_string: 'a = 2' },
    tool_response: { filePath: path, originalFile: text, structuredPatch: [], userModified: false },
  };
}

function millis(repo: TempRepo, args: readonly string[], input: string): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: repo.dir, env: repo.env, input });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - started;
}
