import { isDeepStrictEqual } from 'node:util';
import { nameMeant } from '../../core/agentEvents/nameMeant.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { errorCode, errorText, describeHookProblem } from '../hooks/problems.ts';
import { isFolder } from '../hooks/paths.ts';
import { applySteps, describeStep } from '../hooks/steps.ts';
import type { HookedAgent } from './agent.ts';
import type { Machine } from './machine.ts';
import type { AgentPlan, FoundProblem } from './plan.ts';
import { planInstall } from './planInstall.ts';
import { planUninstall } from './planUninstall.ts';
import type { AgentProblem } from './problems.ts';
import { hookedAgents } from './table.ts';

export type AgentDeed = 'install' | 'uninstall';

/** What was written, and what could not be. */
export interface AgentsDone {
  readonly messages: readonly string[];
  readonly problems: readonly FoundProblem[];
}

/** The agents of these ids, or of what they begin with; `all` stands for every agent. */
export function agentsNamed(
  names: readonly string[],
): Result<readonly HookedAgent[], AgentProblem> {
  const ids = hookedAgents.map(({ id }) => id);
  const unknown = names.find((name) => name !== 'all' && nameMeant(name, ids) === undefined);
  if (unknown !== undefined) return err({ kind: 'unknown-agent', name: unknown, known: ids });
  return ok(hookedAgents.filter(({ id }) => names.includes('all') || isNamed(id, names)));
}

function isNamed(id: string, names: readonly string[]): boolean {
  const ids = hookedAgents.map((agent) => agent.id);
  return names.some((name) => nameMeant(name, ids) === id);
}

/** Without the agents that nobody named and that were never used on this machine. */
export async function agentsToInstall(
  agents: readonly HookedAgent[],
  names: readonly string[],
  { homes }: Machine,
): Promise<readonly HookedAgent[]> {
  const kept: HookedAgent[] = [];
  for (const agent of agents) {
    const isMeant = isNamed(agent.id, names) || agent.kind === 'plugin';
    if (isMeant || (await isFolder(agent.folder(homes)))) kept.push(agent);
  }
  return kept;
}

/** Works out what would be done. What the file system refuses unexpectedly is an answer too. */
export async function planDeed(
  deed: AgentDeed,
  agents: readonly HookedAgent[],
  machine: Machine,
): Promise<AgentPlan> {
  try {
    return await (deed === 'install' ? planInstall : planUninstall)(agents, machine);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    const problem: AgentProblem = { kind: 'failed', words: errorText(error) };
    return { changes: [], groups: [], problems: [{ agent: undefined, problem }], notes: [] };
  }
}

/** Does what was planned and shown, if the files are still what they were then. */
export async function carryOut(
  shown: AgentPlan,
  deed: AgentDeed,
  agents: readonly HookedAgent[],
  machine: Machine,
): Promise<AgentsDone> {
  const plan = await planDeed(deed, agents, machine);
  if (!isDeepStrictEqual(plan.changes, shown.changes))
    return {
      messages: [],
      problems: [{ agent: undefined, problem: { kind: 'changed-meanwhile' } }],
    };
  const messages: string[] = [];
  const problems: FoundProblem[] = [];
  for (const { agent, steps } of plan.groups) {
    // Our own files come first on the way in and go last on the way out: they never leave an
    // agent's file behind that they should know of.
    if (agent === undefined && 0 < problems.length) continue;
    const done = await applySteps(steps);
    if (done.ok) {
      messages.push(...steps.map((step) => describeStep(step, false)));
      continue;
    }
    const words = describeHookProblem(done.error);
    problems.push({ agent, problem: { kind: 'failed', words } });
    if (agent === undefined) break;
  }
  return { messages, problems };
}
