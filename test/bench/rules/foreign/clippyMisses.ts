import type { MissCause } from './suite.ts';

/** Why cases of Clippy's are missed. */
export const clippyMisses: readonly MissCause[] = [
  { theirs: 'almost_complete_letter_range', cause: 'not yet: ranges of letters' },
  { theirs: 'assertions_on_constants', cause: 'outside a test, where we do not ask' },
  { theirs: 'cast', cause: 'needs types: a value of its own, written out' },
  { theirs: 'cast_size', cause: 'needs types' },
  {
    theirs: 'eq_op',
    like: /vec|\(\(|\[1\]|\(1, 2\)|- 1|\/ 1|\+ 1|true|\^/,
    cause: 'constants worked out, of which real code has none',
  },
  { theirs: 'eq_op', cause: 'not yet' },
  { theirs: 'float_cmp', cause: 'needs types' },
  { theirs: 'float_cmp_const', cause: 'needs types' },
  { theirs: 'get_unwrap', cause: 'their style: an index fails just as well' },
  {
    theirs: 'if_same_then_else2',
    cause: 'we ask only where all branches are the same (precision)',
  },
  {
    theirs: 'integer_division',
    cause: 'we ask only where a fraction is lost that was wanted (precision)',
  },
  { theirs: 'let_underscore_lock', cause: 'not yet: a lock that is given back at once' },
  {
    theirs: 'let_underscore_must_use',
    cause: 'we ask only where something outside may fail (precision)',
  },
  { theirs: 'map_err', cause: 'we ask only where nobody learns that something failed (precision)' },
  { theirs: 'match_same_arms', cause: 'we ask only where all branches are the same (precision)' },
  { theirs: 'match_same_arms2', cause: 'we ask only where all branches are the same (precision)' },
  { theirs: 'match_wild_err_arm', cause: 'we ask only where an answer is made up (precision)' },
  {
    theirs: 'match_wildcard_for_single_variants',
    cause: 'we ask only where no branch is for the others (precision)',
  },
  { theirs: 'mem_forget', cause: 'needs types' },
  { theirs: 'same_functions_in_if_condition', cause: 'a call may give another answer (precision)' },
  { theirs: 'self_assignment', cause: 'constants worked out, of which real code has none' },
  {
    theirs: 'shadow',
    cause: 'we ask only where the outer one stays as it was and is read (precision)',
  },
  {
    theirs: 'wildcard_enum_match_arm',
    cause: 'we ask only where no branch is for the others (precision)',
  },
];
