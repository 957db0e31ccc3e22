/** Of letters that change their case: what follows the code in the question. */
export const CASE =
  'follows the language of the machine: in Turkish, I becomes ı. Is this text for people, not a key?';
/** Of bytes that become text: what follows the code in the question. */
export const ENCODING = 'names no encoding, so it depends on the machine. Is that meant?';
/** Of numbers as text: what follows the code in the question. */
export const NUMBER =
  "reads and writes numbers as the machine's language does: 1,5 or 1.5. Is that meant?";

/** Of texts in an order: what follows the code in the question. */
export const ORDER =
  'puts Zoe before anna and Ä behind z, as it goes by the numbers of letters. Is that the order people expect?';
/** Of letters that may get lost: what follows the code in the question. */
export const LOST =
  'drops or replaces what it cannot read, without a word. May the text hold other letters?';
