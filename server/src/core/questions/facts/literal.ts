import type { Code, Text } from '../../code/code.ts';
import { bare, lastWord, plainText } from '../../code/say.ts';

/** Calls that only give a text another type: on the text, or with it as their first argument. */
const ON_TEXT =
  /^(?:to_?string|toCharArray|getBytes|encode|into|to_owned|as_bytes|to_vec|freeze|to_s|as_str|strip|trim|to_sym|b|unwrap)$/;
const WITH_TEXT =
  /^(?:from|byte|bytes|Bytes|bytearray|encode|GetBytes|String|SecretString|SecureString|Secret|new|string|string_view|std_string|from_str|Base64|b64decode|decode64|decode|TextEncoder|pack|Buffer|format|NewSecret|secret)$/;

/** The text that a value is, whatever type it is given; undefined where it is not written in the code. */
export function literalOf(code: Code | undefined, depth = 0): Text | undefined {
  if (!code || 6 < depth) return undefined;
  const value = bare(code);
  if (value.kind === 'text') return plainText(value) === undefined ? undefined : value;
  if (value.kind === 'named') return literalOf(value.value, depth + 1);
  if (value.kind === 'unary' && value.operator === '&') return literalOf(value.operand, depth + 1);
  if (value.kind !== 'call') return undefined;
  const { callee, args } = value;
  if (callee.kind === 'member' && ON_TEXT.test(callee.name)) {
    const held = literalOf(callee.object, depth + 1);
    if (held) return held;
  }
  const isWrapper = WITH_TEXT.test(lastWord(callee)) || isBytes(callee);
  return isWrapper ? literalOf(args[0], depth + 1) : undefined;
}

/** Go's `[]byte(…)`, where a reader takes the type for what is called. */
function isBytes(callee: Code): boolean {
  return callee.kind === 'other' && /slice_type|array_type/.test(callee.type);
}
