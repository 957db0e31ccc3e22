import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { phpCodeSnifferMisses } from './phpCodeSnifferMisses.ts';
import { line, type ForeignCase, type ForeignSuite, type LineSpan, type Mapped } from './suite.ts';

/** A sniff, and which of the lines that it reports are meant. */
interface Sniff extends Mapped {
  readonly lines?: RegExp;
  /** It reports each line of one piece of code. */
  readonly areJoined?: true;
}

const MAPPING: readonly Sniff[] = [
  {
    theirs: 'Generic.CodeAnalysis.EmptyStatement',
    part: 'of `catch`',
    lines: /\bcatch\b/,
    ours: 'swallowed-error',
  },
  { theirs: 'Generic.Commenting.Fixme', ours: 'unfinished' },
  { theirs: 'Generic.Commenting.Todo', ours: 'unfinished' },
  { theirs: 'Generic.PHP.NoSilencedErrors', ours: 'swallowed-error' },
  { theirs: 'MySource.PHP.EvalObjectFactory', ours: 'unsafe-deserialisation' },
  { theirs: 'Squiz.Classes.DuplicateProperty', ours: 'duplicate-key' },
  { theirs: 'Squiz.Commenting.EmptyCatchComment', ours: 'swallowed-error' },
  {
    theirs: 'Squiz.Operators.ComparisonOperatorUsage',
    part: 'of `==`',
    lines: /[^=!<>]==[^=]|!=[^=]/,
    ours: 'loose-equality',
  },
  { theirs: 'Squiz.PHP.Eval', ours: 'unsafe-deserialisation' },
  {
    theirs: 'Squiz.PHP.NonExecutableCode',
    part: 'lines in a row are one',
    areJoined: true,
    ours: 'unreachable-code',
  },
];

/** The tests of PHP_CodeSniffer's sniffs. */
export const phpCodeSniffer: ForeignSuite = {
  name: 'PHP_CodeSniffer',
  languages: ['php', 'javascript'],
  source: {
    from: 'debian source',
    name: 'php-codesniffer',
    version: '3.7.1-2',
    hash: 'sha256-c43020dc5b8b0e5b6ba34614c83c521f866460a07f35e1d218b06f4d95a563ed',
  },
  mapping: MAPPING,
  async cases(folder) {
    const cases = MAPPING.flatMap((sniff) => casesOf(folder, sniff));
    return { cases, nUnread: 0 };
  },
  causes: phpCodeSnifferMisses,
};

/** Each file with code is one case, of all the lines that are reported in it. */
function casesOf(
  folder: string,
  { theirs, ours, lines, areJoined }: Sniff,
): readonly ForeignCase[] {
  const [standard = '', group = '', name = ''] = theirs.split('.');
  const tests = join(folder, 'PHP_CodeSniffer-3.7.1/src/Standards', standard, 'Tests', group);
  const test = readFileSync(join(tests, `${name}UnitTest.php`), 'utf8');
  const files = readdirSync(tests).filter(
    (file) => file.startsWith(`${name}UnitTest.`) && /\.(?:inc|js)$/.test(file),
  );
  return files.map((file): ForeignCase => {
    const text = readFileSync(join(tests, file), 'utf8');
    const all = ['getErrorList', 'getWarningList'].flatMap((list) => linesIn(test, list, file));
    const rows = text.split('\n');
    const isMeant = (number: number): boolean => lines?.test(rows[number - 1] ?? '') ?? true;
    return {
      name: file,
      ...(file.endsWith('.js')
        ? { language: 'javascript', path: 'src/code.js' }
        : { language: 'php', path: 'src/code.php' }),
      text,
      expected: areJoined ? joined(all) : all.filter(isMeant).map(line),
      ignored: all.filter((number) => !isMeant(number)).map(line),
      theirs,
      ours,
    };
  });
}

/** `getErrorList`'s keys: of the file where it tells files apart. */
function linesIn(test: string, list: string, file: string): readonly number[] {
  const body = test.split(`function ${list}(`)[1]?.split('//end')[0] ?? '';
  const isByFile = /\bcase '/.test(body);
  const of = isByFile ? body.split(`case '${file}':`)[1]?.split(/\breturn\b/)[1] : body;
  const array = /\[([^\]]*)\]/.exec(of ?? '')?.[1] ?? '';
  return [...array.matchAll(/(\d+)\s*=>/g)].map(([, number]) => Number(number));
}

function joined(numbers: readonly number[]): readonly LineSpan[] {
  const spans: LineSpan[] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last && number <= last.last + 1) spans.splice(-1, 1, { first: last.first, last: number });
    else spans.push(line(number));
  }
  return spans;
}
