/**
 * Text from files, git and extensions, safe for a terminal: control characters (which could move
 * the cursor or hide a line) and those that turn the reading direction (which could show code
 * otherwise than it runs) are written out. Tabs stay.
 */
export function plain(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const short = SHORT[character];
    if (short !== undefined) return short;
    const code = character.charCodeAt(0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
}

// oxlint-disable-next-line no-control-regex -- These are the characters it is about.
const UNSAFE =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const SHORT: Readonly<Record<string, string | undefined>> = { '\n': '\\n', '\r': '\\r' };

/** Columns padded to the widest of each, two blanks between; the last one is not padded. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, i) =>
        i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Columns of a terminal, as far as counting characters tells; colours take none. */
function widthOf(text: string): number {
  // oxlint-disable-next-line no-control-regex -- Our own colour codes.
  return [...text.replace(/\u001b\[\d+m/g, '')].length;
}

/** `1 block`, `2 blocks`. */
export function counted(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(items: readonly string[], nShown: number): string {
  const rest = items.length - nShown;
  const shown = 0 < rest ? [...items.slice(0, nShown), `${rest} more`] : items;
  const last = shown.at(-1) ?? '';
  return shown.length <= 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
