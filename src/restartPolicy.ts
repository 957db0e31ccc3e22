/** So many ends of the server within this time, and it is left alone. */
const MAX_CRASHES = 5;
const WINDOW_MS = 3 * 60 * 1000;
/** The first restart is at once, so that hardly any signal is missed; the next ones wait. */
const DELAYS_MS = [0, 200, 1000, 3000] as const;

export type AfterCrash =
  | { readonly kind: 'restart'; readonly delayMs: number }
  | { readonly kind: 'give-up' };

/** What to do after the last of these crashes, whose times are sorted and in milliseconds. */
export function afterCrash(crashes: readonly number[]): AfterCrash {
  const last = crashes.at(-1) ?? 0;
  const nRecent = crashes.filter((at) => last - at <= WINDOW_MS).length;
  if (MAX_CRASHES <= nRecent) return { kind: 'give-up' };
  return { kind: 'restart', delayMs: DELAYS_MS[nRecent - 1] ?? 0 };
}
