import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow } from '../../../oracle/engine/tools.ts';
import { errorProneMisses } from './errorProneMisses.ts';
import { line, type ForeignCase, type ForeignSuite, type Mapped } from './suite.ts';

const MAPPING: readonly Mapped[] = [
  { theirs: 'ArgumentSelectionDefectChecker', ours: 'swapped-arguments' },
  { theirs: 'ArrayEquals', ours: 'loose-equality' },
  { theirs: 'AssertionFailureIgnored', ours: 'hollow-test' },
  { theirs: 'BanSerializableRead', ours: 'unsafe-deserialisation' },
  { theirs: 'BareDotMetacharacter', ours: 'regex-semantics' },
  { theirs: 'BigDecimalLiteralDouble', ours: 'float-money' },
  { theirs: 'BoxedPrimitiveEquality', ours: 'loose-equality' },
  { theirs: 'CatchAndPrintStackTrace', ours: 'swallowed-error' },
  { theirs: 'CatchingUnchecked', ours: 'broad-catch' },
  { theirs: 'ConstantOverflow', ours: 'narrowing' },
  { theirs: 'DefaultCharset', ours: 'locale-case' },
  { theirs: 'DoubleCheckedLocking', ours: 'race-across-await' },
  { theirs: 'DuplicateMapKeys', ours: 'duplicate-key' },
  { theirs: 'EmptyCatch', ours: 'swallowed-error' },
  { theirs: 'Finally', ours: 'swallowed-error' },
  { theirs: 'FloatCast', ours: 'narrowing' },
  { theirs: 'FutureReturnValueIgnored', ours: 'lost-task' },
  { theirs: 'IdentityBinaryExpression', ours: 'identical-operands' },
  { theirs: 'IndexOfChar', ours: 'swapped-arguments' },
  { theirs: 'InsecureCipherMode', ours: 'weak-crypto' },
  { theirs: 'IntLongMath', ours: 'narrowing' },
  { theirs: 'InterruptedExceptionSwallowed', ours: 'broad-catch' },
  { theirs: 'JUnitAssertSameCheck', ours: 'hollow-test' },
  { theirs: 'JavaTimeDefaultTimeZone', ours: 'naive-time' },
  { theirs: 'LockNotBeforeTry', ours: 'resource-leak' },
  { theirs: 'LongDoubleConversion', ours: 'narrowing' },
  { theirs: 'LongFloatConversion', ours: 'narrowing' },
  { theirs: 'MathRoundIntLong', ours: 'narrowing' },
  { theirs: 'MissingCasesInEnumSwitch', ours: 'missing-case' },
  { theirs: 'MissingDefault', ours: 'missing-case' },
  { theirs: 'MissingFail', ours: 'hollow-test' },
  { theirs: 'ModifiedButNotUsed', ours: 'unused-value' },
  { theirs: 'MustBeClosedChecker', ours: 'resource-leak' },
  { theirs: 'MutablePublicArray', ours: 'shared-mutable' },
  { theirs: 'NarrowCalculation', ours: 'narrowing' },
  { theirs: 'NarrowingCompoundAssignment', ours: 'narrowing' },
  { theirs: 'NonAtomicVolatileUpdate', ours: 'race-across-await' },
  { theirs: 'NullOptional', ours: 'null-path' },
  { theirs: 'NullTernary', ours: 'null-path' },
  { theirs: 'OptionalEquality', ours: 'loose-equality' },
  { theirs: 'OptionalNotPresent', ours: 'null-path' },
  { theirs: 'RandomCast', ours: 'narrowing' },
  { theirs: 'ReferenceEquality', ours: 'loose-equality' },
  { theirs: 'SelfAssignment', ours: 'self-assignment' },
  { theirs: 'SelfComparison', ours: 'identical-operands' },
  { theirs: 'SelfEquals', ours: 'identical-operands' },
  { theirs: 'StreamResourceLeak', ours: 'resource-leak' },
  { theirs: 'SuppressWarningsWithoutExplanation', ours: 'suppressed-check' },
  { theirs: 'TimeUnitMismatch', ours: 'swapped-arguments' },
  { theirs: 'TruthSelfEquals', ours: 'hollow-test' },
  { theirs: 'TryFailThrowable', ours: 'hollow-test' },
  { theirs: 'UnusedVariable', ours: 'unused-value' },
];

