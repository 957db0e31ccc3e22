import { isOpen } from '../../core/evidence/status.ts';
import type { Risk } from '../../core/questions/risk.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT } from '../command.ts';
import { openPersonWork } from '../personWork.ts';
import { counted } from '../plain.ts';
import { type Outcome, reviewBlock } from '../review/reviewBlock.ts';
import type { JudgedFile, Selection } from '../sign/select.ts';
import { selectionsOf } from '../sign/selections.ts';
import { tellNotes, type Work } from '../work.ts';

export const review: CliCommand = {
  name: 'review',
  summary: 'walk through what waits, and sign',
  about:
    'Shows the AI blocks that wait for a review, the riskiest first, asks what rules found in each, and offers to sign it off. Answers are kept at once: started again, it goes on where it stopped. Needs a person at a terminal.',
  args: [{ notation: '[path[:line]...]', summary: 'files, or lines of them (default: all)' }],
  options: [],
  examples: ['countersign review', 'countersign review src/price.ts:3'],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = await openPersonWork(context, 'review');
  if (!opened.ok) return context.fail(opened.error);
  const { work, by } = opened.value;
  const selections =
    input.args.length === 0
      ? await everything(work)
      : await selectionsOf(context, work, input.args);
  if (typeof selections === 'number') return selections;
  const queue = queueOf(selections);
  tellNotes(context, work.notes());
  if (queue.length === 0) {
    context.say('Nothing waits for a review here.');
    return EXIT.ok;
  }
  const nDone = new Map<Outcome, number>();
  for (const [i, one] of queue.entries()) {
    const header = `${i + 1} of ${queue.length}`;
    const outcome = await reviewBlock({ context, work, by, header }, one);
    if (typeof outcome === 'number') return outcome;
    nDone.set(outcome, (nDone.get(outcome) ?? 0) + 1);
    if (outcome === 'quit') break;
  }
  const nSigned = nDone.get('signed') ?? 0;
  const nLeft = queue.length - nSigned;
  const nProblems = nDone.get('problem') ?? 0;
  const withProblems = nProblems === 0 ? '' : ` (${nProblems} with a problem)`;
  context.say(
    `Signed ${counted(nSigned, 'block')}; ${nLeft === 0 ? 'none' : nLeft}${withProblems} still ${nLeft === 1 ? 'waits' : 'wait'}.`,
  );
  return EXIT.ok;
}

/** All files with records, as `status` sees them. */
async function everything(work: Work): Promise<readonly Selection[]> {
  const { paths } = work.files;
  const statuses = await work.statusesOf(paths);
  return statuses.flatMap((file, i) => {
    const path = paths[i] ?? '';
    const isJudged = file.kind === 'judged' && work.policyOf(path).policy.enable;
    return isJudged ? [{ path, file, blocks: file.blocks }] : [];
  });
}

/** One block of the walk, with the text it stands in. */
export interface Waiting {
  readonly path: string;
  readonly file: JudgedFile;
  readonly judged: Selection['blocks'][number];
}

const ORDER: readonly Risk[] = ['high', 'normal', 'low'];

/** The riskiest first; what is shown last is looked at least (Fregnan et al. 2022). */
function queueOf(selections: readonly Selection[]): readonly Waiting[] {
  const waiting = selections.flatMap(({ path, file, blocks }) =>
    blocks.filter(({ status }) => isOpen(status)).map((judged) => ({ path, file, judged })),
  );
  const place = ({ judged }: Waiting): number => ORDER.indexOf(judged.questions.risk);
  return waiting.sort(
    (a, b) =>
      place(a) - place(b) ||
      (a.path < b.path ? -1 : a.path === b.path ? 0 : 1) ||
      a.judged.block.range.start - b.judged.block.range.start,
  );
}
