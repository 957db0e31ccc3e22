import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { bare, doneIn, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';

/** NumPy's `mixed.astype(np.int16)` of what was reckoned: what does not fit becomes another number. */
export function* smallArrays({ view, language }: RuleContext): Iterable<Trigger> {
  if (language !== 'python') return;
  const all = view.all('call');
  if (all.some((call) => /^(?:clip|clamp|clip_by_value|saturate_cast)$/.test(methodOf(call))))
    return;
  for (const call of all) {
    const method = methodOf(call);
    const [first] = call.args;
    if (!first) continue;
    const isCast = method === 'astype' && SMALL.test(plainText(first) ?? lastWord(first));
    const value = isCast ? receiverOf(call) : SMALL.test(method) ? first : undefined;
    if (!value || !isReckoned(view, value)) continue;
    yield effectAt(
      view,
      call,
      'turns what is too large into other numbers. Is all of it sure to fit?',
    );
  }
}

const SMALL = /^u?int(?:8|16)$/;

/** A sum or a product, or a variable that is one. */
function isReckoned(view: CodeView, code: Code): boolean {
  const one = bare(code);
  if (one.kind === 'name') {
    return view.all('assign').some(({ target, operator, value }) => {
      const inner = target.kind === 'index' ? target.object : target;
      if (inner.kind !== 'name' || inner.name !== one.name) return false;
      return /^[-+*]=$/.test(operator) || (value?.kind === 'binary' && isSum(view, value));
    });
  }
  return one.kind === 'binary' && isSum(view, one);
}

/** From 0 to 1 times 255 fits. */
function isSum(view: CodeView, code: Code): boolean {
  if (code.kind !== 'binary' || !/^[-+*]$/.test(code.operator)) return false;
  for (const node of doneIn(code)) {
    if (node.kind === 'number' && /^(?:255|127|32767|65535)(?:\.0?)?$/.test(view.flat(node)))
      return false;
  }
  return true;
}
