import { counted, listed, plain } from '../plain.ts';
import { type Check, fine, warning } from './check.ts';

const SHOWN = 3;

/** What agents' hooks told here, and what of it could not be used. */
export const agents: Check = {
  name: 'agents',
  async run({ journal }) {
    if (!journal) return undefined;
    const { book } = journal.opened;
    const calls = new Map<string, number>();
    for (const { detail } of book.agentRecords()) {
      calls.set(detail.agent, (calls.get(detail.agent) ?? 0) + 1);
    }
    const told = [...calls].map(([agent, n]) => `${plain(agent)} ${n}`);
    const words =
      told.length === 0
        ? "no agent's hook has told of an edit here"
        : `edits told by agents' hooks: ${listed(told, 8)}`;
    const troubles = book.troubles();
    if (troubles.length === 0) return fine(words);
    const newest = troubles
      .slice(0, SHOWN)
      .map(({ at, detail }) => `${at} ${plain(detail.message)}`);
    return warning(
      `${words}; ${counted(troubles.length, 'payload')} could not be used: ${newest.join('; ')}`,
      'Those edits are "unknown". Look whether the agent and Countersign are up to date.',
    );
  },
};
