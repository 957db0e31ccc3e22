import { format, type Options } from 'prettier';
import type { Dialect } from './tree.ts';

/** Each text as prettier leaves it, as wide as the text itself is. */
export async function formatted(
  texts: readonly string[],
  dialect: Dialect,
): Promise<readonly (string | undefined)[]> {
  return Promise.all(
    texts.map(async (text) => {
      try {
        return await format(text, { ...fixed, ...styleOf(text), filepath: `unit${dialect}` });
      } catch {
        return undefined;
      }
    }),
  );
}

/** Prettier writes other code only where nobody can tell it not to. */
const fixed: Options = {
  quoteProps: 'preserve',
  embeddedLanguageFormatting: 'off',
  plugins: [],
};

/** A project's own settings are lost when a package is made, but what they made is not. */
function styleOf(text: string): Options {
  const code = text.replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*/g, '');
  const longest = code
    .split('\n')
    .map(({ length }) => length)
    .toSorted((a, b) => b - a);
  const usual = longest[Math.floor(longest.length / 50)] ?? 0;
  return {
    printWidth: [80, 100].find((width) => usual <= width) ?? 120,
  };
}
