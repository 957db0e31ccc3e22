import { eslint } from './eslint.ts';
import { pylint } from './pylint.ts';
import type { ForeignSuite } from './suite.ts';

/** Every suite of others that rules are tried on: one file and one line each. */
export const suites: readonly ForeignSuite[] = [pylint, eslint];
