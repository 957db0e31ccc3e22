/** Chance that does the same again for the same seed. */
export interface Random {
  /** A whole number from 0 to `n` - 1. */
  below(n: number): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  /** One of the items; undefined of none. */
  pick<T>(items: readonly T[]): T | undefined;
  /** Up to `n` of the items, each at most once, in random order. */
  sample<T>(items: readonly T[], n: number): readonly T[];
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return Object.freeze({
    below,
    chance: (share: number) => next() < share,
    pick: <T>(items: readonly T[]) => items[below(items.length)],
    sample<T>(items: readonly T[], n: number) {
      const left = [...items];
      const taken: T[] = [];
      while (taken.length < n && left.length !== 0) {
        taken.push(...left.splice(below(left.length), 1));
      }
      return taken;
    },
  });
}
