import {
  type BlockQuestions,
  problems,
  type Question,
  unanswered,
} from '../../core/questions/blockQuestions.ts';

/** What stands in the way of a sign-off; both empty where nothing does. */
export interface SignHindrance {
  /** Questions that policy wants answered. */
  readonly open: readonly Question[];
  /** Questions to which a person answered that there is a problem. */
  readonly problems: readonly Question[];
}

export function hindranceOf(asked: BlockQuestions): SignHindrance | undefined {
  const open = unanswered(asked);
  const found = problems(asked);
  return open.length + found.length === 0 ? undefined : { open, problems: found };
}

/** Why a block may not be signed yet, as a sentence; `place` is the block as a person knows it. */
export function hindranceWords(place: string, { open, problems: found }: SignHindrance): string {
  const said = found.map(({ hit, answer }) => {
    const note = answer?.detail.note === undefined ? '' : ` (${answer.detail.note})`;
    return `line ${hit.line} was answered with "problem"${note}`;
  });
  const asked = open.map(({ hit }) => `line ${hit.line}`);
  const waiting =
    asked.length === 0
      ? []
      : [
          `${asked.length === 1 ? 'a question' : `${asked.length} questions`} at ${asked.join(', ')} must be answered first (countersign.questions.required)`,
        ];
  return `${place} cannot be signed yet: ${[...said, ...waiting].join('; ')}.`;
}
