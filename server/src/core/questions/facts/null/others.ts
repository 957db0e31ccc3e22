import { bare, calleeOf, lastWord, methodOf, receiverOf } from '../../../code/say.ts';
import { maybeNothing } from '../maybeNothing.ts';
import { firstUnchecked, isCheckedBefore } from '../uncheckedUse.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { inBackticks } from '../../words.ts';
import { type Known, trigger } from './known.ts';

/** Python: `next(x for x in xs if …)` raises where there is none. */
export function* firstOfNone({ view }: RuleContext): Iterable<Trigger> {
  for (const call of view.all('call')) {
    const [first, second] = call.args;
    if (calleeOf(call) !== 'next' || second || first?.kind !== 'comprehension') continue;
    const isFiltered = first.clauses.some(
      (clause) => clause.kind !== 'assign' || clause.operator !== 'in',
    );
    if (isFiltered && !view.enclosing(call, 'try')) {
      yield {
        at: call,
        about: { what: inBackticks('next()'), word: 'no value but StopIteration' },
      };
    }
  }
}

/** Java: `found.get()` without `isPresent()`. */
export function* openedOptionals({ view }: RuleContext, known: Known): Iterable<Trigger> {
  const seen = new Set<string>();
  for (const call of view.all('call')) {
    const receiver = receiverOf(call);
    if (receiver?.kind !== 'name' || seen.has(receiver.name)) continue;
    if (!/^(?:get|getAsInt|getAsLong|getAsDouble)$/.test(methodOf(call)) || call.args.length !== 0)
      continue;
    if (!JAVA_OPTIONAL.test(known.types.typeOf(receiver) ?? '')) continue;
    seen.add(receiver.name);
    const origin = view
      .all('declare', 'assign')
      .find(({ target }) => lastWord(target) === receiver.name);
    if (origin && maybeNothing('java', bare(origin.value ?? origin), known)) continue;
    const names = known.places.get(receiver.name) ?? [];
    if (isCheckedBefore(view, { names, origin: call, isUse: () => false }, call)) continue;
    // `while ((next = find(n)).isPresent())`
    const condition = view.enclosing(call, 'loop')?.condition;
    if (condition?.kind === 'call' && methodOf(condition) === 'isPresent') continue;
    yield { at: call, about: { what: inBackticks(receiver.name), word: 'nothing' } };
  }
}

/** C#: `map.TryGetValue(key, out var x);` */
export function* droppedAnswers({ view }: RuleContext, known: Known): Iterable<Trigger> {
  for (const { value } of view.all('expression')) {
    if (value.kind !== 'call' || methodOf(value) !== 'TryGetValue') continue;
    const out = value.args.at(-1);
    const name = out?.kind === 'declare' ? lastWord(out.target) : out && lastWord(out);
    const use =
      name === undefined
        ? undefined
        : firstUnchecked(view, {
            names: known.places.get(name) ?? [],
            origin: value,
            isUse: (one, parent) =>
              (parent.kind === 'member' || parent.kind === 'index') &&
              parent.object === one &&
              !parent.isOptional,
          });
    if (use) yield trigger(view, value, value, 'null');
  }
}

const JAVA_OPTIONAL = /^(?:java\.util\.)?Optional(?:Int|Long|Double)?\b/;
