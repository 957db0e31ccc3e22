import type { Rule } from '../rule.ts';
import { commandInjection } from './commandInjection.ts';
import { xss } from './xss.ts';
import { logInjection } from './logInjection.ts';
import { massAssignment } from './massAssignment.ts';
import { openRedirect } from './openRedirect.ts';
import { pathTraversal } from './pathTraversal.ts';
import { ssrf } from './ssrf.ts';
import { sqlInjection } from './sqlInjection.ts';
import { swallowedError } from './swallowedError.ts';
import { uncheckedInput } from './uncheckedInput.ts';
import { unsafeDeserialisation } from './unsafeDeserialisation.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
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
  uncheckedInput,
];
