import type { Body, Code, If, Switch } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf, plainText } from '../../code/say.ts';
import { haveGap, rangeOf } from '../facts/cases/ranges.ts';
import {
  isConstantName,
  isLiteral,
  isTypeName,
  testOf,
  type Test,
} from '../facts/cases/testedValues.ts';
import { returnsValue, reliesOnOne, setInAll } from '../facts/cases/reliance.ts';
import { leaves } from '../facts/leaving.ts';
import { lengthOf } from '../facts/lengths.ts';
import { variablesOf } from '../facts/variables.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted, shortened } from '../words.ts';
import { missingCaseExamples } from './examples/missingCase.ts';

/** Some values of a thing are told apart, and nobody says what happens to the others. */
export const missingCase: Rule = {
  id: 'missing-case',
  row: 16,
  title: 'Values that no branch is for',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [478, 754],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view } = context;
    for (const one of view.all('if')) yield* chainTriggers(context, one);
    for (const one of view.all('switch')) yield* switchTriggers(context, one);
    yield* rowsOfReturns(context);
  },
  ask: ({ subject, values, how, line }) =>
    how === 'gap'
      ? `Line ${line}: some numbers have no branch: ${subject ?? ''} is compared with ${values ?? ''} only. Meant so?`
      : `Line ${line}: ${subject ?? ''} other than ${values ?? ''} falls through. Meant so?`,
  obligations: ['branch', 'boundary', 'implicit-error'],
  page: {
    why: 'The code knows some values and goes on silently for all others: a variable keeps no value, a function gives nothing back, a new value added later is forgotten here.',
    instead:
      'Add a last branch that throws, or gives a default on purpose. Where the language can check that all are there, let it.',
    sources: [
      'CWE-478, CWE-754',
      'Tambon et al. 2024: missing corner cases are among the commonest defects',
    ],
  },
  examples: missingCaseExamples,
};

function hit(view: CodeView, at: Code, subject: Code, values: readonly Code[]): Trigger {
  const shown = values.slice(0, 3).map((value) => inBackticks(shortened(view.flat(value))));
  const last = shown.at(-1) ?? '';
  const listed =
    3 < values.length
      ? `${shown.join(', ')}…`
      : 1 < shown.length
        ? `${shown.slice(0, -1).join(', ')} and ${last}`
        : last;
  return { at, about: { subject: quoted(view, subject), values: listed } };
}

/** `if (x === 'a') … else if (x === 'b') …` without `else`. */
function* chainTriggers({ view, language }: RuleContext, first: If): Iterable<Trigger> {
  const parent = view.parentOf(first);
  if (parent?.kind === 'if' && parent.otherwise === first) return;
  const branches: If[] = [];
  for (let one: Body | If | undefined = first; one !== undefined; one = one.otherwise) {
    if (one.kind === 'body') return;
    branches.push(one);
  }
  if (branches.length < 2) return;
  const bodies = branches.map(({ whenTrue }) => whenTrue);
  const conditions = branches.map(({ condition }) => condition);
  const found = leftOut(view, first, conditions);
  if (!found || isBoundedChain(view, conditions)) return;
  if (reliesOnOne(view, first, bodies, language)) yield found;
  else if (2 < branches.length && isOfKinds(found, bodies)) yield { ...found, severity: 'low' };
}

/** What conditions leave out that all ask about the same thing. */
function leftOut(view: CodeView, at: Code, conditions: readonly Code[]): Trigger | undefined {
  const tests = conditions.map((condition) => testOf(view, condition));
  const [head] = tests;
  if (head) {
    if (tests.some((test) => test?.words !== head.words)) return undefined;
    const values = tests.flatMap((test: Test | undefined) => test?.values ?? []);
    return hit(view, at, head.subject, values);
  }
  const ranges = conditions.flatMap((condition) => rangeOf(view, condition) ?? []);
  const [first] = ranges;
  if (!first || ranges.length < conditions.length || !haveGap(ranges)) return undefined;
  if (ranges.some(({ words }) => words !== first.words)) return undefined;
  const bounds = ranges.flatMap((range) => range.bounds);
  const { about } = hit(view, at, first.subject, bounds);
  return { at, about: { ...about, how: 'gap' } };
}

