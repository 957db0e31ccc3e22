import { err, ok, type Result } from '../result.ts';

/**
 * JSON as agents write it: a byte order mark is dropped, and raw control characters inside texts
 * (Windsurf sends them) are read as if they had been escaped. Never throws.
 */
export function parseLenient(text: string): Result<unknown, 'not-json'> {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const strict = parse(json);
  return strict.ok ? strict : parse(escapeControls(json));
}

function parse(json: string): Result<unknown, 'not-json'> {
  try {
    const value: unknown = JSON.parse(json);
    return ok(value);
  } catch {
    // A SyntaxError, or a RangeError when it is nested too deep.
    return err('not-json');
  }
}

/** Escapes U+0000 to U+001F between quotes; outside of them they are blanks, or an error. */
function escapeControls(json: string): string {
  const parts: string[] = [];
  let isInText = false;
  let from = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) isInText = !isInText;
    else if (isInText && code === BACKSLASH) at++;
    else if (isInText && code < 0x20) {
      parts.push(json.slice(from, at), `\\u${code.toString(16).padStart(4, '0')}`);
      from = at + 1;
    }
  }
  parts.push(json.slice(from));
  return parts.join('');
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
