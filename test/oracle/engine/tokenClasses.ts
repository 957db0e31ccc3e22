import type { Change } from '../row.ts';

/** Rewrites tokens so that what the class explains, and nothing else, is the same. */
export interface TokenClass {
  readonly name: string;
  rewrite(tokens: readonly string[]): readonly string[];
}

/** The first class that makes both texts the same. */
export function tokenClassOf(
  { before, after }: Change,
  tokensOf: (text: string) => readonly string[],
  classes: readonly TokenClass[],
): string | undefined {
  const [one, other] = [tokensOf(before), tokensOf(after)];
  const same = ({ rewrite }: TokenClass): boolean =>
    rewrite(one).join(' ') === rewrite(other).join(' ');
  return classes.find(same)?.name;
}

/** Words in a row are sorted, wherever they stand. */
export function sortedRuns(words: ReadonlySet<string>): TokenClass['rewrite'] {
  return (tokens) => {
    const sorted: string[] = [];
    let run: string[] = [];
    for (const each of [...tokens, '']) {
      if (words.has(each)) run.push(each);
      else {
        sorted.push(...run.toSorted(), each);
        run = [];
      }
    }
    return sorted;
  };
}

/** A row of tokens, each after a blank, as text that a pattern rewrites. */
export function replaced(pattern: RegExp, by: string): TokenClass['rewrite'] {
  return (tokens) => [tokens.join(' ').replace(pattern, by)];
}
