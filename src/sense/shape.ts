/** What the bare shape of an edit tells. A shape alone never makes text AI. */
export type Shape = 'typed' | 'edit';

/** Open and close brackets that the editor inserts together for one key. */
const PAIRS: ReadonlySet<string> = new Set(
  '() [] {} <> "" \'\' `` ** __ $$ || «» “” ‘’'.split(' '),
);
/** Enter: the line break, the next line's indentation and perhaps the comment's leader. */
const LINE_BREAK =
  /^\r?\n[ \t]*(?:(?:\*|\/{2,3}!?|#|--|;+|%)[ \t]*)?(?:\r?\n[ \t]*(?:\*\/|[)\]}])?)?$/u;
/** The Tab key, or one step of indentation. */
const INDENT = /^(?:\t| {1,8})$/u;
/** One character; before it perhaps the indentation that an electric bracket corrects. */
const ONE_CHARACTER = /^[ \t]*[^\s\p{M}]\p{M}*$/u;
/** What an input method writes at once: a few letters that have no key of their own. */
const COMPOSED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー々]{1,12}$/u;

/**
 * `typed` when the texts look like one press of a key: a character, a line break, a pair of
 * brackets, a deletion, or the same at several cursors. Anything else is `edit`.
 */
export function shapeOf(texts: readonly string[]): Shape {
  if (texts.length === 0) return 'edit';
  if (texts.length === 2 && PAIRS.has([...texts].reverse().join(''))) return 'typed';
  const [first] = texts;
  if (first === undefined || texts.some((text) => text !== first)) return 'edit';
  return isOneKeyPress(first) ? 'typed' : 'edit';
}

function isOneKeyPress(text: string): boolean {
  return (
    text === '' ||
    PAIRS.has(text) ||
    ONE_CHARACTER.test(text) ||
    LINE_BREAK.test(text) ||
    INDENT.test(text) ||
    COMPOSED.test(text)
  );
}
