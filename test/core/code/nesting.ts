import assert from 'node:assert/strict';
import { childrenOf } from '../../../server/src/core/code/childrenOf.ts';
import type { Code } from '../../../server/src/core/code/code.ts';

/**
 * Law: what is inside a piece of code lies in its range. Only the parts of Ruby's here-documents
 * stand elsewhere. All of it is read; gives how many pieces there are.
 */
export function assertNested(top: Code, source: string): number {
  let count = 0;
  const nodes: Code[] = [top];
  for (let code = nodes.pop(); code; code = nodes.pop()) {
    count++;
    const isHeredoc = code.kind === 'text' && code.prefix.startsWith('<<');
    for (const child of childrenOf(code)) {
      nodes.push(child);
      const isIn =
        isHeredoc ||
        (code.start <= child.start && child.start <= child.end && child.end <= code.end);
      assert.ok(
        isIn,
        `${child.kind} ${source.slice(child.start, child.end)} outside ${code.kind} ${source.slice(code.start, code.end)}`,
      );
    }
  }
  return count;
}
