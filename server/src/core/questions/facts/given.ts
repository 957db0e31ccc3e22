import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, methodOf } from '../../code/say.ts';
import { namesOf, variablesOf } from './variables.ts';

/**
 * Whether a value comes from whoever calls, or is a field of what was read: a parameter, a field of one,
 * a variable that holds such a field. What was counted or made here is not given.
 */
export function isGiven(view: CodeView, code: Code): boolean {
  const root = rootOf(code);
  if (root === undefined) return false;
  if (isParam(view, root, code)) return true;
  const variable = variablesOf(view).get(root);
  if (!variable) return false;
  if (variable.isUnclear) return isTakenApart(view, root);
  const [only, ...more] = variable.values;
  if (!only || 0 < more.length) return false;
  const value = bare(only);
  // A field of what a call gave; the number itself may have been counted by it.
  if (value.kind === 'call' && !READING.test(methodOf(value))) return bare(code).kind !== 'name';
  const from = rootOf(value);
  return (
    from !== undefined && from !== root && (value.kind !== 'name' || isParam(view, from, code))
  );
}

const READING = /^(?:get|Number|parseInt|parseFloat|int|float|intval|floatval|fetch|dig|pop)$/;

/** The variable that a field is of. */
function rootOf(code: Code): string | undefined {
  let root = bare(code);
  for (;;) {
    if (root.kind === 'member' || root.kind === 'index') root = bare(root.object);
    else if (root.kind === 'call' && READING.test(methodOf(root))) {
      const inner = root.callee.kind === 'member' ? root.callee.object : root.args[0];
      if (!inner) return undefined;
      root = bare(inner);
    } else break;
  }
  return root.kind === 'name' && !/^(?:this|self|cls)$/.test(root.name) ? root.name : undefined;
}

function isParam(view: CodeView, name: string, at: Code): boolean {
  return view
    .around(at)
    .some(
      (one) =>
        one.kind === 'function' &&
        one.params.some((param) => param.name === name || namesOf(param.pattern).includes(name)),
    );
}

/** `const { price } = product` */
function isTakenApart(view: CodeView, name: string): boolean {
  return view.all('declare').some(({ target, value }) => {
    const from = value && bare(value);
    return (
      target.kind !== 'name' &&
      namesOf(target).includes(name) &&
      (from?.kind === 'member' || from?.kind === 'name' || from?.kind === 'call') &&
      !(from.kind === 'call' && /^use[A-Z]/.test(methodOf(from)))
    );
  });
}
