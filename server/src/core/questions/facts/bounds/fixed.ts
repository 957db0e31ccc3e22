import type { Code } from '../../../code/code.ts';
import { calleeOf, plainText } from '../../../code/say.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt, inBackticks } from '../../words.ts';
import type { ValueOf } from './loops.ts';

/** The last of each row of letters and digits, by its first. */
const LAST: Readonly<Record<string, string>> = { a: 'z', A: 'Z', 0: '9' };

/** `'a'..'z'` without `z`: as a range, a loop, two comparisons, and `range(ord('a'), ord('z'))`. */
export function* lettersLeftOut({ view, language }: RuleContext): Iterable<Trigger> {
  const missing = (from: Code | undefined, to: Code | undefined, at: Code): Trigger[] => {
    const first = plainText(from) ?? '';
    const last = plainText(to) ?? '';
    if (last === '' || LAST[first] !== last) return [];
    return [effectAt(view, at, `leaves out ${inBackticks(last)}`)];
  };
  for (const one of view.all('interval')) {
    if (!one.isInclusive) yield* missing(one.from, one.to, one);
  }
  for (const { before, condition } of view.all('loop')) {
    const first =
      before?.kind === 'declare' || before?.kind === 'assign' ? before.value : undefined;
    if (condition?.kind === 'binary' && condition.operator === '<')
      yield* missing(first, condition.right, condition);
  }
  for (const one of view.all('binary')) {
    if (one.operator === '&&') yield* missing(lowOf(one.left), highOf(one.right), one);
  }
  if (language !== 'python') return;
  for (const call of view.all('call')) {
    const [from, to] = call.args;
    if (calleeOf(call) === 'range') yield* missing(inOrd(from), inOrd(to), call);
  }
}

/** The `'a'` of `c >= 'a'` and `'a' <= c`. */
function lowOf(code: Code): Code | undefined {
  if (code.kind !== 'binary') return undefined;
  if (code.operator === '>=') return code.right;
  return code.operator === '<=' ? code.left : undefined;
}

/** The `'z'` of `c < 'z'` and `'z' > c`. */
function highOf(code: Code): Code | undefined {
  if (code.kind !== 'binary') return undefined;
  if (code.operator === '<') return code.right;
  return code.operator === '>' ? code.left : undefined;
}

function inOrd(code: Code | undefined): Code | undefined {
  return code?.kind === 'call' && calleeOf(code) === 'ord' ? code.args[0] : undefined;
}

/** `[1, 2, 3][3]`: a list that is written out has no such place. */
export function* pastWritten({ view }: RuleContext, valueOf: ValueOf): Iterable<Trigger> {
  for (const one of view.all('index')) {
    const { object, index } = one;
    if (object.kind !== 'list' || object.items.some(({ kind }) => !isItem(kind))) continue;
    const place = index?.kind === 'name' ? valueOf(index.name) : index;
    if (place?.kind === 'number' && object.items.length <= place.value)
      yield effectAt(view, one, 'is past the end of the list');
  }
}

/** One item of a list, not several, and not one with a key. */
function isItem(kind: Code['kind']): boolean {
  return kind !== 'spread' && kind !== 'entry' && kind !== 'named' && kind !== 'other';
}