/** A comment above the line that is reported. */
const MARK = /\/\/ BUG: Diagnostic (?:contains|matches):/;
/** Checks that are about tests. */
const OF_TESTS = new Set(['hollow-test']);

/** The tests of Error Prone's checks. */
export const errorProne: ForeignSuite = {
  name: 'Error Prone',
  languages: ['java'],
  source: {
    from: 'debian source',
    name: 'error-prone-java',
    version: '2.18.0-1',
    hash: 'sha256-f61a13097410164da26c9bafb078969ff414ec6c125fb070ebdd9f115ecbd88d',
  },
  mapping: MAPPING,
  async cases(folder) {
    const top = join(
      folder,
      'error-prone-java-2.18.0/core/src/test/java/com/google/errorprone/bugpatterns',
    );
    const files = new Map(
      filesBelow([top], () => true).map((file) => [basename(file), file] as const),
    );
    const cases = MAPPING.flatMap((mapped) => [...inTest(files, mapped), ...inData(files, mapped)]);
    return { cases, nUnread: 0 };
  },
  causes: errorProneMisses,
};

/** `SelfAssignmentPositiveCases1.java`, `…NegativeCases.java`: files of their own. */
function inData(files: ReadonlyMap<string, string>, mapped: Mapped): readonly ForeignCase[] {
  const named = new RegExp(`^${mapped.theirs}(?:Positive|Negative)Case\\w*\\.java$`);
  return [...files]
    .filter(([name]) => named.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, file]) => caseOf(name, readFileSync(file, 'utf8'), mapped));
}

/** `.addSourceLines("Test.java", "class Test {", …)`. */
function inTest(files: ReadonlyMap<string, string>, mapped: Mapped): readonly ForeignCase[] {
  const test = `${mapped.theirs}Test.java`;
  const file = files.get(test);
  if (file === undefined) throw new Error(`${test} is not there`);
  const pieces = readFileSync(file, 'utf8').split('.addSourceLines(').slice(1);
  return pieces.flatMap((piece, i) => {
    const [, ...lines] = textsFrom(piece);
    return lines.length === 0 ? [] : [caseOf(`${test}#${i + 1}`, lines.join('\n'), mapped)];
  });
}

/** The texts that a list of arguments is made of, up to its end. */
function textsFrom(args: string): readonly string[] {
  const texts: string[] = [];
  let isJoined = false;
  for (const { 0: token } of args.matchAll(/"(?:\\.|[^"\\\n])*"|\/\/.*|[+)]|\w+/g)) {
    if (token === ')') break;
    if (token === '+') isJoined = true;
    if (!token.startsWith('"')) continue;
    const text = token.slice(1, -1).replace(/\\(.)/g, (_, sign: string) => unescaped(sign));
    if (isJoined) texts.push(`${texts.pop() ?? ''}${text}`);
    else texts.push(text);
    isJoined = false;
  }
  return texts;
}

function unescaped(sign: string): string {
  return sign === 'n' ? '\n' : sign === 't' ? '\t' : sign;
}

/** What the marks say is not told to the rule: a comment in a `catch` is an explanation. */
function caseOf(name: string, marked: string, { theirs, ours }: Mapped): ForeignCase {
  const lines: string[] = [];
  const found = new Set<number>();
  let isMarked = false;
  for (const each of marked.split('\n')) {
    if (MARK.test(each)) {
      isMarked = true;
      continue;
    }
    lines.push(each);
    if (!isMarked || /^\s*(?:\/\/|$)/.test(each)) continue;
    found.add(lines.length);
    isMarked = false;
  }
  const path = OF_TESTS.has(ours) ? 'src/test/java/ExampleTest.java' : 'src/main/java/Example.java';
  return {
    name,
    language: 'java',
    path,
    text: lines.join('\n'),
    expected: [...found].map(line),
    theirs,
    ours,
  };
}
