import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';

/** Whether words of a lock or a transaction stand in a function, or in a call that it is given to. */
export function isGuardedBy(view: CodeView, owner: Code, words: RegExp): boolean {
  if (words.test(view.textOf(owner))) return true;
  return view.around(owner).some((node) => {
    const isNamed = node.kind === 'call' && words.test(`${view.flat(node.callee)}(`);
    return (
      isNamed ||
      (node.kind === 'defer' && node.values.some((value) => words.test(view.flat(value))))
    );
  });
}
