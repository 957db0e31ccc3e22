import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { LedgerRecord } from '../../core/ledger/record.ts';
import type { Repository } from '../../core/repository.ts';
import type { Journal } from '../journal.ts';

/** What people said of baselines goes to others under one key, which every gate asks for. */
export function shareBaselines(
  { keys }: Pick<Repository, 'keys'>,
  { book }: Journal,
  writer: { add(key: LedgerKey, record: LedgerRecord): void },
): void {
  for (const record of book.baselineRecords()) writer.add(keys.baselines, record);
}
