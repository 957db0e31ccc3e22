import type { MissCause } from './suite.ts';

const PRECISION = 'we ask only where it is likely to be wrong, as most such code is meant';
const NOT_YET = 'not yet';
const OPTION = 'an option of theirs that is off by default';
const CONTRIVED = 'code that does nothing at all, as no program has it';

/** Why cases of ESLint's are missed. */
export const eslintMisses: readonly MissCause[] = [
  { theirs: 'no-empty-function', cause: PRECISION },
  { theirs: 'no-warning-comments', like: /litera|one-var/, cause: OPTION },
  { theirs: 'no-warning-comments', cause: NOT_YET },
  { theirs: 'no-empty', like: /try \{\} catch/, cause: CONTRIVED },
  { theirs: 'handle-callback-err', cause: NOT_YET },
  { theirs: 'no-unsafe-finally', cause: NOT_YET },
  { theirs: 'default-case', cause: 'a comment says that there is no default' },
  { theirs: 'radix', cause: OPTION },
  { theirs: 'require-atomic-updates', cause: NOT_YET },
  {
    theirs: 'no-await-in-loop',
    cause: 'we ask only where what is awaited is known to go out to a database or a network',
  },
  { theirs: 'no-eval', like: /EVAL|exe\(/, cause: NOT_YET },
  { theirs: 'no-eval', like: /this\.eval/, cause: 'mostly a method of that name' },
  { theirs: 'no-implied-eval', cause: NOT_YET },
  { theirs: 'no-control-regex', cause: PRECISION },
  { theirs: 'no-dupe-keys', cause: NOT_YET },
  { theirs: 'no-duplicate-case', cause: NOT_YET },
  { theirs: 'no-dupe-class-members', cause: NOT_YET },
  {
    theirs: 'no-self-compare',
    like: /\bx [=!]==? x\b/,
    cause: 'a variable that may be NaN is tested so on purpose',
  },
  { theirs: 'no-self-compare', cause: NOT_YET },
  { theirs: 'no-self-assign', cause: NOT_YET },
  { theirs: 'no-shadow', cause: PRECISION },
  { theirs: 'no-unreachable', cause: NOT_YET },
  {
    theirs: 'no-unused-vars',
    like: /^(?:\/\*.*\*\/ ?)?(?:var|let|const) (?:\w+ ?=|[[{])/m,
    cause: 'a variable of the file itself, which others may read',
  },
  { theirs: 'no-unused-vars', cause: NOT_YET },
  { theirs: 'no-param-reassign', cause: PRECISION },
  {
    theirs: 'eqeqeq',
    like: /null|typeof/,
    cause: 'both operators give the same, or null is meant',
  },
  { theirs: 'eqeqeq', cause: CONTRIVED },
  { theirs: 'no-eq-null', cause: 'both operators give the same, or null is meant' },
  { theirs: 'valid-jsdoc', like: /@(?:param|return)/, cause: NOT_YET },
  { theirs: 'valid-jsdoc', cause: 'their style: each parameter has its line' },
];
