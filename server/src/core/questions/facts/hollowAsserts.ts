import type { Call } from '../../code/code.ts';
import { calleeOf, plainText } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';

/** Python's `assert (a, b)` and `assert "text"`: a pair and a text are always true, in a test or not. */
export function* hollowAsserts({ view, language }: RuleContext): Iterable<Call> {
  if (language !== 'python') return;
  for (const call of view.all('call')) {
    const [first] = call.args;
    if (!first || calleeOf(call) !== 'assert') continue;
    const isPair = first.kind === 'list' && 0 < first.items.length;
    if (isPair || plainText(first) !== undefined) yield call;
  }
}
