import type { DiagnosedRecord } from './record.ts';

const MAX_MESSAGE = 300;
const MAX_NAME = 60;

/** Equal for records that say the same of the same content; times and people do not count. */
export function diagnosedKey({
  subject,
  detail,
}: Pick<DiagnosedRecord, 'subject' | 'detail'>): string {
  const { path, symbol, textHash } = subject;
  const { source, code, lineInBlock, message } = detail;
  return JSON.stringify([path, symbol, textHash, source, code, lineInBlock, message]);
}

/** Another extension's message as one line of plain text, at most 300 UTF-16 units long. */
export function plainMessage(message: string): string {
  return plain(message, MAX_MESSAGE);
}

/** The same for the name of an extension or the code of a message, at most 60 units long. */
export function plainName(name: string): string {
  return plain(name, MAX_NAME);
}

/** Control characters, and those that turn the direction of writing, are no words. */
function plain(text: string, max: number): string {
  // Whoever wants to be read says it in the first part.
  const words = text
    .slice(0, 4 * max)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .trim();
  if (words.length <= max) return words;
  return `${words.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
