import type { MissCause } from './suite.ts';

/** Why cases of go vet's are missed. */
export const goVetMisses: readonly MissCause[] = [
  { theirs: 'bools', cause: 'more than twenty in one function are not asked about' },
  { theirs: 'lostcancel', cause: 'needs the ways through the code worked out' },
  { theirs: 'nilness', cause: 'needs the ways through the code worked out' },
  {
    theirs: 'unreachable',
    like: /\bbreak\b|\bgoto\b/,
    cause: 'a break or a return that compilers or habit want (precision)',
  },
  { theirs: 'unreachable', cause: 'needs the ways through the code worked out' },
  { theirs: 'shadow', cause: 'we ask only where the outer one is read as it was (precision)' },
];
