import type { Call, Code, If } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { dotted, everythingIn, methodOf } from '../../code/say.ts';
import type { LanguageId } from '../languageId.ts';
import { keyOf } from '../compare.ts';
import { strengthOf } from './assertionStrength.ts';
import { rootWord } from './testCases.ts';

/** One thing that a test makes sure of. */
export interface Assertion {
  /** The whole call; Go's `if` that fails the test. */
  readonly at: Code;
  /** What it looks at. */
  readonly subject: Code | undefined;
  readonly subjectKey: string;
  /** How it looks, as its library calls it: `toEqual`, `assertTrue`, `==`. */
  readonly matcher: string;
  readonly isNot: boolean;
  /** What it compares with: values, the error's type. */
  readonly expected: readonly Code[];
  /** How much it can catch: 4 one value, 3 a part of it, 2 its kind, 1 that there is one; undefined where that is not known. */
  readonly strength: number | undefined;
  readonly key: string;
}

/** The assertions that begin in a block, in text order. */
export function assertionsIn(view: CodeView, language: LanguageId): readonly Assertion[] {
  const calls = view.all('call').flatMap((call) => {
    const parent = view.parentOf(call);
    // Only the whole chain: `expect(a).not.toBe(b)`.
    return parent?.kind === 'member' ? [] : assertionOf(view, call, language);
  });
  const conditions = language === 'go' ? view.all('if').flatMap((one) => failingIf(view, one)) : [];
  const inside = new Set(calls.flatMap(({ at }) => argumentCalls(at)));
  return [...calls.filter(({ at }) => !inside.has(at)), ...conditions].sort(
    (a, b) => a.at.start - b.at.start,
  );
}

/** A call in an assertion's arguments asserts nothing by itself: `expect(x).to(equal(1))`. */
function argumentCalls(code: Code): readonly Code[] {
  return code.kind === 'call' ? code.args.filter(({ kind }) => kind === 'call') : [];
}

const SUBJECT_FIRST =
  /^(?:expect|Expect|assertThat|assert_that|expectTypeOf|verify|Eventually|Ω|value|_)$/;
const SHOULD = /^(?:should|Should|must|wont|should_not|ShouldNot|shouldBe)$/;
const ON_SUBJECT =
  /^(?:Should(?:Not)?[A-Z]\w*|assert_(?:not_|any_|has_)?(?:called|calls?|awaited|await)\w*)$/;
const TAKES_MATCHER =
  /^(?:to|To|not_to|to_not|toNot|NotTo|ToNot|Should|ShouldNot|should|should_not|That|assertThat)$/;
const NEGATIVE =
  /^(?:not|NotTo|ToNot|not_to|to_not|toNot|never|ShouldNot|should_not|Not|isNot|doesNot)$/;
const FUNCTION =
  /^(?:_?assert|refute|expect_?[A-Z]|EXPECT_|ASSERT_|REQUIRE|CHECK|BOOST_(?:CHECK|REQUIRE|TEST)|debug_assert|must_|wont_|expectException|expectError)/;
const LIBRARIES =
  /^(?:assert|Assert|require|t|is|chai|StringAssert|CollectionAssert|FileAssert|Assertions|suite|s|np|testing|test|tap|pytest|self|this|sinon)$/;
const LIBRARY_WORDS =
  /^(?:is|not|ok|notOk|True|False|Nil|NotNil|NoError|Error|ErrorIs|ErrorAs|EqualError|ErrorContains|Len|Empty|NotEmpty|Zero|Contains|NotContains|Panics|Same|That|Throws\w*|throws|rejects|doesNotThrow|raises|deepEqual|strictEqual|deepStrictEqual|notStrictEqual|equal|notEqual|notDeepEqual|Equal\w*|NotEqual\w*|Are\w+|Is\w+|Null|NotNull|Single|All|Collection|match|doesNotMatch|Matches|Regexp|(?:Not)?InRange|InDelta\w*|InEpsilon|Greater\w*|Less\w*|JSONEq|ElementsMatch|Subset|Implements|DoesNotContain|StartsWith|EndsWith|truthy|falsy|true|false|like|throwsAsync|notThrows|Fail|fail|assert_\w+|IsType|IsAssignableFrom|Contains\w*|AllItems\w*|Exactly|Eventually|Positive|isTrue|isFalse|isNull|isNotNull|isDefined|isUndefined|exists|include|lengthOf|closeTo|instanceOf|typeOf|property|isOk|snapshot|called\w*|notCalled|callOrder)$/;

