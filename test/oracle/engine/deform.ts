import type { OracleRow } from '../row.ts';
import type { Random } from './random.ts';
import type { Reading } from './reading.ts';

/**
 * A text with other white space in a share of the places between its tokens: what a person
 * or a tool might leave behind. Whether its tree is still the same is for the parser to say.
 */
export function deform(
  text: string,
  { isIndented }: OracleRow,
  reading: Reading,
  { random, share }: { readonly random: Random; readonly share: number },
): string {
  const out: string[] = [];
  let at = 0;
  for (const { start, end } of reading.tokens(text)) {
    const gap = text.slice(at, start);
    out.push(random.chance(share) ? otherGap(gap) : gap, text.slice(start, end));
    at = end;
  }
  return out.join('') + text.slice(at);

  function indentBefore(offset: number): string {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  }

  function otherGap(gap: string): string {
    if (gap.includes('\n')) {
      const breaks = gap.split('\n').slice(1);
      const indent = isIndented ? breaks.at(-1) : random.pick(['', ' ', '\t', '      ', '\t\t\t']);
      return (random.chance(0.2) ? '\n\n\n' : '\n'.repeat(breaks.length)) + indent;
    }
    if (gap === '') return random.chance(0.5) ? ' ' : '';
    // Where indentation is code, a line in brackets is still indented more than its statement.
    const lineBreak = isIndented ? ` \n${indentBefore(at)} ` : ' \n';
    return random.pick([' ', '  ', '\t', lineBreak, '']) ?? gap;
  }
}
