import { entryLines } from '../../core/ledger/entry.ts';
import { decodeLine } from '../../core/ledger/codec.ts';
import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Journal } from '../journal.ts';

/** What has been read of the ledger: a million records stay in git, asked for by key. */
export interface Ledger {
  /** Takes what the ledger holds under these keys into the book; true when there was anything new. */
  learn(keys: Iterable<LedgerKey>): Promise<Result<boolean, Problem>>;
}

export function openLedger({ ledger }: Repository, { book }: Journal): Ledger {
  let tip: string | undefined;
  const asked = new Set<LedgerKey>();
  return Object.freeze({
    async learn(keys: Iterable<LedgerKey>): Promise<Result<boolean, Problem>> {
      const now = ledger.tip();
      if (now === undefined) return ok(false);
      if (now !== tip) asked.clear();
      tip = now;
      const fresh = [...new Set(keys)].filter((key) => !asked.has(key));
      if (fresh.length === 0) return ok(false);
      const entries = await ledger.read(fresh);
      if (!entries.ok) return entries;
      for (const key of fresh) asked.add(key);
      let isNew = false;
      for (const entry of entries.value.values()) {
        for (const line of entryLines(entry)) {
          const record = decodeLine(line);
          if (record === undefined) continue;
          book.addShared(record);
          isNew = true;
        }
      }
      return ok(isNew);
    },
  });
}
