import { recomputable } from './recomputable.ts';
import { type Rope, ropesOf } from './rope.ts';

/**
 * An immutable text in chunks; offsets are UTF-16 units. Versions share all but the chunks that
 * differ. A surrogate pair may lie in two chunks: read through `slice` and `toString`.
 */
export interface TextRope {
  readonly length: number;
  readonly rope: Rope<string>;
  /** O(log n + k) for k characters. */
  slice(start: number, end: number): string;
  /** The text with `text` in place of `[start, end)`; O(log n + k) for k new characters. */
  replace(start: number, end: number, text: string): TextRope;
  /** Whether both hold the same text; O(1) when the lengths differ, else up to the difference. */
  equals(other: TextRope): boolean;
  /** O(n) at first, then remembered while memory allows. */
  toString(): string;
}

/** Most UTF-16 units of one chunk: what a key press copies at least, against the tree's height. */
const CHUNK_LENGTH = 1_000;

const chunks = ropesOf<string>({
  length: (chunk) => chunk.length,
  slice: (chunk, start, end) => chunk.slice(start, end),
  join: (a, b) => (a.length + b.length <= CHUNK_LENGTH ? a + b : undefined),
});

export function createTextRope(text: string): TextRope {
  return textRopeOf(chunks.of(chunksOf(text)));
}

function textRopeOf(rope: Rope<string>): TextRope {
  const slice = (start: number, end: number): string => chunks.leavesIn(rope, start, end).join('');
  const whole = recomputable(() => ({ text: slice(0, rope.length) }));
  return Object.freeze({
    length: rope.length,
    rope,
    slice,
    replace: (start: number, end: number, text: string) =>
      textRopeOf(chunks.replace(rope, start, end, chunksOf(text))),
    equals(other: TextRope): boolean {
      if (rope === other.rope) return true;
      if (rope.length !== other.length) return false;
      for (let at = 0; at < rope.length; at += CHUNK_LENGTH) {
        if (slice(at, at + CHUNK_LENGTH) !== other.slice(at, at + CHUNK_LENGTH)) return false;
      }
      return true;
    },
    toString: () => whole().text,
  });
}

function chunksOf(text: string): string[] {
  const out: string[] = [];
  for (let at = 0; at < text.length; at += CHUNK_LENGTH) {
    out.push(text.slice(at, at + CHUNK_LENGTH));
  }
  return out;
}
