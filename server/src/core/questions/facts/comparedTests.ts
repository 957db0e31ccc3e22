import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { methodOf } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { compare, type Comparison, keyOf, missing } from '../compare.ts';
import type { RuleContext } from '../rule.ts';
import { type Assertion, assertionsIn } from './assertions.ts';
import { expectingMarks } from './expectingMarks.ts';
import { isFixedValue } from './fixedValue.ts';
import { holdsAnything, toleranceOf } from './assertionStrength.ts';
import { isMoved, isNamedIn, isStillMadeSureOf } from './stillTested.ts';
import { type TestCase, testCasesIn } from './testCases.ts';

/** What became of what a committed test asserted. */
export type AssertionChange =
  | { readonly kind: 'removed'; readonly old: Assertion }
  | { readonly kind: 'loosened'; readonly old: Assertion; readonly now: Assertion }
  | {
      readonly kind: 'changed';
      readonly old: Assertion;
      readonly now: Assertion;
      readonly was: Code;
      readonly is: Code;
    };

export interface ComparedTests {
  readonly before: CodeView;
  readonly both: Comparison;
  /** Tests that are there no more, under any name. */
  readonly removed: readonly TestCase[];
  readonly changes: readonly AssertionChange[];
}

/** The tests of a block beside those of its committed self; undefined where there is nothing to compare. */
export function comparedTests(context: RuleContext): ComparedTests | undefined {
  const { before, view, isTest, language } = context;
  if (!before) return undefined;
  const old = testCasesIn(before, isTest, language);
  if (old.length === 0 && !isTest) return undefined;
  const both = compare(before, view);
  const now = testCasesIn(view, isTest, language);
  const { pairs, removed } = pairedTests(before, view, both, old, now);
  const oldOnes = assertionsIn(before, language);
  const newOnes = assertionsIn(view, language);
  const rest: Pair = { old: undefined, now: undefined };
  const changes = [...pairs, rest].flatMap((pair) => {
    const oldHere = oldOnes.filter(({ at }) => innermost(old, at) === pair.old);
    const newHere = newOnes.filter(({ at }) => innermost(now, at) === pair.now);
    return changesOf(
      before,
      view,
      both,
      [...expectingMarks(pair.old), ...oldHere],
      [...expectingMarks(pair.now), ...newHere],
    ).filter(
      (one) =>
        one.kind !== 'removed' ||
        !(
          (pair === rest && both.keptShare < MIN_KEPT) ||
          isStillMadeSureOf(before, view, pair, one.old, newHere)
        ),
    );
  });
  return {
    before,
    both,
    // What moved to another block of the file is not gone.
    removed: removed.filter(({ title }) => !isNamedIn(view.text, title)),
    changes: changes.filter((one) => one.kind !== 'removed' || !isMoved(before, view, one.old)),
  };
}

/** A helper that was mostly written anew asserts what it does now. */
const MIN_KEPT = 0.5;

interface Pair {
  readonly old: TestCase | undefined;
  readonly now: TestCase | undefined;
}

function innermost(tests: readonly TestCase[], at: Range): TestCase | undefined {
  return tests.findLast(({ start, end }) => start <= at.start && at.start < end);
}

/** By title; those left over by what they do, for a test may get another title. */
function pairedTests(
  before: CodeView,
  view: CodeView,
  both: Comparison,
  old: readonly TestCase[],
  now: readonly TestCase[],
): { pairs: Pair[]; removed: TestCase[] } {
  const pairs: Pair[] = [];
  const free = new Set(now);
  const take = (was: TestCase, is: TestCase): void => {
    free.delete(is);
    pairs.push({ old: was, now: is });
  };
  const untitled = old.filter((was) => {
    const is = [...free].find(({ title }) => bareTitle(title) === bareTitle(was.title));
    if (is) take(was, is);
    return !is;
  });
  const statements = new Map(
    [...free].map((one) => [one, new Set(one.body.statements.map((it) => keyOf(view, it)))]),
  );
  const differing = untitled.filter((was) => {
    const keys = was.body.statements.map((one) => keyOf(before, one));
    const is = [...free].find((one) => {
      if (areAlike(one.title, was.title)) return true;
      const nEqual = keys.filter((key) => statements.get(one)?.has(key)).length;
      return MIN_EQUAL * Math.max(keys.length, 1) <= nEqual;
    });
    if (is) take(was, is);
    return !is;
  });
  // One that stands where it stood, and is called by a word of it, is the same under another title.
  const removed = differing.filter((was) => {
    const line = view.lineOf(both.placeOf(was));
    const is = [...free].find(
      (one) => view.lineOf(one) === line && shareWord(one.title, was.title),
    );
    if (is) take(was, is);
    return !is;
  });
  // Alone in its block, it is the same test however it was changed.
  const [only] = removed;
  const [left] = free;
  if (removed.length === 1 && only && left && old.length === 1 && now.length === 1) {
    return { pairs: [{ old: only, now: left }], removed: [] };
  }
  return { pairs, removed };
}

