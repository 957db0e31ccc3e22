import type { Journal } from '../journal.ts';

/**
 * Judges, and once more where that asked for signatures that nobody had checked, or for answers that
 * only the ledger knows.
 */
export async function withShared<T>(
  { signed, answers }: Pick<Journal, 'signed' | 'answers'>,
  judge: () => T,
): Promise<T> {
  let judged = judge();
  for (;;) {
    if (signed.isAsking()) await signed.check();
    else if (!(await answers.learnAsked())) return judged;
    judged = judge();
  }
}
