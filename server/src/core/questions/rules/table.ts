import type { Rule } from '../rule.ts';
import { accessibility } from './accessibility.ts';
import { changedDefault } from './changedDefault.ts';
import { changedExpectation } from './changedExpectation.ts';
import { changedSignature } from './changedSignature.ts';
import { commentMismatch } from './commentMismatch.ts';
import { duplicateKey } from './duplicateKey.ts';
import { falsyDefault } from './falsyDefault.ts';
import { hardCodedSecret } from './hardCodedSecret.ts';
import { hollowTest } from './hollowTest.ts';
import { identicalBranches } from './identicalBranches.ts';
import { identicalOperands } from './identicalOperands.ts';
import { irreversible } from './irreversible.ts';
import { laxSettings } from './laxSettings.ts';
import { licenceHeader } from './licenceHeader.ts';
import { lookAlikePackage } from './lookAlikePackage.ts';
import { looseEquality } from './looseEquality.ts';
import { loosenedAssertion } from './loosenedAssertion.ts';
import { missingAuth } from './missingAuth.ts';
import { missingPackage } from './missingPackage.ts';
import { newDependency } from './newDependency.ts';
import { raisedTimeout } from './raisedTimeout.ts';
import { redos } from './redos.ts';
import { regexSemantics } from './regexSemantics.ts';
import { removedGuard } from './removedGuard.ts';
import { removedLog } from './removedLog.ts';
import { removedTest } from './removedTest.ts';
import { repeatedCondition } from './repeatedCondition.ts';
import { sampleData } from './sampleData.ts';
import { selfAssignment } from './selfAssignment.ts';
import { shadowedName } from './shadowedName.ts';
import { sharedMutable } from './sharedMutable.ts';
import { skippedTest } from './skippedTest.ts';
import { specialCasedInput } from './specialCasedInput.ts';
import { suppressedCheck } from './suppressedCheck.ts';
import { swallowedError } from './swallowedError.ts';
import { undeclaredPackage } from './undeclaredPackage.ts';
import { unfinished } from './unfinished.ts';
import { unreachableCode } from './unreachableCode.ts';
import { unusedValue } from './unusedValue.ts';
import { weakCrypto } from './weakCrypto.ts';
import { widenedType } from './widenedType.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  missingPackage,
  undeclaredPackage,
  newDependency,
  lookAlikePackage,
  unfinished,
  sampleData,
  specialCasedInput,
  swallowedError,
  hardCodedSecret,
  weakCrypto,
  missingAuth,
  laxSettings,
  redos,
  regexSemantics,
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
  removedGuard,
  changedDefault,
  changedSignature,
  widenedType,
  suppressedCheck,
  removedLog,
  removedTest,
  loosenedAssertion,
  changedExpectation,
  raisedTimeout,
  skippedTest,
  hollowTest,
  irreversible,
  licenceHeader,
  commentMismatch,
  accessibility,
];
