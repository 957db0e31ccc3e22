import type { Call, Catch, Code, Import } from '../../code/code.ts';
import { calleeOf, everythingIn, lastWord, methodOf } from '../../code/say.ts';
import type { CodeView } from '../../code/codeView.ts';
import { contains, type Range } from '../../text/range.ts';
import { keyOf } from '../compare.ts';
import type { RuleContext } from '../rule.ts';
import { type Assertion, assertionsIn, isValue, mayFail } from './assertions.ts';
import { failsItself, isFailing } from './failing.ts';
import { isMocked, stubsIn } from './mocked.ts';
import { commentAbove } from './saidWhy.ts';
import { skipsIn } from './skips.ts';
import { rootWord, type TestCase, testCasesIn } from './testCases.ts';
import { unthrownIn } from './unthrown.ts';

/** Why a test shows nothing, or less than it seems to. */
export interface Hollow {
  readonly at: Range;
  readonly kind:
    | 'empty'
    | 'nothing'
    | 'constant'
    | 'itself'
    | 'swallows'
    | 'unthrown'
    | 'exits'
    | 'mocked'
    | 'snapshot';
  readonly what: Range;
}

/** Its title says that it only must not fail, or that equality itself is tested. */
const ONLY_RUNS =
  /(?:not|n't|n’t|(?:does|do)_?nt|without|never|no).{0,24}(?:throw|crash|fail|panic|rais|error|explode|leak|hang|block)|smoke|dummy|signature|^assert_|compil|no.?op|does.?nothing|(?<![a-z])(?:loads?|builds?)\b|type.?check|noexcept|survive|idempotent|no_?(?:panic|crash|error|raise)/i;
const EQUALITY =
  /equal|eq\b|_eq|reflex|same|identi|hash|compar|memo|cache|once|determin|stable|singleton/i;
/** What ends a look for something that is not there. */
const LOOKS =
  /^(?:get|find)(?:All)?By|^waitFor|^StepVerifier|^unwrap|^expect|^cy$|^verify|^Must|^must|^quick_?check|^quickcheck!|^proptest!|^insta|^trybuild|^pass$|^compile_fail$|^StartTimer|^satisfies|^assertType|^approve|test|helper|^run_?[A-Z]|^do[A-Z_]|exercise|scenario|acts_?like|behaves|round_?trip|^[a-z]+_$/i;

/** Tests of a block that cannot fail, or not for what they are named for. */
export function hollowTests(context: RuleContext): readonly Hollow[] {
  const { view, isTest, language } = context;
  const tests = testCasesIn(view, isTest, language);
  if (tests.length === 0) return [];
  const all = assertionsIn(view, language);
  const skips = skipsIn(view, isTest, language);
  const holders = new Set(
    tests.filter((one) => tests.some((it) => it !== one && contains(one, it))),
  );
  return tests.flatMap((test): Hollow[] => {
    const isOff = skips.some(
      ({ at }) => test.start - MARKS_BEFORE <= at.start && at.start < test.end,
    );
    if (isOff || holders.has(test)) return [];
    const its = all.filter(({ at }) => contains(test, at));
    const found = [
      ...exitsIn(test),
      ...swallowsIn(context, test, its),
      ...unthrownIn(context, test, its).map((at): Hollow => ({ at, kind: 'unthrown', what: at })),
    ];
    if (0 < its.length) return [...found, ...worthless(context, test, its)];
    return 0 < found.length ? found : missingIn(context, test);
  });
}

/** Marks stand before what they mark. */
const MARKS_BEFORE = 120;

function missingIn(context: RuleContext, test: TestCase): Hollow[] {
  const { code, body, marks, title } = test;
  if (isBenchmark(context, code) || isToldInWords(context, test)) return [];
  if (isToldOutside(context, code)) return [];
  const at = { start: nameStart(context, test), end: test.end };
  if (body.statements.length === 0) return [{ at, kind: 'empty', what: at }];
  const counted = countedIn(test);
  if (counted && !ONLY_RUNS.test(title)) return [{ at: counted, kind: 'constant', what: counted }];
  const expects = marks.some(({ name, text }) => EXPECTS.test(name) || /expected/i.test(text));
  if (ONLY_RUNS.test(title) || expects || callsWhatMayFail(context, test)) return [];
  // Rust's and Go's ways to hand an error on.
  if (
    code.kind === 'function' &&
    code.returns !== undefined &&
    /Result|Promise|Future|Task<|Property|Arbitrary/.test(code.returns)
  ) {
    return [];
  }
  return [{ at, kind: 'nothing', what: at }];
}

/** Go's `b.Run`. */
function isBenchmark({ view }: RuleContext, code: TestCase['code']): boolean {
  if (code.kind !== 'call' || code.callee.kind !== 'member') return false;
  const { object } = code.callee;
  return (
    (object.kind === 'name' && object.name === 'b') ||
    (view.enclosing(code, 'function')?.name ?? '').startsWith('Benchmark')
  );
}

/** A comment in it, or above it, says what it shows: that it compiles, that nothing panics, where else it is tested. */
function isToldInWords({ view }: RuleContext, { body, start, end }: TestCase): boolean {
  const last = Math.max(end, body.end);
  const inside = view.comments.filter((one) => start <= one.start && one.end <= last);
  const said = `${commentAbove(view.text, { start })} ${inside.map(({ text }) => text).join(' ')}`;
  return TOLD.test(said);
}

const TOLD =
  /(?:not|n't|never|no|without)\s+(?:\w+\s+)?(?:panic|crash|throw|fail|rais)|compil|already (?:test|cover)|tested (?:by|in|else)|blank|intention|on purpose|reproduc|https?:\/\//i;

/** PHPUnit's way to say that something was asserted. */
function countedIn({ body }: TestCase): Call | undefined {
  for (const node of everythingIn(body)) {
    if (node.kind === 'call' && methodOf(node) === 'addToAssertionCount') return node;
  }
  return undefined;
}

/** Pest says behind a test what it throws: `it('…', …)->throws(…)`. */
function isToldOutside({ view }: RuleContext, code: TestCase['code']): boolean {
  const chained = view.parentOf(code);
  return (
    chained?.kind === 'member' && /^(?:throws\w*|fails|expect\w*|assert\w*)$/.test(chained.name)
  );
}

const EXPECTS =
  /^(?:should_panic|expectedException|doesNotPerformAssertions|ExpectedException|given|property|Property|benchmark|Benchmark|parametrize_output|should_error|ui_test|wasm_bindgen_test)$/;

/** A call that may fail the test: by its name, as a function of the file that asserts, or given the runner's handle. */
function callsWhatMayFail(context: RuleContext, { body, code }: TestCase): boolean {
  const { outline } = context;
  const handles = new Set(handlesOf(code));
  for (const node of everythingIn(body)) {
    if (node.kind === 'throw' || node.kind === 'propagate') return true;
    if (node.kind !== 'call') continue;
    const name = methodOf(node);
    // Go's `t.Run(name, each.check)`, must.js's `demand(x)`.
    if (name === 'Run' && node.args[1]?.kind === 'member') return true;
    if (/^(?:demand|must)$/.test(rootWord(node))) return true;
    if ((mayFail(node) && !isOfTested(context, node)) || LOOKS.test(name)) return true;
    if (node.args.some((arg) => arg.kind === 'name' && handles.has(arg.name))) return true;
    const helpers = outline.functionsNamed(name).slice(0, 2);
    if (helpers.length === 0 && isUnknown(context, code, node)) return true;
    if (
      node.args.some(
        (arg) => lastWord(arg) !== '' && /^(?:is|has|should)[A-Z_]/.test(lastWord(arg)),
      )
    )
      return true;
    if (helpers.some(({ body: inside }) => inside && fails(inside))) return true;
  }
  return false;
}

/** `new Policy().Check(x)`: a method of what the test made, which only works for its own words. */
function isOfTested({ view }: RuleContext, { callee }: Call): boolean {
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return false;
  const { name } = callee.object;
  const made = view.all('declare').find(({ target }) => lastWord(target) === name)?.value;
  const isNew = made?.kind === 'call' && made.isNew && !CHECKERS.test(lastWord(made.callee));
  return isNew && !/assert|expect|should|fail|throw/i.test(callee.name);
}

const CHECKERS = /assert|verif|expect|check|test|mock|tester|harness|spec/i;

/** A function that the file neither declares at its top nor takes in from the code under test. */
function isHelper({ callee }: Call, imports: readonly Import[]): boolean {
  if (callee.kind !== 'name' || imports.length === 0) return false;
  const from = imports.find(({ names }) => names.some(({ local }) => local === callee.name));
  if (from) return HELPERS.test(from.module);
  // `use super::*` takes in the code under test.
  const named = imports.filter(({ names }) => names.some(({ name }) => name !== '*'));
  return 0 < named.length && !GLOBALS.test(callee.name);
}

const GLOBALS =
  /^(?:print|len|str|int|list|dict|setTimeout|setInterval|require|String|Number|Boolean|fetch|open|type|repr|sorted|sum|range|super)$/;

/** What is called is not in the file, and may be a helper that asserts. */
function isUnknown(context: RuleContext, code: TestCase['code'], call: Call): boolean {
  const { view, outline, language } = context;
  const { callee, args } = call;
  const object = callee.kind === 'member' ? callee.object : undefined;
  if (object?.kind === 'name' && /^(?:self|this|super|base|parent|static|cls)$/.test(object.name))
    return true;
  if (callee.kind !== 'name') return false;
  if (language !== 'java' && language !== 'csharp')
    // What Go fails a test with is handed over.
    return (
      (language === 'rust' && args.length === 0) ||
      (language !== 'go' && isHelper(call, outline.imports))
    );
  // A method without an object is the class's own, one that it inherits, or a static one taken in.
  const owner = view.around(code).find((one) => one.kind === 'class');
  if (owner?.kind === 'class' && (0 < owner.bases.length || owner.modifiers.includes('partial')))
    return true;
  const taken = outline.imports.filter((one) => /\bstatic\b/.test(view.textOf(one)));
  return taken.some(({ module, names }) =>
    names.some(({ local }) => local === callee.name)
      ? HELPERS.test(module)
      : names.some(({ name }) => name === '*') && !LIBRARY.test(module),
  );
}

const HELPERS = /test|support|helper|util|fixture|spec|harness/i;
/** All that they give is known by its name. */
const LIBRARY = /junit|assertj|hamcrest|mockito|truth|testng|xunit|nunit|assert/i;

function fails(body: Code): boolean {
  for (const node of everythingIn(body)) {
    if (
      node.kind === 'throw' ||
      (node.kind === 'call' && (mayFail(node) || LOOKS.test(methodOf(node))))
    ) {
      return true;
    }
  }
  return false;
}

/** `t`, `done`, `assert`: what the runner gives a test to fail with. */
function handlesOf(code: TestCase['code']): readonly string[] {
  const handler =
    code.kind === 'function' ? code : code.args.findLast(({ kind }) => kind === 'function');
  const params = handler?.kind === 'function' ? handler.params : [];
  // Fixtures of Python and parameters of tables are no handles.
  return params.flatMap(({ name }) =>
    name !== undefined && /^(?:t|tb|done|assert|cb|ctx)$/.test(name) ? [name] : [],
  );
}

/** The line of a function's name: marks stand before it. */
function nameStart({ view }: RuleContext, { code, title, start }: TestCase): number {
  if (code.kind === 'call') return start;
  const from = Math.max(start, ...code.decorators.map(({ end }) => end));
  const named = view.text.indexOf(title.split('(')[0] ?? title, from);
  return named < 0 || code.end < named ? start : named;
}

const EXITS =
  /^(?:process\.exit|sys\.exit|os\._exit|os\.Exit|exit|_exit|std\.process\.exit|process\.exit|System\.exit|Environment\.Exit|std\.exit|std\._Exit|Kernel\.exit|exit!|quick_exit)$/;

function exitsIn({ body }: TestCase): Hollow[] {
  const found: Hollow[] = [];
  for (const node of everythingIn(body)) {
    if (node.kind !== 'call' || !EXITS.test(calleeOf(node))) continue;
    const [status] = node.args;
    const isFine = status === undefined || (status.kind === 'number' && status.value === 0);
    if (isFine || lastWord(status) === 'EXIT_SUCCESS')
      found.push({ at: node, kind: 'exits', what: node });
  }
  return found;
}

/** Assertions whose failure is caught and dropped. */
function swallowsIn({ view }: RuleContext, test: TestCase, its: readonly Assertion[]): Hollow[] {
  const found: Hollow[] = [];
  for (const one of view.all('try')) {
    if (one.start < test.start || test.end < one.end) continue;
    const inside = its.filter(({ at }) => contains(one.body, at));
    // `try { f(); fail(); } catch { }` wants the error.
    if (!inside.some(({ at }) => !isFailing(at)) || failsItself(one.body)) continue;
    const silent = one.catches.find(isSilent);
    if (silent) found.push({ at: silent, kind: 'swallows', what: inside[0]?.at ?? silent });
  }
  return found;
}

function isSilent({ body, name }: Catch): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind === 'throw' || node.kind === 'assign') return false;
    if (
      node.kind === 'return' &&
      node.value &&
      !isValue(node.value) &&
      node.value.kind !== 'call'
    ) {
      return false;
    }
    if (node.kind !== 'call' || LOGS.test(calleeOf(node))) continue;
    if (mayFail(node) || /skip|abort|reject/i.test(methodOf(node))) return false;
    // What was caught is kept for later.
    if (node.args.some((arg) => arg.kind === 'name' && arg.name === name)) return false;
  }
  return true;
}

