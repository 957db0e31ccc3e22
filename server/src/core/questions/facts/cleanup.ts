import type { Call, Code } from '../../code/code.ts';
import { doneIn, methodOf } from '../../code/say.ts';

/** Gives back or takes away something that may be gone already. */
const CLEANUP =
  /^_?(?:close\w*|Close\w*|fclose|closedir|unlink\w*|rm|rmSync|rmdir\w*|rmtree|remove\w*|Remove\w*|delete\w*|Delete\w*|kill\w*|Kill\w*|disconnect\w*|Disconnect\w*|destroy\w*|dispose\w*|Dispose\w*|abort\w*|Abort\w*|release\w*|Release\w*|rollback\w*|Rollback\w*|shutdown\w*|Shutdown\w*|cancel\w*|Cancel\w*|terminate\w*|unsubscribe\w*|end|stop\w*|Stop\w*|detach|free|cleanup\w*|cleanUp\w*|Cleanup\w*|clear\w*|unlock\w*|Unlock\w*|join|Join|quit|Quit|waitpid|wait|Wait|interrupt|hangup|logout|unlinkSync|killpg|teardown\w*|reset\w*|pause|exitFullscreen)[!?]?$/;

/** Whether a call only gives back what it holds. */
export function isCleanup(call: Call): boolean {
  return CLEANUP.test(methodOf(call));
}

/** Whether all calls that are made in it, of those that do anything, give something back. */
export function isOnlyCleanup(code: Code): boolean {
  let found = 0;
  for (const node of doneIn(code)) {
    if (node.kind === 'unary' && node.operator.startsWith('delete')) found += 1;
    if (node.kind !== 'call' || isArgumentMaker(node)) continue;
    if (!isCleanup(node)) return false;
    found += 1;
  }
  return 0 < found;
}

/** Calls that only name what is given back: paths, handles. */
function isArgumentMaker(call: Call): boolean {
  return MAKERS.test(methodOf(call));
}

const MAKERS =
  /^(?:join|resolve|dirname|Path|fileURLToPath|String|str|existsSync|exists|toString|get|getInstance|isOpen|Exists|isClosed|File|SIG\w*|path|to_s|fileno|getpid|lock|values|keys|then|catch)[!?]?$/;
