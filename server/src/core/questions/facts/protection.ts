import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { methodOf } from '../../code/say.ts';

/** Whether something around a piece of code, in its function, catches what it throws. */
export function isProtected(view: CodeView, code: Code): boolean {
  let child = code;
  for (const node of view.around(code)) {
    if (
      node.kind === 'try' &&
      0 < node.catches.length &&
      (child === node.body || node.resources.includes(child))
    ) {
      return true;
    }
    if (
      node.kind === 'defer' &&
      node.values.some((value) => value.kind === 'call' && methodOf(value) === 'suppress')
    )
      return true;
    if (node.kind === 'call' && node.callee.kind === 'member' && node.callee === child) {
      if (
        /^(?:catch|then)$/.test(node.callee.name) &&
        (node.callee.name === 'catch' || 1 < node.args.length)
      )
        return true;
    }
    if (node.kind === 'function') return false;
    child = node;
  }
  return false;
}
