import type { Body, Code } from '../../code/code.ts';
import { calleeOf } from '../../code/say.ts';

/** Calls that nothing comes back from. */
const ENDS =
  /^(?:process\.exit|process\.abort|sys\.exit|os\._exit|os\.Exit|log\.Fatal(?:f|ln)?|panic|panic!|unreachable!|std\.process\.exit|process\.exit|System\.exit|Environment\.(?:Exit|FailFast)|(?:std\.)?(?:abort|terminate|exit|_Exit|quick_exit)|die|exit!|Kernel\.exit|Deno\.exit)$/;
const MAX_DEPTH = 20;

/** What a statement does so that the one behind it is not reached: `returns`, `throws`, `ends the program`…; undefined where it may be. */
export function leaving(statement: Code, depth = 0): string | undefined {
  switch (statement.kind) {
    case 'return':
      return statement.isImplicit ? undefined : 'returns';
    case 'throw':
      return 'throws';
    case 'jump':
      return statement.word === 'break' || statement.word === 'continue'
        ? 'leaves the loop or branch'
        : undefined;
    case 'expression':
      return statement.value.kind === 'call' && ENDS.test(calleeOf(statement.value))
        ? 'ends the program'
        : undefined;
    case 'body':
      // By itself it may be a loop's `else` (Python), which is not always come to.
      return depth === 0 ? undefined : lastOf(statement, depth);
    case 'if': {
      if (MAX_DEPTH < depth || !statement.otherwise) return undefined;
      const isLeft =
        lastOf(statement.whenTrue, depth) !== undefined &&
        leaving(statement.otherwise, depth + 1) !== undefined;
      return isLeft ? 'leaves in each branch' : undefined;
    }
    default:
      return undefined;
  }
}

function lastOf({ statements }: Body, depth: number): string | undefined {
  const last = statements.at(-1);
  return last && leaving(last, depth + 1);
}
