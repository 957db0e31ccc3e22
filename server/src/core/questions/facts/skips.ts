import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { dotted, lastWord, methodOf, plainText } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import type { LanguageId } from '../languageId.ts';
import { type Mark, marksIn } from './header.ts';
import { rootWord, testCasesIn } from './testCases.ts';

/** What keeps a test, or all others, from being run. */
export interface Skip {
  readonly at: Range;
  /** As written: `it.skip`, `@Disabled`. */
  readonly words: string;
  /** `only`: all others are left out. `fails`: it may fail. */
  readonly kind: 'skip' | 'only' | 'fails';
  /** What it is about, the same in two versions. */
  readonly key: string;
  /** Somebody wrote down why. */
  readonly hasReason: boolean;
  /** Whether something decides where the test runs if it is reached. */
  readonly when: 'always' | 'on conditions';
}

const ROOT =
  /^(?:it|test|describe|context|suite|specify|bench|beforeEach|example|scenario|feature|t)$/;
const LINKED = /^(?:skip|only|todo|fixme|failing|fails|fail)$/;
const OFF =
  /^(?:x(?:it|test|describe|context|specify|example|scenario|feature)|[XP](?:It|Describe|Context|Specify|When)|xtest)$/;
const ALONE =
  /^(?:f(?:it|test|describe|context|specify|example|scenario|feature)|F(?:It|Describe|Context|Specify|When))$/;
/** Calls in a test that end it there. */
const CALLED =
  /^(?:skip|Skip|Skipf|SkipNow|skipTest|skip_test|pending|omit|pend|xfail|markTestSkipped|markTestIncomplete|GTEST_SKIP|GTEST_SKIP_|SKIP|QSKIP|BOOST_TEST_SKIP|Ignore|Inconclusive|SkipException|SkipTest|disabled)$/;
const MARKED =
  /^(?:skip|xfail|expectedFailure|ignore|Ignore|Ignored|Disabled|DisabledTest|Explicit|skipIf|skipUnless|SkipTest)$/;

/** Whether those are wanted too that depend on where the test runs: `if`, `skipIf`. */
export type Conditional = 'always' | 'also on conditions';

