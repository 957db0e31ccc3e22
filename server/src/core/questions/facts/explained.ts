import type { CodeView } from '../../code/codeView.ts';
import type { Range } from '../../text/range.ts';

/** A comment in it, or behind it on its last line, says why; a note of what is still to do does not. */
export function isExplained(view: CodeView, { start, end }: Range): boolean {
  const lineEnd = view.text.indexOf('\n', end);
  return view.comments.some((comment) => {
    const isInside = start <= comment.start && comment.start <= (lineEnd < 0 ? Infinity : lineEnd);
    const words = comment.text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    return isInside && 7 < words.length && !/TODO|FIXME|XXX/i.test(words);
  });
}

/** The same of a statement: also a comment on the line before it. */
export function isExplainedAround(view: CodeView, { start, end }: Range): boolean {
  const lineStart = view.text.lastIndexOf('\n', start - 1);
  const before = view.text.lastIndexOf('\n', Math.max(0, lineStart - 1));
  return isExplained(view, { start: before + 1, end });
}
