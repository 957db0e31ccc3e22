import type { Rule } from '../rule.ts';
import { broadCatch } from './broadCatch.ts';
import { changedDefault } from './changedDefault.ts';
import { changedExpectation } from './changedExpectation.ts';
import { changedSignature } from './changedSignature.ts';
import { floatMoney } from './floatMoney.ts';
import { hardCodedSecret } from './hardCodedSecret.ts';
import { hollowTest } from './hollowTest.ts';
import { laxSettings } from './laxSettings.ts';
import { lexicalSort } from './lexicalSort.ts';
import { localeCase } from './localeCase.ts';
import { lookAlikePackage } from './lookAlikePackage.ts';
import { loosenedAssertion } from './loosenedAssertion.ts';
import { lostTask } from './lostTask.ts';
import { missingAuth } from './missingAuth.ts';
import { missingCase } from './missingCase.ts';
import { missingPackage } from './missingPackage.ts';
import { naiveTime } from './naiveTime.ts';
import { narrowing } from './narrowing.ts';
import { newDependency } from './newDependency.ts';
import { nullPath } from './nullPath.ts';
import { offByOne } from './offByOne.ts';
import { queryInLoop } from './queryInLoop.ts';
import { raceAcrossAwait } from './raceAcrossAwait.ts';
import { raisedTimeout } from './raisedTimeout.ts';
import { redos } from './redos.ts';
import { regexSemantics } from './regexSemantics.ts';
import { removedGuard } from './removedGuard.ts';
import { removedLog } from './removedLog.ts';
import { removedTest } from './removedTest.ts';
import { resourceLeak } from './resourceLeak.ts';
import { silentErrorPath } from './silentErrorPath.ts';
import { skippedTest } from './skippedTest.ts';
import { suppressedCheck } from './suppressedCheck.ts';
import { swallowedError } from './swallowedError.ts';
import { swappedArguments } from './swappedArguments.ts';
import { unawaitedPromise } from './unawaitedPromise.ts';
import { undeclaredPackage } from './undeclaredPackage.ts';
import { unhandledFailure } from './unhandledFailure.ts';
import { weakCrypto } from './weakCrypto.ts';
import { widenedType } from './widenedType.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  missingPackage,
  undeclaredPackage,
  newDependency,
  lookAlikePackage,
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
  hardCodedSecret,
  weakCrypto,
  missingAuth,
  laxSettings,
  redos,
  regexSemantics,
  swappedArguments,
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
  silentErrorPath,
];
