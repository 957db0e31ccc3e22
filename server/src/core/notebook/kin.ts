import { nonBlankLength } from '../text/tokens.ts';

/** The lines of a text without their indentation and ends, counted. */
export interface LineBag {
  readonly counts: ReadonlyMap<string, number>;
  /** Non-blank characters in all. */
  readonly size: number;
}

/** Fewer equal non-blank characters than this prove nothing of two cells (DESIGN 5, moving). */
export const MIN_COMMON = 40;

export function lineBag(text: string): LineBag {
  const counts = new Map<string, number>();
  for (const line of text.split(/\r\n?|\n/)) {
    const trimmed = line.trim();
    if (trimmed !== '') counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1);
  }
  let size = 0;
  for (const [line, n] of counts) size += n * nonBlankLength(line);
  return { counts, size };
}

/** How many non-blank characters stand in lines that both have. */
export function commonSize(a: LineBag, b: LineBag): number {
  let size = 0;
  for (const [line, n] of a.counts) {
    const shared = Math.min(n, b.counts.get(line) ?? 0);
    if (0 < shared) size += shared * nonBlankLength(line);
  }
  return size;
}

/**
 * Whether one text was made from the other. Cells are small and alike (`plt.show()`), and a line
 * diff of two that have nothing to do with each other would give one's lines to the other's author.
 */
export function isKin(a: LineBag, b: LineBag): boolean {
  const common = commonSize(a, b);
  return MIN_COMMON <= common && Math.min(a.size, b.size) <= 2 * common;
}
