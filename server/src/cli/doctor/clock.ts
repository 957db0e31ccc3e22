import type { DatedCommit } from '../../core/repository.ts';
import { counted, plain } from '../plain.ts';
import { when } from '../standing.ts';
import { type Check, fine, warning } from './check.ts';

/** Machines that keep their time by the network differ by less. */
const SKEW_MS = 5 * 60 * 1_000;
const COMMITS_ASKED = 500;

/** Of two records the newest wins: one dated ahead wins too long. */
export const clock: Check = {
  name: 'clock',
  async run({ host, repository, journal }) {
    if (!repository || !journal) return undefined;
    const now = host.clock.now();
    const limit = Date.parse(now) + SKEW_MS;
    const isAhead = ({ at }: { readonly at: string }): boolean => limit < Date.parse(at);
    const newest = journal.opened.book.newest();
    const commits = await repository.git.recentCommits(COMMITS_ASKED);
    const ahead = commits.ok ? commits.value.filter(isAhead) : [];
    const words = [
      ...(newest && isAhead(newest)
        ? [
            `the journal has a ${newest.kind} of ${plain(newest.by.name ?? newest.by.id)} dated ${when(newest.at)} UTC`,
          ]
        : []),
      ...commitWords(ahead),
    ];
    if (words.length === 0) return fine(`no record or commit is dated after ${when(now)} UTC`);
    return warning(
      `${words.join('; ')}, and this clock says ${when(now)} UTC`,
      'Set the clock that is wrong, here or there: of two records the one with the later date wins, so what is dated ahead wins until then. A sign-off that was withdrawn meanwhile may have to be withdrawn again.',
    );
  },
};

function commitWords(ahead: readonly DatedCommit[]): string[] {
  const [first] = ahead.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (first === undefined) return [];
  const others = ahead.length === 1 ? '' : ` (and ${counted(ahead.length - 1, 'commit')} more)`;
  const at = new Date(Date.parse(first.at)).toISOString();
  return [
    `commit ${first.commit.slice(0, 12)} of ${plain(first.by)} is dated ${when(at)} UTC${others}`,
  ];
}
