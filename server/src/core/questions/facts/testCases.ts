import type { Body, Call, Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { plainText } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { type Mark, marksIn } from './header.ts';

/** One test, as its runner sees it. */
export interface TestCase extends Range {
  /** Its name or its title; the same in both versions of a test. */
  readonly title: string;
  readonly body: Body;
  /** What registers it, from `it` to its options; the function itself where its name or a mark makes it a test. */
  readonly code: Call | FunctionCode;
  /** `@Test`, `#[test]`, `[Fact]` and what stands beside them. */
  readonly marks: readonly Mark[];
}

/** The words that register a test, skipped and focused ones included. */
const REGISTERS =
  /^(?:[xf]?(?:it|test|specify|example|scenario)|bench|Run|[XFP]?It|[XFP]?Specify|TEST_CASE|SCENARIO|TEST_CASE_METHOD|testWidgets)$/;
const NAMED =
  /^(?:test(?:_|[A-Z0-9]|$)|Test(?:[A-Z0-9_]|$)|Fuzz[A-Z_]|(?:TYPED_)?TEST(?:_[FP])?\(|BOOST_\w*TEST_CASE)/;
const MARKED =
  /^(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Fact|Theory|TestMethod|DataTestMethod|TestCase|test|rstest|test_case|proptest|wasm_bindgen_test)$/;

/** The tests of a block, in text order. A test inside another (Go's `t.Run`) is one of its own. */
export function testCasesIn(view: CodeView, isTest: boolean): readonly TestCase[] {
  const registered = view.all('call').flatMap((call) => registeredTest(view, call));
  const functions = view.all('function').flatMap((code) => declaredTest(view, code, isTest));
  return [...registered, ...functions].sort((a, b) => a.start - b.start);
}

/** The word that a chain of calls begins with: `it` for `it.each(rows)('adds', …)`. */
export function rootWord(code: Code): string {
  let node = code;
  for (;;) {
    if (node.kind === 'call') node = node.callee;
    else if (node.kind === 'member') node = node.object;
    else return node.kind === 'name' ? node.name : '';
  }
}

function registeredTest(view: CodeView, call: Call): TestCase[] {
  const { callee, args } = call;
  const word = callee.kind === 'member' && callee.name === 'Run' ? 'Run' : rootWord(callee);
  if (!REGISTERS.test(word)) return [];
  const handler = args.findLast((arg) => arg.kind === 'function');
  const body = handler?.kind === 'function' ? handler.body : bodyBehind(view, call);
  if (!body || (word === 'Run' && args.length < 2)) return [];
  const [first] = args;
  const title = plainText(first) ?? (first ? view.flat(first) : word);
  return [
    { start: call.start, end: Math.max(call.end, body.end), title, body, code: call, marks: [] },
  ];
}

/** Catch2's `TEST_CASE("…") {…}` is a call, and then a block. */
function bodyBehind(view: CodeView, call: Call): Body | undefined {
  const [next] = view.after(call);
  return next?.kind === 'body' ? next : undefined;
}

function declaredTest(view: CodeView, code: FunctionCode, isTest: boolean): TestCase[] {
  const { name, body, form } = code;
  if (name === undefined || !body || form === 'lambda' || form === 'block') return [];
  const from = Math.min(code.start, ...code.decorators.map(({ start }) => start));
  const marks = marksIn(view, Math.max(view.range.start, lineStart(view.text, from)), body.start);
  const isNamed = isTest && NAMED.test(name);
  if (!isNamed && !marks.some((mark) => MARKED.test(mark.name)) && !isDocTest(view, code))
    return [];
  return [{ start: code.start, end: code.end, title: name, body, code, marks }];
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** PHPUnit's `@test` in the comment before it. */
function isDocTest(view: CodeView, { start }: FunctionCode): boolean {
  return view.comments.some((one) => one.end <= start && /\*\s*@test\b/.test(one.text));
}
