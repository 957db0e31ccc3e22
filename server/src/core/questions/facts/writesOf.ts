import type { Assign, Declare } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';

const known = new WeakMap<CodeView, ReadonlyMap<string, readonly (Declare | Assign)[]>>();

/** Where a block declares a variable or writes to it, in text order; parts of what is taken apart not. */
export function writesOf(view: CodeView, name: string): readonly (Declare | Assign)[] {
  const found = known.get(view) ?? readWrites(view);
  known.set(view, found);
  return found.get(name) ?? [];
}

function readWrites(view: CodeView): ReadonlyMap<string, readonly (Declare | Assign)[]> {
  const writes = new Map<string, (Declare | Assign)[]>();
  for (const one of view.all('declare', 'assign')) {
    if (one.target.kind !== 'name') continue;
    const list = writes.get(one.target.name) ?? [];
    writes.set(one.target.name, list);
    list.push(one);
  }
  return writes;
}
