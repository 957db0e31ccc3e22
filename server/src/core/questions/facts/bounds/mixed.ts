import type { Binary, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { dotted } from '../../../code/say.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';

/** `x >= 90`, then `x > 80`; `x < 10`, else `x > 10`. */
export function* mixedBounds({ view }: RuleContext): Iterable<Trigger> {
  for (const first of view.all('if')) {
    const parent = view.parentOf(first);
    if (parent?.kind === 'if' && parent.otherwise === first) continue;
    const tests: Limit[] = [];
    let last: Code | undefined;
    for (let one: Code | undefined = first; one?.kind === 'if'; one = one.otherwise) {
      const limit = limitOf(view, one.condition);
      if (!limit) {
        tests.length = 0;
        break;
      }
      tests.push(limit);
      last = one.otherwise;
    }
    const [one, ...more] = tests;
    if (!one || more.length === 0 || more.some(({ subject }) => subject !== one.subject)) continue;
    yield* mixedIn(view, tests, last);
  }
}

interface Limit {
  readonly code: Binary;
  readonly subject: string;
  readonly bound: string;
  readonly isLarger: boolean;
  readonly isInclusive: boolean;
}

function limitOf(view: CodeView, code: Code): Limit | undefined {
  if (code.kind !== 'binary' || !/^[<>]=?$/.test(code.operator)) return undefined;
  const isTurned = code.left.kind === 'number';
  const [subject, bound] = isTurned ? [code.right, code.left] : [code.left, code.right];
  if (dotted(subject) === undefined && subject.kind !== 'call') return undefined;
  return {
    code,
    subject: view.flat(subject),
    bound: view.flat(bound),
    isLarger: code.operator.startsWith('>') !== isTurned,
    isInclusive: code.operator.endsWith('='),
  };
}

function* mixedIn(
  view: CodeView,
  tests: readonly Limit[],
  otherwise: Code | undefined,
): Iterable<Trigger> {
  const [one, two] = tests;
  if (!one || !two) return;
  const areAlike = tests.every(({ isLarger }) => isLarger === one.isLarger);
  if (areAlike) {
    const inclusive = tests.filter(({ isInclusive }) => isInclusive);
    if (inclusive.length === 0 || inclusive.length === tests.length) return;
    const isRare = inclusive.length * 2 < tests.length;
    const odd =
      tests.find(({ isInclusive }, i) => isInclusive === isRare && (i !== 0 || isRare)) ?? two;
    const bare0 = /^-?[01]$|^0\.0$/.test(odd.bound) && odd === tests.at(-1);
    if (!bare0)
      yield effectAt(view, odd.code, 'treats its bound otherwise than the tests beside it');
    return;
  }
  if (otherwise || tests.length !== 2 || one.bound !== two.bound || one.bound === '0') return;
  // `n < wanted`, else `n > wanted`: where both are equal, nothing is to be done.
  const isFixed = /^-?[\d.]|^[A-Z][A-Z\d_]+$/.test(one.bound);
  if (!isFixed && !one.isInclusive) return;
  if (one.isInclusive === two.isInclusive) {
    const effect = one.isInclusive
      ? `is never asked where both are equal`
      : `leaves out the value ${inTicks(one.bound)} itself`;
    yield effectAt(view, two.code, effect);
  }
}

function inTicks(words: string): string {
  return `\`${words}\``;
}
