/** Numbers that look random and come from one seed: the only chance in a run. */
export interface Dice {
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  /** From `least` to `most`, both possible. */
  between(least: number, most: number): number;
  chance(share: number): boolean;
  /** One of them; throws when there is none. */
  pick<T>(items: readonly T[]): T;
  /** A word nobody else has: a letter, then letters and digits. */
  word(): string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SIGNS = `${LETTERS}0123456789`;
/** Long enough that both ends may be cut off and the rest still names one line. */
const WORD_LENGTH = 20;

/** Mulberry32. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const signs = (from: string, n: number): string =>
    Array.from({ length: n }, () => from[below(from.length)]).join('');
  return Object.freeze({
    below,
    between: (least: number, most: number) => least + below(most - least + 1),
    chance: (share: number) => next() < share,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new Error('nothing to pick from');
      return items[below(items.length)] as T;
    },
    word: () => signs(LETTERS, 1) + signs(SIGNS, WORD_LENGTH - 1),
  });
}
