import { plain } from '../plain.ts';
import { type Check, fine, warning } from './check.ts';

/** Whether what commits brought is in the ledger. */
export const ledger: Check = {
  name: 'ledger',
  async run({ repository, journal }) {
    if (repository?.headCommit() === undefined) return undefined;
    const { git, ledger: store } = repository;
    const tip = store.tip();
    const words =
      tip === undefined
        ? 'no record is shared yet'
        : `refs/notes/countersign at ${tip.slice(0, 12)}`;
    const heads = await git.heads();
    if (!heads.ok)
      return warning(`${words}; ${plain(heads.error.message)}`, 'Look at it with git.');
    const book = journal?.opened.book;
    const known = store.promoted();
    const since = known.length === 0 ? book?.firstAt() : undefined;
    const isInUse = 0 < known.length || since !== undefined;
    const unseen = isInUse ? await git.filesOfCommits(heads.value, known, since) : undefined;
    const isBehind =
      unseen?.ok === true &&
      unseen.value.some(({ path, blob }) => book?.hasAiAt(path) || book?.hasAiBlob(blob));
    if (!isBehind) return fine(words);
    return warning(
      `${words}; some commits were made without our hooks, and have not been looked through`,
      'Run `countersign sync`, or open a file of this repository in the editor.',
    );
  },
};

/** Whether others have what is known here. */
export const sharing: Check = {
  name: 'sharing',
  async run({ repository }) {
    const tip = repository?.ledger.tip();
    if (!repository || tip === undefined) return undefined;
    const remote = await repository.git.defaultRemote();
    if (remote === undefined) return fine('no remote to share the ledger with');
    const shared = repository.ledger.sharedWith(remote);
    if (shared === tip) return fine(`the ledger is shared with ${plain(remote)}`);
    return warning(
      shared === undefined
        ? `the ledger was never shared with ${plain(remote)}`
        : `there are records that ${plain(remote)} does not have, as far as is known here`,
      'Run `countersign sync`; with the git hooks installed every push does.',
    );
  },
};
