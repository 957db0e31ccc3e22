import type { MissCause } from './suite.ts';

/** Why cases of Staticcheck's are missed. */
export const staticcheckMisses: readonly MissCause[] = [
  { theirs: 'CheckDeferInInfiniteLoop', cause: 'not yet' },
  { theirs: 'CheckDeferLock', cause: 'not yet' },
  { theirs: 'CheckDubiousDeferInChannelRangeLoop', cause: 'not yet' },
  { theirs: 'CheckIntegerDivisionEqualsZero', cause: 'needs constants worked out' },
  { theirs: 'CheckLeakyTimeTick', cause: 'not yet' },
  { theirs: 'CheckLhsRhsIdentical', cause: 'needs types' },
  { theirs: 'CheckMaybeNil', cause: 'needs the ways through the code worked out' },
  { theirs: 'CheckNilMaps', cause: 'needs the ways through the code worked out' },
  { theirs: 'CheckSelfAssignment', cause: 'needs types' },
  { theirs: 'CheckTypeAssertionShadowingElse', cause: 'not yet' },
  { theirs: 'CheckUnreachableTypeCases', cause: 'needs types' },
  { theirs: 'CheckWaitgroupAdd', cause: 'not yet' },
];