const LOGS = /^(?:console|log|logger|logging|print|println|fmt|Log|std)\b/;

/** Assertions that hold whatever the code does. */
function worthless(context: RuleContext, test: TestCase, its: readonly Assertion[]): Hollow[] {
  const { view } = context;
  const stubs = stubsIn(context, test);
  const found: Hollow[] = [];
  const isSame = (a: Code, b: Code): boolean => keyOf(view, a) === keyOf(view, b);
  for (const one of its) {
    const { at, subject, expected } = one;
    if (!subject) continue;
    const [value] = expected;
    if (isMocked(context, test, one, stubs)) found.push({ at, kind: 'mocked', what: subject });
    else if (isConstantTruth(isSame, one) && !isAboutTypes(view, at))
      found.push({ at, kind: 'constant', what: at });
    else if (
      value &&
      isPlain(subject) &&
      !EQUALITY.test(test.title) &&
      (one.strength ?? 0) === 4 &&
      keyOf(view, value) === one.subjectKey
    ) {
      found.push({ at, kind: 'itself', what: subject });
    }
  }
  const constant = found.filter(({ kind }) => kind === 'constant');
  // Beside assertions that can fail, a true one does no harm.
  const kept =
    constant.length === its.length ? found : found.filter(({ kind }) => kind !== 'constant');
  const isOnlySnapshots = its.every(({ matcher }) => SNAPSHOT.test(matcher));
  const [first] = its;
  if (isOnlySnapshots && first) kept.push({ at: first.at, kind: 'snapshot', what: first.at });
  return kept;
}

