/** Counts by class, with a few examples of each. */
export interface Tally {
  add(name: string, example: () => string): void;
  total(): number;
  /** Lines, the greatest count first. `total` is what the shares are of. */
  lines(total: number): readonly string[];
}

export function createTally(nShown: number): Tally {
  const counts = new Map<string, { n: number; readonly examples: string[] }>();
  return Object.freeze({
    add(name: string, example: () => string) {
      const entry = counts.get(name) ?? { n: 0, examples: [] };
      counts.set(name, entry);
      entry.n++;
      if (entry.examples.length < nShown) entry.examples.push(example());
    },
    total: () => [...counts.values()].reduce((sum, { n }) => sum + n, 0),
    lines: (total: number) =>
      [...counts]
        .toSorted(([, one], [, other]) => other.n - one.n)
        .flatMap(([name, { n, examples }]) => [
          `    ${name}: ${n} (${((100 * n) / Math.max(1, total)).toFixed(3)} %)`,
          ...examples.flatMap((example) => example.split('\n')),
        ]),
  });
}