/** This share of its statements makes a test the same under another title. */
const MIN_EQUAL = 0.5;

/** Switching a test off by its name changes nothing of what it is. */
function bareTitle(title: string): string {
  return title.replace('DISABLED_', '').replace(/^[xf](?=test|it)/, '');
}

function shareWord(a: string, b: string): boolean {
  const others = new Set(wordsOf(b));
  return wordsOf(a).some((word) => 3 < word.length && !COMMON.test(word) && others.has(word));
}

const COMMON = /^(?:should|test|tests|when|with|that|does|returns?|from|into|after|before|works?)$/;

/** Of a sentence, and of a name in camel case. */
function wordsOf(title: string): string[] {
  return title
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}

/** Most words of both titles are the same. */
function areAlike(a: string, b: string): boolean {
  const words = a.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const others = new Set(b.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const nShared = words.filter((word) => others.has(word)).length;
  return 3 < words.length && MIN_ALIKE * Math.max(words.length, others.size) <= nShared;
}

const MIN_ALIKE = 0.7;

function changesOf(
  before: CodeView,
  view: CodeView,
  both: Comparison,
  old: readonly Assertion[],
  now: readonly Assertion[],
): AssertionChange[] {
  const oldKey = ({ key }: Assertion): string => both.renamedKey('before', key);
  const newKey = ({ key }: Assertion): string => both.renamedKey('now', key);
  const gone = missing(old, oldKey, now.map(newKey));
  const fresh = new Set(missing(now, newKey, old.map(oldKey)));
  const found: AssertionChange[] = [];
  const lookFor = (
    isSame: (was: Assertion, is: Assertion) => boolean,
    from: Assertion[],
  ): Assertion[] =>
    from.filter((was) => {
      const is = [...fresh].find((one) => isSame(was, one));
      if (!is) return true;
      fresh.delete(is);
      const change = changeOf(before, view, was, is);
      if (change) found.push(change);
      return false;
    });
  const subject = (one: Assertion, side: 'before' | 'now'): string =>
    both.renamedKey(side, one.subjectKey);
  let left = lookFor(
    (was, is) =>
      subject(was, 'before') === subject(is, 'now') &&
      was.matcher === is.matcher &&
      was.isNot === is.isNot,
    gone,
  );
  left = lookFor((was, is) => subject(was, 'before') === subject(is, 'now'), left);
  // What it looks at was given a name, or is reached another way.
  left = lookFor(
    (was, is) =>
      was.matcher === is.matcher &&
      0 < was.expected.length &&
      expectedKey(before, was) === expectedKey(view, is),
    left,
  );
  // Another text is looked for: `getByText('99+')`.
  left = lookFor(
    (was, is) => was.isNot === is.isNot && lookedFor(before, view, was, is) !== undefined,
    left,
  );
  left = lookFor((was, is) => isPartOf(was.subjectKey, is.subjectKey), left);
  // As many came as went: they were written anew, and who reads them sees both.
  const nRemoved = Math.max(0, left.length - fresh.size);
  return [
    ...found,
    ...left.slice(0, nRemoved).map((was) => ({ kind: 'removed' as const, old: was })),
  ];
}

function expectedKey(view: CodeView, { expected }: Assertion): string {
  return expected.map((one) => keyOf(view, one)).join(' , ');
}

/** `total` is looked at where `order . total` was, or the other way round. */
function isPartOf(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

function changeOf(
  before: CodeView,
  view: CodeView,
  old: Assertion,
  now: Assertion,
): AssertionChange | undefined {
  const isWeaker =
    old.strength !== undefined && now.strength !== undefined && now.strength < old.strength;
  // One kind of nothing for another.
  const isNothing =
    /null|nil|none/i.test(old.matcher) && /\b(?:is_?)?empty\b/i.test(view.flat(now.at));
  if ((isWeaker && !isNothing) || isLooser(old, now)) return { kind: 'loosened', old, now };
  if (old.matcher !== now.matcher && !areBothExact(old, now)) return undefined;
  if (old.matcher === now.matcher && old.isNot !== now.isNot) return { kind: 'loosened', old, now };
  for (const [i, was] of old.expected.entries()) {
    const is = now.expected[i];
    if (!is || !isFixedValue(was) || !isFixedValue(is)) continue;
    if (isSameValue(before.flat(was), view.flat(is)) || isGivenToo(before, view, was, is)) continue;
    if (keyOf(before, was) !== keyOf(view, is)) return { kind: 'changed', old, now, was, is };
  }
  const looked = lookedFor(before, view, old, now);
  return looked && { kind: 'changed', old, now, ...looked };
}

/** `Kind.Bar` and `Names.Kind.Bar`; `'gone'` and `match: 'gone'`. */
function isSameValue(was: string, is: string): boolean {
  const [short, long] = was.length < is.length ? [was, is] : [is, was];
  const isName = /^[A-Za-z_][\w.:]*$/.test(short);
  const isText = /^(["'`]).*\1$/.test(short);
  return (
    (isName &&
      /^[\w.:]+$/.test(long) &&
      /[.:]/.test(short) &&
      new RegExp(`[.:]${short}$`).test(long)) ||
    (isText && long.endsWith(short) && /^\w+:\s*$/.test(long.slice(0, -short.length)))
  );
}

/** What the test gives changed along with what it expects. */
function isGivenToo(before: CodeView, view: CodeView, was: Code, is: Code): boolean {
  const [old, now] = [before.textOf(was), view.textOf(is)];
  if (was.kind !== 'text' || is.kind !== 'text' || old.length < MIN_GIVEN || now.length < MIN_GIVEN)
    return false;
  const [oldText, newText] = [before.textOf(before.range), view.textOf(view.range)];
  return 2 < oldText.split(old).length && 2 < newText.split(now).length && !newText.includes(old);
}

/** Shorter texts stand in a test by chance. */
const MIN_GIVEN = 6;
/** The texts that two assertions look for in the same way: `getByText('a')`, `page.locator('…')`. */
function lookedFor(
  before: CodeView,
  view: CodeView,
  { subject: old }: Assertion,
  { subject: now }: Assertion,
): { readonly was: Code; readonly is: Code } | undefined {
  if (old?.kind !== 'call' || now?.kind !== 'call' || !LOOKS_FOR.test(methodOf(now)))
    return undefined;
  const [was, ...more] = old.args;
  const [is, ...others] = now.args;
  if (!was || !is || !isFixedValue(was) || !isFixedValue(is)) return undefined;
  const isAlike =
    keyOf(before, old.callee) === keyOf(view, now.callee) &&
    more.map((one) => keyOf(before, one)).join() === others.map((one) => keyOf(view, one)).join();
  return isAlike && keyOf(before, was) !== keyOf(view, is) ? { was, is } : undefined;
}

const LOOKS_FOR =
  /^(?:get|find|query)(?:All)?By(?:Text|DisplayValue|LabelText|AltText|Title|Label|AltText|Placeholder\w*)$|^(?:contains|get_by_(?:text|label|title)|find_by_text)$/;

function areBothExact(old: Assertion, now: Assertion): boolean {
  return old.strength === now.strength && old.strength === 4;
}

function isLooser(old: Assertion, now: Assertion): boolean {
  const isAnything = now.expected.some((one, i) => {
    const was = old.expected[i];
    return was !== undefined && holdsAnything(one) && !holdsAnything(was);
  });
  if (isAnything) return true;
  const was = toleranceOf(old.matcher, old.expected) ?? distanceOf(old);
  const is = toleranceOf(now.matcher, now.expected) ?? distanceOf(now);
  return was !== undefined && is !== undefined && was < is;
}

/** `(a - b).abs() < 0.1` */
function distanceOf({ subject, matcher, expected }: Assertion): number | undefined {
  const [limit] = expected;
  if (!/^<=?$/.test(matcher) || limit?.kind !== 'number' || subject?.kind !== 'call')
    return undefined;
  return /^f?abs$/i.test(methodOf(subject)) ? limit.value : undefined;
}
