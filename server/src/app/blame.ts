import { lineOrigins } from '../core/attribution/lineOrigins.ts';
import { NO_RECORD, type Origin } from '../core/attribution/origin.ts';
import { originAt, type Spans } from '../core/attribution/span.ts';
import type { StatusName } from '../core/evidence/status.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import type { JudgedBlock } from './judge.ts';

/** One line of a file: who wrote it, and where its block stands. */
export interface BlamedLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** Most characters first; never empty: a line nothing is recorded of is `unknown`. */
  readonly origins: readonly [Origin, ...Origin[]];
  /** `exempt` for lines in no block that is judged. */
  readonly status: StatusName;
}

/** A text with all that is known of it. */
export interface Blamed {
  readonly index: LineIndex;
  readonly spans: Spans;
  readonly blocks: readonly JudgedBlock[];
}

/** The origin of every line of a file; the empty rest behind the last line end is no line. */
export function blameLines({ index, spans, blocks }: Blamed): readonly BlamedLine[] {
  const nLines = index.nLines - (index.lineText(index.nLines - 1) === '' ? 1 : 0);
  const statuses = statusByLine(blocks);
  return Array.from({ length: nLines }, (_, line) => {
    const [first, ...rest] = distinct(
      lineOrigins(index, spans, line).shares.map(({ origin }) => origin),
    );
    // A blank line was written by whoever wrote its line end.
    const blank = originAt(spans, index.startOf(line)) ?? NO_RECORD;
    return {
      line: line + 1,
      text: index.lineText(line),
      origins: first === undefined ? [blank] : [first, ...rest],
      status: statuses.get(line + 1) ?? 'exempt',
    };
  });
}

/** Origins that tell different stories; two times of one author are one. The first stays. */
export function distinct<T extends Origin>(origins: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const origin of origins) {
    const key = JSON.stringify({ ...origin, at: undefined });
    if (!seen.has(key)) seen.set(key, origin);
  }
  return [...seen.values()];
}

/** By 1-based line. Child blocks stand behind their parents, so the innermost wins. */
function statusByLine(blocks: readonly JudgedBlock[]): ReadonlyMap<number, StatusName> {
  const statuses = new Map<number, StatusName>();
  for (const { block, status } of blocks) {
    for (let line = block.lines.startLine; line <= block.lines.endLine; line++) {
      statuses.set(line, status.name);
    }
  }
  return statuses;
}
