import type { CorrectionRecord } from '../records/record.ts';
import { assertNever } from '../result.ts';
import { carrySpans } from './attribute.ts';
import type { Origin } from './origin.ts';
import { joinSpans, type Span, type Spans, sliceSpans } from './span.ts';

/**
 * The spans on `text` after a person's statement about `before`, the text they looked at. It
 * reaches the same content wherever it stands now, and nothing that was made after they spoke.
 * What the platform or an agent itself reported stays AI's: a person's word is kept beside it, and
 * the code still needs its review.
 */
export function correctSpans(
  spans: Spans,
  text: string,
  correction: CorrectionRecord,
  before: string,
): Spans {
  const origin = statedOrigin(correction);
  const said = correction.detail.ranges.map(([start, end]): Span => ({ start, end, origin }));
  const here = carrySpans(joinSpans(said), before, text, undefined);
  const out: Span[] = [];
  let at = 0;
  for (const range of here) {
    out.push(...sliceSpans(spans, { start: at, end: range.start }));
    let from = range.start;
    for (const span of sliceSpans(spans, range)) {
      if (isOpenTo(span.origin, correction)) continue;
      out.push({ start: from, end: span.start, origin }, span);
      from = span.end;
    }
    out.push({ start: from, end: range.end, origin });
    at = range.end;
  }
  out.push(...sliceSpans(spans, { start: at, end: Number.MAX_SAFE_INTEGER }));
  return joinSpans(out);
}

function isOpenTo(origin: Origin, { at }: CorrectionRecord): boolean {
  if (origin.at !== undefined && at < origin.at) return false;
  const isReported =
    origin.kind === 'ai' && (origin.tier === 'platform' || origin.tier === 'agent');
  return !isReported;
}

/** Who people say made a text. */
export function statedOrigin({ at, by, detail }: CorrectionRecord): Origin {
  const stated = { tier: 'stated', at, by: `${by.name ?? by.id} <${by.id}>` } as const;
  switch (detail.as) {
    case 'ai':
      return { kind: 'ai', ...stated };
    case 'human':
      return { kind: 'human', ...stated };
    case 'web':
      return { kind: 'pasted', ...stated };
    default:
      return assertNever(detail.as);
  }
}
