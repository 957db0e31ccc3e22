import { hasAi } from '../../core/attribution/span.ts';
import { accessSync, constants, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Journal } from '../../app/journal.ts';
import type { RepositoryPlace } from '../../core/repository.ts';
import type { CliHost } from '../host.ts';
import { kindOf } from '../paths.ts';
import { counted, plain } from '../plain.ts';
import { type Check, failure, fine, warning } from './check.ts';

const SHOWN = 3;

export const journal: Check = {
  name: 'journal',
  async run({ host, repository, journal: counts }) {
    if (!repository || !counts) return undefined;
    const folder = join(host.dataFolder(repository.place), 'journal');
    const nSegments = segmentsIn(folder).length;
    const words = `${counted(counts.nRecords, 'record')} in ${counted(nSegments, 'segment')}, ${plain(folder)}`;
    const whyNot = whyNotWritable(host, repository.place);
    return whyNot === undefined
      ? fine(words)
      : warning(
          `${words}; ${whyNot}`,
          'Give yourself the right to write there, else nothing is recorded.',
        );
  },
};

export const losses: Check = {
  name: 'losses',
  async run({ host, repository, journal: counts }) {
    if (!counts || !repository) return undefined;
    const { opened } = counts;
    const texts = lostTexts(opened);
    const problems = [...new Set(opened.problems().map(({ message }) => message))];
    const told = host.hookLosses(repository.place);
    if (texts.length === 0 && problems.length === 0 && told.length === 0) {
      return fine('nothing recorded was lost');
    }
    const words = [
      ...problems,
      ...(told.length === 0
        ? []
        : [
            `${counted(told.length, 'payload')} of agents could not be kept: ${told.slice(-SHOWN).map(plain).join('; ')}`,
          ]),
      ...(texts.length === 0
        ? []
        : [
            `${counted(texts.length, 'kept text')} cannot be read, of ${plain(texts.slice(0, 3).join(', '))}`,
          ]),
    ];
    return opened.problems().some(({ code }) => code === 'journal-unreadable')
      ? failure(words.join('; '), 'Give yourself the right to read there.')
      : warning(
          words.join('; '),
          'Look at those files yourself: AI lines in them may not be known.',
        );
  },
};

/** Paths of AI snapshots whose text is gone or damaged. Each text is read once. */
function lostTexts({ book, textOf }: Journal): string[] {
  return book
    .aiPaths()
    .filter((path) =>
      book
        .snapshotsOf(path)
        .some(({ detail }) => hasAi(detail.spans) && textOf(detail.text) === undefined),
    );
}

function segmentsIn(folder: string): string[] {
  return namesIn(folder).flatMap((worktree) =>
    namesIn(join(folder, worktree)).filter((name) => name.endsWith('.jsonl')),
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Asks for the nearest folder that is there: ours is made with the first record. */
function whyNotWritable(host: CliHost, place: RepositoryPlace): string | undefined {
  let folder = join(host.dataFolder(place), 'journal', place.worktree);
  while (kindOf(folder) === 'nothing' && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch {
    return `${plain(folder)} cannot be written`;
  }
}
