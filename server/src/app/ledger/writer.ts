import { encodeLine } from '../../core/ledger/codec.ts';
import { entryLines } from '../../core/ledger/entry.ts';
import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { LedgerRecord } from '../../core/ledger/record.ts';

/** Collects records by key. */
export interface LedgerWriter {
  add(key: LedgerKey, record: LedgerRecord): void;
  keys(): readonly LedgerKey[];
  /** What entries do not hold as they are, by key. */
  freshLines(known: ReadonlyMap<LedgerKey, string>): ReadonlyMap<LedgerKey, readonly string[]>;
}

export function createWriter(share: (record: LedgerRecord) => LedgerRecord): LedgerWriter {
  const entries = new Map<LedgerKey, string[]>();
  return {
    add(key, record) {
      const line = encodeLine(share(record));
      const list = entries.get(key);
      if (list) list.push(line);
      else entries.set(key, [line]);
    },
    keys: () => [...entries.keys()],
    freshLines(known) {
      const fresh = [...entries].map(([key, lines]): [LedgerKey, readonly string[]] => {
        const there = new Set(entryLines(known.get(key) ?? ''));
        return [key, lines.filter((line) => !there.has(line))];
      });
      return new Map(fresh.filter(([, lines]) => 0 < lines.length));
    },
  };
}
