/** How much of this process's time each rule takes, over many files. */
export interface Budget {
  /** Counts a run of so many ms; says why the rule may not run again, where it has become too much. */
  exceededBy(rule: string, ms: number): string | undefined;
}

/** A person waits for a commit with many files; in an editor that runs all day, time comes back. */
const MAX_MS = 5_000;
const BACK = 0.05;

/** `now` in ms, of a clock that only goes forward. */
export function createBudget(
  now: () => number = () => performance.now(),
  maxMs: number = MAX_MS,
): Budget {
  const spent = new Map<string, { readonly ms: number; readonly at: number }>();
  return Object.freeze({
    exceededBy(rule: string, ms: number): string | undefined {
      const at = now();
      const before = spent.get(rule);
      const left = before === undefined ? 0 : Math.max(0, before.ms - (at - before.at) * BACK);
      const total = left + ms;
      spent.set(rule, { ms: total, at });
      return total <= maxMs ? undefined : `took more than ${maxMs} ms for the files so far`;
    },
  });
}
