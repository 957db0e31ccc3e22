import type { Problem } from '../../core/repository.ts';
import type { AgentHookState, HooksReport } from '../host.ts';
import type { HooksJson } from '../schemas/hooks.ts';

/** What a hooks command has to say about agents. */
export interface AgentPart {
  readonly agents: readonly AgentHookState[];
  /** Of a dry run. */
  readonly diffs?: readonly { readonly file: string; readonly diff: string }[];
  readonly problems?: readonly Problem[];
}

export function hooksJson(report: HooksReport, part?: AgentPart): HooksJson {
  return {
    schema: 'countersign.hooks/1',
    installed: isInstalled(report),
    hooks: report.hooks.map(({ name, state, file, chained, how }) => ({
      name,
      state,
      file,
      chained: chained ?? null,
      how,
    })),
    ...(part && {
      agents: part.agents.map(({ agent, state, file, how }) => ({
        agent,
        state,
        file: file ?? null,
        how,
      })),
    }),
    ...(part?.diffs && { diffs: part.diffs.map(({ file, diff }) => ({ file, diff })) }),
    ...(part?.problems && {
      problems: part.problems.map(({ code, message }) => ({ code, message })),
    }),
    messages: [...report.messages],
  };
}

/** Git asks the gate here; an outdated hook of ours still asks. */
export function isInstalled({ hooks }: HooksReport): boolean {
  return (
    0 < hooks.length && hooks.every(({ state }) => state === 'installed' || state === 'outdated')
  );
}
