import { HASH_VERSION } from '../../core/blocks/block.ts';
import { commitHints } from '../../core/interop/coAuthors/commitHints.ts';
import { assistants } from '../../core/interop/coAuthors/table.ts';
import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { HintRecord } from '../../core/ledger/record.ts';
import { RECORD_VERSION } from '../../core/records/record.ts';
import type { Commit, Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Journal } from '../journal.ts';

/**
 * What messages of commits say of assistants, as records under the trees of those commits. Nothing
 * in them is of the moment: every clone writes the same lines.
 */
export function* hintsIn(
  { keys }: Repository,
  commits: readonly Commit[],
): Generator<readonly [LedgerKey, HintRecord]> {
  for (const { commit, tree, at, message } of commits) {
    for (const { kind, assistant, name } of commitHints(message, assistants)) {
      yield [
        keys.tree(tree),
        {
          v: RECORD_VERSION,
          hashVersion: HASH_VERSION,
          by: { type: 'tool', id: 'countersign' },
          at,
          kind: 'hint',
          subject: { path: '' },
          detail: { hint: kind, commit, tree, assistant, name },
        },
      ];
    }
  }
}

/** Of a path with a long history the newest commits are asked. */
const COMMITS_ASKED = 500;

/** What is hinted of the commits that changed a path, newest first. No process without a ledger. */
export async function hintsAt(
  { git, keys, ledger }: Repository,
  journal: Journal,
  path: string,
): Promise<Result<readonly HintRecord[], Problem>> {
  if (ledger.tip() === undefined) return ok([]);
  const commits = await git.commitsAt(path, COMMITS_ASKED);
  if (!commits.ok) return commits;
  const learned = await journal.learn(commits.value.map(({ tree }) => keys.tree(tree)));
  if (!learned.ok) return learned;
  return ok(
    commits.value.flatMap(({ commit, tree }) =>
      // Another commit may hold the same and have changed nothing at this path.
      journal.book.hintsOf(tree).filter(({ detail }) => detail.commit === commit),
    ),
  );
}
