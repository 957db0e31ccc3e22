/**
 * Comments that a tool obeys in any language. They change what other tools check, so they are
 * part of the code that a person signs. A formatter's own (`prettier-ignore`, `fmt: off`) are not.
 */
const anywhere = ['countersign:ignore', 'nolint', 'nosemgrep', 'nosec', 'nosonar', 'codeql\\['];

/** Matches a comment, or a line of one, that begins with one of the words (regular expressions). */
export function directivePattern(words: readonly string[]): RegExp {
  // Blanks and comment marks may stand before it. No `\s`, so that the match stays linear.
  return new RegExp(`(?:^|\\n)[ \\t*/!#]*(?:${[...anywhere, ...words].join('|')})`, 'i');
}

/**
 * Whether a comment (or a preprocessor's line) to the line's end holds another line end, behind which the language reads
 * code where its grammar does not.
 */
export function hidesCode(comment: string): boolean {
  return /^(?:\/\/|#)/.test(comment) && /[\r\u0085\u2028\u2029]\s*\S/.test(comment);
}
