/** A class of differences: a name, and what it says to be the same, taken out of a text. */
export type TextClass = readonly [name: string, normalised: (text: string) => string];

/** The first class under which two texts are the same, but for blanks within lines and empty lines. */
export function classBetween(
  classes: readonly TextClass[],
  before: string,
  after: string,
): string | undefined {
  return classes.find(([, normalised]) => {
    return withoutBlanks(normalised(before)) === withoutBlanks(normalised(after));
  })?.[0];
}

function withoutBlanks(text: string): string {
  return text
    .replace(/[ \t\r]+/g, '')
    .replace(/\n+/g, '\n')
    .trim();
}

/** Whether nothing but blanks differs. No class of tokens explains that. */
export function differInBlanks(before: string, after: string): boolean {
  return before.replace(/\s+/g, '') === after.replace(/\s+/g, '');
}

/** Changes comments. `opaque` finds literals and comments; a comment begins with `/`. */
export function withComments(
  opaque: RegExp,
  text: string,
  instead: (comment: string) => string,
): string {
  return text.replace(opaque, (found) => (found.startsWith('/') ? instead(found) : found));
}

/** Changes what is neither a literal nor a comment. */
export function withCode(opaque: RegExp, text: string, instead: (code: string) => string): string {
  let at = 0;
  const out: string[] = [];
  for (const { index, 0: found } of text.matchAll(opaque)) {
    out.push(instead(text.slice(at, index)), found);
    at = index + found.length;
  }
  return out.join('') + instead(text.slice(at));
}
