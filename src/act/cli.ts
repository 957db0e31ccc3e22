import { execFile } from 'node:child_process';

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs our own command line in a folder; never rejects: a failed start is an exit code of 2. */
export type RunCli = (args: readonly string[], folder: string) => Promise<CliResult>;

const LIMIT_MS = 60_000;
const MAX_OUTPUT = 16 * 1024 * 1024;

/** How to start our bundled command line with the runtime that this process runs in. */
export interface CliRuntime {
  readonly execPath: string;
  readonly script: string;
  /** Electron's binary must be told to behave as Node. */
  readonly isElectron: boolean;
}

export function createRunCli(runtime: CliRuntime, env: NodeJS.ProcessEnv): RunCli {
  return (args, folder) =>
    new Promise((resolve) => {
      execFile(
        runtime.execPath,
        [runtime.script, ...args],
        {
          cwd: folder,
          env: runtime.isElectron ? { ...env, ELECTRON_RUN_AS_NODE: '1' } : env,
          timeout: LIMIT_MS,
          maxBuffer: MAX_OUTPUT,
          windowsHide: true,
        },
        (error, stdout, stderr) => {
          const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 2;
          const why = error !== null && stderr === '' ? error.message : stderr;
          resolve({ exitCode, stdout, stderr: why });
        },
      );
    });
}

/** The one line a person should read of a finished run. */
export function firstLine(result: CliResult): string {
  const text = result.exitCode === 0 ? result.stdout : `${result.stderr}\n${result.stdout}`;
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}
