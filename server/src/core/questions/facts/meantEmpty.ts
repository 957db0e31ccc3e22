import type { ClassCode, FunctionCode } from '../../code/code.ts';
import { lastWord } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';

const FOR_OTHERS =
  /abstract|base|interface|protocol|noop|no_op|null|dummy|mock|stub|fake|adapter|empty|default|listener|visitor|callback|handler|hook|mixin|plugin|observer/i;
const FOR_OTHERS_MODIFIER =
  /^(?:abstract|virtual|override|protected|default|extern|partial|= 0|open)$/;

/** Whether a function without a body, or with one that does nothing, is so on purpose: a hook, an interface's, an override. */
export function isMeantEmpty(context: RuleContext, fn: FunctionCode): boolean {
  const { view, path } = context;
  if (fn.name?.startsWith('~')) return true;
  if (fn.form === 'constructor' || fn.form === 'accessor' || fn.form === 'block') return true;
  if (isOverride(context, fn) || /\.(?:d\.ts|pyi)$/.test(path)) return true;
  if (fn.name !== undefined && FOR_OTHERS.test(fn.name)) return true;
  // A lambda or method in a literal stands for a callback.
  const parent = view.parentOf(fn);
  if (parent?.kind === 'entry' || parent?.kind === 'call' || parent?.kind === 'conditional')
    return true;
  return view.comments.some(({ start, end, text }) => {
    const isInside = (fn.body?.start ?? fn.end) <= start && end <= fn.end;
    return isInside && 8 < text.replace(/^[^\p{L}]+/u, '').length;
  });
}

/** Whether it stands in for a method of another type, or is there for others to stand in for it. */
export function isOverride({ view }: RuleContext, fn: FunctionCode): boolean {
  if (fn.modifiers.some((word) => FOR_OTHERS_MODIFIER.test(word))) return true;
  if (
    fn.decorators.some((one) =>
      /override|overload|abstract|stub|hook/i.test(
        lastWord(one.kind === 'call' ? one.callee : one),
      ),
    )
  )
    return true;
  const around = view.around(fn).find((one) => one.kind === 'class' || one.kind === 'function');
  return around?.kind === 'class' && isForOthers(around);
}

function isForOthers({ form, name, bases, modifiers }: ClassCode): boolean {
  if (form === 'interface' || form === 'trait' || 0 < bases.length) return true;
  return modifiers.includes('abstract') || FOR_OTHERS.test(name ?? '');
}
