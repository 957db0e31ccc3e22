import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { hooksSchema, type HooksJson } from '../../server/src/cli/schemas/hooks.ts';
import { jsonOf, runAtTerminal, runCli } from './cli.ts';
import { createTempRepo, type Ended, type TempRepo } from './tempRepo.ts';

/** A person's home folder of their own, with blanks and a quote in its name, and the built command line. */
export interface AgentHome {
  readonly repo: TempRepo;
  readonly home: string;
  /** The launcher's own path. */
  readonly launcher: string;
  /** `countersign hooks …`, without a terminal. */
  hooks(...args: readonly string[]): Ended;
  /** The same with `--json`, checked against its schema. */
  json(...args: readonly string[]): HooksJson;
  /** The same at a terminal where `typed` is typed. */
  atTerminal(typed: string, ...args: readonly string[]): Ended;
  /** More for the environment of the runs that follow. */
  setEnv(variable: string, value: string): void;
  write(path: string, text: string | Buffer): string;
  read(path: string): string;
  /** What an agent's file must hold as its command, as it stands between JSON's quotes. */
  command(agent: string): string;
  dispose(): void;
}

export function createAgentHome(): AgentHome {
  const repo = createTempRepo();
  const home = join(repo.root, "Ada's home");
  mkdirSync(home);
  const env: Record<string, string> = { HOME: home, USERPROFILE: home };
  const launcher = join(home, '.countersign/bin/countersign-hook');
  return {
    repo,
    home,
    launcher,
    hooks: (...args) => runCli(repo, ['hooks', ...args], { env }),
    json: (...args) =>
      hooksSchema.parse(jsonOf(runCli(repo, ['hooks', ...args, '--json'], { env }))),
    atTerminal: (typed, ...args) => runAtTerminal(repo, ['hooks', ...args], typed, { env }),
    setEnv(variable, value) {
      env[variable] = value;
    },
    write(path, text) {
      const file = join(home, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    read: (path) => readFileSync(join(home, path), 'utf8'),
    command(agent) {
      const quoted = `'${launcher.replaceAll("'", `'\\''`)}' ingest --agent ${agent}`;
      return JSON.stringify(quoted).slice(1, -1);
    },
    dispose: () => repo.dispose(),
  };
}

/** Every path below a folder with its kind, mode and time of change: equal when nothing was touched. */
export function listing(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { mode, mtimeMs, ctimeMs, size } = lstatSync(path);
      return `${relative(folder, path)} ${mode.toString(8)} ${mtimeMs} ${ctimeMs} ${size}`;
    })
    .join('\n');
}
