/** A paste changes the text 5 to 140 ms after its provider was asked; slow machines take longer. */
const WITNESS_MS = 2000;

export interface PasteWitness {
  /** A paste provider was handed this clipboard text. */
  readonly record: (text: string) => void;
  /** True when a change's texts are that clipboard text, right after it was seen. */
  readonly matches: (texts: readonly string[]) => boolean;
}

/** Remembers the last pasted text for a moment; line ends and indentation may differ. */
export function createPasteWitness(now: () => number): PasteWitness {
  let seen: { readonly text: string; readonly at: number } | undefined;

  function matches(texts: readonly string[]): boolean {
    if (seen === undefined) return false;
    if (WITNESS_MS < now() - seen.at) {
      seen = undefined;
      return false;
    }
    const pasted = seen.text;
    const [first = '', ...others] = texts.map(withoutIndentation);
    // At several cursors each gets the whole text, or one line each, told from the last to the first.
    const isSame =
      [first, ...others].includes(pasted) || [first, ...others].reverse().join('\n') === pasted;
    return isSame && pasted !== '';
  }

  return Object.freeze({
    record: (text: string) => {
      seen = { text: withoutIndentation(text), at: now() };
    },
    matches,
  });
}

function withoutIndentation(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trim());
  return lines.join('\n').trim();
}
