import type { Journal } from '../../app/journal.ts';
import { pathsBefore, spansOfText } from '../../app/provenance.ts';
import { lineRowsOf } from '../../core/ledger/lineRows.ts';
import { isNotebookPath } from '../../core/notebook/notebookPath.ts';
import type { CommittedFile } from '../../core/repository.ts';
import { createLineIndex } from '../../core/text/lineIndex.ts';
import { counted, listed, plain } from '../plain.ts';
import { type Check, fine, warning } from './check.ts';

const WEEKS = 4;
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/** Whether commits took AI lines along that this clone's journal knows, and the ledger does not. */
export const commits: Check = {
  name: 'commits',
  async run({ host, repository, journal }) {
    if (repository?.headCommit() === undefined || !journal) return undefined;
    const { git, ledger, keys } = repository;
    const { opened } = journal;
    const heads = await git.heads();
    if (!heads.ok) return warning(plain(heads.error.message), 'Look at it with git.');
    const since = new Date(Date.parse(host.clock.now()) - WEEKS * WEEK_MS).toISOString();
    const files = await git.filesOfCommits(heads.value, [], since);
    if (!files.ok) return warning(plain(files.error.message), 'Look at it with git.');
    const ours = files.value.filter((file) => hasAiLines(opened, file));
    if (ours.length === 0) return undefined;
    const entries = await ledger.read(ours.map(({ blob }) => keys.blob(blob)));
    if (!entries.ok) return warning(plain(entries.error.message), 'Look at it with git.');
    const missing = ours.filter(({ blob }) => !entries.value.has(keys.blob(blob)));
    if (missing.length === 0) {
      return fine(`the AI lines of the last ${WEEKS} weeks' commits are in the ledger`);
    }
    const paths = [...new Set(missing.map(({ path }) => plain(path)))];
    const words = `${counted(paths.length, 'file')} of commits of the last ${WEEKS} weeks ${paths.length === 1 ? 'holds' : 'hold'} AI lines that the ledger does not know: ${listed(paths, 3)}`;
    const unseen = await git.filesOfCommits(heads.value, ledger.promoted(), since);
    const isUnseen = !unseen.ok || missing.some((file) => isAmong(unseen.value, file));
    return warning(
      words,
      isUnseen
        ? 'They were committed by another client, or without our hooks. Run `countersign hooks install`; `countersign sync` brings these in now.'
        : `They were in it, and are lost. Delete ${plain(host.dataFolder(repository.place))}/promoted and run \`countersign sync\`: all commits are looked through again.`,
    );
  },
};

/** By the journal alone, as it would be written to the ledger: a line is AI's when most of it is. */
function hasAiLines(journal: Journal, { path, blob }: CommittedFile): boolean {
  if (isNotebookPath(path) || !journal.book.hasAiBlob(blob)) return false;
  const snapshot = journal.book.snapshotOfBlob(blob);
  const text = snapshot && journal.textOf(snapshot.detail.text);
  if (text === undefined) return false;
  const paths = pathsBefore(journal, path);
  const spans = spansOfText(journal, { text, blob, paths, baseBlobs: [] });
  const { origins } = lineRowsOf(createLineIndex(text), spans);
  return origins.some(({ kind }) => kind === 'ai');
}

function isAmong(files: readonly CommittedFile[], { path, blob }: CommittedFile): boolean {
  return files.some((file) => file.path === path && file.blob === blob);
}
