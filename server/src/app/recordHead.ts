import { HASH_VERSION } from '../core/blocks/block.ts';
import { type Actor, type JournalRecord, RECORD_VERSION } from '../core/records/record.ts';
import type { LocalRepository } from '../core/repository.ts';

export type RecordHead = Pick<JournalRecord, 'v' | 'hashVersion' | 'by' | 'at' | 'base'>;

/** The fields every record has; `base` is the commit HEAD names now. */
export function recordHead(repository: LocalRepository, by: Actor, at: string): RecordHead {
  const base = repository.headCommit();
  return {
    v: RECORD_VERSION,
    hashVersion: HASH_VERSION,
    by,
    at,
    ...(base === undefined ? {} : { base }),
  };
}
