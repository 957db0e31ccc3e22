import type { Call, Code, FunctionCode, If } from '../../code/code.ts';
import { doneIn, lastWord, methodOf } from '../../code/say.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { callWords, quoted } from '../words.ts';
import { chainOf } from './chain.ts';
import { isCleanup } from './cleanup.ts';
import { isExplained, isExplainedAround } from './explained.ts';
import { isNothing } from './nothing.ts';
import { outsideOf } from './outsideCalls.ts';
import { fateIn } from './silentBody.ts';
import { inner } from './transparent.ts';

/** Gives an error that never comes, or that nobody could do anything about. */
const LENIENT =
  /(?:^|\.)(?:fmt|hash|sb|buf|buffer|builder|strings|bytes|b|h|tw|logger|log)\.\w+$|^io\.(?:WriteString|Copy)$|(?:^|\.)w\.Write\w*$|\.(?:SetDeadline|SetReadDeadline|SetWriteDeadline|Sync|Unregister|MarkFlagRequired|BindPFlag|RegisterFlagCompletionFunc|AddToScheme|Usage|Help|Signal|WriteString|WriteByte|WriteRune|Setenv|Unsetenv|Register|Parse)$/;

/** Errors that Go hands back and nobody looks at. */
export function* droppedInGo(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('declare', 'assign')) {
    const value = one.value && inner(one.value);
    if (isBlank(one.target) && value?.kind === 'name' && /^(?:err|\w+Err)$/.test(value.name)) {
      if (!isExplainedAround(view, one))
        yield { at: one, about: { what: 'the code before', how: 'silent' } };
    }
    if (value?.kind !== 'call') continue;
    // `var _ Mapper = Simple(nil)` only asks the compiler.
    if (one.kind === 'declare' && one.type !== undefined) continue;
    const isPlain = one.target.kind === 'name' && one.target.name === '_';
    const last = one.target.kind === 'pattern' ? one.target.parts.at(-1) : undefined;
    const isLast = last?.kind === 'name' && last.name === '_';
    if (!isPlain && !isLast) continue;
    if (methodOf(value) === 'recover') {
      yield { at: one, about: { what: 'this function', how: 'silent' } };
    } else if (isPlain ? !isHarmless(value) : givesError(context, value)) {
      if (isExplainedAround(view, one) || isAskedAgain(context, one, value)) continue;
      yield { at: one, about: { what: callWords(view, value), how: 'silent' } };
    }
  }
  for (const { value } of view.all('expression')) {
    const call = inner(value);
    if (call.kind !== 'call') continue;
    // A dropped `recover()` is asked about by `broad-catch`.
    if (methodOf(call) !== 'recover' && isDropped(context, call)) {
      yield { at: call, about: { what: callWords(view, call), how: 'silent' } };
    }
  }
  for (const one of view.all('if')) yield* inCheck(context, one);
}

/** The same call follows, and its error is looked at. */
function isAskedAgain({ view }: RuleContext, one: Code, call: Call): boolean {
  const words = `err = ${view.flat(call.callee)}(`;
  return view
    .after(one)
    .slice(0, 4)
    .some((next) => next.kind === 'if' && view.flat(next).slice(0, 200).includes(words));
}

function isBlank(target: Code): boolean {
  return target.kind === 'name' && target.name === '_';
}

function isHarmless(call: Call): boolean {
  return call.callee.kind !== 'name' && call.callee.kind !== 'member'
    ? true
    : (isCleanup(call) && !/\.(?:Delete|Remove)\w*$/.test(chainOf(call).replace(/^os\..*/, ''))) ||
        LENIENT.test(chainOf(call)) ||
        /^[A-Z]?\w*(?:bool|len|cap|append)$/.test(methodOf(call));
}

/** By its name, or by the file's own functions. */
function givesError({ outline, language }: RuleContext, call: Call): boolean {
  const known = outline.functionsNamed(methodOf(call));
  if (0 < known.length && call.callee.kind === 'name') return known.every(isFailing);
  if (outsideOf(call, language) !== undefined) return !LENIENT.test(chainOf(call));
  return 0 < known.length && known.every(isFailing);
}

function isFailing({ returns }: FunctionCode): boolean {
  return returns !== undefined && /\berror\)?$/.test(returns);
}

