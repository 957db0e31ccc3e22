import { dirname, join } from 'node:path';
import { ROOT } from './golden.ts';
import type { Ended, TempRepo } from './tempRepo.ts';

/** The bundle that is shipped; another one by `COUNTERSIGN_CLI`. */
export const CLI = process.env['COUNTERSIGN_CLI'] ?? join(ROOT, 'dist/cli.cjs');

/** Where its other bundles lie. */
export const DIST = dirname(CLI);

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command line in a repository, without a terminal. */
export function runCli(repo: TempRepo, args: readonly string[], options: CliOptions = {}): Ended {
  return repo.run(process.execPath, [CLI, ...args], {
    cwd: options.cwd ?? repo.dir,
    env: { ...repo.env, ...options.env },
  });
}

/**
 * Runs it at a real terminal (util-linux's `script`), with `typed` typed. Everything it writes
 * comes in `stdout`, with the terminal's line ends.
 */
export function runAtTerminal(
  repo: TempRepo,
  args: readonly string[],
  typed: string,
  options: CliOptions = {},
): Ended {
  const words = [process.execPath, CLI, ...args].map(
    (word) => `'${word.replaceAll("'", `'\\''`)}'`,
  );
  const done = repo.run('script', ['-qec', words.join(' '), '/dev/null'], {
    cwd: options.cwd ?? repo.dir,
    env: { ...repo.env, SHELL: '/bin/sh', TERM: 'xterm', NO_COLOR: '1', ...options.env },
    input: typed,
  });
  return { ...done, stdout: done.stdout.replaceAll('\r\n', '\n') };
}

/** What a run printed as one JSON document. */
export function jsonOf(ended: Ended): unknown {
  try {
    return JSON.parse(ended.stdout);
  } catch {
    throw new Error(`no JSON on stdout (exit ${ended.code}):\n${ended.stdout}\n${ended.stderr}`);
  }
}