/** The skips of a block. */
export function skipsIn(
  view: CodeView,
  isTest: boolean,
  language: LanguageId,
  when: Conditional = 'always',
): readonly Skip[] {
  const tests = testCasesIn(view, isTest, language);
  const found: Skip[] = [];
  for (const call of view.all('call')) {
    const skip =
      linkedSkip(view, call, isTest) ??
      (isTest && language === 'ruby' ? rspecSkip(call) : undefined) ??
      (isTest ? calledSkip(view, call, language, when) : undefined);
    if (skip) found.push(skip);
  }
  if (isTest) {
    for (const { value } of view.all('expression')) {
      // Ruby's `skip` without a reason is a name.
      const isBare = value.kind === 'name' && /^(?:skip|pending)$/.test(value.name);
      if (isBare && isAlways(view, value))
        found.push(skipOf(value, value.name, 'skip', value.name));
    }
    for (const one of view.all('throw')) {
      const thrown = one.value?.kind === 'call' ? one.value.callee : one.value;
      if (
        thrown &&
        /^(?:SkipTest|SkipException|TestSkipped\w*)$/.test(lastWord(thrown)) &&
        isAlways(view, one)
      ) {
        found.push(skipOf(one, view.flat(thrown), 'skip', 'throw'));
      }
    }
  }
  const marks = [...tests.flatMap((test) => test.marks), ...classMarks(view, isTest)];
  for (const mark of new Map(marks.map((one) => [one.start, one])).values()) {
    const skip = markedSkip(mark, when);
    if (skip) found.push(skip);
  }
  for (const { title, start, code } of tests) {
    if (!title.includes('DISABLED_') && !HIDDEN.test(tagsOf(view, code))) continue;
    const end = start + title.length;
    found.push(
      skipOf(
        { start, end },
        title.includes('DISABLED_') ? 'DISABLED_' : tagsOf(view, code),
        'skip',
        'name',
      ),
    );
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

/** Catch2's tags that hide a test. */
const HIDDEN = /\[(?:\.[^\]]*|!hide|!mayfail|!shouldfail)\]/;

function tagsOf(view: CodeView, code: Code): string {
  if (code.kind !== 'call' || !/^(?:TEST_CASE|SCENARIO)/.test(rootWord(code))) return '';
  const [, tags] = code.args;
  return tags ? view.flat(tags) : '';
}

function skipOf(
  at: Range,
  words: string,
  kind: Skip['kind'],
  key: string,
  hasReason = false,
  when: Skip['when'] = 'always',
): Skip {
  const { start, end } = at;
  return { at: { start, end }, words, kind, key: `${kind} ${key}`, hasReason, when };
}

/** `it.skip('…')`, `xit '…'`, `it('…', { skip: true }, …)`, Pest's `it('…')->skip()`. */
function linkedSkip(view: CodeView, call: Call, isTest: boolean): Skip | undefined {
  const { callee, args } = call;
  const root = rootWord(callee);
  const first = args[0];
  const key = plainText(first) ?? (first ? view.flat(first) : '');
  if (callee.kind === 'member' && LINKED.test(callee.name) && ROOT.test(root) && root !== 't') {
    const isPest = callee.object.kind === 'call';
    if (isPest && callee.object.kind === 'call' && !methodOf(callee.object).match(ROOT))
      return undefined;
    // Pest takes a condition, and a reason.
    if (isPest && first && first.kind !== 'text' && first.kind !== 'constant') return undefined;
    if (/^fail$/.test(callee.name)) return undefined;
    const kind =
      callee.name === 'only' ? 'only' : callee.name.startsWith('fail') ? 'fails' : 'skip';
    const titled = isPest && callee.object.kind === 'call' ? callee.object.args[0] : first;
    const title = plainText(titled) ?? key;
    const words = isPest ? callee.name : (dotted(callee) ?? callee.name);
    const at = isPest ? { start: callee.end - callee.name.length, end: call.end } : call;
    return skipOf(at, words, kind, title, isPest && first?.kind === 'text');
  }
  // `it.skip.each(rows)('…')`
  if (
    callee.kind === 'member' &&
    callee.name === 'each' &&
    callee.object.kind === 'member' &&
    LINKED.test(callee.object.name)
  ) {
    const kind = callee.object.name === 'only' ? 'only' : 'skip';
    return skipOf(call, dotted(callee.object) ?? callee.object.name, kind, 'each');
  }
  // `test.skipIf(true)('…')`
  if (callee.kind === 'member' && ROOT.test(root) && first?.kind === 'constant') {
    const isOff = callee.name === (first.value === true ? 'skipIf' : 'runIf');
    if (isOff) return skipOf(call, view.flat(call), 'skip', key);
  }
  const isPlain = callee.kind === 'name' && 0 < args.length;
  if (isPlain && OFF.test(callee.name)) return skipOf(call, callee.name, 'skip', key);
  if (isPlain && ALONE.test(callee.name) && args.some(({ kind }) => kind === 'function')) {
    return skipOf(call, callee.name, 'only', key);
  }
  if (isPlain && ROOT.test(callee.name) && isTest) return optionSkip(view, call, key);
  return undefined;
}

/** RSpec's `skip 'adds' do … end`, and `it 'adds'` without a body, which waits for one. */
function rspecSkip(call: Call): Skip | undefined {
  const { callee, args } = call;
  const [first] = args;
  if (callee.kind !== 'name' || first?.kind !== 'text') return undefined;
  const hasBody = args.some(({ kind }) => kind === 'function' || kind === 'spread');
  const isOff = hasBody
    ? /^(?:skip|pending)$/.test(callee.name)
    : args.length === 1 && /^(?:it|specify|example|scenario)$/.test(callee.name);
  return isOff ? skipOf(call, callee.name, 'skip', plainText(first) ?? '') : undefined;
}

/** `{ skip: true }`, `skip: true`, `:skip`, `:focus`. */
function optionSkip(view: CodeView, { args }: Call, key: string): Skip | undefined {
  for (const arg of args.slice(1)) {
    const symbol = arg.kind === 'text' && arg.prefix === ':' ? plainText(arg) : undefined;
    if (symbol !== undefined && OPTION.test(symbol)) {
      return skipOf(arg, `:${symbol}`, /focus|only/.test(symbol) ? 'only' : 'skip', key);
    }
    const entries = arg.kind === 'dict' ? arg.entries : [arg];
    for (const one of entries) {
      if (one.kind !== 'entry' && one.kind !== 'named') continue;
      const name = one.kind === 'named' ? one.name : (plainText(one.key) ?? lastWord(one.key));
      const { value } = one;
      const isSet = (value.kind === 'constant' && value.value === true) || value.kind === 'text';
      if (!OPTION.test(name) || !isSet) continue;
      const kind = /focus|only/.test(name) ? 'only' : 'skip';
      return skipOf(one, view.flat(one), kind, key, value.kind === 'text');
    }
  }
  return undefined;
}

const OPTION = /^:?(?:skip|pending|focus|only|todo|xit)$/;

/** `t.Skip("…")`, `pytest.skip()`, `GTEST_SKIP()`, `assumeTrue(false)`, where nothing decides whether it is reached. */
function calledSkip(
  view: CodeView,
  call: Call,
  language: LanguageId,
  when: Conditional,
): Skip | undefined {
  const name = methodOf(call);
  const [first] = call.args;
  const isNever =
    first?.kind === 'constant' &&
    (first.value === true
      ? /^assumeFalse$|^(?:Skip\.)?If$/i.test(name)
      : /^assum(?:e|e_?that|eTrue|ing)$/i.test(name));
  if (!CALLED.test(name) && !isNever) return undefined;
  const { callee } = call;
  // Elsewhere these are other functions.
  if (callee.kind === 'name' && /^(?:skip|pending|omit|pend)$/.test(name) && language !== 'ruby') {
    return undefined;
  }
  // `disabled()` and `If()` by themselves are anything.
  if (callee.kind === 'name' && /^(?:disabled|If)$/.test(name)) return undefined;
  if (callee.kind === 'member' && callee.object.kind === 'call') return undefined;
  if (callee.kind === 'member') {
    const object = dotted(callee.object) ?? '';
    if (
      !/^(?:t|b|tb|s|self|this|pytest|unittest|Assert|Assume|Assumptions|Skip|static|parent|ctx|context|test|doctest|boost|suite|s\.T)$/.test(
        object.split('.')[0] ?? '',
      ) &&
      object !== ''
    )
      return undefined;
  }
  // `it.skip`'s own, and helpers with a condition (`skip(bits < 64, …)`), are no such calls.
  const hasHandler = call.args.some(({ kind }) => kind === 'function');
  const isReason =
    first === undefined ||
    first.kind === 'text' ||
    first.kind === 'named' ||
    isNever ||
    call.args.length === 1;
  const always = isAlways(view, call);
  if (hasHandler || !isReason || !(always || when === 'also on conditions')) return undefined;
  // A helper that skips is no test.
  if (/skip/i.test(view.enclosing(call, 'function')?.name ?? '')) return undefined;
  const reached = always ? 'always' : 'on conditions';
  const words = `${dotted(callee) ?? name}()`;
  return skipOf(call, words, 'skip', name, first?.kind === 'text', reached);
}

/** No condition stands around it in its test, nor leaves before it. */
function isAlways(view: CodeView, code: Code): boolean {
  const lineStart = view.text.lastIndexOf('\n', code.start - 1);
  const lineBefore = view.text.slice(view.text.lastIndexOf('\n', lineStart - 1) + 1, lineStart);
  if (/^\s*#\s*(?:if|el)/.test(lineBefore)) return false;
  if (view.enclosing(code, 'if', 'conditional', 'switch', 'catch', 'loop')) return false;
  for (const node of view.around(code)) {
    // C++'s `"adds" * doctest::skip()` is no sum.
    if (node.kind === 'binary' && !/^(?:<<|\*)$/.test(node.operator)) return false;
    // A mark on a declaration is looked at as such.
    if (node.kind === 'function' || node.kind === 'class') return false;
    if (node.kind === 'body') {
      const parent = view.parentOf(node);
      // A skip behind other work is reached where that work leaves no other way.
      return parent?.kind === 'function' || parent?.kind === 'body' || parent === undefined;
    }
  }
  return true;
}

function classMarks(view: CodeView, isTest: boolean): readonly Mark[] {
  if (!isTest) return [];
  return view.all('class').flatMap((one) => {
    const from = view.text.lastIndexOf('\n', Math.min(one.start, view.range.start) - 1) + 1;
    const named = one.name === undefined ? -1 : view.text.indexOf(one.name, one.start);
    return marksIn(view, Math.max(from, view.range.start), named < 0 ? one.start : named);
  });
}

function markedSkip({ name, text, start }: Mark, when: Conditional): Skip | undefined {
  const at = { start, end: start + text.length };
  const hasReason = /["']\s*[^"'\s][^"']{3,}["']/.test(text);
  if (/^(?:skipIf|skipif|skipUnless)$/.test(name)) {
    return when === 'also on conditions' || /\(\s*(?:True|true|1)\b/.test(text)
      ? skipOf(at, text, 'skip', name, hasReason, 'on conditions')
      : undefined;
  }
  if (MARKED.test(name)) {
    const kind = /xfail|expectedFailure/.test(name) ? 'fails' : 'skip';
    // `xfail(sys.platform == …)` depends on where it runs.
    const depends = /\(\s*(?:sys|os|platform|not|condition|[A-Z_]{3,})\b/.test(text);
    if (depends && when === 'always') return undefined;
    return skipOf(at, text, kind, name, hasReason, depends ? 'on conditions' : 'always');
  }
  const isOption =
    /\b(?:Skip\s*=\s*@?\$?"|enabled\s*=\s*false|Ignore\s*=\s*"|Explicit\s*=\s*true)/.test(text);
  return isOption ? skipOf(at, text, 'skip', `${name} option`, hasReason) : undefined;
}
