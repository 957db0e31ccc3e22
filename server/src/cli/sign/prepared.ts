import { resolve } from 'node:path';
import { recordAnswers } from '../../app/questions/answer.ts';
import { answerWords } from '../../app/questions/answerWords.ts';
import type { Signer } from '../../app/sign.ts';
import type { BlockQuestions, Question } from '../../core/questions/blockQuestions.ts';
import { type PreparedAnswer, readPreparedAnswers } from '../../core/questions/preparedAnswers.ts';
import { questionId } from '../../core/questions/questionHash.ts';
import type { Problem } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import type { CliContext, CliInput } from '../command.ts';
import { PROBLEM } from '../words.ts';
import type { Work } from '../work.ts';
import type { Selection } from './select.ts';

/** Answers from a file, with the questions of the chosen blocks that they are to. */
export type Prepared = ReadonlyMap<Question, PreparedAnswer>;

/** Reads `--answers`; the exit code where it cannot be used. */
export function preparedFor(
  context: CliContext,
  input: CliInput,
  selections: readonly Selection[],
): Prepared | number {
  const file = input.valueOf('answers');
  if (file === undefined) return new Map();
  const text = context.host.files.read(file === '-' ? file : resolve(context.dir, file));
  if (!text.ok) return context.fail(text.error);
  const read = readPreparedAnswers(text.value);
  if (!read.ok) return context.fail(PROBLEM.badAnswers(file, read.error));
  const questions = new Map(
    selections
      .flatMap(({ blocks }) => blocks)
      .flatMap(({ questions: { shown, more } }) => [...shown, ...more])
      .map((question) => [questionId(question.hit.rule.id, question.hash), question]),
  );
  const prepared = new Map<Question, PreparedAnswer>();
  for (const answer of read.value) {
    const question = questions.get(answer.question);
    if (!question) return context.fail(PROBLEM.noQuestion(file, answer.question));
    prepared.set(question, answer);
  }
  return prepared;
}

/** The questions of a block as they will stand when the prepared answers are recorded. */
export function withPrepared(asked: BlockQuestions, prepared: Prepared): BlockQuestions {
  const isOpen = (question: Question): boolean => !prepared.has(question);
  return { ...asked, shown: asked.shown.filter(isOpen), more: asked.more.filter(isOpen) };
}

/** What a person is about to make their own. */
export function preparedLines(prepared: Prepared): string[] {
  if (prepared.size === 0) return [];
  return [
    'Prepared answers, which become yours when you sign:',
    ...[...prepared].map(([{ hit }, { answer, note }]) => {
      const words = note === undefined ? '' : ` (${note})`;
      return `  ${hit.text} ${answerWords(answer)}${words}`;
    }),
  ];
}

export function recordPrepared(
  context: CliContext,
  { repository, journal }: Work,
  selections: readonly Selection[],
  prepared: Prepared,
  signer: Signer,
): Result<void, Problem> {
  const ports = { repository, journal, clock: context.host.clock };
  for (const { path, file, blocks } of selections) {
    for (const { block, questions } of blocks) {
      const its = [...questions.shown, ...questions.more].flatMap((question) => {
        const answer = prepared.get(question);
        return answer ? [{ question, answer: answer.answer, note: answer.note }] : [];
      });
      if (its.length === 0) continue;
      const done = recordAnswers(ports, { path, blob: file.blob }, block, its, signer);
      if (!done.ok) return done;
    }
  }
  return ok(undefined);
}