/** What stands for a kind of thing, by its name: new ones come. */
const KINDS =
  /(?:^|[._]|[a-z])(?:[tT]ype|[kK]ind|[sS]tatus|[sS]tate|[aA]ction|[eE]vent|[oO]p|[oO]peration|[cC]ommand|[cC]md|[mM]ode|[rR]ole|[fF]ormat|[mM]ethod)(?:\(\))?`$/;

/** Each kind has something done, and nothing for a new one. */
function isOfKinds({ about }: Trigger, bodies: readonly Body[]): boolean {
  return KINDS.test(about['subject'] ?? '') && bodies.every((body) => 0 < body.statements.length);
}

function* switchTriggers(context: RuleContext, one: Switch): Iterable<Trigger> {
  const { view, language } = context;
  const { cases, isExhaustive } = one;
  if (language === 'rust') yield* droppedRest(view, one);
  if (cases.some(({ tests }) => tests.length === 0)) return;
  const bodies = cases.map(({ body }) => body).filter(({ statements }) => statements.length !== 0);
  if (!one.subject) {
    // Go's `switch { case kind == "a": … }`; what waits for channels has no subject either.
    if (isExhaustive || language !== 'go' || cases.length < 2) return;
    const conditions = cases.flatMap(({ tests }) => tests);
    const found = leftOut(view, one, conditions);
    if (found && reliesOnOne(view, one, bodies, '')) yield found;
    return;
  }
  if (isExhaustive) return;
  const isOfTypes = language === 'go' && one.subject.kind === 'declare';
  const subject = one.subject.kind === 'declare' ? (one.subject.value ?? one.subject) : one.subject;
  const values = cases.flatMap(({ tests }) => tests);
  const areWritten = values.every(isLiteral);
  const areNamed = values.every((value) => isConstantName(value) || isTypeName(value));
  if (values.length === 0 || !(areWritten || areNamed || isOfTypes)) return;
  if (isSaid(view, one) || isBounded(view, subject, values) || namesAll(context, values)) return;
  const isValue = !isStatement(view, one);
  const isNeeded = isValue || reliesOnOne(view, one, bodies, '');
  const found = hit(view, one, subject, values);
  const low: Trigger = { ...found, severity: 'low' };
  if (isNeeded) yield found;
  else if (setInAll(view, one, bodies).length !== 0) {
    if (!setInAll(view, one, bodies).every((name) => isPreset(view, one, name))) yield low;
  } else if (isLeftInAll(view, one, bodies)) return;
  else if (areWritten && !isLookedAt(subject, values) && !isOfKeys(subject, cases.length))
    yield low;
  else if (areNamed && 1 < values.length && bodies.length === cases.length) {
    if (isOfKinds(found, bodies)) yield low;
  }
}

/** Whether the values are all that an enum of the file has. */
function namesAll({ view, outline }: RuleContext, values: readonly Code[]): boolean {
  const named = new Set(values.map(lastWord));
  return outline.classes.some((one) => {
    if (one.form !== 'enum' && !one.bases.some((base) => /(?:^|\.)\w*Enum$/.test(base)))
      return false;
    const members = memberNames(view.textOf(one));
    return members.length === named.size && members.every((name) => named.has(name));
  });
}

/** The names that the text of an enum declares, in the words of every language. */
function memberNames(text: string): readonly string[] {
  const plain = text.replace(/\/\/[^\n]*|#[^\n]*|\/\*[^]*?\*\//g, '');
  const open = plain.search(/[{:]\s*\n|\{/);
  const names = plain.slice(open + 1).split(/[,;\n{}]/);
  return names.flatMap((part) => /^\s*(?:case\s+)?([A-Z]\w*)\s*(?:[=(]|$)/.exec(part)?.[1] ?? []);
}

/** Rust's `match text { "a" => …, "b" => …, _ => {} }`: the compiler asks for the rest, not for what is done. */
function* droppedRest(view: CodeView, one: Switch): Iterable<Trigger> {
  const rest = one.cases.at(-1);
  const values = one.cases.slice(0, -1).flatMap(({ tests }) => tests);
  if (!rest || !one.subject || values.length < 2 || !values.every((value) => value.kind === 'text'))
    return;
  const isRest = rest.tests.length === 0 && rest.body.statements.length === 0;
  // A comment there says why.
  const before = one.cases.at(-2)?.end ?? rest.start;
  if (!isRest || /\/[/*]/.test(view.text.slice(before, rest.end))) return;
  if (isLookedAt(one.subject, values)) return;
  yield { ...hit(view, one, one.subject, values), severity: 'low' };
}

/** A comment behind the last case says that nothing is to be done for others. */
function isSaid(view: CodeView, one: Switch): boolean {
  const { cases, end } = one;
  const last = cases.at(-1)?.start ?? end;
  return view.comments.some(
    ({ start, text }) =>
      (one.start <= start && start < end && text.includes('default-case')) ||
      (last <= start && start < end && /\b(?:no|skip|without)\W+default\b/i.test(text)),
  );
}

/** A key that was pressed, and the one that is listened for. */
function isOfKeys(subject: Code, nCases: number): boolean {
  return nCases === 1 && /^(?:key|code|keyCode|which)$/.test(lastWord(subject));
}

/** `let status = 'idle';` right before what it is asked in. */
function isPreset(view: CodeView, one: Switch, name: string): boolean {
  return view
    .all('declare')
    .some(
      ({ target, value, end }) =>
        target.kind === 'name' &&
        target.name === name &&
        value?.kind === 'text' &&
        0 < value.parts.length &&
        end < one.start &&
        one.start - end < 200,
    );
}

function isBoundedChain(view: CodeView, conditions: readonly Code[]): boolean {
  const [head, ...tests] = conditions.map((condition) => testOf(view, condition));
  if (!head || tests.some((test) => test === undefined)) return false;
  return isBounded(
    view,
    head.subject,
    [head, ...tests].flatMap((test) => test?.values ?? []),
  );
}

/** What it is asked of can be none but those: a loop's count, `nextInt(3)`, the length of `SplitN(…, 2)`. */
function isBounded(view: CodeView, subject: Code, values: readonly Code[]): boolean {
  const numbers = new Set(values.flatMap((one) => (one.kind === 'number' ? [one.value] : [])));
  const holdsBelow = (end: number): boolean =>
    0 < end && end < 20 && Array.from({ length: end }, (_, i) => i).every((i) => numbers.has(i));
  const [given] = subject.kind === 'call' ? subject.args : [];
  if (
    subject.kind === 'call' &&
    given?.kind === 'number' &&
    /^(?:nextInt|Intn|Next|randrange)$/.test(methodOf(subject))
  )
    return holdsBelow(given.value);
  const measured = lengthOf(subject);
  if (measured?.kind === 'name') {
    const [value] = variablesOf(view).get(measured.name)?.values ?? [];
    const last =
      value?.kind === 'call' && methodOf(value) === 'SplitN' ? value.args.at(-1) : undefined;
    return last?.kind === 'number' && holdsBelow(last.value + 1);
  }
  if (subject.kind !== 'name') return false;
  for (const loop of view.around(subject)) {
    if (loop.kind !== 'loop') continue;
    const { condition, before, variable, iterable } = loop;
    if (variable && lastWord(variable) === subject.name && iterable?.kind === 'list') {
      const asked = new Set(values.map((value) => plainText(value)));
      return iterable.items.every(
        (item) => plainText(item) !== undefined && asked.has(plainText(item)),
      );
    }
    const isCounted =
      loop.form === 'count' &&
      before?.kind === 'declare' &&
      lastWord(before.target) === subject.name &&
      condition?.kind === 'binary' &&
      condition.operator === '<';
    if (isCounted && condition.right.kind === 'number') return holdsBelow(condition.right.value);
  }
  return false;
}

/** Each case gives its answer, and what comes after gives that of all others. */
function isLeftInAll(view: CodeView, one: Switch, bodies: readonly Body[]): boolean {
  return view.after(one).length !== 0 && bodies.every(leaves);
}

/** Letters are told apart one by one, and most of them need nothing. */
function isLookedAt(subject: Code, values: readonly Code[]): boolean {
  const isLetter = (value: Code): boolean =>
    (plainText(value) ?? '--').replace('\\', '').length < 2;
  return (
    values.every(isLetter) || lengthOf(subject) !== undefined || lastWord(subject) === 'length'
  );
}

/** Two and more tests of the same thing that each return, and then the function's end. */
function* rowsOfReturns({ view, language }: RuleContext): Iterable<Trigger> {
  if (!FALLS_OFF.test(language)) return;
  for (const { body } of view.all('function')) {
    if (!body) continue;
    const tail: If[] = [];
    for (const statement of body.statements.toReversed()) {
      if (statement.kind !== 'if' || statement.otherwise || !returnsValue(statement.whenTrue))
        break;
      tail.unshift(statement);
    }
    const [first] = tail;
    if (!first || tail.length < 2) continue;
    const found = leftOut(
      view,
      first,
      tail.map(({ condition }) => condition),
    );
    if (found) yield found;
  }
}

/** Languages whose functions may end without giving what they promise. */
const FALLS_OFF = /^(?:typescript|tsx|javascript|python|php)$/;

function isStatement(view: CodeView, code: Code): boolean {
  const parent = view.parentOf(code);
  return parent?.kind === 'body' || parent?.kind === 'expression' || parent?.kind === 'case';
}
