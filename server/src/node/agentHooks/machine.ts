import { isAbsolute } from 'node:path';
import type { HookRuntime } from '../hooks/shim.ts';
import { isWithin } from '../hooks/paths.ts';
import type { CommandFor, FileAgent, Homes } from './agent.ts';
import { hookCommands } from './command.ts';
import type { Wanted } from './entries.ts';
import type { AgentProblem } from './problems.ts';

/** All that an install depends on besides the files. */
export interface Machine {
  readonly homes: Homes;
  readonly platform: string;
  /** What the launcher will start. */
  readonly runtime: HookRuntime;
}

export function commandsOf({ homes, platform }: Machine): CommandFor {
  return (name) => hookCommands(homes.home, platform, name);
}

export function wantedOf(agent: FileAgent, machine: Machine): Wanted {
  return { head: agent.head, entries: agent.entries(commandsOf(machine)) };
}

/** The folder that an agent's file must not lead out of: home, or where the person moved it to. */
export function rootOf(agent: FileAgent, { homes }: Machine): string {
  return isWithin(homes.home, agent.file(homes)) ? homes.home : agent.folder(homes);
}

export function whyBadRuntime({ runtime, platform }: Machine): AgentProblem | undefined {
  const wrong = [runtime.node, runtime.cli].find(
    (path) =>
      !isAbsolute(path) || /[\r\n\0]/.test(path) || (platform === 'win32' && /"/.test(path)),
  );
  return wrong === undefined ? undefined : { kind: 'bad-runtime', path: wrong };
}
