import { join } from 'node:path';
import { createClock } from '../../server/src/node/repository.ts';
import { createJournalStore } from '../../server/src/node/journal/journalStore.ts';
import { snapshotRecord } from '../support/records.ts';

/**
 * Writes records until it is killed or the disk is full, and prints each number only after the
 * record is acknowledged. Arguments: the journal's root, and how many records at most.
 */
const [root = '', atMost = '0'] = process.argv.slice(2);
const store = createJournalStore({ root, worktree: 'main', writer: 'child', mayWrite: true });
const clock = createClock();
for (let i = 0; i < Number(atMost); i++) {
  const text = `text ${process.pid} ${i} ${'x'.repeat(200)}`;
  const record = snapshotRecord(join('src', `${process.pid}.ts`), text, clock.now());
  const kept = store.keepText(record.detail.text, text);
  const done = kept.ok ? store.append([record]) : kept;
  if (!done.ok) {
    process.stdout.write(`failed ${done.error.code}\n`);
    process.exit(0);
  }
  process.stdout.write(`${record.detail.text}\n`);
}