function assertionOf(view: CodeView, call: Call, language: LanguageId): Assertion[] {
  const chain = chainOf(call);
  const root = chain.words[0] ?? '';
  const last = methodOf(call);
  const make = (
    subject: Code | undefined,
    matcher: string,
    expected: readonly Code[],
    isOpposite = false,
  ): Assertion => {
    const isNot = chain.words.some((word) => NEGATIVE.test(word)) !== isOpposite;
    return assertion(view, call, { subject, matcher, expected, isNot });
  };
  // `S.should.equal(E)`, `S.Should().Be(E)`, `S.must_equal E`
  if (chain.should && (last !== '' || 0 < call.args.length)) {
    return [withMatcher(make, chain.should, last, call.args)];
  }
  if (/^(?:must|wont)_\w+$/.test(last) && call.callee.kind === 'member') {
    return [make(call.callee.object, last, call.args)];
  }
  // `S.ShouldBe(E)`, `mock.assert_called_with(E)`
  if (ON_SUBJECT.test(last) && call.callee.kind === 'member') {
    return [make(call.callee.object, last, call.args)];
  }
  // `expect(S).not.toBe(E)`
  const first = chain.calls[0];
  if (SUBJECT_FIRST.test(methodOf(first ?? call)) && first !== undefined && first !== call) {
    return [withMatcher(make, first.args[0], last, call.args)];
  }
  if (root === 'is_expected' || root === 'are_expected') {
    return [withMatcher(make, undefined, last, call.args)];
  }
  const isLibrary = LIBRARIES.test(root) && 1 < chain.words.length && LIBRARY_WORDS.test(last);
  if (!FUNCTION.test(last) && !isLibrary) return [];
  return functionAssertion(call, language, last, make);
}

type Make = (
  subject: Code | undefined,
  matcher: string,
  expected: readonly Code[],
  isOpposite?: boolean,
) => Assertion;

/** `.to(eq(2))`, `.to eq 2`: the matcher is what it is given. */
function withMatcher(
  make: Make,
  subject: Code | undefined,
  last: string,
  args: readonly Code[],
): Assertion {
  const [given] = args;
  if (!TAKES_MATCHER.test(last) || !given) return make(subject, last, args);
  const written = writtenMatcher(given);
  if (written) return make(subject, written.matcher, written.expected, written.isNot);
  if (given.kind === 'binary') return make(subject, given.operator, [given.right]);
  return make(subject, given.kind === 'name' || given.kind === 'member' ? given.name : last, []);
}

interface WrittenMatcher {
  readonly matcher: string;
  readonly expected: readonly Code[];
  readonly isNot: boolean;
}

/** `is(not(equalTo(2)))`, `Is.Not.Null`, `Is.EqualTo(2).Within(1)`, `be_within(1).of(2)`. */
function writtenMatcher(given: Code): WrittenMatcher | undefined {
  let node = given;
  let isNot = false;
  for (let n = 0; n < MAX_WRAPPED && node.kind === 'call' && node.callee.kind === 'name'; n++) {
    const [inner] = node.args;
    if (!WRAPS.test(node.callee.name) || inner?.kind !== 'call' || 1 < node.args.length) break;
    isNot = isNot !== NEGATES.test(node.callee.name);
    node = inner;
  }
  if (node.kind === 'member' && CONSTRAINTS.test(rootWord(node))) {
    const isOpposite = /\bNot\b/.test(dotted(node) ?? '');
    return { matcher: node.name, expected: [], isNot: isNot !== isOpposite };
  }
  if (node.kind !== 'call') return undefined;
  const { calls, words } = chainOf(node);
  isNot = isNot !== words.includes('Not');
  const last = methodOf(node);
  const main = REFINES.test(last) ? (calls.at(-2) ?? node) : node;
  const more = main === node ? [] : node.args;
  const matcher = methodOf(main);
  // `be_within` has how far off it may be first.
  const expected = matcher === 'be_within' ? [...more, ...main.args] : [...main.args, ...more];
  return { matcher, expected, isNot };
}

const WRAPS = /^(?:is|Is|not|Not|isA|IsNot)$/;
const NEGATES = /^(?:not|Not|IsNot)$/;
const MAX_WRAPPED = 4;
const CONSTRAINTS = /^(?:Is|Has|Does|Throws|Contains)$/;
const REFINES = /^(?:Within|of|percent_of|Percent|IgnoreCase|and|or|And|Or|with_message|margin)$/;

