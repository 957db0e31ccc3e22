import type { Code } from '../../../code/code.ts';
import { bare } from '../../../code/say.ts';
import { effectAt } from '../../words.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import type { DeclaredTypes } from '../declaredTypes.ts';

/** Java's numbers, the narrower first. */
const RANKS = ['byte', 'short', 'char', 'int', 'long', 'float', 'double'];
const KEEPS = /^(?:\+|-|\*|\/|%|<<|\||\^)=$/;
const CUTS = 'casts its result back, and what does not fit is cut. Does it always fit?';

/** Java's `count += price`: unlike `=`, it cuts a wider number without a word. */
export function* compound(
  { view, language }: RuleContext,
  types: DeclaredTypes,
): Iterable<Trigger> {
  if (language !== 'java') return;
  const rankOf = (code: Code): number => RANKS.indexOf(types.typeOf(code) ?? '');
  for (const one of view.all('assign')) {
    const { target, operator, value } = one;
    if (!value || !KEEPS.test(operator)) continue;
    const own = rankOf(target);
    const given = bare(value);
    const other =
      given.kind === 'number' ? (given.isFloat ? RANKS.indexOf('float') : -1) : rankOf(given);
    // A fraction that is written out loses little in a shorter one.
    const isFloats = own === RANKS.indexOf('float') && given.kind === 'number';
    if (own < 0 || other <= own || isFloats) continue;
    yield effectAt(view, one, CUTS);
  }
}
