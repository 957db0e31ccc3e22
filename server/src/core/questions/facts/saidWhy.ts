import type { CodeView } from '../../code/codeView.ts';
import type { Range } from '../../text/range.ts';

/** A line that is a comment from its first sign on; Rust's marks and C's directives are none. */
const COMMENT_LINE =
  /^\s*(?:\/\/|\/\*|\*(?!\w)|#(?!\[|!\[|\s*(?:if|else|elif|end|define|include|pragma))|--\s)/;
/** A line of marks, which may stand between a comment and what it is about. */
const MARK_LINE = /^\s*(?:@\w|\[[A-Z]|#!?\[)/;
/** How many lines of a comment are looked at. */
const MAX_LINES = 12;

/** The comment that ends right above the line of a piece of code, marks between them passed over; '' without. */
export function commentAbove(text: string, { start }: Pick<Range, 'start'>): string {
  let said = '';
  let end = text.lastIndexOf('\n', start - 1);
  for (let n = 0; n < MAX_LINES && 0 < end; n++) {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(from, end);
    if (COMMENT_LINE.test(line)) said = `${line.trim()}\n${said}`;
    else if (said !== '' || !MARK_LINE.test(line)) break;
    end = from - 1;
  }
  return said;
}

/** The comment that begins on the line behind the one a piece of code begins on; '' without. */
export function commentBelow(text: string, { start }: Pick<Range, 'start'>): string {
  let said = '';
  let at = text.indexOf('\n', start) + 1;
  for (let n = 0; n < MAX_LINES && 0 < at; n++) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (COMMENT_LINE.test(line)) said += `${line.trim()}\n`;
    else if (said !== '') break;
    // A declaration's own line, other marks.
    else if (2 <= n || !/[({:]\s*$|^\s*[@#[]/.test(line)) break;
    at = end + 1;
  }
  return said;
}

/** What a comment says on the line a piece of code begins on, behind its beginning; '' without. */
export function commentBehind(view: CodeView, { start }: Pick<Range, 'start'>): string {
  const lineEnd = view.text.indexOf('\n', start);
  const behind = view.comments.filter(
    (one) => start <= one.start && (lineEnd < 0 || one.start < lineEnd),
  );
  return behind.map(({ text }) => text).join(' ');
}

/** Two words at least, or the number of an issue. */
export function isReason(said: string): boolean {
  return /\p{L}{2,}[^\p{L}]+\p{L}{2,}|#?\d{2,}/u.test(said);
}
