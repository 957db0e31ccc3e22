import type { Step } from '../hooks/steps.ts';
import type { AgentProblem } from './problems.ts';

/** A file before and after; undefined where there is none. */
export interface FileChange {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Steps that belong together: when one fails, the rest of its group is left. */
export interface StepGroup {
  readonly agent: string | undefined;
  readonly steps: readonly Step[];
}

/** A problem with one agent, or with all of them. */
export interface FoundProblem {
  readonly agent: string | undefined;
  readonly problem: AgentProblem;
}

/** What an install or an uninstall will do: worked out without writing anything. */
export interface AgentPlan {
  readonly changes: readonly FileChange[];
  readonly groups: readonly StepGroup[];
  readonly problems: readonly FoundProblem[];
  /** What a person should know. */
  readonly notes: readonly string[];
}
