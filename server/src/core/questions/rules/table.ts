import type { Rule } from '../rule.ts';
import { swallowedError } from './swallowedError.ts';
import { hardCodedSecret } from './hardCodedSecret.ts';
import { weakCrypto } from './weakCrypto.ts';
import { missingAuth } from './missingAuth.ts';
import { laxSettings } from './laxSettings.ts';
import { redos } from './redos.ts';
import { regexSemantics } from './regexSemantics.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  swallowedError,
  hardCodedSecret,
  weakCrypto,
  missingAuth,
  laxSettings,
  redos,
  regexSemantics,
];
