/**
 * The text of JSX between tags, as React and TypeScript read it: lines are trimmed where they
 * meet a line break, empty lines vanish, and the rest is joined by single spaces. So indenting
 * changes nothing, but a space between two tags on one line counts.
 */
export function markupText(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/);
  if (lines.length === 1) return text;
  return lines
    .map((line, index) => {
      const fromStart = index === 0 ? line : line.replace(/^[ \t]+/, '');
      return index === lines.length - 1 ? fromStart : trimEnd(fromStart);
    })
    .filter((line) => line !== '')
    .join(' ');
}

/** Without the quadratic backtracking of `/[ \t]+$/`. */
function trimEnd(line: string): string {
  let end = line.length;
  while (0 < end && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return line.slice(0, end);
}
