import type { Body, Code, If, Switch } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import {
  bare,
  dotted,
  everythingIn,
  lastWord,
  methodOf,
  plainText,
  receiverOf,
} from '../../code/say.ts';
import { isLeaving, leaves } from '../facts/leaving.ts';
import { lengthOf } from '../facts/lengths.ts';
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
    for (const one of view.all('switch')) yield* switchTriggers(view, one);
    yield* rowsOfReturns(context);
  },
  ask: ({ subject, values, line }) =>
    `Line ${line}: ${subject ?? ''} other than ${values ?? ''} falls through. Meant so?`,
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

interface Test {
  readonly subject: Code;
  readonly words: string;
  readonly values: readonly Code[];
}

const EQUALS = /^(?:equals|Equals|equalsIgnoreCase|eql\?|eq|strcmp|strcasecmp|EqualFold)$/;

/** `x === 'a'`, `x == 1 || x == 2`, `"a".equals(x)`, `x in ('a', 'b')`. */
function testOf(view: CodeView, condition: Code): Test | undefined {
  const code = bare(condition);
  if (code.kind === 'binary') {
    if (code.operator === '||') {
      const [left, right] = [testOf(view, code.left), testOf(view, code.right)];
      if (!left || left.words !== right?.words) return undefined;
      return { ...left, values: [...left.values, ...right.values] };
    }
    if (/^===?$/.test(code.operator)) {
      const called = strcmp(code.left, code.right);
      return called ? testBetween(view, ...called) : testBetween(view, code.left, code.right);
    }
    if (code.operator === 'in' && code.right.kind === 'list') {
      const { items } = code.right;
      if (items.length === 0 || !items.every(isLiteral)) return undefined;
      return { subject: code.left, words: view.flat(code.left), values: items };
    }
    return undefined;
  }
  if (code.kind === 'unary' && code.operator === '!') {
    const { operand } = code;
    const [a, b] =
      operand.kind === 'call' && /^str(?:case)?cmp$/.test(methodOf(operand)) ? operand.args : [];
    return a && b ? testBetween(view, a, b) : undefined;
  }
  if (code.kind !== 'call' || !EQUALS.test(methodOf(code))) return undefined;
  const receiver = receiverOf(code);
  const [first] = code.args;
  return receiver && first && code.args.length === 1
    ? testBetween(view, receiver, first)
    : undefined;
}

/** C's `strcmp(a, "b") == 0`. */
function strcmp(left: Code, right: Code): readonly [Code, Code] | undefined {
  if (left.kind !== 'call' || right.kind !== 'number' || !methodOf(left).endsWith('cmp'))
    return undefined;
  const [a, b] = left.args;
  return a && b ? [a, b] : undefined;
}

function testBetween(view: CodeView, left: Code, right: Code): Test | undefined {
  const [subject, value] = isLiteral(left) ? [right, left] : [left, right];
  if (!isLiteral(value) || isLiteral(subject)) return undefined;
  const name = dotted(subject);
  if (name === undefined && subject.kind !== 'call' && subject.kind !== 'index') return undefined;
  // What kind of value a thing is, is told by the language.
  if (subject.kind === 'unary' || /(?:^|\.)(?:length|size|len|count)$/i.test(name ?? ''))
    return undefined;
  return { subject, words: view.flat(subject), values: [value] };
}

function isLiteral(code: Code): boolean {
  if (code.kind === 'text') return code.parts.every((part) => typeof part === 'string');
  return code.kind === 'number' && !code.isFloat;
}

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
  const tests = branches.map(({ condition }) => testOf(view, condition));
  const [head] = tests;
  if (!head || tests.some((test) => test?.words !== head.words)) return;
  const bodies = branches.map(({ whenTrue }) => whenTrue);
  if (!reliesOnOne(view, first, bodies, language)) return;
  yield hit(
    view,
    first,
    head.subject,
    tests.flatMap((test) => test?.values ?? []),
  );
}

function* switchTriggers(view: CodeView, one: Switch): Iterable<Trigger> {
  const { subject, cases, isExhaustive } = one;
  if (isExhaustive || !subject || cases.some(({ tests }) => tests.length === 0)) return;
  const values = cases.flatMap(({ tests }) => tests);
  const areWritten = values.every(isLiteral);
  if (values.length === 0 || !(areWritten || values.every(isConstantName))) return;
  if (isSaid(view, one)) return;
  const bodies = cases.map(({ body }) => body).filter(({ statements }) => statements.length !== 0);
  const isValue = !isStatement(view, one);
  const isNeeded = isValue || reliesOnOne(view, one, bodies, '');
  const found = hit(view, one, subject, values);
  const low: Trigger = { ...found, severity: 'low' };
  if (isNeeded) yield found;
  else if (setInAll(view, one, bodies).length !== 0) yield low;
  else if (areWritten && !isLookedAt(subject, values) && !isLeftInAll(view, one, bodies)) yield low;
}

