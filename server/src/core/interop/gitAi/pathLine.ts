/** A line that ends the attestations. */
export const DIVIDER = '---';

/**
 * The line that names a file. The standard quotes paths with blanks and knows no escapes. Quoted
 * too is what its readers would else take for something else: a file called `---`, and a path
 * that itself begins and ends with a quote.
 */
export function formatPathLine(path: string): string {
  return /[\s\u0085]/.test(path) || path === DIVIDER || /^".*"$/s.test(path) || path === '"'
    ? `"${path}"`
    : path;
}

/** The path of such a line, blanks behind it dropped. Non-ASCII paths are not git-quoted. */
export function parsePathLine(line: string): string {
  return isQuoted(line) ? line.slice(1, -1) : line;
}

/** Whether a quote opens here that another line must close: a path with a line feed. */
export function isOpenQuote(line: string): boolean {
  return line.startsWith('"') && !isQuoted(line);
}

function isQuoted(line: string): boolean {
  return 2 <= line.length && line.startsWith('"') && line.endsWith('"');
}

/** Why no reader of the standard would find this path again; undefined when one would. */
export function whyNotWritable(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (path.includes('\n')) return 'a line feed in it would end the line';
  return /\p{Surrogate}/u.test(path) ? 'it is not UTF-8' : undefined;
}
