import type { Call, Code } from '../../code/code.ts';
import { lastWord, mentions, methodOf } from '../../code/say.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { callWords, quoted } from '../words.ts';
import { isCleanup } from './cleanup.ts';
import { isExplained, isExplainedAround } from './explained.ts';
import { outsideOf } from './outsideCalls.ts';
import { fateIn } from './silentBody.ts';
import { headOf } from './whatFails.ts';
import { inner } from './transparent.ts';

/** Fails only where nobody listens any more, where it was done before, or not at all. */
const LENIENT =
  /^(?:send|try_send|write!|writeln!|try_init|init|set|set_logger|set_global_default|take|insert|replace|drop|swap|fetch_\w+|notify\w*|push\w*|get_or_init|extend|black_box|set_nodelay|set_nonblocking|set_\w*timeout|install|write_str|write_fmt|write_char|wait|recv|next|poll\w*|into_\w+|as_\w+|len|clone|spawn\w*|format!|matches!|vec!|print!|println!|dbg!|assert\w*!|with_\w+|new|default|lock|read|tick|unwrap|expect|to_\w+|from_raw)$/;

/** Results that Rust hands back and nobody looks at. */
export function* droppedInRust(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  const silent = (at: Code, what: Code): Trigger => ({
    at,
    about: { what: callWords(view, what), how: 'silent' },
  });
  for (const one of view.all('declare')) {
    const isDropped = one.target.kind === 'name' && one.target.name === '_';
    const value = one.value && inner(one.value);
    if (!isDropped || value?.kind !== 'call' || one.value?.kind === 'propagate') continue;
    if (isFailing(context, value) && !isExplainedAround(view, one)) {
      yield silent(one, value);
    }
  }
  for (const { value } of view.all('expression')) {
    if (value.kind !== 'call' || methodOf(value) !== 'ok' || value.callee.kind !== 'member')
      continue;
    const from = inner(value.callee.object);
    if (from.kind !== 'call' || outsideOf(from, language) !== undefined || isFailing(context, from))
      yield silent(value, value.callee.object);
  }
  for (const call of view.all('call')) {
    const word = methodOf(call);
    const from = call.callee.kind === 'member' ? inner(call.callee.object) : undefined;
    if (word === 'filter_map' && isOk(call.args[0])) {
      yield {
        at: { start: call.callee.end, end: call.end },
        about: { what: 'one of them', how: 'silent' },
      };
    }
    if (!/^unwrap_or(?:_default|_else)?$/.test(word) || from?.kind !== 'call') continue;
    const asked =
      methodOf(from) === 'ok' && from.callee.kind === 'member' ? inner(from.callee.object) : from;
    const outside = asked.kind === 'call' ? outsideOf(asked, language) : undefined;
    if (outside === undefined || outside === 'parse' || outside === 'process') continue;
    const [given] = call.args;
    const value = given && given.kind !== 'function' ? quoted(view, given) : 'a default';
    yield { at: call, about: { what: callWords(view, asked), how: 'nothing', given: value } };
  }
  for (const one of view.all('case')) {
    const [test] = one.tests;
    if (one.tests.length !== 1 || test?.kind !== 'call' || methodOf(test) !== 'Err') continue;
    const [bound] = test.args;
    if (bound?.kind !== 'name' || isExplained(view, one)) continue;
    if (!bound.name.startsWith('_') && mentions(one.body, bound.name)) continue;
    const parent = view.parentOf(one);
    const subject = parent?.kind === 'switch' && parent.subject ? inner(parent.subject) : undefined;
    if (subject?.kind !== 'call' || isCleanup(subject) || !isFailing(context, subject)) continue;
    if (one.body.statements.every(isUnit)) yield silent(one, subject);
    else {
      const fate = fateIn(one.body);
      // `None` tells who called that there is nothing.
      if (fate?.kind !== 'nothing' || /^(?:None|false|true)$/.test(view.flat(fate.value))) continue;
      const given = quoted(view, fate.value);
      yield { at: one, about: { what: callWords(view, subject), how: 'nothing', given } };
    }
  }
  for (const one of view.all('if')) {
    const { condition, whenTrue } = one;
    if (condition.kind !== 'binary' || condition.operator !== 'matches') continue;
    const { left, right } = condition;
    if (right.kind !== 'call' || methodOf(right) !== 'Err' || isExplained(view, one)) continue;
    if (fateIn(whenTrue)?.kind === 'silent' && whenTrue.statements.length === 0) {
      yield silent(one, headed(left));
    }
  }
}

function headed(code: Code): Code {
  const value = inner(code);
  return value.kind === 'call' ? headOf(value) : value;
}

/** `()`, or nothing. */
function isUnit(statement: Code): boolean {
  const value =
    statement.kind === 'expression' || statement.kind === 'return' ? statement.value : statement;
  return value?.kind === 'list' && value.items.length === 0;
}

/** `Result::ok`, `|r| r.ok()`. */
function isOk(code: Code | undefined): boolean {
  if (code?.kind === 'member') return code.name === 'ok';
  const only = code?.kind === 'function' ? code.body?.statements[0] : undefined;
  const value = only?.kind === 'return' ? only.value : undefined;
  return (
    value?.kind === 'call' &&
    methodOf(value) === 'ok' &&
    value.callee.kind === 'member' &&
    value.callee.object.kind === 'name'
  );
}

/** The file's own functions tell it; of others the name does, as far as it can. */
function isFailing({ outline, language }: RuleContext, call: Call): boolean {
  const known = outline.functionsNamed(methodOf(call));
  if (0 < known.length) return known.every(({ returns }) => /\bResult\b/.test(returns ?? ''));
  const receiver = call.callee.kind === 'member' ? lastWord(call.callee.object) : '';
  if (
    methodOf(call) === 'insert' &&
    /^(?:store|repo|db|client|table|\w+_(?:store|repo|db))$/.test(receiver)
  )
    return true;
  const head = headOf(call);
  if (outsideOf(head, language) !== undefined && !isCleanup(head)) return true;
  return !isCleanup(call) && !LENIENT.test(methodOf(call));
}
