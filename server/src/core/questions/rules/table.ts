import type { Rule } from '../rule.ts';
import { hardCodedSecret } from './hardCodedSecret.ts';
import { laxSettings } from './laxSettings.ts';
import { lookAlikePackage } from './lookAlikePackage.ts';
import { missingAuth } from './missingAuth.ts';
import { missingPackage } from './missingPackage.ts';
import { newDependency } from './newDependency.ts';
import { redos } from './redos.ts';
import { regexSemantics } from './regexSemantics.ts';
import { swallowedError } from './swallowedError.ts';
import { undeclaredPackage } from './undeclaredPackage.ts';
import { weakCrypto } from './weakCrypto.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  missingPackage,
  undeclaredPackage,
  newDependency,
  lookAlikePackage,
  swallowedError,
  hardCodedSecret,
  weakCrypto,
  missingAuth,
  laxSettings,
  redos,
  regexSemantics,
];