/** A call that stands alone although it gives an error. */
function isDropped(context: RuleContext, call: Call): boolean {
  const { language, outline } = context;
  if (isCleanup(call) || LENIENT.test(chainOf(call))) return false;
  const outside = outsideOf(call, language);
  if (outside === 'network' || outside === 'file' || outside === 'parse') {
    return !(methodOf(call) === 'Encode' && /^\w+\.NewEncoder/.test(chainOf(call)));
  }
  if (outside === 'database') return /^(?:Exec\w*|Query\w*|Commit)$/.test(methodOf(call));
  const known = outline.functionsNamed(methodOf(call));
  const isOwn = call.callee.kind === 'name' || isOnReceiver(context, call);
  return isOwn && 0 < known.length && known.every(isFailing);
}

function isOnReceiver({ view }: RuleContext, call: Call): boolean {
  const { callee } = call;
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return false;
  const { name } = callee.object;
  return view.around(call).some((one) => one.kind === 'function' && one.receiver?.name === name);
}

/** `if err != nil {}`, and the like. */
function* inCheck(context: RuleContext, one: If): Iterable<Trigger> {
  const { view } = context;
  const { condition, whenTrue, otherwise } = one;
  if (condition.kind !== 'binary' || condition.operator !== '!=' || otherwise) return;
  const { left, right } = condition;
  if (right.kind !== 'constant' || right.value !== null || left.kind !== 'name') return;
  if (isExplained(view, whenTrue)) return;
  const failed = whatGave(context, one, left.name);
  if (failed && methodOf(failed) === 'recover') {
    const fate = fateIn(whenTrue);
    if (fate?.kind !== 'silent') return;
    yield { at: one, about: { what: 'this function', how: 'silent' } };
    return;
  }
  if (!/^(?:e|err\w*|\w+Err)$/.test(left.name) || (failed && isCleanup(failed))) return;
  const what = failed ? callWords(view, failed) : 'the code before';
  const [only] = whenTrue.statements;
  if (only?.kind === 'return' && whenTrue.statements.length === 1) {
    const given = lostIn(context, one, only.value);
    if (given === 'all') yield { at: only, about: { what, how: 'silent' } };
    else if (given) {
      yield { at: only, about: { what, how: 'nothing', given: quoted(view, given) } };
    }
    return;
  }
  const fate = fateIn(whenTrue);
  if (fate?.kind === 'silent' || fate?.kind === 'printed') {
    const isLeft = whenTrue.statements.some(({ kind }) => kind === 'jump' || kind === 'return');
    if (isLeft && fate.kind === 'printed') return;
    // What cannot be read as a number is none of those that are looked for.
    const isSkipped = whenTrue.statements.every(({ kind }) => kind === 'jump');
    if (isLeft && isSkipped && failed && outsideOf(failed, context.language) === 'parse') return;
    yield { at: one, about: { what, how: fate.kind } };
  }
}

/** What is given back in place of the error; `all` where nothing is. */
function lostIn(
  { view }: RuleContext,
  at: Code,
  value: Code | undefined,
): Code | 'all' | undefined {
  const owner = view.enclosing(at, 'function');
  const isError = owner?.returns !== undefined && /\berror\)?$/.test(owner.returns);
  if (!value) return undefined;
  const last = value.kind === 'list' ? value.items.at(-1) : value;
  if (isError) return last?.kind === 'constant' && last.value === null ? 'all' : undefined;
  const parts = value.kind === 'list' ? value.items : [value];
  if (parts.length !== 1 || /^(?:is|has|can|try|exists?|must)/i.test(owner?.name ?? ''))
    return undefined;
  return parts.every(isNothing) ? value : undefined;
}

/** The call whose error is looked at: in the `if` itself, or the statement before. */
function whatGave({ view }: RuleContext, one: If, name: string): Call | undefined {
  const parent = view.parentOf(one);
  const before =
    one.before ??
    (parent?.kind === 'body' ? parent.statements[parent.statements.indexOf(one) - 1] : undefined);
  if (!before) return undefined;
  for (const node of doneIn(before)) {
    if ((node.kind !== 'declare' && node.kind !== 'assign') || !node.value) continue;
    const targets = node.target.kind === 'pattern' ? node.target.parts : [node.target];
    const value = inner(node.value);
    if (value.kind === 'call' && targets.some((target) => lastWord(target) === name)) return value;
  }
  return undefined;
}
