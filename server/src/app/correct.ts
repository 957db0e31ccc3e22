import { correctSpans } from '../core/attribution/correct.ts';
import type { Spans } from '../core/attribution/span.ts';
import type { Actor, CorrectionRecord, Statement, Via } from '../core/records/record.ts';
import type { Problem } from '../core/repository.ts';
import { ok, type Result } from '../core/result.ts';
import { createLineIndex } from '../core/text/lineIndex.ts';
import type { LineRange } from '../core/text/range.ts';
import { recordHead } from './recordHead.ts';
import type { WritePorts } from './sign.ts';

export interface Correction {
  readonly path: string;
  /** The text the person looked at, and what is known of it. */
  readonly text: string;
  readonly spans: Spans;
  /** 1-based, inside the text. */
  readonly lines: LineRange;
  readonly as: Statement;
  readonly by: Actor;
  readonly via: Via;
}

export interface Corrected {
  /** What is known of the text now. */
  readonly spans: Spans;
  /** Lines that stay AI's against the statement: the platform or an agent reported them. */
  readonly nStayAi: number;
}

/** Records a person's statement of where lines come from, and answers what is known then. */
export function recordCorrection(
  { repository, journal, clock }: WritePorts,
  { path, text, spans, lines, as, by, via }: Correction,
): Result<Corrected, Problem> {
  const index = createLineIndex(text);
  const start = index.startOf(lines.startLine - 1);
  const end = index.startOf(lines.endLine);
  const id = repository.ids.textId(text);
  const kept = journal.keepText(id, text);
  if (!kept.ok) return kept;
  const record: CorrectionRecord = {
    ...recordHead(repository, by, clock.now()),
    kind: 'correction',
    subject: {
      path,
      blob: repository.ids.blobId(path, text),
      textHash: repository.ids.sha256(text.slice(start, end)),
    },
    via,
    detail: { as, tier: 'stated', text: id, ranges: [[start, end]], lines },
  };
  const done = journal.append([record]);
  if (!done.ok) return done;
  const after = correctSpans(spans, text, record, text);
  return ok({ spans: after, nStayAi: as === 'ai' ? 0 : nReportedLines(after, index, lines) });
}

function nReportedLines(
  spans: Spans,
  index: ReturnType<typeof createLineIndex>,
  { startLine, endLine }: LineRange,
): number {
  const isAi = (line: number): boolean =>
    spans.some(
      (span) =>
        span.origin.kind === 'ai' &&
        span.start < index.endOf(line) &&
        index.startOf(line) < span.end,
    );
  let n = 0;
  for (let line = startLine - 1; line < endLine; line++) if (isAi(line)) n++;
  return n;
}
