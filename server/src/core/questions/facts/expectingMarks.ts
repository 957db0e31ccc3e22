import { withoutFormat } from '../../text/formatting.ts';
import type { Assertion } from './assertions.ts';
import type { TestCase } from './testCases.ts';

const CASE = /^(?:InlineData|TestCase|DataRow|test_case|case|TestWith|CsvSource)$/;
const FAILS = /^(?:should_panic|ExpectedException|expectedException)$/;
const WIDE_FAILURE =
  /\b(?:Exception|Throwable|RuntimeException|Error|BaseException)(?:\.class|::class|\))/;

/** What the marks of a test make sure of: `@Test(expected = …)`, `#[should_panic]`, and each row of its values. */
export function expectingMarks(test: TestCase | undefined): readonly Assertion[] {
  return (test?.marks ?? []).flatMap(({ name, text, start }): Assertion[] => {
    const fails = FAILS.test(name) || /\bexpected\s*=|\bexpectedExceptions\s*=/.test(text);
    if (!fails && !CASE.test(name)) return [];
    const matcher = fails ? 'fails' : 'case';
    const isWide = WIDE_FAILURE.test(text) || /^#?\[?should_panic\]?$/.test(text);
    return [
      {
        at: { kind: 'other', type: 'mark', children: [], start, end: start + text.length },
        subject: undefined,
        subjectKey: `@${matcher}`,
        matcher,
        isNot: false,
        expected: [],
        strength: !fails ? undefined : isWide ? 2 : 4,
        key: withoutFormat(text),
      },
    ];
  });
}
