import type { Code } from '../../code/code.ts';
import { methodOf, receiverOf } from '../../code/say.ts';
import { boundOf, countingLoops, lengthOf } from '../facts/lengths.ts';
import type { LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { effectAt, quoted } from '../words.ts';
import { lettersLeftOut, pastWritten } from '../facts/bounds/fixed.ts';
import { mixedBounds } from '../facts/bounds/mixed.ts';
import { offByOneExamples } from './examples/offByOne.ts';
import { INDEXES, loopTriggers, otherLoops } from '../facts/bounds/loops.ts';
import { passedEnds } from '../facts/bounds/passed.ts';
import { cutShort, drawn, pages, skippedPage } from '../facts/bounds/taken.ts';
import { windows } from '../facts/bounds/windows.ts';

/** A bound that is one too far, or one too near. */
export const offByOne: Rule = {
  id: 'off-by-one',
  row: 17,
  title: 'A bound that is one off',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [193, 125],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language } = context;
    const values = new Map<string, Code>();
    for (const one of view.all('declare', 'assign')) {
      if (one.target.kind === 'name' && one.value) values.set(one.target.name, one.value);
    }
    const valueOf = (name: string): Code | undefined => values.get(name);
    for (const loop of countingLoops(view, language)) yield* loopTriggers(context, loop, valueOf);
    yield* otherLoops(context, valueOf);
    yield* pages(context);
    yield* pastTheEnd(context);
    yield* cutShort(context, valueOf);
    yield* drawn(context);
    yield* mixedBounds(context);
    yield* passedEnds(context);
    yield* skippedPage(context);
    yield* lettersLeftOut(context);
    yield* pastWritten(context, valueOf);
    yield* windows(context, valueOf);
  },
  ask: ({ code, effect, line }) => `Line ${line}: ${code ?? ''} ${effect ?? ''}. Is that meant?`,
  obligations: ['boundary', 'empty', 'loop'],
  page: {
    why: 'The first or the last of a row is left out, or one more is read than there is. It works for the examples at hand and fails at the edges.',
    instead:
      'Say which elements are meant, and try the code with none, one and two of them. Prefer loops over the things themselves to loops over their numbers.',
    sources: ['CWE-193, CWE-125', 'Tambon et al. 2024: missing corner cases in AI code'],
  },
  examples: offByOneExamples,
};

/** Languages in which `xs[xs.length] = x` adds to the end. */
const APPENDS: ReadonlySet<LanguageId> = new Set<LanguageId>([
  'typescript',
  'tsx',
  'javascript',
  'ruby',
  'php',
]);

/** `xs[xs.length]`, `s.substring(1, s.length + 1)`. */
function* pastTheEnd({ view, language }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('index')) {
    const { index, object } = one;
    if (!index || index.kind === 'interval') continue;
    const of = lengthOf(index);
    if (!of || view.flat(of) !== view.flat(object)) continue;
    const parent = view.parentOf(one);
    if (parent?.kind === 'assign' && parent.target === one && APPENDS.has(language)) continue;
    if (parent?.kind === 'unary' && parent.operator === '&') continue;
    yield effectAt(view, one, `is one past the end of ${quoted(view, object)}`);
  }
  for (const one of view.all('call', 'index')) {
    const object = one.kind === 'call' ? receiverOf(one) : one.object;
    if (!object) continue;
    const end =
      one.kind === 'call'
        ? one.args.at(-1)
        : one.index?.kind === 'interval'
          ? one.index.to
          : undefined;
    if (one.kind === 'call' && INDEXES.test(methodOf(one)) && one.args.length === 1) {
      const of = end && lengthOf(end);
      if (of && view.flat(of) === view.flat(object)) {
        yield effectAt(view, one, `is one past the end of ${quoted(view, object)}`);
      }
      continue;
    }
    if (
      one.kind === 'call' &&
      !/^(?:substring|substr|slice|subList|Substring|subSequence|copyOfRange)$/.test(methodOf(one))
    )
      continue;
    const bound = end && boundOf(end, () => undefined);
    if (!bound?.of || view.flat(bound.of) !== view.flat(object) || bound.offset < 1) continue;
    yield effectAt(view, one, `goes past the end of ${quoted(view, object)}`);
  }
}
