import type { Rule } from '../rule.ts';
import { commandInjection } from './commandInjection.ts';
import { crossSiteScripting } from './crossSiteScripting.ts';
import { pathTraversal } from './pathTraversal.ts';
import { sqlInjection } from './sqlInjection.ts';
import { swallowedError } from './swallowedError.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  swallowedError,
  sqlInjection,
  commandInjection,
  pathTraversal,
  crossSiteScripting,
];
