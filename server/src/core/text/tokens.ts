export function nonBlankLength(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) n++;
  return n;
}

export function isBlank(code: number): boolean {
  return code === 32 || (9 <= code && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/** Words, line ends, blanks and single signs, in order; together they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_$]+|\r\n|\r|\n|[^\S\r\n]+|[^\s\p{L}\p{N}_$]/gu) ?? [];
}

/** Whether a character can be part of a name or a number; the empty text is none. */
export function isWordPart(character: string): boolean {
  return WORD_PART.test(character);
}

/** Half of a surrogate pair is taken for a letter: most that stand in code are. */
const WORD_PART = /[\p{L}\p{N}_$\uD800-\uDFFF]/u;
