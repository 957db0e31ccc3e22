import type { Call, Code, CodeOf } from '../../../code/code.ts';
import { doneIn, everythingIn, methodOf, namesIn } from '../../../code/say.ts';
import { calledHere } from '../asyncCalls.ts';
import { chainOf, rootOf, wordsOf } from '../chain.ts';
import { inner } from '../transparent.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { inBackticks } from '../../words.ts';

/** `async void`, `.Result`, `.Wait()`, `.GetAwaiter().GetResult()`. */
export function* csharpTasks(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('function')) {
    if (!one.isAsync || one.returns !== 'void' || isEventHandler(one)) continue;
    yield {
      at: { start: view.statementOf(one).start, end: one.end },
      about: { what: inBackticks(one.name ?? 'this'), how: 'void' },
    };
  }
  // What an action begins, nobody can wait for.
  for (const { type, value } of view.all('declare')) {
    if (/^Action\b/.test(type ?? '') && value?.kind === 'function' && value.isAsync)
      yield { at: value, about: { what: 'this function', how: 'void' } };
  }
  for (const call of view.all('call')) {
    const word = methodOf(call);
    const object = call.callee.kind === 'member' ? call.callee.object : undefined;
    if (!object) continue;
    const isGetResult =
      word === 'GetResult' && object.kind === 'call' && methodOf(object) === 'GetAwaiter';
    const isWait = word === 'Wait' && isTask(context, object, call);
    const isAll = /^(?:WaitAll|WaitAny)$/.test(word) && wordsOf(object) === 'Task';
    if ((isGetResult || isWait || isAll) && !isExcused(context, call)) {
      yield {
        at: endOf(call, word),
        about: {
          what: inBackticks(`${isGetResult ? 'GetAwaiter().GetResult' : word}()`),
          how: 'block',
        },
      };
    }
  }
  for (const member of view.all('member')) {
    if (member.name !== 'Result' || !isTask(context, member.object, member)) continue;
    if (!isExcused(context, member))
      yield { at: endOf(member, 'Result'), about: { what: '`.Result`', how: 'block' } };
  }
}

/** From the last word of a chain on. */
function endOf(code: Call | CodeOf<'member'>, word: string): { start: number; end: number } {
  const end = code.kind === 'call' ? code.callee.end : code.end;
  return { start: Math.max(code.start, end - word.length), end: code.end };
}

function isEventHandler({ params, modifiers, name }: CodeOf<'function'>): boolean {
  const last = params.at(-1);
  const isHandler =
    params.length === 2 &&
    ((last?.type ?? '').endsWith('Args') || /^(?:object|Object)\??$/.test(params[0]?.type ?? ''));
  return isHandler || modifiers.includes('override') || /^On[A-Z]\w*$/.test(name ?? '');
}

/** By the name of the method that gives it, or of the variable that holds it. */
function isTask(context: RuleContext, object: Code, at: Code): boolean {
  const { view } = context;
  const value = inner(object);
  if (value.kind === 'call') {
    const word = methodOf(value);
    const known = calledHere(context, value);
    if (0 < known.length)
      return known.every(({ returns }) => /^(?:Task|ValueTask)\b/.test(returns ?? ''));
    if (
      word.endsWith('Async') ||
      /^Task\.(?:Run|Delay|WhenAll|WhenAny|Factory\.StartNew)$/.test(chainOf(value))
    )
      return true;
    return word === 'ConfigureAwait';
  }
  if (value.kind !== 'name') return false;
  if (/^_?(?:task|\w*Task)$/.test(value.name)) return true;
  const owner = view.enclosing(at, 'function');
  for (const node of owner?.body ? doneIn(owner.body) : []) {
    if (node.kind !== 'declare' || node.target.kind !== 'name' || node.target.name !== value.name)
      continue;
    if (/^(?:Task|ValueTask)\b/.test(node.type ?? '')) return true;
    return node.value?.kind === 'call' && methodOf(node.value).endsWith('Async');
  }
  return (
    owner?.params.some(({ name, type }) => name === value.name && /^Task\b/.test(type ?? '')) ??
    false
  );
}

/** A program's beginning cannot await in old C#; a task that was waited for is done. */
function isExcused({ view }: RuleContext, at: Code): boolean {
  const owner = view.enclosing(at, 'function');
  if (owner?.name === 'Main') return true;
  const root = rootOf(at);
  for (const node of owner?.body ? doneIn(owner.body) : []) {
    if (at.start <= node.start) continue;
    if (node.kind !== 'await') continue;
    const awaited = [...namesIn(node.value)];
    if (
      /WhenA(?:ll|ny)/.test(
        [...everythingIn(node.value)]
          .map((inside) => (inside.kind === 'member' ? inside.name : ''))
          .join(' '),
      )
    )
      return true;
    if (root !== undefined && awaited.includes(root) && root !== 'this') return true;
  }
  for (const node of view.around(at)) {
    if (node.kind === 'if' && /IsCompleted|IsFaulted|Status/.test(view.textOf(node.condition)))
      return true;
    if (
      node.kind === 'function' &&
      node.form === 'lambda' &&
      /^(?:t|task|\w*Task)$/.test(node.params[0]?.name ?? '') &&
      node.params[0]?.name === root
    )
      return true;
  }
  return false;
}
