import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow } from '../../../oracle/engine/tools.ts';
import { pylintMisses } from './pylintMisses.ts';
import type { ForeignCase, ForeignCases, ForeignSuite, LineSpan, Mapped } from './suite.ts';

const MAPPING: readonly Mapped[] = [
  { theirs: 'fixme', ours: 'unfinished' },
  { theirs: 'lost-exception', ours: 'swallowed-error' },
  { theirs: 'bare-except', ours: 'broad-catch', or: 'swallowed-error' },
  { theirs: 'broad-exception-caught', ours: 'broad-catch', or: 'swallowed-error' },
  { theirs: 'potential-index-error', ours: 'off-by-one' },
  { theirs: 'nan-comparison', ours: 'float-money' },
  { theirs: 'unspecified-encoding', ours: 'locale-case' },
  { theirs: 'consider-using-with', ours: 'resource-leak' },
  { theirs: 'missing-timeout', ours: 'missing-timeout' },
  { theirs: 'eval-used', ours: 'unsafe-deserialisation' },
  { theirs: 'exec-used', ours: 'unsafe-deserialisation' },
  { theirs: 'duplicate-key', ours: 'duplicate-key' },
  { theirs: 'duplicate-value', ours: 'duplicate-key' },
  { theirs: 'duplicate-except', ours: 'repeated-condition' },
  { theirs: 'bad-except-order', ours: 'repeated-condition' },
  { theirs: 'comparison-with-itself', ours: 'identical-operands' },
  { theirs: 'self-assigning-variable', ours: 'self-assignment' },
  { theirs: 'unreachable', ours: 'unreachable-code' },
  { theirs: 'unused-variable', ours: 'unused-value' },
  { theirs: 'arguments-out-of-order', ours: 'swapped-arguments' },
  { theirs: 'dangerous-default-value', ours: 'shared-mutable' },
  { theirs: 'literal-comparison', ours: 'loose-equality' },
  { theirs: 'assert-on-tuple', ours: 'hollow-test' },
  { theirs: 'assert-on-string-literal', ours: 'hollow-test' },
  { theirs: 'redundant-unittest-assert', ours: 'hollow-test' },
];

/** Checks of tests. */
const ON_TESTS: ReadonlySet<string> = new Set(['hollow-test']);

/** Pylint's functional tests: each is a Python file with a list of what is reported where. */
export const pylint: ForeignSuite = {
  name: 'pylint',
  languages: ['python'],
  source: {
    from: 'debian source',
    name: 'pylint',
    version: '2.16.2-2',
    hash: 'sha256-6947dd4c46fa6a2c79541f4f3872c642a3cd72b158be380b2bd214681b2ea597',
  },
  mapping: MAPPING,
  cases: async (folder) => await Promise.resolve(casesIn(folder)),
  causes: pylintMisses,
};

/** `# [bare-except]`, `# +1: [bare-except]`: what is reported there, which is no comment on the code. */
const MARKS = /[ \t]*#[ \t]*(?:[+-]\d+|[<>]=?[\d.]+)?:?[ \t]*\[[\w, -]+\].*$/gm;

interface Message {
  readonly symbol: string;
  readonly span: LineSpan;
}

function casesIn(folder: string): ForeignCases {
  const cases = filesBelow([folder], (name) => name.endsWith('.py'))
    .filter((file) => /[\\/]tests[\\/]functional[\\/]/.test(file))
    .toSorted()
    .flatMap((file) => casesOf(file, messagesOf(file.replace(/\.py$/, '.txt'))));
  return { cases, nUnread: 0 };
}

/** What a file's list says: `bare-except:5:0:6:8::No exception type(s) specified:HIGH`. */
function messagesOf(file: string): readonly Message[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((row) => {
      const [symbol = '', first = '', , last = ''] = row.split(':');
      if (first === '') return [];
      const end = /^\d+$/.test(last) ? Number(last) : Number(first);
      return [{ symbol, span: { first: Number(first), last: end } }];
    });
}

/** One case for each check that the file has messages of, or is named for. */
function casesOf(file: string, messages: readonly Message[]): readonly ForeignCase[] {
  const name = basename(file);
  const title = name.replace(/\.py$/, '').replaceAll('_', '-');
  const text = readFileSync(file, 'utf8').replace(MARKS, '');
  const spansOf = (some: readonly Mapped[]): readonly LineSpan[] =>
    messages
      .filter(({ symbol }) => some.some(({ theirs }) => theirs === symbol))
      .map(({ span }) => span);
  return MAPPING.flatMap((mapped): readonly ForeignCase[] => {
    const { theirs, ours, or } = mapped;
    const expected = spansOf([mapped]);
    if (expected.length === 0 && !title.startsWith(theirs)) return [];
    const ignored = spansOf(MAPPING.filter((each) => each.ours === ours));
    const path = ON_TESTS.has(ours) ? join('tests', `test_${name}`) : join('app', name);
    return [{ name, language: 'python', path, text, expected, ignored, theirs, ours, or }];
  });
}
