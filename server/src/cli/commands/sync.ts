import { openJournal } from '../../app/journal.ts';
import { promote } from '../../app/ledger/promote.ts';
import { signatureOf } from '../../app/ledger/signature.ts';
import { workTreePolicy } from '../../app/policyReader.ts';
import type { Problem } from '../../core/repository.ts';
import { type CliCommand, EXIT } from '../command.ts';

export const sync: CliCommand = {
  name: 'sync',
  summary: "share the ledger: take in a remote's records, and send yours",
  about:
    "Shares what is known of AI code, and who signed it, with everybody who has the repository: takes in the remote's records (refs/notes/countersign), joins them with yours line by line, and sends the result. Nothing of yours or theirs is lost, however many do it at once. The remote is the branch's own, else origin.",
  args: [{ notation: '[remote]', summary: 'name or address of another remote' }],
  options: [
    { notation: '--fetch-only', summary: 'take in theirs, and send nothing (for CI)' },
    { notation: '--hook <name>', summary: 'the git hook that asks', isHidden: true },
  ],
  examples: [
    'countersign sync',
    'countersign sync upstream',
    'countersign sync --fetch-only https://example.org/fork.git',
  ],
  async run({ host, dir, say, tell, fail }, input) {
    const isHook = input.valueOf('hook') !== undefined;
    // A hook that could not share never stops the person's own push.
    const end = (problem: Problem): number => {
      if (!isHook) return fail(problem);
      tell(`Countersign: ${problem.message}`);
      return EXIT.ok;
    };
    const opened = host.openRepository(dir, true);
    if (!opened.ok) return end(opened.error);
    const repository = opened.value;
    const promoted = await promote({
      repository,
      journal: openJournal(repository.journal, repository),
      reader: host.createReader(() => {}),
      clock: host.clock,
    });
    if (!promoted.ok) tell(`Note: ${promoted.error.message}`);
    const remote = input.args[0] ?? (await repository.git.defaultRemote());
    if (remote === undefined) return end(NO_REMOTE);
    if (remote.startsWith('-')) return end(noSuchRemote(remote));
    const { policy } = (await workTreePolicy(repository))('');
    const by = signatureOf(await repository.git.identity(), host.clock.now(), policy.people);
    const mayPush = !input.has('fetchOnly');
    const done = await repository.ledger.sync(remote, by, { mayPush });
    if (!done.ok) return end(done.error);
    const { nTaken, nRefused, isPushed } = done.value;
    if (0 < nRefused) {
      tell(
        `Note: ${nRefused} names in the ledger of ${remote} are no entries of ours; they were not taken.`,
      );
    }
    if (!isHook) say(wordsOf(remote, nTaken, isPushed, mayPush));
    return EXIT.ok;
  },
};

function wordsOf(remote: string, nTaken: number, isPushed: boolean, mayPush: boolean): string {
  const taken = nTaken === 1 ? '1 entry' : `${nTaken} entries`;
  if (nTaken === 0 && !mayPush) return `${remote} has no record that is not here.`;
  if (nTaken === 0 && !isPushed) return `The ledger and ${remote}'s are the same.`;
  return `Took in ${taken} of ${remote}${isPushed ? ', and sent it ours' : ''}.`;
}

const NO_REMOTE: Problem = {
  code: 'no-remote',
  message:
    'this repository has no remote to share the ledger with: add one with `git remote add origin <url>`.',
};

function noSuchRemote(word: string): Problem {
  return { code: 'no-remote', message: `${word} is no remote: \`git remote\` lists them.` };
}
