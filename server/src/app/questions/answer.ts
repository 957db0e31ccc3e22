import type { Block } from '../../core/blocks/block.ts';
import type { Question } from '../../core/questions/blockQuestions.ts';
import type { Answer, AnswerRecord } from '../../core/records/record.ts';
import type { Problem } from '../../core/repository.ts';
import type { Result } from '../../core/result.ts';
import { recordHead } from '../recordHead.ts';
import type { SignedText, Signer, WritePorts } from '../sign.ts';

/** What a person says to one question. */
export interface Given {
  readonly question: Question;
  readonly answer: Answer | 'withdrawn';
  readonly note?: string | undefined;
}

/** Records a person's answers about a block, all or none. */
export function recordAnswers(
  ports: WritePorts,
  { path, blob }: Pick<SignedText, 'path' | 'blob'>,
  block: Block,
  given: readonly Given[],
  { by, via }: Pick<Signer, 'by' | 'via'>,
): Result<void, Problem> {
  return ports.journal.append(
    given.map(
      ({ question, answer, note }): AnswerRecord => ({
        ...recordHead(ports.repository, by, ports.clock.now()),
        kind: 'answer',
        subject: {
          path,
          symbol: block.symbol,
          lang: block.language,
          codeHash: block.codeHash,
          blob,
        },
        via,
        detail: {
          rule: question.hit.rule.id,
          question: question.hash,
          answer,
          nTokens: block.nTokens,
          ...(note === undefined || note === '' ? {} : { note }),
        },
      }),
    ),
  );
}
