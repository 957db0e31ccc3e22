import type { Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { dotted, lastWord, mentions, methodOf, receiverOf } from '../../../code/say.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { callWords } from '../../words.ts';

/** Rust: `.unwrap()` outside of tests and `main`. */
export function* unwrapped({ view, path }: RuleContext): Iterable<Trigger> {
  if (/(?:^|\/)(?:tests?|benches|examples)\/|(?:^|\/)build\.rs$|tests?\.rs$/.test(path)) return;
  const told = new Set<string>();
  for (const call of view.all('call')) {
    const method = methodOf(call);
    const receiver = receiverOf(call);
    if (!receiver || !isUnwrap(call) || isTestCode(view, call) || isInMain(view, call)) continue;
    if (receiver.kind === 'call' && isSafeUnwrap(receiver)) continue;
    // What a type's own field holds is a matter of the type.
    if (receiver.kind === 'member') continue;
    const isOutside = receiver.kind === 'call' && OUTSIDE.test(methodOf(receiver));
    if (method === 'expect' && !isOutside) continue;
    const name = dotted(receiver);
    const words = view.flat(receiver);
    const isAsked = view.all('call').some((one) => {
      const other = receiverOf(one);
      return (
        one.start < call.start &&
        other !== undefined &&
        /^(?:is_some|is_ok|is_none|is_err|contains_key|is_empty|len|contains)$/.test(
          methodOf(one),
        ) &&
        (view.flat(other) === words ||
          (name === undefined && words.startsWith(`${view.flat(other)}.`)))
      );
    });
    const what = callWords(view, receiver);
    if (isSaidToBeSafe(view, call)) continue;
    if (isAsked || told.has(what)) continue;
    told.add(what);
    // One or two say what a dozen would.
    if (MAX_TOLD < told.size) return;
    yield {
      at: { start: call.callee.end - method.length, end: call.end },
      about: { what, word: 'nothing or an error' },
      severity: method === 'expect' ? 'low' : 'normal',
    };
  }
}

const MAX_TOLD = 3;

/** A comment on it, or in the lines before it, that says why there is a value. */
function isSaidToBeSafe(view: CodeView, call: Call): boolean {
  const line = view.lineOf({ start: call.callee.end, end: call.end });
  return view.comments.some((comment) => {
    const distance = line - view.lineOf(comment);
    return (
      0 <= distance &&
      distance < 4 &&
      /\bunwrap|\bsafe\b|\bnever\b|\bcan(?:no|')t\b|\balways\b|guarantee|infallible|invariant/i.test(
        comment.text,
      )
    );
  });
}

const SAFE_UNWRAP =
  /^(?:lock|read|write|borrow|borrow_mut|join|try_lock|wait|get_mut|into_inner|duration_since|as_mut|as_ref|take|as_deref|as_deref_mut|try_into|current_dir|wait_timeout|wait_while|with_current|to_digit|downcast_ref)$/;

/** What comes from outside, or is looked up: an \`expect\` there only says how it fails. */
const OUTSIDE =
  /^(?:parse|var|open|create|read_to_string|from_str|get|find|next|to_str|first|last|send|recv|get_mut|position|pop|max|min|query_row|connect|bind|json|text|nth|read_line|chars|split_once)$/;

function isUnwrap(call: Call): boolean {
  const method = methodOf(call);
  return (
    (method === 'unwrap' && call.args.length === 0) ||
    (method === 'expect' && call.args.length === 1)
  );
}

/** Locks, and what is made from text that stands in the code. */
function isSafeUnwrap(receiver: Call): boolean {
  const isFilled =
    receiver.args.length !== 0 &&
    !/^(?:wait_timeout|wait_while|with_current|to_digit)$/.test(methodOf(receiver));
  if (SAFE_UNWRAP.test(methodOf(receiver)) && !isFilled) return true;
  if (/^write(?:ln)?!$/.test(methodOf(receiver))) return true;
  const isWritten =
    receiver.args.length !== 0 &&
    receiver.args.every(({ kind }) => kind === 'text' || kind === 'number');
  const on = receiverOf(receiver);
  // `Regex::new("…")`, `"80".parse()`.
  const isMade = on !== undefined && /^[A-Z]/.test(lastWord(on));
  return (isMade && isWritten) || on?.kind === 'text';
}

/** Whether it is in a test, or a module of tests. */
export function isTestCode(view: CodeView, call: Code): boolean {
  return view
    .around(call)
    .some(
      (node) =>
        (node.kind === 'function' || node.kind === 'class') &&
        (node.decorators.some(
          (mark) => mentions(mark, 'test') || /\btest\b/.test(view.textOf(mark)),
        ) ||
          (node.kind === 'class' && /^tests?$/.test(node.name ?? ''))),
    );
}

function isInMain(view: CodeView, call: Code): boolean {
  return view.around(call).some((node) => node.kind === 'function' && node.name === 'main');
}
