import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../../server/src/app/journal.ts';
import { writeSnapshot } from '../../server/src/app/sign.ts';
import { findRepository } from '../../server/src/node/git/place.ts';
import { createClock, openRepository } from '../../server/src/node/repository.ts';
import { ROOT } from '../support/golden.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';
import { figures, report } from './figures.ts';

const AI_FUNCTION = `export function parsePrice(text: string): number {
  const cents = Math.round(Number(text) * 100);
  if (Number.isNaN(cents)) throw new Error('not a price');
  return cents;
}
`;

/** About 5 KB of ordinary TypeScript, as much as the budget's files have. */
const HUMAN = ['span.ts', 'lineOrigins.ts']
  .map((name) => readFileSync(join(ROOT, 'server/src/core/attribution', name), 'utf8'))
  .join('\n');

/** The whole gate as git's hook runs it, beside an empty Node process in the same run. */
export function benchGate(): void {
  gateWith(20, 2, 15);
  gateWith(5_000, 250, 3);
  gateWith(5_000, 5_000, 1);
}

function gateWith(nFiles: number, nAi: number, rounds: number): void {
  const repo = createTempRepo({ files: { 'README.md': 'x\n' } });
  const place = findRepository(repo.dir);
  if (!place.ok) throw new Error(place.error.message);
  const repository = openRepository(place.value, {
    writer: 'bench',
    mayWrite: true,
    mayRunGit: true,
  });
  const journal = openJournal(repository.journal);
  const clock = createClock();
  for (let i = 0; i < nFiles; i++) {
    const path = `src/part${i % 50}/file${i}.ts`;
    const human = `// File ${i}\n${HUMAN}`;
    const text = human + (i < nAi ? AI_FUNCTION.replace('Price', `Price${i}`) : '');
    repo.write(path, text);
    if (nAi <= i) continue;
    const origin = {
      kind: 'ai',
      tier: 'platform',
      tool: 'sample.assistant',
      at: clock.now(),
    } as const;
    writeSnapshot(
      { repository, journal, clock },
      {
        path,
        text,
        blob: repository.ids.blobId(path, text),
        spans: [{ start: human.length, end: text.length, origin }],
      },
      { type: 'human', id: 'ada@example.org' },
      'accept',
    );
  }
  repo.git('add', '--all');
  const gate: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round++) {
    empty.push(timed(['-e', '0'], repo, ''));
    gate.push(
      timed(
        [join(ROOT, 'dist/cli.cjs'), 'gate', '--staged', '--hook', 'pre-commit'],
        repo,
        'parsePrice',
      ),
    );
  }
  report(`an empty Node process`, figures(empty), 'ms');
  const ratio = figures(gate).median / figures(empty).median;
  report(
    `gate, ${nFiles} staged files, ${nAi} with AI`,
    figures(gate),
    'ms',
    `${ratio.toFixed(2)} x an empty Node process${nFiles === 20 ? ' (budget 3)' : ' (budget 3,000 ms at 5 %)'}`,
  );
  repo.dispose();
}

/** Milliseconds of a whole process, which must pass and say `words`. */
function timed(args: readonly string[], repo: TempRepo, words: string): number {
  const started = performance.now();
  const done = spawnSync(process.execPath, args, {
    cwd: repo.dir,
    env: repo.env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const ms = performance.now() - started;
  if (done.status !== 0 || !(done.stdout + done.stderr).includes(words)) {
    throw new Error(`${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
  }
  return ms;
}
