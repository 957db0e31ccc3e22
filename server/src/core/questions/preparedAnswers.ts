import { isObject } from '../records/codec.ts';
import type { Answer } from '../records/record.ts';
import { err, ok, type Result } from '../result.ts';

/** An answer that somebody, or something, has prepared for a person to sign. */
export interface PreparedAnswer {
  /** The question's id as `status --json` has it. */
  readonly question: string;
  readonly answer: Answer;
  readonly note: string | undefined;
}

export const ANSWERS_SCHEMA = 'countersign.answers/1';

const ANSWERS: readonly Answer[] = ['ok', 'problem', 'not-applicable', 'not-useful'];

/** Reads a document of answers; an error is what is wrong with it, without a full stop. */
export function readPreparedAnswers(text: string): Result<readonly PreparedAnswer[], string> {
  const json = parsed(text);
  if (json === undefined) return err('it is not JSON');
  if (!isObject(json) || json['schema'] !== ANSWERS_SCHEMA || !Array.isArray(json['answers'])) {
    return err(`it must be an object with "schema": "${ANSWERS_SCHEMA}" and a list of "answers"`);
  }
  const answers: PreparedAnswer[] = [];
  const all: readonly unknown[] = json['answers'];
  for (const [i, one] of all.entries()) {
    const answer = isObject(one) ? ANSWERS.find((known) => known === one['answer']) : undefined;
    if (!isObject(one) || typeof one['question'] !== 'string' || answer === undefined) {
      return err(
        `answer ${i + 1} must have a "question" (an id of \`status --json\`) and an "answer": ok, problem, not-applicable or not-useful`,
      );
    }
    const { question, note } = one;
    answers.push({ question, answer, note: typeof note === 'string' ? note : undefined });
  }
  return ok(answers);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
