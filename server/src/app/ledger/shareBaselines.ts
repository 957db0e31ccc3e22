import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { LedgerRecord } from '../../core/ledger/record.ts';
import type { People } from '../../core/policy/policy.ts';
import type { Repository } from '../../core/repository.ts';
import type { Journal } from '../journal.ts';
import { mayBeShared } from './signedReviews.ts';

/** What people said of baselines goes to others under one key, which every gate asks for. */
export function shareBaselines(
  { keys }: Pick<Repository, 'keys'>,
  { book, signed }: Journal,
  writer: { add(key: LedgerKey, record: LedgerRecord): void },
  people: People,
): void {
  for (const record of book.baselineRecords()) {
    const its = record.kind === 'baseline' ? signed.signaturesOf(record) : [];
    for (const one of [record, ...its.filter(mayBeShared(people))]) writer.add(keys.baselines, one);
  }
}
