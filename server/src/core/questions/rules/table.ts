import type { Rule } from '../rule.ts';
import { accessibility } from './accessibility.ts';
import { broadCatch } from './broadCatch.ts';
import { changedDefault } from './changedDefault.ts';
import { changedExpectation } from './changedExpectation.ts';
import { changedSignature } from './changedSignature.ts';
import { commandInjection } from './commandInjection.ts';
import { commentMismatch } from './commentMismatch.ts';
import { duplicateKey } from './duplicateKey.ts';
import { falsyDefault } from './falsyDefault.ts';
import { floatMoney } from './floatMoney.ts';
import { hardCodedSecret } from './hardCodedSecret.ts';
import { hollowTest } from './hollowTest.ts';
import { identicalBranches } from './identicalBranches.ts';
import { identicalOperands } from './identicalOperands.ts';
import { irreversible } from './irreversible.ts';
import { laxSettings } from './laxSettings.ts';
import { lexicalSort } from './lexicalSort.ts';
import { licenceHeader } from './licenceHeader.ts';
import { localeCase } from './localeCase.ts';
import { logInjection } from './logInjection.ts';
import { lookAlikePackage } from './lookAlikePackage.ts';
import { looseEquality } from './looseEquality.ts';
import { loosenedAssertion } from './loosenedAssertion.ts';
import { lostTask } from './lostTask.ts';
import { massAssignment } from './massAssignment.ts';
import { missingAuth } from './missingAuth.ts';
import { missingCase } from './missingCase.ts';
import { missingPackage } from './missingPackage.ts';
import { missingTimeout } from './missingTimeout.ts';
import { naiveTime } from './naiveTime.ts';
import { narrowing } from './narrowing.ts';
import { newDependency } from './newDependency.ts';
import { nullPath } from './nullPath.ts';
import { offByOne } from './offByOne.ts';
import { openRedirect } from './openRedirect.ts';
import { pathTraversal } from './pathTraversal.ts';
import { queryInLoop } from './queryInLoop.ts';
import { raceAcrossAwait } from './raceAcrossAwait.ts';
import { raisedTimeout } from './raisedTimeout.ts';
import { redos } from './redos.ts';
import { regexSemantics } from './regexSemantics.ts';
import { removedGuard } from './removedGuard.ts';
import { removedLog } from './removedLog.ts';
import { removedTest } from './removedTest.ts';
import { repeatedCondition } from './repeatedCondition.ts';
import { resourceLeak } from './resourceLeak.ts';
import { sampleData } from './sampleData.ts';
import { selfAssignment } from './selfAssignment.ts';
import { shadowedName } from './shadowedName.ts';
import { sharedMutable } from './sharedMutable.ts';
import { silentErrorPath } from './silentErrorPath.ts';
import { skippedTest } from './skippedTest.ts';
import { specialCasedInput } from './specialCasedInput.ts';
import { sqlInjection } from './sqlInjection.ts';
import { ssrf } from './ssrf.ts';
import { suppressedCheck } from './suppressedCheck.ts';
import { swallowedError } from './swallowedError.ts';
import { swappedArguments } from './swappedArguments.ts';
import { unawaitedPromise } from './unawaitedPromise.ts';
import { unboundedWork } from './unboundedWork.ts';
import { uncheckedInput } from './uncheckedInput.ts';
import { undeclaredPackage } from './undeclaredPackage.ts';
import { unfinished } from './unfinished.ts';
import { unhandledFailure } from './unhandledFailure.ts';
import { unreachableCode } from './unreachableCode.ts';
import { unsafeDeserialisation } from './unsafeDeserialisation.ts';
import { unusedValue } from './unusedValue.ts';
import { weakCrypto } from './weakCrypto.ts';
import { widenedType } from './widenedType.ts';
import { xss } from './xss.ts';

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
  unhandledFailure,
  broadCatch,
  unawaitedPromise,
  lostTask,
  nullPath,
  missingCase,
  offByOne,
  floatMoney,
  narrowing,
  naiveTime,
  lexicalSort,
  localeCase,
  raceAcrossAwait,
  resourceLeak,
  queryInLoop,
  missingTimeout,
  unboundedWork,
  sqlInjection,
  commandInjection,
  pathTraversal,
  xss,
  logInjection,
  ssrf,
  openRedirect,
  unsafeDeserialisation,
  massAssignment,
  hardCodedSecret,
  weakCrypto,
  missingAuth,
  uncheckedInput,
  laxSettings,
  redos,
  regexSemantics,
  duplicateKey,
  identicalBranches,
  identicalOperands,
  repeatedCondition,
  selfAssignment,
  shadowedName,
  unreachableCode,
  unusedValue,
  swappedArguments,
  sharedMutable,
  falsyDefault,
  looseEquality,
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
  silentErrorPath,
  accessibility,
];
