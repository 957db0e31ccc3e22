/** Longer texts from outside are cut before they go into a message. */
const MAX_SHOWN = 80;

/** A text from outside as a message may hold it: on one line, cut, control characters escaped. */
export function quoted(text: string): string {
  return JSON.stringify(MAX_SHOWN < text.length ? `${text.slice(0, MAX_SHOWN)}…` : text);
}
