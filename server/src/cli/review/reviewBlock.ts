import { type Given, recordAnswers } from '../../app/questions/answer.ts';
import { signBlocks, signedWithoutKey } from '../../app/sign.ts';
import { requiredAnswers } from '../../core/policy/policy.ts';
import type { Question } from '../../core/questions/blockQuestions.ts';
import type { Actor } from '../../core/records/record.ts';
import type { CliContext } from '../command.ts';
import type { Waiting } from '../commands/review.ts';
import { ask } from '../person.ts';
import { counted, plain } from '../plain.ts';
import { placeOf } from '../sign/select.ts';
import { blockLines } from '../sign/show.ts';
import { tellNotes, type Work } from '../work.ts';
import { askQuestion } from './askQuestion.ts';
import { wrapped } from './wrapped.ts';

/** What became of one block of the walk. */
export type Outcome = 'signed' | 'problem' | 'left' | 'quit';

export interface ReviewHost {
  readonly context: CliContext;
  readonly work: Work;
  readonly by: Actor;
  /** `2 of 6`. */
  readonly header: string;
}

/** Shows a block, asks what is open about it, and offers to sign it; a failure is its exit code. */
export async function reviewBlock(host: ReviewHost, waiting: Waiting): Promise<Outcome | number> {
  const { context, work, header } = host;
  const { path, file, judged } = waiting;
  const paint = context.paint.stdout;
  const width = context.host.terminal.columns();
  const { risk, reasons, checks, shown, more } = judged.questions;
  const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
  context.say(paint.dim('─'.repeat(Math.min(width, 80))));
  for (const line of wrapped(`${header} · risk ${risk}${why}`, width)) context.say(paint.dim(line));
  for (const line of blockLines(
    work.journal,
    file.index,
    placeOf(work, path, judged),
    judged,
    paint,
    width,
  )) {
    context.say(line);
  }
  context.say('');
  for (const { text } of checks) {
    for (const line of wrapped(`! ${plain(text)}`, width)) context.say(paint.yellow(line));
  }
  const answered = new Map<Question, Given['answer']>();
  const open = shown.filter(({ answer }) => answer === undefined);
  for (const question of open) {
    const reply = await askQuestion(context, question, file.index, width);
    if (reply.kind === 'quit') return 'quit';
    if (reply.kind === 'block') return 'left';
    if (reply.kind === 'later') continue;
    const done = record(host, waiting, [reply.given]);
    if (!done.ok) return context.fail(done.error);
    answered.set(question, reply.given.answer);
  }
  if (0 < more.length && 0 < shown.length)
    context.say(
      paint.dim(
        `${counted(more.length, 'more question')} of less weight: countersign status --json lists them.`,
      ),
    );
  const answerTo = (question: Question): string | undefined =>
    answered.get(question) ?? question.answer?.detail.answer;
  const all = [...shown, ...more];
  if (all.some((question) => answerTo(question) === 'problem')) {
    context.say('It stays open until the code at that line changes, or the answer does.');
    return 'problem';
  }
  if (all.some((question) => question.isRequired && answerTo(question) === undefined)) {
    context.say('It cannot be signed before all questions that policy requires are answered.');
    return 'left';
  }
  return askSignature(host, waiting);
}

async function askSignature(host: ReviewHost, waiting: Waiting): Promise<Outcome | number> {
  const { context, work, by } = host;
  const { path, file, judged } = waiting;
  const said = (await ask(context.host, 'Sign this block? [y/N/q]'))?.trim().toLowerCase();
  if (said === undefined || said === 'q') return 'quit';
  if (said !== 'y' && said !== 'yes') return 'left';
  const { repository, journal } = work;
  const ports = { repository, journal, clock: context.host.clock };
  const vouched = [
    { signed: { path, ...file }, blocks: [judged], answered: requiredAnswers(file.policy) },
  ];
  const done = await signBlocks(
    ports,
    vouched,
    { by, via: 'tty' },
    {
      requireSignature: file.policy.requireSignature,
      people: work.policyOf('').policy.people,
    },
  );
  if (!done.ok) return context.fail(done.error);
  if (done.value.unsigned) tellNotes(context, [signedWithoutKey(done.value.unsigned)]);
  context.say(context.paint.stdout.green('Signed.'));
  return 'signed';
}

function record(
  { context, work: { repository, journal }, by }: ReviewHost,
  { path, file, judged }: Waiting,
  given: readonly Given[],
): ReturnType<typeof recordAnswers> {
  const ports = { repository, journal, clock: context.host.clock };
  return recordAnswers(ports, { path, blob: file.blob }, judged.block, given, { by, via: 'tty' });
}
