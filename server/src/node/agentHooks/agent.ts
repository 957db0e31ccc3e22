import type { Environment } from '../../core/agents/agent.ts';
import type { HookCommands } from './command.ts';

/** Where a person's files are, and what may move them. */
export interface Homes {
  readonly home: string;
  readonly env: Environment;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** One hook of ours: an item of the array `hooks.<event>` in the agent's file. */
export interface HookEntry {
  readonly event: string;
  readonly value: JsonObject;
}

/** Answers what an agent must run so that its payload reaches `ingest --agent <name>`. */
export type CommandFor = (name: string) => HookCommands;

/** An agent that reads its hooks from a JSON file below the person's home folder. */
export interface FileAgent {
  readonly kind: 'file';
  readonly id: string;
  /** As people know it. */
  readonly title: string;
  /** The agent's own folder: without it the agent was never used on this machine. */
  folder(homes: Homes): string;
  file(homes: Homes): string;
  /** What the file must say at its top besides `hooks`. */
  readonly head: JsonObject;
  /** At most one entry an event. */
  entries(commandFor: CommandFor): readonly HookEntry[];
  /** Why nothing can be written for this agent here: a whole sentence, or several lines. */
  refusal?(homes: Homes, commandFor: CommandFor): Promise<string | undefined>;
  /** What in the agent's own settings keeps hooks from running. */
  notes?(document: JsonObject): readonly string[];
  /** What a person has to do after an install. */
  readonly afterInstall?: string;
}

/** An agent that hears of our hook in another way: nothing is written for it. */
export interface PluginAgent {
  readonly kind: 'plugin';
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** One row of the table of agents with hooks. */
export type HookedAgent = FileAgent | PluginAgent;
