import { openJournal } from '../../app/journal.ts';
import { promote as promoteNow } from '../../app/ledger/promote.ts';
import type { Problem } from '../../core/repository.ts';
import { type CliCommand, EXIT } from '../command.ts';

/**
 * What the hooks behind a commit and a rewrite run. Never fails and says nothing: what it could not
 * do is done at the next open, commit or sync, and told by `countersign doctor`.
 */
export const promote: CliCommand = {
  name: 'promote',
  summary: 'copy what commits brought from the journal to the ledger',
  args: [],
  options: [{ notation: '--hook <name>', summary: 'the git hook that asks', isHidden: true }],
  examples: ['countersign promote'],
  isHidden: true,
  async run({ host, dir, tell, isDebug }, input) {
    const opened = host.openRepository(dir, true);
    if (!opened.ok) return EXIT.ok;
    const repository = opened.value;
    const problems: Problem[] = [];
    const done = await promoteNow({
      repository,
      journal: openJournal(repository.journal, repository),
      reader: host.createReader((problem) => problems.push(problem)),
      clock: host.clock,
    });
    const isAsked = isDebug || input.valueOf('hook') === undefined;
    if (!done.ok && isAsked) tell(`Countersign: ${done.error.message}`);
    return EXIT.ok;
  },
};
