import type { Environment } from '../core/agents/agent.ts';
import type { BlockReader } from '../core/ports.ts';
import type { Clock, Problem, Repository, RepositoryPlace } from '../core/repository.ts';
import type { Result } from '../core/result.ts';

/** What the gate takes from outside: made real by `cliMain.ts`, faked in tests. */
export interface GateHost {
  /** The words after `countersign`. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  readonly version: string;
  readonly runtime: CliRuntime;
  readonly terminal: Terminal;
  readonly clock: Clock;
  /** Finds the repository that holds a folder. With `mayWrite` the journal can be appended to. */
  openRepository(dir: string, mayWrite: boolean): Result<Repository, Problem>;
  /** The folder of ours in a repository's common git folder. */
  dataFolder(place: RepositoryPlace): string;
  /** Loads grammars when it first meets a file that needs one. */
  createReader(onProblem: (problem: Problem) => void): BlockReader;
}

/** What the other commands take besides, by `commandsMain.ts`. */
export interface CliHost extends GateHost {
  readonly hooks: HooksPort;
  /** Like `2.39.5`; undefined when git cannot be started. */
  gitVersion(): Promise<string | undefined>;
  /** Ends when the language server's client goes. */
  serveLsp(): Promise<void>;
}

/** What runs the command line, by absolute paths. */
export interface CliRuntime {
  /** Node, or VS Code's own binary. */
  readonly node: string;
  /** `node` is VS Code's binary and needs `ELECTRON_RUN_AS_NODE=1`. */
  readonly electron: boolean;
  /** The bundle that runs. */
  readonly cli: string;
  /** Like `20.11.1`. */
  readonly nodeVersion: string;
  /** The folder of the grammars' wasm files. */
  readonly grammars: string;
  readonly platform: string;
}

/** The three streams of a process. */
export interface Terminal {
  readonly stdinIsTty: boolean;
  /** The next line, without its end; undefined when there is none any more. */
  readLine(): Promise<string | undefined>;
  readonly stdout: OutStream;
  readonly stderr: OutStream;
}

export interface OutStream {
  readonly isTty: boolean;
  write(text: string): void;
}

/** The git hooks of the repository that holds a folder. */
export interface HooksPort {
  install(dir: string, isDryRun: boolean): Promise<Result<HooksReport, Problem>>;
  uninstall(dir: string, isDryRun: boolean): Promise<Result<HooksReport, Problem>>;
  status(dir: string): Promise<Result<HooksReport, Problem>>;
}

export interface HooksReport {
  readonly hooks: readonly HookState[];
  /** What was done, and what a person should know. */
  readonly messages: readonly string[];
}

export interface HookState {
  readonly name: string;
  readonly state: 'installed' | 'missing' | 'outdated' | 'foreign' | 'overwritten';
  /** The file that calls the gate, or would. */
  readonly file: string;
  /** What is run besides us. */
  readonly chained?: string;
  readonly how: string;
}
