import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRubocopSpec } from './rubocopSpec.ts';
import { rubocopMisses } from './rubocopMisses.ts';
import type { ForeignCase, ForeignSuite, Mapped } from './suite.ts';

/** A cop, and whether any line up to the one reported will do. */
interface Cop extends Mapped {
  /** It reports the later one of two, and we the statement that holds them. */
  readonly isOfTwo?: true;
}

const MAPPING: readonly Cop[] = [
  { theirs: 'Lint/BinaryOperatorWithIdenticalOperands', ours: 'identical-operands' },
  {
    theirs: 'Lint/DuplicateBranch',
    part: 'either branch',
    isOfTwo: true,
    ours: 'identical-branches',
  },
  { theirs: 'Lint/DuplicateCaseCondition', ours: 'duplicate-key' },
  { theirs: 'Lint/DuplicateElsifCondition', ours: 'repeated-condition' },
  { theirs: 'Lint/DuplicateHashKey', ours: 'duplicate-key' },
  { theirs: 'Lint/DuplicateRescueException', ours: 'repeated-condition' },
  { theirs: 'Lint/EnsureReturn', ours: 'swallowed-error' },
  { theirs: 'Lint/FloatComparison', ours: 'float-money' },
  { theirs: 'Lint/NonAtomicFileOperation', ours: 'race-across-await' },
  { theirs: 'Lint/RescueException', ours: 'broad-catch' },
  { theirs: 'Lint/SafeNavigationChain', ours: 'null-path' },
  { theirs: 'Lint/SelfAssignment', ours: 'self-assignment' },
  { theirs: 'Lint/SuppressedException', ours: 'swallowed-error' },
  { theirs: 'Lint/UnreachableCode', ours: 'unreachable-code' },
  { theirs: 'Lint/UselessAssignment', ours: 'unused-value' },
  { theirs: 'Security/Eval', ours: 'unsafe-deserialisation' },
  { theirs: 'Security/IoMethods', ours: 'command-injection' },
  { theirs: 'Security/JSONLoad', ours: 'unsafe-deserialisation' },
  { theirs: 'Security/MarshalLoad', ours: 'unsafe-deserialisation' },
  { theirs: 'Security/Open', ours: 'command-injection' },
  { theirs: 'Security/YAMLLoad', ours: 'unsafe-deserialisation' },
  { theirs: 'Style/DisableCopsWithinSourceCodeDirective', ours: 'suppressed-check' },
  { theirs: 'Style/MutableConstant', ours: 'shared-mutable' },
  { theirs: 'Style/RescueModifier', ours: 'swallowed-error' },
];

/** RuboCop's specs. */
export const rubocop: ForeignSuite = {
  name: 'RuboCop',
  languages: ['ruby'],
  source: {
    from: 'debian source',
    name: 'rubocop',
    version: '1.39.0+dfsg-1',
    hash: 'sha256-ba0ddf790c6afb418a9de66d272d7205e5ae448c65afbc29fbee56c7eb76ec11',
  },
  mapping: MAPPING,
  async cases(folder) {
    const cases: ForeignCase[] = [];
    let nUnread = 0;
    for (const { theirs, ours, isOfTwo } of MAPPING) {
      const spec = `${theirs.replaceAll(/([a-z])([A-Z])|([A-Z]+)([A-Z][a-z])/g, '$1$3_$2$4').toLowerCase()}_spec.rb`;
      const file = join(folder, 'rubocop-1.39.0/spec/rubocop/cop', spec);
      if (!existsSync(file)) throw new Error(`${spec} is not there`);
      const read = readRubocopSpec(readFileSync(file, 'utf8'));
      nUnread += read.nUnread;
      for (const [i, { text, expected: told }] of read.cases.entries()) {
        const expected = isOfTwo ? told.map(({ last }) => ({ first: 1, last })) : told;
        const name = `${spec}#${i + 1}`;
        cases.push({ name, language: 'ruby', path: 'app/code.rb', text, expected, theirs, ours });
      }
    }
    return { cases, nUnread };
  },
  causes: rubocopMisses,
};
