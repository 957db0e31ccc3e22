import type { Random } from './random.ts';
import type { Token } from './reading.ts';

export interface MutateOptions {
  readonly random: Random;
  readonly words: readonly string[];
  readonly blanks: readonly string[];
}

/** One small change of a text: of its tokens, or of what stands between them. */
export function mutate(
  text: string,
  tokens: readonly Token[],
  { random, words, blanks }: MutateOptions,
): string {
  const index = random.below(tokens.length);
  const token = tokens[index];
  if (!token) return text;
  const { start, end } = token;
  const wordOf = (each: Token | undefined): string =>
    each ? text.slice(each.start, each.end) : '';
  const anyWord = (): string =>
    (random.chance(0.5) ? random.pick(words) : wordOf(random.pick(tokens))) ?? '';
  const replaced = (from: number, to: number, by: string): string =>
    text.slice(0, from) + by + text.slice(to);
  const next = tokens[index + 1];
  const other = random.pick(tokens) ?? token;

  switch (random.below(12)) {
    case 0:
      return replaced(start, end, '');
    case 1:
      return replaced(start, end, anyWord());
    case 2:
      return replaced(end, end, ` ${anyWord()} `);
    case 3:
      return replaced(end, end, anyWord());
    case 4: {
      if (!next) return text;
      const between = text.slice(end, next.start);
      return replaced(start, next.end, wordOf(next) + between + wordOf(token));
    }
    case 5:
      return replaced(end, next?.start ?? text.length, random.pick(blanks) ?? '');
    case 6:
      return replaced(end, end, random.pick(blanks) ?? '');
    case 7:
      return replaced(end, next?.start ?? text.length, '');
    case 8: {
      // Words moved elsewhere, as when a closing bracket slides over a statement.
      const [first, last] = start < other.start ? [token, other] : [other, token];
      if (last.start < first.end) return text;
      return (
        text.slice(0, first.start) +
        text.slice(first.end, last.end) +
        wordOf(first) +
        text.slice(last.end)
      );
    }
    case 9: {
      const to = tokens[index + random.below(4)] ?? token;
      return `${text.slice(0, start)}(${text.slice(start, to.end)})${text.slice(to.end)}`;
    }
    case 10: {
      const at = start + random.below(end - start);
      return replaced(at, at + 1, random.pick(['', 'a', '0', '_', ' ', '"', '\n']) ?? '');
    }
    default:
      return replaced(end, end, random.pick([',', ';', '\n', ' ']) ?? '');
  }
}
