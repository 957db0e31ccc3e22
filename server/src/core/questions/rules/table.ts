import type { Rule } from '../rule.ts';
import { changedDefault } from './changedDefault.ts';
import { changedExpectation } from './changedExpectation.ts';
import { changedSignature } from './changedSignature.ts';
import { commandInjection } from './commandInjection.ts';
import { hardCodedSecret } from './hardCodedSecret.ts';
import { hollowTest } from './hollowTest.ts';
import { laxSettings } from './laxSettings.ts';
import { logInjection } from './logInjection.ts';
import { lookAlikePackage } from './lookAlikePackage.ts';
import { loosenedAssertion } from './loosenedAssertion.ts';
import { massAssignment } from './massAssignment.ts';
import { missingAuth } from './missingAuth.ts';
import { missingPackage } from './missingPackage.ts';
import { newDependency } from './newDependency.ts';
import { openRedirect } from './openRedirect.ts';
import { pathTraversal } from './pathTraversal.ts';
import { raisedTimeout } from './raisedTimeout.ts';
import { redos } from './redos.ts';
import { regexSemantics } from './regexSemantics.ts';
import { removedGuard } from './removedGuard.ts';
import { removedLog } from './removedLog.ts';
import { removedTest } from './removedTest.ts';
import { skippedTest } from './skippedTest.ts';
import { sqlInjection } from './sqlInjection.ts';
import { ssrf } from './ssrf.ts';
import { suppressedCheck } from './suppressedCheck.ts';
import { swallowedError } from './swallowedError.ts';
import { uncheckedInput } from './uncheckedInput.ts';
import { undeclaredPackage } from './undeclaredPackage.ts';
import { unsafeDeserialisation } from './unsafeDeserialisation.ts';
import { weakCrypto } from './weakCrypto.ts';
import { widenedType } from './widenedType.ts';
import { xss } from './xss.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  missingPackage,
  undeclaredPackage,
  newDependency,
  lookAlikePackage,
  swallowedError,
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
];
