import type { Rule } from '../rule.ts';
import { lookAlikePackage } from './lookAlikePackage.ts';
import { missingPackage } from './missingPackage.ts';
import { newDependency } from './newDependency.ts';
import { swallowedError } from './swallowedError.ts';
import { undeclaredPackage } from './undeclaredPackage.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  missingPackage,
  undeclaredPackage,
  newDependency,
  lookAlikePackage,
  swallowedError,
];
