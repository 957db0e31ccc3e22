/** The variables of a process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that an agent sets for the commands it runs; with `value`, only at that value. */
export interface AgentMarker {
  readonly variable: string;
  readonly value?: string;
}

/**
 * One row of the table of agents. Law: a marker is never a variable that a person's own terminal
 * has too, in VS Code, Cursor or anywhere: else people could not sign in their own terminals.
 */
export interface Agent {
  /** As people know it. */
  readonly name: string;
  readonly markers: readonly AgentMarker[];
}

/** The agent that runs this process, and the variable that tells. */
export interface MarkedAgent {
  readonly agent: string;
  readonly variable: string;
}

/** The first agent of a table whose marker is in the environment. An empty variable is no marker. */
export function markedAgent(agents: readonly Agent[], env: Environment): MarkedAgent | undefined {
  for (const { name, markers } of agents) {
    for (const { variable, value } of markers) {
      const found = env[variable];
      if (found === undefined || found === '') continue;
      if (value === undefined || value === found) return { agent: name, variable };
    }
  }
  return undefined;
}
