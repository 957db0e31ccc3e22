import { withLf } from '../../text/lineIndex.ts';

/**
 * A text block as the Java compiler reads it, in its quotes: white space at line ends and the
 * indentation that all lines share (the closing quotes' line too) are not part of its value.
 * Escapes stay as they are spelled.
 */
export function stripIndent(literal: string): string {
  const [opening = '', ...lines] = withLf(literal).split('\n');
  const last = lines.length - 1;
  const widths = lines
    .filter((line, index) => index === last || !/^[ \t\f]*$/.test(line))
    .map((line) => line.length - line.replace(/^[ \t\f]+/, '').length);
  const width = Math.min(...widths);
  return [opening.trimEnd(), ...lines.map((line) => trimEnd(line.slice(width)))].join('\n');
}

/** Without the quadratic backtracking of a regular expression. */
function trimEnd(line: string): string {
  let end = line.length;
  while (0 < end && ' \t\f'.includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

/**
 * A raw string as the C# compiler reads it, in its quotes: the white space before the closing
 * quotes stands before every line, and is not part of the value.
 */
export function stripClosingIndent(literal: string): string {
  const lines = withLf(literal).split('\n');
  const [opening = ''] = lines;
  const closing = lines.at(-1) ?? '';
  if (lines.length < 3) return literal;
  const indent = closing.slice(0, closing.length - closing.trimStart().length);
  const inside = lines.slice(1, -1).map((line) => {
    if (line.startsWith(indent)) return line.slice(indent.length);
    return line.trim() === '' ? '' : line;
  });
  return [opening.trimEnd(), ...inside, closing.trimStart()].join('\n');
}
