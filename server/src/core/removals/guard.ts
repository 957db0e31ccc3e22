import type { RemovalRow } from './kind.ts';

const CONDITION =
  /^(?:\}?\s*(?:else\s+)?if\b|elif\b|elsif\b|unless\b|guard\b|when\b|case\b.*\bwhen\b)/;
const EXIT =
  /\b(?:return|throw|raise|panic!?|abort|exit|break|continue|die|bail!?|fail|reject|Err)\b/;
const INLINE_GUARD =
  /(?:\?\?|\|\|)\s*(?:throw|raise|die|return|panic)\b|\.(?:unwrap_or_else|orElseThrow|ok_or)\b|\b(?:return|raise|next|break)\b.*\b(?:if|unless)\b/;
/** A condition's exit stands on its line or on the first lines of its body. */
const LINES_OF_BODY = 2;

/** A condition whose only work is to leave: it kept something out. */
export const guard: RemovalRow = {
  kind: 'guard',
  stems: [
    'if',
    'unless',
    'guard',
    'when',
    'throw',
    'raise',
    'die',
    'panic',
    '?? return',
    '|| return',
    'unwrap_or_else',
    'orelsethrow',
    'ok_or',
  ],
  matches: ({ text, next }) =>
    INLINE_GUARD.test(text) ||
    (CONDITION.test(text) &&
      [text, ...next.slice(0, LINES_OF_BODY)].some((line) => EXIT.test(line))),
};
