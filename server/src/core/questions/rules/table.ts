import type { Rule } from '../rule.ts';
import { accessibility } from './accessibility.ts';
import { commentMismatch } from './commentMismatch.ts';
import { duplicateKey } from './duplicateKey.ts';
import { falsyDefault } from './falsyDefault.ts';
import { identicalBranches } from './identicalBranches.ts';
import { identicalOperands } from './identicalOperands.ts';
import { irreversible } from './irreversible.ts';
import { licenceHeader } from './licenceHeader.ts';
import { looseEquality } from './looseEquality.ts';
import { repeatedCondition } from './repeatedCondition.ts';
import { sampleData } from './sampleData.ts';
import { selfAssignment } from './selfAssignment.ts';
import { specialCasedInput } from './specialCasedInput.ts';
import { swallowedError } from './swallowedError.ts';
import { sharedMutable } from './sharedMutable.ts';
import { shadowedName } from './shadowedName.ts';
import { unfinished } from './unfinished.ts';
import { unreachableCode } from './unreachableCode.ts';
import { unusedValue } from './unusedValue.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  unfinished,
  sampleData,
  specialCasedInput,
  swallowedError,
  identicalOperands,
  identicalBranches,
  repeatedCondition,
  duplicateKey,
  selfAssignment,
  unreachableCode,
  unusedValue,
  shadowedName,
  sharedMutable,
  looseEquality,
  falsyDefault,
  irreversible,
  licenceHeader,
  commentMismatch,
  accessibility,
];
