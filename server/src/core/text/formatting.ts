import { isBlank, tokensOf } from './tokens.ts';

/**
 * Tokens that formatters put in, take out or spell otherwise. Two texts that differ in nothing
 * else say the same, and have the same authors.
 */
const FORMATTERS_OWN: ReadonlySet<string> = new Set([',', ';', '(', ')', '"', "'", '`', '\\']);

/** A token of both texts: where it stands in each. */
export interface SharedToken {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** A token that stays, with its place. */
interface Placed {
  readonly text: string;
  readonly at: number;
}

/**
 * The tokens that two texts share one by one, when a formatter is all that lies between them:
 * undefined when there is more.
 */
export function formattedPieces(before: string, after: string): readonly SharedToken[] | undefined {
  const old = stayingTokens(before);
  const now = stayingTokens(after);
  if (old.length !== now.length || old.length === 0) return undefined;
  const pieces: SharedToken[] = [];
  for (const [i, token] of now.entries()) {
    const was = old[i];
    if (was?.text !== token.text) return undefined;
    pieces.push({ before: was.at, after: token.at, length: token.text.length });
  }
  return pieces;
}

/** Whether a text holds nothing but what formatters put in and take out. */
export function isFormatting(text: string): boolean {
  return stayingTokens(text).length === 0;
}

function stayingTokens(text: string): Placed[] {
  const tokens: Placed[] = [];
  let at = 0;
  for (const token of tokensOf(text)) {
    if (!isBlank(token.charCodeAt(0)) && !FORMATTERS_OWN.has(token))
      tokens.push({ text: token, at });
    at += token.length;
  }
  return tokens;
}

/** What a text says apart from what formatters own; equal for texts between which they lie. */
export function withoutFormat(text: string): string {
  return stayingTokens(text)
    .map((token) => token.text)
    .join(' ');
}
