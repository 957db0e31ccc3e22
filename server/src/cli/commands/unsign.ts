import { unsignBlocks } from '../../app/sign.ts';
import type { JudgedBlock } from '../../app/judge.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT } from '../command.ts';
import { readTarget } from '../paths.ts';
import { isYes } from '../person.ts';
import { openPersonWork } from '../personWork.ts';
import { plain } from '../plain.ts';
import { placeOf, selectBlocks } from '../sign/select.ts';
import { statusWords } from '../standing.ts';
import { PROBLEM } from '../words.ts';
import { type Work } from '../work.ts';

export const unsign: CliCommand = {
  name: 'unsign',
  summary: 'withdraw your sign-off of a block',
  about: 'Withdraws your own sign-off of the block at a line. Needs a person at a terminal.',
  args: [{ notation: '<path:line>', summary: 'a line of the block' }],
  options: [{ notation: '--note <text>', summary: 'a word to keep with it' }],
  examples: ['countersign unsign src/price.ts:3'],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = await openPersonWork(context, 'withdraw a sign-off');
  if (!opened.ok) return context.fail(opened.error);
  const { work, by } = opened.value;
  const word = input.args[0] ?? '';
  const target = readTarget(work.repository.place.topLevel, context.dir, word);
  if (!target.ok) return context.fail(target.error);
  const { path, line } = target.value;
  if (line === undefined) return context.fail(PROBLEM.lineNeeded(word));
  const selected = await selectBlocks(work, path, [line]);
  if (!selected.ok) return context.fail(selected.error);
  const [judged] = selected.value.blocks;
  if (!judged) return EXIT.ok;
  const place = placeOf(work, path, judged);
  const { symbol } = judged.block;
  if (judged.status.name !== 'verified') {
    return context.fail(PROBLEM.notSigned(place, symbol, judged.status.name));
  }
  const { review } = judged.status;
  const reviewers = work.journal.book
    .reviewsOf(review.subject.codeHash)
    .map(({ by: { id } }) => id);
  if (!reviewers.includes(by.id)) {
    return context.fail(PROBLEM.notYours(place, symbol, review.by.name ?? review.by.id));
  }
  context.say(`${place}  ${plain(symbol)}  ${statusWords(judged)}`);
  if (!(await isYes(context.host, 'Withdraw your sign-off of this block?'))) {
    context.say('Nothing was changed.');
    return EXIT.refused;
  }
  const { repository, journal } = work;
  const ports = { repository, journal, clock: context.host.clock };
  const signer = { by, via: 'tty' as const, note: input.valueOf('note') };
  const done = unsignBlocks(ports, path, [judged], signer);
  if (!done.ok) return context.fail(done.error);
  context.say(`Withdrawn. ${place} ${plain(symbol)} is ${await standingNow(work, path, judged)}.`);
  return EXIT.ok;
}

/** Another person's sign-off of the same content still holds. */
async function standingNow(work: Work, path: string, { block }: JudgedBlock): Promise<string> {
  const status = await work.statusOf(path);
  if (status.kind !== 'judged') return 'not on disk any more';
  const now = status.blocks.find((judged) => judged.block.range.start === block.range.start);
  return now ? statusWords(now) : 'not on disk any more';
}
