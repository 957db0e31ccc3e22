/** Unicode's White_Space, which is what the reference trims from the end of a line. */
const WHITE_SPACE = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+$/;

/**
 * The attestations of a note by a model of git-ai 1.6.24's own reader: `path key ranges` for each
 * entry. It throws where that reader gives up on the whole note. What Countersign writes must read
 * the same here.
 */
export function readAsReference(note: string): readonly string[] {
  const lines = note.split('\n').map((line) => line.replace(/\r$/, ''));
  const divider = lines.indexOf('---');
  if (divider === -1) throw new Error('no divider');
  JSON.parse(lines.slice(divider + 1).join('\n'));
  const out: string[] = [];
  let path: string | undefined;
  for (const line of lines.slice(0, divider).map((each) => each.replace(WHITE_SPACE, ''))) {
    if (line === '') continue;
    if (line.startsWith('  ')) {
      const blank = line.indexOf(' ', 2);
      if (blank === -1 || path === undefined) throw new Error(`no entry: ${line}`);
      const ranges = line.slice(blank + 1);
      for (const part of ranges.split(',').flatMap((each) => each.split('-'))) {
        if (!/^\d+$/.test(part) || 4_294_967_295 < Number(part))
          throw new Error(`no line: ${part}`);
      }
      out.push(`${path} ${line.slice(2, blank)} ${ranges}`);
    } else {
      if (line === '"') throw new Error('a slice ends before it starts');
      path = line.startsWith('"') && line.endsWith('"') ? line.slice(1, -1) : line;
    }
  }
  return out;
}
