import { isFile, isFolder } from '../hooks/paths.ts';
import type { FileAgent, HookedAgent } from './agent.ts';
import { readConfigFile } from './configFile.ts';
import { readDocument, stateOf } from './entries.ts';
import { batchLauncher, launcherFiles, runtimeIn, shLauncher } from './launcher.ts';
import { type Machine, rootOf, wantedOf } from './machine.ts';
import { type AgentProblem, describeAgentProblem } from './problems.ts';

/** How far an agent's hooks are. `plugin`: nothing is written, the extension's chat plugin does it. */
export type AgentState = 'installed' | 'missing' | 'outdated' | 'absent' | 'plugin';

/** One agent's hooks as they are now. */
export interface AgentStatus {
  readonly agent: string;
  readonly state: AgentState;
  /** The file with our entries, or where they would be. */
  readonly file: string | undefined;
  readonly how: 'user-config' | 'chat-plugin';
}

/** All agents asked for, and what a person should know. Changes nothing. */
export async function agentsStatus(
  agents: readonly HookedAgent[],
  machine: Machine,
): Promise<{ readonly agents: readonly AgentStatus[]; readonly notes: readonly string[] }> {
  const isLaunched = await isLauncherCurrent(machine);
  const notes: string[] = [];
  const found: AgentStatus[] = [];
  for (const agent of agents) {
    if (agent.kind === 'plugin')
      found.push({ agent: agent.id, state: 'plugin', file: undefined, how: 'chat-plugin' });
    else found.push(await look(agent, machine, { isLaunched, notes }));
  }
  return { agents: found, notes };
}

async function look(
  agent: FileAgent,
  machine: Machine,
  { isLaunched, notes }: { readonly isLaunched: boolean; readonly notes: string[] },
): Promise<AgentStatus> {
  const file = agent.file(machine.homes);
  const as = (state: AgentState): AgentStatus => ({
    agent: agent.id,
    state,
    file,
    how: 'user-config',
  });
  if (!(await isFolder(agent.folder(machine.homes)))) return as('absent');
  const read = await readConfigFile(file, rootOf(agent, machine));
  const unread = (problem: AgentProblem): AgentStatus => {
    notes.push(`${agent.id}: ${describeAgentProblem(problem)}`);
    return as('missing');
  };
  if (!read.ok) return unread(read.error);
  const document = readDocument(read.value.text ?? '');
  if (!document.ok) return unread({ kind: 'not-json', path: file, detail: document.error });
  notes.push(...(agent.notes?.(document.value) ?? []));
  const state = stateOf(read.value.text ?? '', wantedOf(agent, machine));
  return as(state === 'installed' && !isLaunched ? 'outdated' : state);
}

/** Also with another runtime than ours, as long as it is there. */
async function isLauncherCurrent({ homes, platform, runtime }: Machine): Promise<boolean> {
  for (const { path } of launcherFiles(homes.home, platform, runtime)) {
    const read = await readConfigFile(path, homes.home);
    const text = read.ok ? read.value.text : undefined;
    const installed = text === undefined ? undefined : runtimeIn(text);
    if (installed === undefined) return false;
    const whole = path.endsWith('.cmd') ? batchLauncher(installed) : shLauncher(installed);
    if (whole !== text) return false;
    if (!(await isFile(installed.node)) || !(await isFile(installed.cli))) return false;
    if (read.ok && platform !== 'win32' && (read.value.mode & 0o100) === 0) return false;
  }
  return true;
}
