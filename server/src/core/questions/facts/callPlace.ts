import type { Call } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { Range } from '../../text/range.ts';

/** Where a call is asked about: in a chain over several lines, on the line that names the method. */
export function callPlace(view: CodeView, call: Call): Range {
  const { callee, start, end } = call;
  if (callee.kind !== 'member' || callee.name === '') return call;
  const named = { start: Math.max(start, callee.end - callee.name.length), end };
  return named.start <= start || view.lineOf(named) === view.lineOf(call) ? { start, end } : named;
}
