import type { AgentEvent, AgentName } from '../event.ts';
import type { JsonObject } from '../fields.ts';

/** One row of the table of formats: how one agent tells its hooks what it does. */
export interface AgentFormat {
  /** What `--agent` says for it. */
  readonly name: AgentName | 'agent-v1';
  /** Whether a payload can only be this agent's; asked in the order of the table. */
  matches(payload: JsonObject): boolean;
  /**
   * The event of a payload; undefined when it tells of nothing that edits files or runs commands.
   * An edit whose files are all without a usable path has no files.
   */
  read(payload: JsonObject): AgentEvent | undefined;
}
