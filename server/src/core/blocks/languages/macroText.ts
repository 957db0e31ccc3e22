/**
 * A macro's text with one blank between its tokens, without comments and continued lines: what
 * the preprocessor sees of it, but for the blanks that `#` would put into a string. `>>` is two
 * tokens, because formatters close up `> >` and no operator is written so.
 */
export function macroText(text: string): string {
  const tokens = text.replace(/\\\r?\n/g, ' ').match(token) ?? [];
  return tokens
    .filter((each) => !/^\/[/*]/.test(each))
    .join(' ')
    .replace(/^# /, '#');
}

const token = new RegExp(
  [
    // Bounds keep the match of texts without an end from growing with the square of their length.
    '/\\*[^]{0,2000}?\\*/',
    '//.*',
    '(?:L|u8?|U)?"(?:\\\\.|[^"\\\\]){0,2000}"',
    "(?:L|u8?|U)?'(?:\\\\.|[^'\\\\]){0,100}'",
    // A number of the preprocessor, which may be none of the compiler.
    "\\.?[0-9](?:[eEpP][+-]|['\\w.])*",
    '[\\w$\\P{ASCII}]+',
    '<<=|>>=|<=>|\\.\\.\\.|->\\*|##|::|->|\\+\\+|--|<<|<=|>=|==|!=|&&|\\|\\||[-+*/%&|^]=',
    '\\S',
  ].join('|'),
  'gu',
);

/** `#define`, but neither the `#` nor the `##` of a macro. */
export function isDirectiveWord(token: string): boolean {
  return /^#\w/.test(token);
}

/**
 * The line behind a preprocessor's word as the preprocessor sees it, with its continued lines; a
 * mark before it when the word is not the first on its line and so is no directive at all.
 */
export function lineAround(text: string, start: number, end: number): string {
  restOfLine.lastIndex = end;
  const rest = restOfLine.exec(text)?.[0] ?? '';
  // A bracket right behind its name makes a macro a function.
  const isFunction = text.slice(start, end).endsWith('define') && parameters.test(rest);
  return `${isFirstOnLine(text, start) ? '' : '\\'}${isFunction ? '(' : ''}${macroText(rest)}\n`;
}

/** Whether only blanks and comments stand before an offset on its line. */
function isFirstOnLine(text: string, offset: number): boolean {
  let end = offset;
  for (let nLines = 0; nLines < maxContinued; nLines++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (maxPrefix < end - start) return false;
    const prefix = text
      .slice(start, end)
      .replace(/\/\*.*?\*\//g, ' ')
      // A comment that began on a line before.
      .replace(/^.*\*\//, '');
    if (prefix.trim() !== '') return false;
    end = text[start - 2] === '\r' ? start - 2 : start - 1;
    if (start === 0 || text[end - 1] !== '\\') return true;
    end--;
  }
  return false;
}

const maxContinued = 10;
const maxPrefix = 200;

const parameters = /^(?:[ \t\f]|\\\r?\n|\/\*[^]{0,2000}?\*\/)*[\w$]+\(/;
const restOfLine = /(?:\\\r?\n|\/\*[^]{0,2000}?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n]){0,500}"|[^\n])*/y;
