import type { MissCause } from './suite.ts';

const NOT_YET = 'not yet';
const TYPES = 'needs types, or values worked out across the file';
const OPTION = 'an option of theirs that is off by default';
const CONTRIVED = 'code that does nothing at all, as no program has it';

/** Why cases of pylint's are missed. */
export const pylintMisses: readonly MissCause[] = [
  { theirs: 'fixme', cause: NOT_YET },
  { theirs: 'lost-exception', cause: NOT_YET },
  { theirs: 'bare-except', cause: 'nothing in the `try` can fail' },
  { theirs: 'broad-exception-caught', like: /Custom/, cause: TYPES },
  { theirs: 'broad-exception-caught', cause: 'nothing in the `try` can fail' },
  {
    theirs: 'unspecified-encoding',
    like: /encoding=/,
    cause: 'an encoding of None is written out',
  },
  { theirs: 'unspecified-encoding', cause: NOT_YET },
  {
    theirs: 'consider-using-with',
    like: /\.close\(|acquire|fh =|tf =/,
    cause: 'their style: it is closed in another way than by `with`',
  },
  { theirs: 'consider-using-with', cause: NOT_YET },
  { theirs: 'duplicate-key', cause: TYPES },
  { theirs: 'duplicate-value', cause: NOT_YET },
  { theirs: 'duplicate-except', cause: NOT_YET },
  { theirs: 'bad-except-order', cause: TYPES },
  {
    theirs: 'comparison-with-itself',
    like: /\barg (?:[=!]=|is not|is) arg\b/,
    cause: 'a variable that may be NaN is tested so on purpose',
  },
  { theirs: 'comparison-with-itself', cause: CONTRIVED },
  { theirs: 'self-assigning-variable', cause: NOT_YET },
  {
    theirs: 'unreachable',
    like: /raise /,
    cause: 'a row of `raise`, each behind the other, as no program has it',
  },
  { theirs: 'unreachable', cause: NOT_YET },
  { theirs: 'unused-variable', like: /VAR =/, cause: OPTION },
  {
    theirs: 'unused-variable',
    like: /^\s*def |:= /m,
    cause: 'a function, or a default in brackets',
  },
  { theirs: 'unused-variable', cause: NOT_YET },
  { theirs: 'arguments-out-of-order', cause: NOT_YET },
  { theirs: 'dangerous-default-value', cause: TYPES },
  { theirs: 'redundant-unittest-assert', cause: 'the whole class is switched off by a decorator' },
];
