import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type JournalRecord, textsOf } from '../../core/records/record.ts';
import { createJournalStore } from './journalStore.ts';

/** Where a repository's own journal lies. */
export interface MoveTarget {
  readonly root: string;
  readonly worktree: string;
}

/**
 * Brings a journal that was kept outside (no repository yet, or not trusted yet) into the
 * repository's own. `prefix` is the outside folder's place in the repository, `''` or `dir/`.
 * The outside copy is set aside only after everything was written; a second try doubles nothing
 * that matters, for records are facts.
 */
export function moveJournalIn(root: string, prefix: string, to: MoveTarget): void {
  if (!existsSync(join(root, 'journal'))) return;
  // A segment of its own, which the repository's store then reads as another writer's.
  const into = createJournalStore({ ...to, writer: 'move', mayWrite: true });
  const outside = createJournalStore({ root, worktree: 'main', writer: 'move', mayWrite: false });
  const records = outside.readNew();
  for (const record of records) {
    for (const id of textsOf(record)) {
      const text = outside.textOf(id);
      if (text !== undefined && !into.keepText(id, text).ok) return;
    }
  }
  const done = into.append(records.map((record) => moved(record, prefix)));
  into.close();
  if (!done.ok) return;
  try {
    renameSync(root, `${root}.moved-${Date.now()}`);
  } catch {
    // It stays, and is brought in again next time.
  }
}

function moved(record: JournalRecord, prefix: string): JournalRecord {
  if (prefix === '') return record;
  const path = prefix + record.subject.path;
  switch (record.kind) {
    case 'snapshot': {
      const { from } = record.detail;
      const detail = from === undefined ? record.detail : { ...record.detail, from: prefix + from };
      return { ...record, subject: { ...record.subject, path }, detail };
    }
    case 'review':
      return { ...record, subject: { ...record.subject, path } };
    case 'revoke':
      return { ...record, subject: { ...record.subject, path } };
    case 'answer':
      return { ...record, subject: { ...record.subject, path } };
    case 'agent': {
      const { from } = record.detail;
      const detail = from === undefined ? record.detail : { ...record.detail, from: prefix + from };
      return { ...record, subject: { ...record.subject, path }, detail };
    }
    case 'diagnosed':
      return { ...record, subject: { ...record.subject, path } };
    case 'provenance':
      return { ...record, subject: { ...record.subject, path } };
    case 'correction':
      return { ...record, subject: { ...record.subject, path } };
    case 'removal':
      return { ...record, subject: { ...record.subject, path } };
    // Without git there is no commit to mark; what names one names it anywhere.
    case 'baseline':
    case 'withdrawal':
    case 'signature':
    case 'trouble':
      return record;
  }
}
