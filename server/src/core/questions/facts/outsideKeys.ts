import type { Code, FunctionCode, Loop } from '../../code/code.ts';
import { calleeOf, everythingIn, lastWord, mentions, methodOf } from '../../code/say.ts';
import { isChecked } from './checked.ts';
import { outsideOf } from './outside.ts';
import { outsideWordsAtEnd } from './outsideWords.ts';
import { namesOf, variablesOf } from './variables.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';

/** `settings[key] = value` with a key from outside, and copies that go into objects. */
export function* keysFromOutside(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('assign')) {
    const { target } = one;
    if (target.kind !== 'index' || !target.index || target.index.kind === 'number') continue;
    const { index, object } = target;
    const origin = outsideOf(context).textIn(index);
    if (origin?.kind === 'request') {
      const isOwnMap = object.kind === 'name' && isBareObject(context, object.name);
      if (isOwnMap || isChecked(view, index, origin) || isCompared(view, index)) continue;
      yield {
        at: one,
        about: { what: outsideWordsAtEnd(view, index, origin), form: 'key' },
        severity: 'high',
      };
      continue;
    }
    const loop = view.enclosing(one, 'loop') ?? eachOver(view, one);
    if (loop && isDeepCopy(context, loop, index, object)) {
      yield { at: one, about: { what: quoted(view, index), form: 'key' } };
    }
  }
}

/** `Object.keys(source).forEach((key) => …)`. */
function eachOver(view: RuleContext['view'], one: Code): FunctionCode | undefined {
  const lambda = view.enclosing(one, 'function');
  const call = lambda && view.parentOf(lambda);
  if (call?.kind !== 'call' || call.callee.kind !== 'member') return undefined;
  const list = call.callee.object;
  const isKeys =
    list.kind === 'call' && /^(?:keys|entries|getOwnPropertyNames)$/.test(methodOf(list));
  return isKeys && /^(?:forEach|each|map)$/.test(methodOf(call)) ? lambda : undefined;
}

function isBareObject({ view }: RuleContext, name: string): boolean {
  const values = variablesOf(view).get(name)?.values ?? [];
  return values.some(
    (value) =>
      (value.kind === 'call' && /^(?:Object\.create|Map)$/.test(calleeOf(value))) ||
      value.kind === 'list',
  );
}

/** A condition around or before asks what the key is. */
function isCompared(view: RuleContext['view'], key: Code): boolean {
  const words = view.flat(key);
  for (const { condition, start } of view.all('if')) {
    if (
      start < key.start &&
      [...everythingIn(condition)].some(
        (node) =>
          node.kind === 'binary' &&
          /^[!=]==?$/.test(node.operator) &&
          (view.flat(node.left) === words || view.flat(node.right) === words),
      )
    )
      return true;
  }
  return false;
}

/** `for (const key in source) target[key] = …`, in a function that calls itself for what is inside. */
function isDeepCopy(
  context: RuleContext,
  loop: Loop | FunctionCode,
  key: Code,
  object: Code,
): boolean {
  const { view } = context;
  if (loop.kind === 'loop' && loop.form !== 'each') return false;
  // Its own fields, made anew.
  const isOwn = loop.kind === 'loop' && object.kind === 'name' && loop.iterable;
  if (isOwn && mentions(isOwn, object.name)) return false;
  const keys =
    loop.kind === 'loop'
      ? namesOf(loop.variable)
      : loop.params.flatMap((param) => [param.name ?? '', ...namesOf(param.pattern)]);
  if (key.kind !== 'name' || !keys.includes(key.name)) return false;
  if (object.kind !== 'name' || variablesOf(view).get(object.name)?.isParam !== true) return false;
  const whole = view.around(loop).find(({ kind }) => kind === 'function');
  if (whole?.kind !== 'function') return false;
  const holder = view.parentOf(whole);
  const name = whole.name ?? (holder?.kind === 'declare' ? lastWord(holder.target) : '');
  if (name === '') return false;
  const calls = view.all('call').filter((call) => lastWord(call.callee) === name);
  const isDeep = calls.some((call) => call.args.some((arg) => holdsPart(view, arg)));
  return isDeep && !/__proto__|prototype|hasOwn|Object\.create\(null\)/.test(view.textOf(whole));
}

/** `target[key]`, `target[key] ?? {}`, a name that holds it. */
function holdsPart(view: RuleContext['view'], arg: Code): boolean {
  for (const node of everythingIn(arg)) {
    if (node.kind === 'index') return true;
    const values = node.kind === 'name' ? (variablesOf(view).get(node.name)?.values ?? []) : [];
    if (values.some(({ kind }) => kind === 'index')) return true;
  }
  return false;
}
