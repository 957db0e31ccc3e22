import type { Schedule } from '../../src/lifetime.ts';

/** A clock that stands still until a test moves it. */
export interface FakeTimers {
  readonly schedule: Schedule;
  readonly now: () => number;
  /** Moves the clock and runs what became due, in order. */
  readonly advance: (ms: number) => void;
}

export function createFakeTimers(): FakeTimers {
  let time = 0;
  const due = new Set<{ readonly at: number; readonly task: () => void }>();

  return {
    schedule: (ms, task) => {
      const entry = { at: time + ms, task };
      due.add(entry);
      return () => void due.delete(entry);
    },
    now: () => time,
    advance: (ms) => {
      const end = time + ms;
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        due.delete(next);
        time = next.at;
        next.task();
      }
      time = end;
    },
  };
}
