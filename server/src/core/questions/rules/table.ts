import type { Rule } from '../rule.ts';
import { sqlInjection } from './sqlInjection.ts';
import { swallowedError } from './swallowedError.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [swallowedError, sqlInjection];
