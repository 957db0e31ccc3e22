import { sha256Hex } from '../git/contentIds.ts';

/**
 * One journal line: `{"sum":"<16 hex>","record":<json>}` and a line break. The sum is the start
 * of the SHA-256 of the record's own bytes, so a torn or edited line is found.
 */
export function encodeLine(record: unknown): string {
  const body = JSON.stringify(record);
  return `${head(body)}${body}}\n`;
}

/** The record's JSON, or undefined for a line whose sum does not fit. */
export function decodeLine(line: string): unknown {
  const body = line.slice(HEAD_LENGTH, -1);
  if (line.slice(0, HEAD_LENGTH) !== head(body) || !line.endsWith('}')) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const HEAD_LENGTH = '{"sum":"0123456789abcdef","record":'.length;

function head(body: string): string {
  return `{"sum":"${sha256Hex(body).slice(0, 16)}","record":`;
}
