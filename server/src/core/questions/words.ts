import type { Call, Code } from '../code/code.ts';
import type { CodeView } from '../code/codeView.ts';
import { doneIn, dotted } from '../code/say.ts';
import type { Range } from '../text/range.ts';
import type { Trigger } from './rule.ts';

/** Code longer than this is cut in a question. */
const MAX_WORDS = 48;

/** A piece of code as words of a sentence: on one line, cut where it is long, in backticks. */
export function quoted(view: CodeView, code: Range): string {
  return inBackticks(shortened(view.flat(code)));
}

/** A call as words of a sentence: `users.find()`. */
export function callWords(view: CodeView, code: Code): string {
  const call = code.kind === 'await' || code.kind === 'propagate' ? code.value : code;
  if (call.kind !== 'call') return quoted(view, code);
  const name = dotted(call.callee);
  return name === undefined
    ? quoted(view, call.callee)
    : inBackticks(`${shortened(call.isNew ? `new ${name}` : name)}()`);
}

/** A trigger about a piece of code, and what it does: for words like "`code` effect". */
export function effectAt(view: CodeView, at: Code, effect: string): Trigger {
  return { at, about: { code: quoted(view, at), effect } };
}

/** The first call that is made in a piece of code. */
export function firstCall(code: Code): Call | undefined {
  for (const node of doneIn(code)) if (node.kind === 'call') return node;
  return undefined;
}

export function inBackticks(words: string): string {
  return `\`${words.replaceAll('`', "'")}\``;
}

export function shortened(words: string): string {
  return words.length <= MAX_WORDS ? words : `${words.slice(0, MAX_WORDS - 1)}…`;
}
