import { baselineWords, fetchCommand } from '../../app/baselines.ts';
import { counted, plain } from '../plain.ts';
import { type Check, fine, warning } from './check.ts';

/** Whether the code that people marked as older than the tool can still be looked at. */
export const baseline: Check = {
  name: 'baseline',
  async run({ repository, journal }) {
    if (!repository || !journal) return undefined;
    await journal.opened.learn([repository.keys.baselines]);
    const baselines = journal.opened.book.baselines();
    const [newest] = baselines;
    if (newest === undefined) return undefined;
    const known = await repository.git.knownObjects(baselines.map(({ tree }) => tree));
    const words = `${counted(baselines.length, 'baseline')}, the newest: ${plain(baselineWords(newest))}`;
    const gone = baselines.filter(({ tree }) => known.ok && !known.value.has(tree));
    const [first] = gone;
    if (first === undefined) return fine(words);
    const lacks = repository.git.lacks();
    return warning(
      `${plain(baselineWords(first))} is not in this clone, so AI code under it waits for reviews${gone.length === 1 ? '' : ` (and ${gone.length - 1} more)`}`,
      lacks === undefined
        ? `Try \`git fetch origin ${first.base}\`. If it was rewritten and collected, it is gone for good: mark the code again with \`countersign baseline\`, or end it with \`countersign baseline --withdraw\`.`
        : `Run \`${fetchCommand(first, lacks)}\`.`,
    );
  },
};
