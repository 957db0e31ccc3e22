import type { FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord } from '../../code/say.ts';

/** What a function is called: by itself, or by the variable or field that holds it; undefined for callbacks. */
export function functionName(view: CodeView, fn: FunctionCode): string | undefined {
  if (fn.name !== undefined) return fn.name;
  const parent = view.parentOf(fn);
  if (parent?.kind !== 'declare' && parent?.kind !== 'assign') return undefined;
  const name = lastWord(parent.target);
  return name === '' ? undefined : name;
}
