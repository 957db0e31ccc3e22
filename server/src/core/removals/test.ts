import type { RemovalRow } from './kind.ts';

const DECLARES =
  /^(?:(?:it|test|describe|context|specify|suite)(?:\.\w+)*\s*(?:\(|['"]|do\b)|(?:async\s+)?def\s+test_|func\s+(?:\([^)]*\)\s*)?(?:Test|Fuzz|Benchmark)\w*\(|#\[(?:\w+::)?test\b|@(?:Test|ParameterizedTest)\b|\[(?:Fact|Theory|Test|TestMethod|TestCase)\b|(?:public\s+)?function\s+test\w+|(?:TEST|TEST_F|TEST_P|TEST_CASE|SECTION)\s*\()/;
const ASSERTS =
  /\b(?:expect|assert\w*|should|require\.\w+|REQUIRE|CHECK|EXPECT_\w+|ASSERT_\w+|verify|refute\w*|must_\w+|t\.(?:Error|Errorf|Fatal|Fatalf))\b\s*[!.(\s]/;

/** Something that is called like what asserts: `checkAll(…)`. */
const MAY_ASSERT =
  /(?:assert|expect|check|verif|require|validate|ensure|should|must)\w*!?\s*[.(]|\bt\.(?:Error|Fatal)/i;

/** What a line of a test does: begin one, or assert something. */
export function testPartOf(text: string): 'declares' | 'asserts' | undefined {
  if (DECLARES.test(text)) return 'declares';
  return ASSERTS.test(text) || MAY_ASSERT.test(text) ? 'asserts' : undefined;
}

/** A test, or what a test asserts. */
export const test: RemovalRow = {
  kind: 'test',
  stems: [
    'it',
    'test',
    'describe',
    'context',
    'spec',
    'suite',
    'fuzz',
    'benchmark',
    'fact',
    'theory',
    'section',
    'expect',
    'assert',
    'should',
    'require',
    'check',
    'verify',
    'refute',
    'must_',
    't.error',
    't.fatal',
  ],
  matches: ({ text, isTest }) => DECLARES.test(text) || (isTest && ASSERTS.test(text)),
};
