import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import type { Result } from '../../server/src/core/result.ts';
import { findHookRepo, type HookRepo } from '../../server/src/node/hooks/hookRepo.ts';
import { hooksStatus, installHooks, uninstallHooks } from '../../server/src/node/hooks/install.ts';
import { describeHookProblem, type HookProblem } from '../../server/src/node/hooks/problems.ts';
import type { HookRuntime } from '../../server/src/node/hooks/shim.ts';
import type { HookReport } from '../../server/src/node/hooks/status.ts';
import { createTempRepo, type TempRepo, type TempRepoOptions } from './tempRepo.ts';

/** What the pretended command line was asked. */
export interface GateCall {
  readonly argv: readonly string[];
  readonly electron: string | null;
  readonly nodeOptions: string | null;
  readonly cwd: string;
  /** What git would commit, after `askGit()`: shows that the hook hears of the index git has prepared. */
  readonly staged: readonly string[];
}

/** A repository with a pretended command line that writes down what it is asked and answers as it is told. */
export interface HookedRepo extends TempRepo {
  readonly runtime: HookRuntime;
  /** Nothing but git is on this PATH. */
  readonly onlyGit: Readonly<Record<string, string>>;
  answer(code: number, words?: string): void;
  /** From now on the pretended command line looks at the index itself. */
  askGit(): void;
  calls(): readonly GateCall[];
  /** Stages one more change and commits with no Node on PATH; what git said. */
  tryCommit(...args: readonly string[]): { code: number; stderr: string; stdout: string };
  install(dir?: string): Promise<HookReport>;
  uninstall(dir?: string): Promise<HookReport>;
  status(dir?: string): Promise<HookReport>;
  hookRepo(dir?: string): Promise<HookRepo>;
}

const pretended = `
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const asks = existsSync(join(__dirname, 'asks-git'));
const staged = asks ? execFileSync('git', ['diff', '--cached', '--name-only', '-z']).toString() : '';
appendFileSync(join(__dirname, 'calls.jsonl'), JSON.stringify({
  argv: process.argv.slice(2),
  electron: process.env.ELECTRON_RUN_AS_NODE ?? null,
  nodeOptions: process.env.NODE_OPTIONS ?? null,
  cwd: process.cwd(),
  staged: staged.split('\\0').filter((path) => path !== ''),
}) + '\\n');
const answer = join(__dirname, 'answer.json');
const { code, words } = existsSync(answer) ? JSON.parse(readFileSync(answer, 'utf8')) : { code: 0 };
if (words) process.stdout.write(words + '\\n');
process.exitCode = code;
`;

export function createHookedRepo(options: TempRepoOptions = {}): HookedRepo {
  const repo = createTempRepo({ files: { 'read me.md': 'Hello\n' }, ...options });
  const tool = join(repo.root, "tool's home");
  mkdirSync(tool);
  const cli = join(tool, 'cli.cjs');
  writeFileSync(cli, pretended);
  const runtime = { node: process.execPath, electron: false, cli };
  const callsFile = join(tool, 'calls.jsonl');
  const onlyGit = { ...repo.env, PATH: folderWithGit(repo.root) };
  let commits = 0;
  const hookRepo = async (dir = repo.dir) => value(await findHookRepo(dir, { env: repo.env }));
  return {
    ...repo,
    runtime,
    onlyGit,
    answer: (code, words) =>
      writeFileSync(join(tool, 'answer.json'), JSON.stringify({ code, words })),
    askGit: () => writeFileSync(join(tool, 'asks-git'), ''),
    calls: () => {
      if (!existsSync(callsFile)) return [];
      const lines = readFileSync(callsFile, 'utf8').trimEnd().split('\n');
      const calls = lines.map((line): GateCall => JSON.parse(line));
      return calls.filter(({ argv }) => argv[0] === 'gate');
    },
    tryCommit: (...args) => {
      commits += 1;
      repo.write('src/größe.ts', `export const size = ${commits};\n`);
      repo.git('add', '--all');
      return repo.run('git', ['commit', '--quiet', '-m', `Commit ${commits}`, ...args], {
        env: onlyGit,
      });
    },
    hookRepo,
    install: async (dir) =>
      value(await installHooks(await hookRepo(dir), runtime, { dryRun: false })),
    uninstall: async (dir) => value(await uninstallHooks(await hookRepo(dir), { dryRun: false })),
    status: async (dir) => value(await hooksStatus(await hookRepo(dir))),
  };
}

/** The value of a good answer. */
export function value<T>(result: Result<T, HookProblem>): T {
  if (!result.ok) assert.fail(describeHookProblem(result.error));
  return result.value;
}

/** The words of a refusal, and that it is the one expected. */
export function refusal(result: Result<unknown, HookProblem>, kind: HookProblem['kind']): string {
  assert.equal(result.ok, false, 'this should have been refused');
  if (result.ok) return '';
  assert.equal(result.error.kind, kind, describeHookProblem(result.error));
  return describeHookProblem(result.error);
}

/** `pre-commit: installed, pre-merge-commit: installed`: the hooks that ask the gate. */
export function states(report: HookReport): string {
  const gates = report.hooks.filter(({ name }) => /^pre-(?:merge-)?commit$/.test(name));
  return gates.map(({ name, state }) => `${name}: ${state}`).join(', ');
}

/** Every name in a folder with its kind, mode, link and hash: equal texts are equal folders. */
export function photograph(folder: string, skip: (path: string) => boolean = () => false): string {
  const lines: string[] = [];
  const walk = (path: string) => {
    for (const name of readdirSync(path).sort()) {
      const each = join(path, name);
      const way = relative(folder, each);
      if (skip(way)) continue;
      const info = lstatSync(each);
      const mode = (info.mode & 0o7777).toString(8);
      if (info.isSymbolicLink()) lines.push(`${way} -> ${readlinkSync(each)}`);
      else if (info.isDirectory()) lines.push(`${way}/ ${mode}`);
      else lines.push(`${way} ${mode} ${hashOf(each)}`);
      if (info.isDirectory()) walk(each);
    }
  };
  walk(folder);
  return lines.join('\n');
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

/** Git's own changes of its directory are none of the hooks' business. */
export function photographHooks(repo: TempRepo): string {
  const dir = join(repo.dir, '.git');
  return photograph(dir, (path) => !/^(hooks|countersign)\b/.test(path));
}

function folderWithGit(root: string): string {
  const folder = join(root, 'only git');
  mkdirSync(folder);
  symlinkSync(programOnPath('git'), join(folder, 'git'));
  return folder;
}

export function programOnPath(name: string): string {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (existsSync(join(folder, name))) return join(folder, name);
  }
  return execFileSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim();
}
