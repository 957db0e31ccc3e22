import { rubocop } from './rubocop.ts';
import type { ForeignSuite } from './suite.ts';

/** Every suite of others that rules are tried on: one file and one line each. */
export const suites: readonly ForeignSuite[] = [rubocop];
