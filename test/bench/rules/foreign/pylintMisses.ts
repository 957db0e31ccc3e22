import type { MissCause } from './suite.ts';

/** Why cases of pylint's are missed. */
export const pylintMisses: readonly MissCause[] = [];
