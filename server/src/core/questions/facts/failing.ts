import type { Code } from '../../code/code.ts';
import { everythingIn, methodOf } from '../../code/say.ts';

/** Whether something in a piece of code makes a test fail, come what may. */
export function failsItself(body: Code): boolean {
  for (const node of everythingIn(body)) if (isFailing(node)) return true;
  return false;
}

/** `fail()`, `assert.fail()`, `assert(false)`. */
export function isFailing(code: Code): boolean {
  if (code.kind !== 'call') return false;
  const [first] = code.args;
  const isFalse = first?.kind === 'constant' && first.value === false;
  return /^(?:fail|Fail|FAIL|ADD_FAILURE|unreachable|flunk)/.test(methodOf(code)) || isFalse;
}
