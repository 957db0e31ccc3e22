import type { Environment } from '../core/agents/agent.ts';
import type { BlockReader, RuleRunner } from '../core/ports.ts';
import type { Clock, Problem, Repository, RepositoryPlace } from '../core/repository.ts';
import type { Result } from '../core/result.ts';

/** What the gate takes from outside: made real by `gateMain.ts`, faked in tests. */
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
  /** Loads the rules with the first block that is asked about. */
  createRules(onProblem: (problem: Problem) => void): RuleRunner;
}

/** What the other commands take besides, by `commandsMain.ts`. */
export interface CliHost extends GateHost {
  readonly hooks: HooksPort;
  /** Like `2.39.5`; undefined when git cannot be started. */
  gitVersion(): Promise<string | undefined>;
  /** What agents' hooks could not record there, oldest first; a sentence each. */
  hookLosses(place: RepositoryPlace): readonly string[];
  /** Files a person names, inside a repository or not; `-` is standard input. */
  readonly files: UserFiles;
  /** Why a rule asks, in a sentence or two; undefined for one that is not known. */
  ruleReason(rule: string): string | undefined;
  /** Ends when the language server's client goes. */
  serveLsp(): Promise<void>;
}

export interface UserFiles {
  /** A UTF-8 text; absolute paths. */
  read(file: string): Result<string, Problem>;
  /** Replaces what is there. */
  write(file: string, text: string): Result<void, Problem>;
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
  /** How wide it is; 80 where that cannot be told. */
  columns(): number;
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
  readonly agents: AgentHooksPort;
  readonly fetchLines: FetchLinesPort;
}

/** Lines in git's own configuration by which `git fetch` brings the ledger along, one a remote. */
export interface FetchLinesPort {
  missing(dir: string): Promise<readonly string[]>;
  add(dir: string, remotes: readonly string[]): Promise<Result<void, Problem>>;
  /** The remotes they were of. */
  remove(dir: string): Promise<readonly string[]>;
}

/** The hooks of a person's coding agents, by the agents' ids; to install, `all` are those found here. */
export interface AgentHooksPort {
  /** Works out what would be done; nothing is written before `carryOut`. */
  plan(
    deed: 'install' | 'uninstall',
    names: readonly string[],
  ): Promise<Result<AgentHooksPlan, Problem>>;
  status(names: readonly string[]): Promise<Result<AgentHooksReport, Problem>>;
}

export interface AgentHooksPlan {
  readonly changes: readonly FileChange[];
  /** Agents that are left out, and why. */
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  carryOut(): Promise<{
    readonly messages: readonly string[];
    readonly problems: readonly Problem[];
  }>;
  status(): Promise<AgentHooksReport>;
}

/** A file's whole text before and after; undefined where there is no file. */
export interface FileChange {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface AgentHooksReport {
  readonly agents: readonly AgentHookState[];
  readonly notes: readonly string[];
}

export interface AgentHookState {
  readonly agent: string;
  /** `plugin`: nothing is written for it, the extension's chat plugin does it. */
  readonly state: 'installed' | 'missing' | 'outdated' | 'absent' | 'plugin';
  /** The file with our entries, or where they would be. */
  readonly file: string | undefined;
  readonly how: string;
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