/** `assertEquals(E, S)`, `assert S == E`, `EXPECT_EQ(S, E)`, `assert.Equal(t, E, S)`. */
function functionAssertion(
  call: Call,
  language: LanguageId,
  name: string,
  make: Make,
): Assertion[] {
  const isHandle = (arg: Code | undefined): boolean =>
    language === 'go' && arg?.kind === 'name' && /^(?:t|b|tb)$/.test(arg.name);
  const args = isHandle(call.args[0]) ? call.args.slice(1) : call.args;
  const [one, other] = args;
  if (/(?:throw|raise|panic|exception)/i.test(name)) {
    const isOnlyType = one && other === undefined && one.kind !== 'function' && language !== 'cpp';
    const subject =
      args.find(({ kind }) => kind === 'function') ??
      (isOnlyType ? undefined : language === 'cpp' ? one : other);
    return [
      make(
        subject,
        name,
        args.filter((arg) => arg !== subject),
      ),
    ];
  }
  if (name === 'That' || /^(?:assert|expect|require|check)_?that$/i.test(name))
    return [withMatcher(make, one, 'That', args.slice(1))];
  const low = name.toLowerCase().replace(/[_!]/g, '');
  const isSingle =
    /^(?:debug)?(?:assert|check|require|expect|refute|boostcheck|boostrequire|boosttest)$|(?:true|ok|predicate|truthy)$/.test(
      low,
    );
  if (isSingle) return [unwrapped(call, one, name, make)];
  const takesOne =
    /(?:false|falsy|null|nil|none|empty|defined|undefined|notempty|zero|noerror|error|nothrow|exist|exists|success|failure)$/.test(
      low,
    );
  if (takesOne || !one || !other) return [make(one, name, args.slice(1))];
  const isLooking =
    (language === 'go' && LOOKS_AT_FIRST.test(name)) || /^(?:Not)?InRange$/.test(name);
  const isSwapped = !isLooking && isExpectedFirst(one, other, language);
  const [subject, expected] = isSwapped ? [other, one] : [one, other];
  return [make(subject, name, [expected, ...args.slice(2).filter(({ kind }) => kind !== 'text')])];
}

/** Testify's that take what they look at first. */
const LOOKS_AT_FIRST = /^(?:Error|EqualError|Contains|NotContains|Len|Subset|Greater|Less)/;
const EXPECTED_FIRST: ReadonlySet<LanguageId> = new Set(['java', 'csharp', 'php', 'ruby', 'go']);

function isExpectedFirst(one: Code, other: Code, language: LanguageId): boolean {
  const first = isValue(one);
  const second = isValue(other);
  return first === second ? EXPECTED_FIRST.has(language) : first;
}

/** A literal, or what is made of literals only. */
export function isValue(code: Code): boolean {
  switch (code.kind) {
    case 'text':
    case 'number':
    case 'constant':
    case 'regex':
    case 'list':
    case 'dict':
      return true;
    case 'unary':
      return isValue(code.operand);
    case 'member':
      return /^(?:class|[A-Z][A-Z0-9_]+)$/.test(code.name);
    default:
      return false;
  }
}

/** `assert a == b` asserts what `assertEqual(a, b)` does. */
function unwrapped(call: Call, one: Code | undefined, name: string, make: Make): Assertion {
  if (one?.kind === 'call' && /^(?:matches!|isinstance|is_a|InstanceOf)$/.test(methodOf(one))) {
    const at = methodOf(one);
    return make(one.args[0], at === 'matches!' ? 'matches' : 'isinstance', one.args.slice(1));
  }
  if (one?.kind === 'call' && one.callee.kind === 'member' && PREDICATE.test(one.callee.name)) {
    return make(one.callee.object, one.callee.name, one.args);
  }
  if (one?.kind !== 'binary' || one.operator === '&&' || one.operator === '||') {
    return make(one ?? call, name, []);
  }
  const isSwapped = isValue(one.left) && !isValue(one.right) && one.operator !== 'in';
  const [subject, expected] = isSwapped ? [one.right, one.left] : [one.left, one.right];
  return one.operator === 'in' || one.operator === 'not in'
    ? make(one.right, one.operator, [one.left])
    : make(subject, one.operator, [expected]);
}

/** What a value says of itself. */
const PREDICATE = /^(?:is_(?:ok|err|some|none)|isPresent|isSuccess|isFailure|HasValue)$/;

