import { problems, unanswered } from '../../core/questions/blockQuestions.ts';
import type { JudgedBlock } from '../judge.ts';

/** Why a block with a sign-off waits all the same, without a full stop; undefined where it has none. */
export function whyOpen(judged: Pick<JudgedBlock, 'status' | 'questions'>): string | undefined {
  // Questions are worked out when they are asked for, which a commit must not wait for in vain.
  const { status } = judged;
  if (status.name !== 'unverified') return undefined;
  const { unsigned, unanswered: waiting, problem } = status;
  if (unsigned) {
    return `the sign-off by ${nameOf(unsigned.review)} has no good signature: ${unsigned.why} (countersign.policy.requireSignature)`;
  }
  if (problem) {
    const [first] = problems(judged.questions);
    const by = first?.answer === undefined ? 'somebody' : nameOf(first.answer);
    const note = first?.answer?.detail.note;
    const words = note === undefined ? '' : `: ${note}`;
    return `${by} answered that line ${first?.hit.line ?? 0} has a problem${words}`;
  }
  if (waiting) {
    const open = unanswered(judged.questions);
    const lines = open.map(({ hit }) => hit.line).join(', ');
    return `the sign-off by ${nameOf(waiting)} waits for ${open.length === 1 ? 'an answer' : `${open.length} answers`} (line ${lines}; countersign.questions.required)`;
  }
  return undefined;
}

function nameOf({ by }: { readonly by: { readonly id: string; readonly name?: string } }): string {
  return by.name ?? by.id;
}
