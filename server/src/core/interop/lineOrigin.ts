import { lineOrigins } from '../attribution/lineOrigins.ts';
import type { Origin } from '../attribution/origin.ts';
import type { Spans } from '../attribution/span.ts';
import type { LineRange } from '../text/range.ts';
import { gitLineIndex, nGitLines } from './gitLines.ts';

/** Where one line (1-based, as git counts) comes from. */
export interface LineOrigin {
  readonly line: number;
  readonly origin: Origin;
}

/** Lines of one file at one commit, in rising order; lines that are not named have no record. */
export interface FileOrigins {
  /** Relative to the repository's top, with `/`. */
  readonly path: string;
  readonly lines: readonly LineOrigin[];
}

/**
 * The origin of every line that holds anything but blanks. Law: a line is AI's only if most of its
 * non-blank characters are. `within` leaves out all other lines: formats that hang a file on a
 * commit speak of the lines which that commit added.
 */
export function originsOfLines(
  text: string,
  spans: Spans,
  within: readonly LineRange[] = [{ startLine: 1, endLine: nGitLines(text) }],
): readonly LineOrigin[] {
  const index = gitLineIndex(text);
  const nLines = nGitLines(text);
  const out: LineOrigin[] = [];
  for (const { startLine, endLine } of within) {
    for (let line = Math.max(1, startLine); line <= Math.min(endLine, nLines); line++) {
      const { shares, isAi } = lineOrigins(index, spans, line - 1);
      const most = shares.find(({ origin }) => (origin.kind === 'ai') === isAi);
      if (most) out.push({ line, origin: most.origin });
    }
  }
  return out;
}
