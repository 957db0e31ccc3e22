import { homedir } from 'node:os';
import type { Environment } from '../core/agents/agent.ts';
import type { Problem } from '../core/repository.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { HookedAgent } from './agentHooks/agent.ts';
import type { Machine } from './agentHooks/machine.ts';
import type { AgentDeed, AgentsDone } from './agentHooks/manage.ts';
import type { FileChange, FoundProblem } from './agentHooks/plan.ts';
import type { AgentStatus } from './agentHooks/status.ts';
import type { HookRepo } from './hooks/hookRepo.ts';
import type { HookProblem } from './hooks/problems.ts';
import type { HookRuntime } from './hooks/shim.ts';
import type { HookReport } from './hooks/status.ts';
import { type FetchLines, fetchLines } from './ledger/fetchLines.ts';

/** The hooks of the repository that holds a folder, as the command line asks for them. */
export interface RepositoryHooks {
  install(dir: string, isDryRun: boolean): Promise<Result<HookReport, Problem>>;
  uninstall(dir: string, isDryRun: boolean): Promise<Result<HookReport, Problem>>;
  status(dir: string): Promise<Result<HookReport, Problem>>;
  readonly agents: AgentHooks;
  readonly fetchLines: FetchLines;
}

/** The hooks of this person's coding agents, by the agents' ids; to install, `all` are those found here. */
export interface AgentHooks {
  plan(deed: AgentDeed, names: readonly string[]): Promise<Result<AgentHooksPlan, Problem>>;
  status(names: readonly string[]): Promise<Result<AgentHooksReport, Problem>>;
}

export interface AgentHooksPlan {
  readonly changes: readonly FileChange[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** Writes, if the files are still what they were. */
  carryOut(): Promise<{
    readonly messages: readonly string[];
    readonly problems: readonly Problem[];
  }>;
  /** The agents' state as it is by then. */
  status(): Promise<AgentHooksReport>;
}

export interface AgentHooksReport {
  readonly agents: readonly AgentStatus[];
  readonly notes: readonly string[];
}

/** Whose agents: the person who runs this process, unless told otherwise. */
export interface Person {
  readonly home: string;
  readonly env: Environment;
}

/** `runtime` is what installed hooks will start. Loaded when first asked: the gate asks never. */
export function createRepositoryHooks(
  runtime: HookRuntime,
  person: Person = { home: homedir(), env: process.env },
): RepositoryHooks {
  const tools = () => import('./hooks/install.ts');
  return Object.freeze({
    fetchLines,
    install: (dir: string, dryRun: boolean) =>
      at(dir, async (repo) => (await tools()).installHooks(repo, runtime, { dryRun })),
    uninstall: (dir: string, dryRun: boolean) =>
      at(dir, async (repo) => (await tools()).uninstallHooks(repo, { dryRun })),
    status: (dir: string) => at(dir, async (repo) => (await tools()).hooksStatus(repo)),
    agents: createAgentHooks({ homes: person, platform: process.platform, runtime }),
  });
}

function createAgentHooks(machine: Machine): AgentHooks {
  const named = async <T>(
    names: readonly string[],
    use: (agents: readonly HookedAgent[]) => Promise<T>,
  ): Promise<Result<T, Problem>> => {
    const { agentsNamed } = await import('./agentHooks/manage.ts');
    const agents = agentsNamed(names);
    if (agents.ok) return ok(await use(agents.value));
    return err(await worded({ agent: undefined, problem: agents.error }));
  };
  const status = async (agents: readonly HookedAgent[]): Promise<AgentHooksReport> => {
    const { agentsStatus } = await import('./agentHooks/status.ts');
    return agentsStatus(agents, machine);
  };
  return Object.freeze({
    status: (names: readonly string[]) => named(names, status),
    plan: (deed: AgentDeed, names: readonly string[]) =>
      named(names, async (asked): Promise<AgentHooksPlan> => {
        const { agentsToInstall, carryOut, planDeed } = await import('./agentHooks/manage.ts');
        const agents = deed === 'install' ? await agentsToInstall(asked, names, machine) : asked;
        const plan = await planDeed(deed, agents, machine);
        return {
          changes: plan.changes,
          problems: await Promise.all(plan.problems.map(worded)),
          notes: plan.notes,
          carryOut: async () => {
            const done: AgentsDone = await carryOut(plan, deed, agents, machine);
            return {
              messages: done.messages,
              problems: await Promise.all(done.problems.map(worded)),
            };
          },
          status: () => status(asked),
        };
      }),
  });
}

async function worded({ agent, problem }: FoundProblem): Promise<Problem> {
  const { describeAgentProblem } = await import('./agentHooks/problems.ts');
  const words = describeAgentProblem(problem);
  return { code: problem.kind, message: agent === undefined ? words : `${agent}: ${words}` };
}

async function at(
  dir: string,
  work: (repo: HookRepo) => Promise<Result<HookReport, HookProblem>>,
): Promise<Result<HookReport, Problem>> {
  const { findHookRepo } = await import('./hooks/hookRepo.ts');
  const { describeHookProblem } = await import('./hooks/problems.ts');
  const repo = await findHookRepo(dir);
  const done = repo.ok ? await work(repo.value) : repo;
  if (done.ok) return done;
  return err({ code: done.error.kind, message: describeHookProblem(done.error) });
}
