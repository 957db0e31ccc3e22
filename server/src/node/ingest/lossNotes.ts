import { appendFileSync, closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalStore, LocalRepository } from '../../core/repository.ts';
import { sha256Hex } from '../git/contentIds.ts';
import { isOurs, makeOwnTmpFolder, ownTmpFolder } from '../ownTmpFolder.ts';

/**
 * A hook may print nothing, and where the journal cannot be written (a full disk, a sandbox, a
 * folder of somebody else's) it cannot leave a record either: so it leaves a line in the system's
 * temporary folder, for `countersign doctor`. Law: nothing is lost silently.
 */
export function tellingLosses(
  repository: LocalRepository,
  root: string,
  now: () => string,
): LocalRepository {
  const { journal } = repository;
  const append: JournalStore['append'] = (records) => {
    const done = journal.append(records);
    if (!done.ok) {
      const paths = [...new Set(records.map(({ subject }) => subject.path))].filter(Boolean);
      const what = paths.length === 0 ? 'A payload' : `An edit of ${paths.join(', ')}`;
      noteLoss(root, `${now()} ${what} was not recorded: ${done.error.message}`);
    }
    return done;
  };
  return { ...repository, journal: { ...journal, append } };
}

/** What hooks could not record in the data folder `root`, oldest first; a sentence each. */
export function lossesOf(root: string): readonly string[] {
  try {
    const folder = ownTmpFolder();
    if (!isOurs(folder)) return [];
    return readFileSync(noteFile(folder, root), 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** More says no more. In bytes. */
const MAX_NOTES = 1 << 16;

function noteLoss(root: string, sentence: string): void {
  try {
    const file = noteFile(makeOwnTmpFolder(), root);
    // Others can write into the temporary folder: no link of theirs is followed.
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | NO_FOLLOW;
    const fd = openSync(file, flags, 0o600);
    try {
      if (fstatSync(fd).size < MAX_NOTES) appendFileSync(fd, `${oneLine(sentence)}\n`);
    } finally {
      closeSync(fd);
    }
  } catch {
    // Nowhere to write at all: the agent goes on.
  }
}

/** Windows has no such flag, and a temporary folder for each user. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

function noteFile(folder: string, root: string): string {
  return join(folder, `${sha256Hex(root).slice(0, 16)}.txt`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 1_000);
}
