import { decodeLine } from '../../core/ledger/codec.ts';
import { entryLines } from '../../core/ledger/entry.ts';
import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { RecordBook } from '../../core/records/book.ts';
import type { LedgerStore, Problem } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';

export type LedgerReader = Pick<LedgerStore, 'tip' | 'read' | 'personOf'>;

export const NO_LEDGER: LedgerReader = Object.freeze({
  tip: () => undefined,
  personOf: (id: string) => id,
  read: async () => ok(new Map<LedgerKey, string>()),
});

export interface Learner {
  learn(keys: Iterable<LedgerKey>): Promise<Result<boolean, Problem>>;
  /** Whether the ledger has moved since it was asked last. */
  isBehind(): boolean;
}

/** A million records stay in git: what is needed is asked for by key, each key once a state of it. */
export function createLearner(ledger: LedgerReader, book: RecordBook): Learner {
  let tip: string | undefined;
  const asked = new Set<LedgerKey>();
  const learn: Learner['learn'] = async (keys) => {
    const now = ledger.tip();
    if (now === undefined) return ok(false);
    if (now !== tip) asked.clear();
    tip = now;
    const fresh = [...new Set(keys)].filter((key) => !asked.has(key));
    if (fresh.length === 0) return ok(false);
    const entries = await ledger.read(fresh);
    if (!entries.ok) return entries;
    for (const key of fresh) asked.add(key);
    const records = [...entries.value.values()].flatMap(entryLines).map(decodeLine);
    let isNew = false;
    for (const record of records) {
      if (record === undefined) continue;
      book.addShared(record);
      isNew = true;
    }
    return ok(isNew);
  };
  return Object.freeze({
    learn,
    isBehind(): boolean {
      const now = ledger.tip();
      return now !== undefined && now !== tip;
    },
  });
}
