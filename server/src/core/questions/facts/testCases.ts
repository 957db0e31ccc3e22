import type { Body, Call, Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { dotted, plainText } from '../../code/say.ts';
import type { LanguageId } from '../languageId.ts';
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
const C_MACRO = /^(?:(?:TYPED_)?TEST(?:_[FP])?\(|BOOST_\w*TEST_CASE|TEST_CASE)/;
/** Names that make a function a test by themselves, where a language's runners go by names. */
const NAMED: { readonly [L in LanguageId]?: RegExp } = {
  python: /^test(?:_|[A-Z0-9])/,
  go: /^(?:Test(?!Main$)(?:[A-Z0-9_]|$)|Fuzz[A-Z_])/,
  java: /^test[A-Z_0-9]/,
  ruby: /^test_/,
  php: /^test[A-Z_0-9]/,
  cpp: C_MACRO,
};
const MARKED =
  /^(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Fact|Theory|TestMethod|DataTestMethod|TestCase|test|rstest|test_case|proptest|wasm_bindgen_test)$/;

/** Between the word and the title: `it.each(rows)`, `test.concurrent`. */
const LINKS =
  /^(?:each|skip|only|todo|fixme|failing|fails|concurrent|serial|sequential|for|extend|skipIf|runIf|if)$/;

/** The tests of a block, in text order. A test inside another (Go's `t.Run`) is one of its own. */
export function testCasesIn(
  view: CodeView,
  isTest: boolean,
  language: LanguageId,
): readonly TestCase[] {
  const registered = view.all('call').flatMap((call) => registeredTest(view, call, isTest));
  const functions = view
    .all('function')
    .flatMap((code) => declaredTest(view, code, isTest ? NAMED[language] : undefined));
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

function registeredTest(view: CodeView, call: Call, isTest: boolean): TestCase[] {
  const { callee, args } = call;
  const isRun = isTest && callee.kind === 'member' && callee.name === 'Run';
  const isDeno = callee.kind === 'member' && dotted(callee) === 'Deno.test';
  const word = isRun ? 'Run' : isDeno ? 'test' : rootWord(callee);
  if (!REGISTERS.test(word) || !(isRun || isLinked(callee))) return [];
  // Elsewhere only what has a title is a test.
  if (!isTest && args[0]?.kind !== 'text') return [];
  const handler = args.findLast((arg) => arg.kind === 'function');
  const body = handler?.kind === 'function' ? handler.body : bodyBehind(view, call);
  if (!body || (word === 'Run' && args.length < 2)) return [];
  const [first] = args;
  const title = plainText(first) ?? (first ? view.flat(first) : word);
  return [
    { start: call.start, end: Math.max(call.end, body.end), title, body, code: call, marks: [] },
  ];
}

/** Nothing stands between the word and its title but what is told of tests. */
function isLinked(callee: Code): boolean {
  let node = callee;
  for (;;) {
    if (node.kind === 'name') return true;
    if (node.kind === 'member' && dotted(node) === 'Deno.test') return true;
    if (node.kind === 'call') node = node.callee;
    else if (node.kind === 'member' && (LINKS.test(node.name) || REGISTERS.test(node.name)))
      node = node.object;
    else return false;
  }
}

/** Catch2's `TEST_CASE("…") {…}` is a call, and then a block. */
function bodyBehind(view: CodeView, call: Call): Body | undefined {
  const [next] = view.after(call);
  return next?.kind === 'body' ? next : undefined;
}

function declaredTest(view: CodeView, code: FunctionCode, named: RegExp | undefined): TestCase[] {
  const { name, body, form } = code;
  if (name === undefined || !body || form === 'lambda' || form === 'block') return [];
  const from = Math.min(code.start, ...code.decorators.map(({ start }) => start));
  const marks = marksIn(view, Math.max(view.range.start, lineStart(view.text, from)), body.start);
  const isNamed = named?.test(name) === true && !view.enclosing(code, 'function');
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
