import { type Span, type Spans, joinSpans, sliceSpans } from '../attribution/span.ts';
import type { Range } from '../text/range.ts';

/** One JSON string of a cell's source: usually one line of it. */
export interface SourcePiece {
  /** What it holds, as offsets of the source. */
  readonly source: Range;
  /** Between its quotes, as offsets of the file. */
  readonly inner: Range;
  /** With its quotes, the comma behind it, and where it has one its key. */
  readonly outer: Range;
}

/** One cell of a notebook's text, and where every character of its source stands there. */
export interface NotebookCell {
  /** From 0, in the file's order. */
  readonly position: number;
  /** Notebooks have these from nbformat 4.5 on. */
  readonly id: string | undefined;
  readonly kind: 'code' | 'markdown' | 'raw';
  readonly source: string;
  readonly pieces: readonly SourcePiece[];
  /** Where the source begins, or would. */
  readonly start: number;
  /** File offset of each character of the source; law: rising. */
  readonly offsets: Uint32Array;
}

/** The file offset of a source offset; the end of the source is where its last string ends. */
export function fileOffset({ offsets, pieces, start }: NotebookCell, offset: number): number {
  return offsets[offset] ?? pieces.at(-1)?.inner.end ?? start;
}

/** The first source offset whose character stands at or behind a file offset. */
export function sourceOffset({ offsets }: NotebookCell, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A range of the source as a range of the file, from its first character to its last one's end. */
export function fileRange(cell: NotebookCell, { start, end }: Range): Range {
  const from = fileOffset(cell, start);
  if (end <= start) return { start: from, end: from };
  const piece = cell.pieces.find(({ source }) => source.start < end && end <= source.end);
  const to = piece?.source.end === end ? piece.inner.end : fileOffset(cell, end);
  return { start: from, end: to };
}

/**
 * Spans on the source as spans on the file, string by string. A string's quotes and comma go with
 * its ends, so that a line of the file is whose line of the source it is.
 */
export function spansInFile(cell: NotebookCell, spans: Spans): Spans {
  const out: Span[] = [];
  for (const { source, outer } of cell.pieces) {
    for (const { start, end, origin } of sliceSpans(spans, source)) {
      out.push({
        start: start === source.start ? outer.start : fileOffset(cell, start),
        end: end === source.end ? outer.end : fileOffset(cell, end),
        origin,
      });
    }
  }
  return joinSpans(out);
}

/** Spans on the file as spans on the source. Law: undoes `spansInFile`. */
export function spansInSource(cell: NotebookCell, spans: Spans): Spans {
  return joinSpans(
    spans
      .map(({ start, end, origin }) => ({
        start: sourceOffset(cell, start),
        end: sourceOffset(cell, end),
        origin,
      }))
      .filter(({ start, end }) => start < end),
  );
}
