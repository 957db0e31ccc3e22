/**
 * Where the lines of one text start. A line ends with LF, CRLF or a lone CR, as in LSP.
 * Lines are 0-based here; the doors add one.
 */
export interface LineIndex {
  readonly text: string;
  readonly nLines: number;
  /** Offset of the first character of a line; the text's length for lines past the end. */
  startOf(line: number): number;
  /** Offset just after the last character of a line, its line end not counted. */
  endOf(line: number): number;
  /** The 0-based line that holds an offset. */
  lineAt(offset: number): number;
  /** The text of a line without its line end. */
  lineText(line: number): string;
}

export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const startOf = (line: number): number => (line < 0 ? 0 : (starts[line] ?? text.length));
  const endOf = (line: number): number => {
    let end = line + 1 < starts.length ? startOf(line + 1) : text.length;
    if (line + 1 < starts.length) {
      if (text.charCodeAt(end - 1) === 10) end--;
      if (startOf(line) < end && text.charCodeAt(end - 1) === 13) end--;
    }
    return end;
  };
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return Object.freeze({
    text,
    nLines: starts.length,
    startOf,
    endOf,
    lineAt,
    lineText: (line: number) => text.slice(startOf(line), endOf(line)),
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 13 && text.charCodeAt(offset + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(offset + 1);
  }
  return starts;
}

/** The text with every line end written as LF; hashes are taken of this form. */
export function withLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
