import { assertNever } from '../result.ts';
import { withLf } from '../text/lineIndex.ts';
import { HASH_VERSION } from './block.ts';
import type { Part, StatementPart } from './shape.ts';

/**
 * The text that `codeHash` is taken of.
 *
 * A token is written with its length before it (`5:const`), so that no token can look like two.
 * A statement stands in `(` and `)`: with the tokens, that tells the nesting (indentation, and
 * the ends of statements that only a line break ends). `~` is a line break where it counts within
 * a statement, `_` what counts of the white space around the next token, `!` marks a directive comment, `#` the place of a child
 * block. No name of a grammar's node occurs in it.
 */
export function hashInput(family: string, parts: readonly Part[]): string {
  const stream: Stream = { out: [], nOpen: 0, directives: [] };
  for (const part of parts) write(stream, part);
  stream.out.push(...stream.directives);
  return `countersign ${HASH_VERSION} ${family}\n${stream.out.join('')}`;
}

/** A line break that is part of the code. */
export const lineBreakStream = '~';

/** What white space and line breaks around a token say. */
export function layoutStream(word: string): string {
  return `_${word.length}:${word}`;
}

export function tokenStream(token: string): string {
  const text = withLf(token);
  return `${text.length}:${text}`;
}

export function directiveStream(comment: string): string {
  const text = comment.replace(/\s+/g, ' ').trim();
  return `!${text.length}:${text}`;
}

/** A comment that the language itself reads, word for word. */
export function commentStream(comment: string): string {
  return `!${tokenStream(comment.replace(/[\r\n]+$/, ''))}`;
}

/** Tokens outside child blocks. */
export function countTokens(parts: readonly Part[]): number {
  let nTokens = 0;
  for (const part of parts) {
    if (part.kind === 'tokens') nTokens += part.nTokens;
    else if (part.kind === 'statement') nTokens += countTokens(part.shape.parts);
  }
  return nTokens;
}

/** Where the tokens outside child blocks begin, in order; `base` is what the parts' offsets count from. */
export function tokenStarts(parts: readonly Part[], base: number): number[] {
  return parts.flatMap((part) => {
    if (part.kind === 'tokens') return part.starts.map((start) => base + start);
    return part.kind === 'statement' ? tokenStarts(part.shape.parts, base + part.start) : [];
  });
}

/** The parts without the statements inside them: a header. */
export function headerOf(parts: readonly Part[]): Part[] {
  return parts.filter(({ kind }) => kind !== 'statement');
}

/** A statement that gives other parts than its own. */
export function withParts(statement: StatementPart, parts: readonly Part[]): StatementPart {
  return { ...statement, shape: { ...statement.shape, parts } };
}

interface Stream {
  readonly out: string[];
  /** Statements begun, but without a token so far. */
  nOpen: number;
  /** Directives met since the last token. */
  directives: string[];
}

/**
 * Whether a parser hangs a comment into the statement before it or after it depends on layout.
 * So directives are written between the ends and the beginnings of statements that meet at the
 * same place, and a statement's beginning waits for its first token.
 */
function write(stream: Stream, part: Part): void {
  switch (part.kind) {
    case 'tokens':
      begin(stream, part.stream);
      break;
    case 'block':
      begin(stream, '#');
      break;
    case 'directive':
      stream.directives.push(part.stream);
      break;
    case 'statement':
      stream.nOpen++;
      for (const inner of part.shape.parts) write(stream, inner);
      if (0 < stream.nOpen) stream.nOpen--;
      else stream.out.push(')');
      break;
    default:
      assertNever(part);
  }
}

function begin(stream: Stream, text: string): void {
  stream.out.push(...stream.directives, '('.repeat(stream.nOpen), text);
  stream.directives = [];
  stream.nOpen = 0;
}
