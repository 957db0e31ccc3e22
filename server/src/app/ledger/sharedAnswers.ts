import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { RecordBook } from '../../core/records/book.ts';
import type { AnswerRecord } from '../../core/records/record.ts';
import type { Learner } from './learn.ts';

/** What people answered, in this clone and in others. */
export interface SharedAnswers {
  /**
   * What is known of a question's answers, newest first. One that nobody answered here is remembered
   * for `learnAsked`.
   */
  to(question: string): readonly AnswerRecord[];
  /** Asks the ledger for what was asked about; true when there was anything new. */
  learnAsked(): Promise<boolean>;
}

export function createSharedAnswers(
  book: RecordBook,
  { learn }: Learner,
  keyOf: (question: string) => LedgerKey,
): SharedAnswers {
  const asked = new Set<string>();
  return Object.freeze({
    to(question: string): readonly AnswerRecord[] {
      const answers = book.answersTo(question);
      if (answers.length === 0) asked.add(question);
      return answers;
    },
    async learnAsked(): Promise<boolean> {
      const keys = [...asked].map(keyOf);
      asked.clear();
      const learned = await learn(keys);
      return learned.ok && learned.value;
    },
  });
}
