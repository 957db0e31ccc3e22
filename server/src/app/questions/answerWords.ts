import type { Answer } from '../../core/records/record.ts';
import { assertNever } from '../../core/result.ts';

/** An answer as people read it. */
export function answerWords(answer: Answer | 'withdrawn'): string {
  switch (answer) {
    case 'ok':
      return 'ok';
    case 'problem':
      return 'problem';
    case 'not-applicable':
      return 'not applicable';
    case 'not-useful':
      return 'not useful';
    case 'withdrawn':
      return 'taken back';
    default:
      return assertNever(answer);
  }
}
