import type { Timers } from './repository.ts';

/**
 * So long unused, what can be loaded again is let go: longer than a person looks at one thing, so that
 * what is at hand stays, and loading takes half a second when it is needed again.
 */
export const IDLE_MS = 10 * 60 * 1_000;

export interface IdleOptions {
  readonly timers: Timers;
  /** Milliseconds of a clock that only goes forward. */
  readonly ms: () => number;
}

/** Calls `onIdle` once when `used` was not called for `IDLE_MS`, and again after the next use. */
export function createIdleWatch({ timers, ms }: IdleOptions, onIdle: () => void): { used(): void } {
  let last = 0;
  let isArmed = false;
  // Uses are many and the timer is one: it looks again when it was too early.
  const arm = (after: number): void => {
    isArmed = true;
    timers.after(after, () => {
      const left = last + IDLE_MS - ms();
      isArmed = false;
      if (0 < left) arm(left);
      else onIdle();
    });
  };
  return Object.freeze({
    used(): void {
      last = ms();
      if (!isArmed) arm(IDLE_MS);
    },
  });
}

/** What `load` brings, held until nobody asked for it for `IDLE_MS`, and loaded again after that. */
export function heldWhileUsed<T>(load: () => T, options: IdleOptions): () => T {
  let held: { readonly value: T } | undefined;
  const watch = createIdleWatch(options, () => {
    held = undefined;
  });
  return () => {
    watch.used();
    held ??= { value: load() };
    return held.value;
  };
}
