import type { MissCause } from './suite.ts';

/** Why cases of ESLint's are missed. */
export const eslintMisses: readonly MissCause[] = [];