/** A comment behind the last case says that nothing is to be done for others. */
function isSaid(view: CodeView, { cases, end }: Switch): boolean {
  const last = cases.at(-1)?.start ?? end;
  return view.comments.some(
    ({ start, text }) =>
      last <= start && start < end && /\b(?:no|skip|without)\W+default\b/i.test(text),
  );
}

/** Each case gives its answer, and what comes after gives that of all others. */
function isLeftInAll(view: CodeView, one: Switch, bodies: readonly Body[]): boolean {
  return view.after(one).length !== 0 && bodies.every(leaves);
}

/** `OPEN`, `Status.Open`. */
function isConstantName(code: Code): boolean {
  return /^[A-Z]/.test(lastWord(code));
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
    const tests = tail.map(({ condition }) => testOf(view, condition));
    const [head] = tests;
    const [first] = tail;
    if (!head || !first || tests.length < 2 || tests.some((test) => test?.words !== head.words))
      continue;
    yield hit(
      view,
      first,
      head.subject,
      tests.flatMap((test) => test?.values ?? []),
    );
  }
}

/** Languages whose functions may end without giving what they promise. */
const FALLS_OFF = /^(?:typescript|tsx|javascript|python|php)$/;

function isStatement(view: CodeView, code: Code): boolean {
  const parent = view.parentOf(code);
  return parent?.kind === 'body' || parent?.kind === 'expression' || parent?.kind === 'case';
}

/**
 * Whether what follows needs one of the branches to have been taken: they all set the same variable
 * that has no value yet, or they all give a value back and nothing comes after.
 */
function reliesOnOne(
  view: CodeView,
  one: Code,
  bodies: readonly Body[],
  language: string,
): boolean {
  if (bodies.length < 2) return false;
  const after = view.after(one);
  if (bodies.every(returnsValue)) {
    const parent = view.parentOf(view.statementOf(one));
    const isLast =
      after.length === 0 && parent !== undefined && view.parentOf(parent)?.kind === 'function';
    return isLast || (after.every(isEmptyReturn) && after.length !== 0);
  }
  return setInAll(view, one, bodies).some((name) => isUnset(view, one, name, language));
}

/** The variables that all branches set that go on, and that are used afterwards. */
function setInAll(view: CodeView, one: Code, bodies: readonly Body[]): readonly string[] {
  const working = bodies.filter((body) => !leaves(body) || setsSomething(body));
  if (working.length < 2) return [];
  const set = working.map(namesSet);
  const common = [...(set[0] ?? [])].filter((name) => set.every((names) => names.has(name)));
  return common.filter((name) => isUsedAfter(view, one, name));
}

function isEmptyReturn(code: Code): boolean {
  return code.kind === 'return' && isNothingYet(code.value);
}

function setsSomething(body: Body): boolean {
  return (
    body.statements.length !== 0 && !body.statements.every((statement) => isLeaving(statement))
  );
}

function returnsValue(body: Body): boolean {
  const last = body.statements.at(-1);
  return last?.kind === 'return' && last.value !== undefined && last.value.kind !== 'constant';
}

/** The variables that a branch gives a value. */
function namesSet(body: Body): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of body.statements) {
    const one = statement.kind === 'expression' ? statement.value : statement;
    const name = one.kind === 'assign' && one.operator === '=' ? dotted(one.target) : undefined;
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** The variable was declared with no value, or one that stands for none. */
function isUnset(view: CodeView, one: Code, name: string, language: string): boolean {
  let found: Code | undefined;
  for (const each of view.all('declare', 'assign')) {
    if (one.start <= each.start) break;
    if (dotted(each.target) === name) found = each;
  }
  if (!found) return /^(?:python|ruby|php|)$/.test(language) && !name.includes('.');
  if (found.kind !== 'declare' && found.kind !== 'assign') return false;
  return isNothingYet(found.value);
}

function isNothingYet(value: Code | undefined): boolean {
  if (value === undefined) return true;
  if (value.kind === 'constant') return value.value === null;
  // Rust's and C#'s empty texts.
  if (
    /^(?:String\.new|[sS]tring\.Empty)$/.test(
      dotted(value.kind === 'call' ? value.callee : value) ?? '',
    )
  ) {
    return true;
  }
  return value.kind === 'text' && value.parts.length === 0;
}

function isUsedAfter(view: CodeView, one: Code, name: string): boolean {
  const statements: Code[] = [...view.after(one)];
  for (const around of view.around(one)) {
    if (around.kind === 'function') break;
    if (around.kind !== 'body') statements.push(...view.after(around));
  }
  return statements.some((statement) => {
    for (const node of everythingIn(statement)) {
      if (node.kind === 'name' || node.kind === 'member') if (dotted(node) === name) return true;
    }
    return false;
  });
}
