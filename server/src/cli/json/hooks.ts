import type { HooksReport } from '../host.ts';
import type { HooksJson } from '../schemas/hooks.ts';

export function hooksJson(report: HooksReport): HooksJson {
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
    messages: [...report.messages],
  };
}

/** Git asks the gate here; an outdated hook of ours still asks. */
export function isInstalled({ hooks }: HooksReport): boolean {
  return (
    0 < hooks.length && hooks.every(({ state }) => state === 'installed' || state === 'outdated')
  );
}
