import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BlockReader } from '../../../../server/src/core/ports.ts';
import { filesBelow } from '../../../oracle/engine/tools.ts';
import { eslintMisses } from './eslintMisses.ts';
import { type ExpectedError, readRuleTests } from './ruleTester.ts';
import type { ForeignCase, ForeignCases, ForeignSuite, LineSpan, Mapped } from './suite.ts';

/** A check, and which of its cases and errors are meant where not all are. */
interface MappedCases extends Mapped {
  readonly isMeant?: (code: string, error: ExpectedError) => boolean;
}

const MAPPING: readonly MappedCases[] = [
  { theirs: 'no-empty-function', ours: 'unfinished' },
  { theirs: 'no-warning-comments', ours: 'unfinished' },
  {
    theirs: 'no-empty',
    part: 'empty catch',
    ours: 'swallowed-error',
    isMeant: (code) => /catch\s*(?:\([^)]*\))?\s*\{\s*\}/.test(code),
  },
  { theirs: 'handle-callback-err', ours: 'swallowed-error' },
  { theirs: 'no-unsafe-finally', ours: 'swallowed-error' },
  { theirs: 'no-async-promise-executor', ours: 'unawaited-promise' },
  { theirs: 'default-case', ours: 'missing-case' },
  { theirs: 'use-isnan', ours: 'float-money' },
  { theirs: 'no-compare-neg-zero', ours: 'float-money' },
  { theirs: 'radix', ours: 'narrowing' },
  { theirs: 'require-atomic-updates', ours: 'race-across-await' },
  { theirs: 'no-await-in-loop', ours: 'query-in-loop' },
  { theirs: 'no-eval', ours: 'unsafe-deserialisation' },
  { theirs: 'no-implied-eval', ours: 'unsafe-deserialisation' },
  { theirs: 'no-new-func', ours: 'unsafe-deserialisation' },
  { theirs: 'no-control-regex', ours: 'regex-semantics' },
  { theirs: 'no-empty-character-class', ours: 'regex-semantics' },
  { theirs: 'no-misleading-character-class', ours: 'regex-semantics' },
  { theirs: 'no-dupe-keys', ours: 'duplicate-key' },
  { theirs: 'no-duplicate-case', ours: 'duplicate-key' },
  { theirs: 'no-dupe-class-members', ours: 'duplicate-key' },
  { theirs: 'no-self-compare', ours: 'identical-operands' },
  { theirs: 'no-self-assign', ours: 'self-assignment' },
  { theirs: 'no-shadow', ours: 'shadowed-name' },
  { theirs: 'no-unreachable', ours: 'unreachable-code' },
  {
    theirs: 'no-unused-vars',
    part: 'variables that are given a value',
    ours: 'unused-value',
    isMeant: (_, { written }) => /assigned/i.test(written),
  },
  {
    theirs: 'no-param-reassign',
    part: 'properties',
    ours: 'shared-mutable',
    isMeant: (_, { written }) => /property/i.test(written),
  },
  {
    theirs: 'eqeqeq',
    part: '`==` and `!=`',
    ours: 'loose-equality',
    // An option of theirs wants `==` for null.
    isMeant: (code) => !/[=!]==/.test(code),
  },
  { theirs: 'no-eq-null', ours: 'loose-equality' },
  {
    theirs: 'valid-jsdoc',
    part: 'names of parameters',
    ours: 'comment-mismatch',
    isMeant: (_, { written }) => /"(?:expected|missingParam|duplicateParam)"/.test(written),
  },
];

/** ESLint's tests of its rules, read as text. */
export const eslint: ForeignSuite = {
  name: 'ESLint',
  languages: ['javascript'],
  source: {
    from: 'debian source',
    name: 'eslint',
    version: '6.4.0~dfsg+~6.1.9-7',
    hash: 'sha256-b4d47ac753266cfa715c544abeaa837b10e377d9187e757df607d73cab6410b0',
    archive: 'eslint_6.4.0~dfsg+~6.1.9.orig.tar.xz',
  },
  mapping: MAPPING,
  cases: casesIn,
  causes: eslintMisses,
};

async function casesIn(folder: string, reader: BlockReader): Promise<ForeignCases> {
  const files = filesBelow([folder], (name) => /[\\/]tests[\\/]lib[\\/]rules[\\/]/.test(name));
  const cases: ForeignCase[] = [];
  let nUnread = 0;
  for (const mapped of MAPPING) {
    const file = files.find((each) => basename(each) === `${mapped.theirs}.js`);
    if (file === undefined) continue;
    const {
      valid,
      invalid,
      nUnread: n,
    } = await readRuleTests(reader, file, readFileSync(file, 'utf8'));
    nUnread += n;
    const of = (text: string, expected: readonly LineSpan[], number: number): ForeignCase => {
      const { theirs, ours } = mapped;
      const name = `${theirs}.js#${number}`;
      return {
        name,
        language: 'javascript',
        path: `src/${theirs}.js`,
        text,
        expected,
        theirs,
        ours,
      };
    };
    let number = 0;
    for (const text of valid) cases.push(of(text, [], ++number));
    for (const { text, errors } of invalid) {
      number++;
      const meant = errors.filter((error) => mapped.isMeant?.(text, error) ?? true);
      const isUnlisted = errors.length === 0 && mapped.isMeant === undefined;
      if (meant.length !== 0 || isUnlisted) cases.push(of(text, spansOf(text, meant), number));
    }
  }
  return { cases, nUnread };
}

/** The lines of each error; all of the code where they do not say. */
function spansOf(text: string, errors: readonly ExpectedError[]): readonly LineSpan[] {
  const spans = errors.flatMap(({ span }) => (span ? [span] : []));
  return spans.length === 0 ? [{ first: 1, last: text.split('\n').length }] : spans;
}
