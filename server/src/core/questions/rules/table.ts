import type { Rule } from '../rule.ts';
import { changedDefault } from './changedDefault.ts';
import { changedExpectation } from './changedExpectation.ts';
import { hollowTest } from './hollowTest.ts';
import { loosenedAssertion } from './loosenedAssertion.ts';
import { raisedTimeout } from './raisedTimeout.ts';
import { removedGuard } from './removedGuard.ts';
import { removedTest } from './removedTest.ts';
import { skippedTest } from './skippedTest.ts';
import { suppressedCheck } from './suppressedCheck.ts';
import { swallowedError } from './swallowedError.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  swallowedError,
  removedGuard,
  changedDefault,
  suppressedCheck,
  removedTest,
  loosenedAssertion,
  changedExpectation,
  raisedTimeout,
  skippedTest,
  hollowTest,
];
