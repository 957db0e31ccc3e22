/** The one global of every JavaScript host that this room uses beyond the language itself. */
declare const TextDecoder: new (
  encoding?: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

/** A file's bytes as text, or why they are none. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string; readonly isUtf8: boolean }
  | { readonly kind: 'binary' };

/** Git looks this far for a NUL to call a file binary (buffer_is_binary in xdiff-interface.c). */
const BINARY_LOOK = 8_000;

/**
 * Bytes that are not UTF-8 are read as Latin-1: every byte has a character, so its ASCII lines
 * still compare.
 */
export function textOfBytes(bytes: Uint8Array): FileText {
  if (bytes.subarray(0, BINARY_LOOK).includes(0)) return { kind: 'binary' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, isUtf8: true };
  } catch {
    return { kind: 'text', text: new TextDecoder('latin1').decode(bytes), isUtf8: false };
  }
}

/** The same where nothing but a text counts: undefined for a binary file, and for none. */
export function textIn(bytes: Uint8Array | undefined): string | undefined {
  const content = bytes && textOfBytes(bytes);
  return content?.kind === 'text' ? content.text : undefined;
}
