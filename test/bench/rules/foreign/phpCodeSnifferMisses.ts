import type { MissCause } from './suite.ts';

/** Why cases of PHP_CodeSniffer's are missed. */
export const phpCodeSnifferMisses: readonly MissCause[] = [
  {
    theirs: 'Generic.Commenting.Fixme',
    cause: 'we ask only of a note about what is missing (precision)',
  },
  {
    theirs: 'Generic.Commenting.Todo',
    cause: 'we ask only of a note about what is missing (precision)',
  },
  {
    theirs: 'Generic.PHP.NoSilencedErrors',
    cause: 'we ask only where something outside may fail (precision)',
  },
  { theirs: 'Squiz.Classes.DuplicateProperty', cause: 'the parser cannot read the code' },
  { theirs: 'Squiz.Commenting.EmptyCatchComment', cause: 'nothing in it can fail' },
  { theirs: 'Squiz.PHP.Eval', cause: 'a text that is written out' },
  {
    theirs: 'Squiz.PHP.NonExecutableCode',
    like: /\bbreak;|\breturn/,
    cause: 'a break or a return that compilers or habit want (precision)',
  },
  { theirs: 'Squiz.PHP.NonExecutableCode', cause: 'not yet' },
];