/** Go: `if got != want { t.Errorf(…) }`. */
function failingIf(view: CodeView, one: If): Assertion[] {
  const fails = one.whenTrue.statements.some(
    (statement) =>
      statement.kind === 'expression' &&
      statement.value.kind === 'call' &&
      /^(?:Errorf?|Fatalf?|Fail|FailNow)$/.test(methodOf(statement.value)),
  );
  if (!fails) return [];
  const { condition, before } = one;
  const parts = { isNot: false, expected: [] as readonly Code[] };
  if (condition.kind === 'binary' && condition.operator !== '||' && condition.operator !== '&&') {
    const diff = before ? comparedIn(before) : undefined;
    if (diff) return [assertion(view, one, { ...parts, matcher: 'equal', ...diff })];
    const { left, right, operator } = condition;
    const said = FAILS_WHERE.get(operator) ?? operator;
    const isErr = right.kind === 'constant' && right.value === null;
    const matcher = isErr && said === '==' ? 'noerror' : said;
    return [assertion(view, one, { ...parts, subject: left, matcher, expected: [right] })];
  }
  const inner = condition.kind === 'unary' ? condition.operand : condition;
  const compared = comparedIn(inner);
  if (compared) return [assertion(view, one, { ...parts, matcher: 'equal', ...compared })];
  return [assertion(view, one, { ...parts, subject: inner, matcher: 'true' })];
}

/** The test fails where the condition holds, so it asserts the opposite. */
const FAILS_WHERE: ReadonlyMap<string, string> = new Map([
  ['!=', '=='],
  ['==', '!='],
  ['<', '>='],
  ['>', '<='],
  ['<=', '>'],
  ['>=', '<'],
]);

/** `cmp.Diff(want, got)`, `reflect.DeepEqual(got, want)`. */
function comparedIn(code: Code): { subject: Code; expected: readonly Code[] } | undefined {
  for (const node of everythingIn(code)) {
    if (node.kind !== 'call' || !/^(?:Diff|DeepEqual|Equal)$/.test(methodOf(node))) continue;
    const [one, other] = node.args;
    if (!one || !other) continue;
    const isFirst = isValue(one) || (one.kind === 'name' && /^(?:want|exp)/.test(one.name));
    return isFirst ? { subject: other, expected: [one] } : { subject: one, expected: [other] };
  }
  return undefined;
}

function assertion(
  view: CodeView,
  at: Code,
  parts: {
    readonly subject?: Code | undefined;
    readonly matcher: string;
    readonly isNot: boolean;
    readonly expected: readonly Code[];
  },
): Assertion {
  const { subject, matcher, isNot, expected } = parts;
  return {
    at,
    subject,
    subjectKey: subject ? keyOf(view, subject) : '',
    matcher,
    isNot,
    expected,
    strength: strengthOf(view, { matcher, isNot, expected, text: headOf(view, at) }),
    key: keyOf(view, at),
  };
}

/** The generic arguments stand in the text of what is called: `Throws<RangeError>`. */
function headOf(view: CodeView, at: Code): string {
  return at.kind === 'call' ? view.flat(at.callee) : '';
}

interface Chain {
  /** From the first: `expect`, `not`, `toBe`. */
  readonly words: readonly string[];
  /** The calls in it, from the first. */
  readonly calls: readonly Call[];
  /** What stands before `should`. */
  readonly should: Code | undefined;
}

function chainOf(call: Call): Chain {
  const words: string[] = [];
  const calls: Call[] = [];
  let should: Code | undefined;
  for (let node: Code = call; ; ) {
    if (node.kind === 'call') {
      calls.unshift(node);
      node = node.callee;
    } else if (node.kind === 'member') {
      words.unshift(node.name);
      if (SHOULD.test(node.name)) should = node.object;
      node = node.object;
    } else if (node.kind === 'await' || node.kind === 'propagate') node = node.value;
    else {
      words.unshift(node.kind === 'name' ? node.name : '');
      return { words, calls, should };
    }
  }
}

/** Whether a call, by its name alone, may fail a test: also helpers of other files. */
export function mayFail(call: Call): boolean {
  const name = methodOf(call) || rootWord(call.callee);
  return (
    MAY_FAIL.test(name) ||
    /(?:^|\.)(?:assert|expect|should)\./i.test(dotted(call.callee) ?? '') ||
    call.args.some((arg) => arg.kind === 'named' && arg.name.startsWith('expect'))
  );
}

const MAY_FAIL =
  /assert|expect|should|verif|ensure|require|check|refute|must|fail|fatal|error|raises|throws|reject|wont_|compare|match|snapshot|REQUIRE|CHECK|EXPECT|validate|done$|^plan$|unwrap|^end$|^warns$|^deprecated_call$/i;