const SNAPSHOT =
  /^(?:toMatchSnapshot|matchesSnapshot|assertMatches\w*Snapshot|match_?snapshot|MatchSnapshot|assert_match_snapshot|toMatchImageSnapshot|snapshot|assert_(?:\w+_)?snapshot!|matchSnapshot|match_snapshot|expect_snapshot)$/;

function isPlain(code: Code): boolean {
  // A clock says another thing each time.
  if (code.kind === 'member' && /^(?:Utc)?Now$/.test(code.name)) return false;
  // Ruby's methods that are read like fields, and getters.
  if (code.kind === 'call') {
    const { callee, args, end } = code;
    const isRead =
      args.length === 0 && (end === callee.end || /^(?:get|is)[A-Z]/.test(methodOf(code)));
    return isRead && callee.kind === 'member' && isPlain(callee.object);
  }
  return code.kind === 'name' || (code.kind === 'member' && isPlain(code.object));
}

/** `expect(true).toBe(true)`, `assert 1 == 1`, `assertTrue(true)`. */
function isConstantTruth(
  isSame: (a: Code, b: Code) => boolean,
  { at, subject, expected, isNot, matcher }: Assertion,
): boolean {
  if (!subject || !isLiteral(subject) || isNot || isFailing(at)) return false;
  // A helper takes more than what is written out.
  const isWhole =
    at.kind !== 'call' || at.args.length < 4 || at.args.every((arg) => isLiteral(arg));
  if (!isWhole) return false;
  const [value] = expected;
  if (value) return isLiteral(value) && isSame(value, subject);
  if (subject.kind !== 'constant') return TRUTHS.test(matcher);
  const low = matcher.toLowerCase();
  if (subject.value === true) return !/false|null|nil|none/.test(low);
  if (subject.value === false) return /false/.test(low) && !/isfailure/.test(low);
  return /null|nil|none/.test(low);
}

/** `assertEqual<A, B>(true)` is checked by the compiler. */
function isAboutTypes(view: CodeView, at: Code): boolean {
  return (
    at.kind === 'call' &&
    view.flat({ start: at.start, end: at.args[0]?.start ?? at.end }).includes('<')
  );
}

/** Words that ask only whether something is so. */
const TRUTHS =
  /^(?:assert!?|ok|assertTrue|isTrue|True|toBeTruthy|toBeDefined|EXPECT_TRUE|ASSERT_TRUE|REQUIRE|CHECK|assert_true)$/;

function isLiteral(code: Code): boolean {
  if (code.kind === 'list') return code.items.length === 0 || code.items.every(isLiteral);
  if (code.kind === 'dict') return code.entries.length === 0;
  return code.kind !== 'member' && isValue(code);
}
