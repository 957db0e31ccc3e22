import { calleeOf, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import type { Call } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { isPeopleText } from './peopleText.ts';
import { isForPrograms } from './written.ts';
import { CASE, NUMBER, isKey } from './effects.ts';

/** What a call does in JavaScript that depends on the machine or on the letters of a text. */
export function inScript(view: CodeView, call: Call): string | undefined {
  const method = methodOf(call);
  const [first] = call.args;
  if (/^toLocale(?:Lower|Upper)Case$/.test(method))
    return first ? undefined : isKey(view, call) ? CASE : undefined;
  if (
    /^(?:Number|parseFloat|parseInt)$/.test(calleeOf(call)) &&
    first?.kind === 'call' &&
    methodOf(first) === 'toLocaleString'
  )
    return NUMBER;
  if (/^toLocale(?:Date|Time)?String$/.test(method) && call.args.length === 0)
    return isForPrograms(view, call) ? NUMBER : undefined;
  if (calleeOf(call) === 'btoa' && first && isPeopleText(view, first, true))
    return 'fails for letters outside of Latin. Is the text plain ASCII for sure?';
  const split = method === 'reverse' ? receiverOf(call) : undefined;
  if (split?.kind === 'call' && methodOf(split) === 'split' && plainText(split.args[0]) === '') {
    const text = receiverOf(split);
    return text && isPeopleText(view, text, true)
      ? 'tears letters apart that take two places, like 😀. Is the text plain ASCII for sure?'
      : undefined;
  }
  if (
    /^(?:toString|readFileSync)$|^Buffer\.from$/.test(method === 'from' ? calleeOf(call) : method)
  )
    return plainText(call.args.at(-1)) === 'ascii'
      ? 'loses all letters outside of English. Is the text plain ASCII for sure?'
      : undefined;
  return undefined;
}
