import type { Origin } from '../core/attribution/origin.ts';
import { createLineIndex } from '../core/text/lineIndex.ts';
import type { LineRange } from '../core/text/range.ts';
import type { LiveText, SettledChange } from './liveText.ts';

/** A paste of so many lines may well be an assistant's answer: where it is from is asked once. */
const MIN_LINES = 5;

/** A paste as it stands now. 1-based lines. */
export interface Paste {
  readonly version: number;
  readonly lines: LineRange;
  readonly nLines: number;
}

export function isLargePaste({ origin, inserted, text }: SettledChange): boolean {
  if (!isUnanswered(origin)) return false;
  const whole = text();
  return inserted.some(({ start, end }) => MIN_LINES <= nLinesOf(whole.slice(start, end)));
}

/** What is left of the pastes made at these times, where nobody has said yet where they are from. */
export function pastesIn(live: LiveText, times: ReadonlySet<string>): readonly Paste[] {
  if (times.size === 0) return [];
  const { text, spans, version } = live;
  const index = createLineIndex(text);
  const ranges = new Map<string, { start: number; end: number }>();
  for (const { start, end, origin } of spans) {
    if (!isUnanswered(origin) || !times.has(origin.at)) continue;
    const range = ranges.get(origin.at);
    if (range) range.end = end;
    else ranges.set(origin.at, { start, end });
  }
  return [...ranges.values()].flatMap(({ start, end }) => {
    const nLines = nLinesOf(text.slice(start, end));
    const lines = { startLine: index.lineAt(start) + 1, endLine: index.lineAt(end - 1) + 1 };
    return nLines < MIN_LINES ? [] : [{ version, lines, nLines }];
  });
}

function isUnanswered(origin: Origin): origin is Extract<Origin, { kind: 'pasted' }> {
  return origin.kind === 'pasted' && origin.tier === undefined;
}

/** Lines that hold something. */
function nLinesOf(text: string): number {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length;
}
