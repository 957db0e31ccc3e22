import { rulesFrom } from '../../server/src/app/questions/rulesHost.ts';
import { createRules, ruleReason } from '../../server/src/rulesMain.ts';
import type { CliHost, CliRuntime } from '../../server/src/cli/host.ts';
import { err, ok } from '../../server/src/core/result.ts';
import { findRepository } from '../../server/src/node/git/place.ts';
import { createRepositoryHooks } from '../../server/src/node/hooksPort.ts';
import * as blockReader from '../../server/src/node/parsers/blockReader.ts';
import { createLazyReader } from '../../server/src/node/parsers/lazyReader.ts';
import { countersignDir, createClock, openRepository } from '../../server/src/node/repository.ts';
import { readUserFile, writeUserFile } from '../../server/src/node/userFiles.ts';
import { join } from 'node:path';
import { ROOT } from './golden.ts';
import { DIST } from './cli.ts';
import { readTeam, tryTeam } from './teamRules.ts';

export interface FakeTerminal {
  readonly isTty: boolean;
  /** What the person types, a line each. */
  readonly answers: readonly string[];
}

export interface FakeCliHost extends CliHost {
  readonly written: { stdout: string; stderr: string };
}

export const PLAIN_RUNTIME: CliRuntime = {
  node: '/usr/bin/node',
  electron: false,
  cli: '/opt/countersign/dist/cli.cjs',
  nodeVersion: '20.0.0',
  grammars: join(ROOT, 'dist/grammars'),
  platform: 'linux',
};

/** The command line's host with the real repository behind it and a terminal of our own. */
export function createFakeCliHost(
  cwd: string,
  args: readonly string[],
  options: {
    readonly terminal?: FakeTerminal;
    readonly runtime?: Partial<CliRuntime>;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): FakeCliHost {
  const { isTty, answers } = options.terminal ?? { isTty: false, answers: [] };
  const left = [...answers];
  const written = { stdout: '', stderr: '' };
  const runtime = { ...PLAIN_RUNTIME, ...options.runtime };
  return {
    written,
    args,
    cwd,
    env: options.env ?? {},
    version: '0.0.0-test',
    runtime,
    terminal: {
      stdinIsTty: isTty,
      columns: () => 80,
      readLine: () => Promise.resolve(left.shift()),
      stdout: { isTty, write: (text) => void (written.stdout += text) },
      stderr: { isTty, write: (text) => void (written.stderr += text) },
    },
    clock: createClock(),
    openRepository(dir, mayWrite) {
      const place = findRepository(dir);
      if (!place.ok) return err(place.error);
      return ok(openRepository(place.value, { writer: 'test', mayWrite, mayRunGit: true }));
    },
    dataFolder: countersignDir,
    createRules: rulesFrom(() => ({ createRules: (options) => createRules(options, DIST) }), {
      ms: () => 0,
    }),
    createReader: (onProblem) =>
      createLazyReader({ grammars: runtime.grammars, onProblem, load: () => blockReader }),
    hooks: createRepositoryHooks(runtime),
    gitVersion: () => Promise.resolve('2.29.1'),
    hookLosses: () => [],
    files: { read: readUserFile, write: writeUserFile },
    ruleReason,
    readTeam,
    tryTeam,
    serveLsp: () => Promise.resolve(),
  };
}
