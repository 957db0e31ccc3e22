import type { MissCause } from './suite.ts';

/** Why cases of RuboCop's are missed. */
export const rubocopMisses: readonly MissCause[] = [
  { theirs: 'Lint/BinaryOperatorWithIdenticalOperands', cause: 'not yet' },
  {
    theirs: 'Lint/DuplicateBranch',
    cause: 'we ask only where all branches are the same (precision)',
  },
  { theirs: 'Lint/DuplicateCaseCondition', cause: 'not yet' },
  {
    theirs: 'Lint/DuplicateHashKey',
    cause: 'keys that are worked out, of which real code has none',
  },
  { theirs: 'Lint/FloatComparison', cause: 'not yet: eql?, Float() and to_f' },
  { theirs: 'Lint/NonAtomicFileOperation', cause: 'not yet: FileTest and FileUtils' },
  {
    theirs: 'Lint/RescueException',
    cause: 'not yet',
  },
  { theirs: 'Lint/SafeNavigationChain', cause: 'not yet: operators behind `&.`' },
  { theirs: 'Lint/SuppressedException', cause: 'nothing in it is known to fail (precision)' },
  { theirs: 'Lint/UnreachableCode', cause: 'needs the ways through the code worked out' },
  {
    theirs: 'Lint/UselessAssignment',

    cause: 'we ask only of a value in a function that nothing mentions at all',
  },
  { theirs: 'Security/IoMethods', cause: 'a text that is written out' },
  { theirs: 'Security/MarshalLoad', cause: 'a text that is written out' },
  { theirs: 'Security/YAMLLoad', cause: 'a text that is written out' },
  {
    theirs: 'Style/DisableCopsWithinSourceCodeDirective',
    cause: 'we ask only where a rule is switched off that is about defects (precision)',
  },
  {
    theirs: 'Style/MutableConstant',
    cause: 'we ask only where one is changed or handed out (precision)',
  },
  { theirs: 'Style/RescueModifier', cause: 'nothing in it is known to fail (precision)' },
];
