import type { Body, Code, If } from '../../code/code.ts';
import { bare, calleeOf, methodOf } from '../../code/say.ts';

/** Calls that do not come back, by the last word of their names. */
const NO_RETURN =
  /^_?(?:exit|abort|die|panic|fatal|fail|bail|halt|unreachable|quit|usage|throw|raise|reject|redirect|not_?found|head|skip|todo|unimplemented)/i;

/** Calls that only tell somebody. */
const TELLS =
  /^(?:console|log|logger|logging|slog|fmt|System\.(?:out|err)|Console|Rails\.logger|_?logger|Log)\.|^(?:print|puts|println!?|eprintln!?|printf|fprintf|echo|warn!?|info!?|debug!?|error!?|error_log|p|pp|log)$|std\.(?:cerr|cout)/;

/** Who is answered: that does not end the function. */
const ANSWERS = /^(?:res|response|reply)$/;

/** What a chain of calls begins with: `res` for `res.status(404).send()`. */
function rootOf(code: Code): string {
  let one = code;
  for (let i = 0; i < 10; i++) {
    if (one.kind === 'call') one = one.callee;
    else if (one.kind === 'member') one = one.object;
    else break;
  }
  return one.kind === 'name' ? one.name : '';
}

/** Whether a statement leaves its function, its loop or the program. */
export function isLeaving(statement: Code): boolean {
  const one = statement.kind === 'expression' ? bare(statement.value) : statement;
  switch (one.kind) {
    case 'return':
    case 'throw':
    case 'jump':
      return true;
    case 'call':
      return NO_RETURN.test(methodOf(one));
    case 'body':
      return leaves(one);
    case 'if':
      return leaves(one.whenTrue) && leaves(one.otherwise);
    default:
      return false;
  }
}

/** Whether a branch ends by leaving; none does not. */
export function leaves(branch: Body | If | undefined): boolean {
  if (branch === undefined) return false;
  if (branch.kind === 'if') return leaves(branch.whenTrue) && leaves(branch.otherwise);
  const last = branch.statements.at(-1);
  return last !== undefined && isLeaving(last);
}

/** Whether a statement does nothing but tell somebody: a log line, a print. */
export function isTelling(statement: Code): boolean {
  const one = statement.kind === 'expression' ? bare(statement.value) : statement;
  if (one.kind === 'call') return TELLS.test(calleeOf(one)) || ANSWERS.test(rootOf(one));
  return one.kind === 'binary' && one.operator === '<<';
}
