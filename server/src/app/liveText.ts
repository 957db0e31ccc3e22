import { attribute } from '../core/attribution/attribute.ts';
import type { Origin } from '../core/attribution/origin.ts';
import { joinSpans, type Span, type Spans } from '../core/attribution/span.ts';
import type { Explanation } from '../core/attribution/signal.ts';
import type { Replacement } from '../core/text/edit.ts';

/** One open text, with the origins of its characters, while it is edited. */
export interface LiveText {
  readonly text: string;
  readonly version: number;
  /** Spans on `text`; what no signal has explained yet is shown as nothing. */
  readonly spans: Spans;
  /** True while a change waits for its signal. */
  readonly isWaiting: boolean;
  /** Applies one change: each replacement is on the result of the one before. */
  change(version: number, replacements: readonly Replacement[], nowMs: number): void;
  /**
   * Explains the change that made `version`; may come before it or after it. Answers the change
   * when it had been settled as unknown already and gets its origin only now.
   */
  explain(version: number, explanation: Explanation): SettledChange | undefined;
  /** Attributes, in order, what is explained or has waited too long. */
  settle(nowMs: number): readonly SettledChange[];
}

/** A change that got its origin. Ranges are offsets in the text right after it. */
export interface SettledChange {
  readonly version: number;
  readonly origin: Origin;
  readonly inserted: readonly { readonly start: number; readonly end: number }[];
  readonly text: string;
}

export interface LiveTextOptions {
  readonly text: string;
  readonly version: number;
  readonly spans: Spans;
  /** How long a change waits for its signal, in ms; 0 where the client sends none. */
  readonly patienceMs: number;
  /** The spans of a text that was seen before, by its content. */
  readonly recall: (text: string) => Spans | undefined;
}

/** Longest time a change may wait for its signal (DESIGN 5). */
export const SIGNAL_PATIENCE_MS = 250;

interface Waiting {
  readonly version: number;
  readonly replacements: readonly Replacement[];
  readonly deadline: number;
}

/** What undoing one change takes: sequential replacements, and the spans that come back. */
interface Undoable {
  readonly back: readonly Replacement[];
  readonly spans: Spans;
}

const HISTORY_LENGTH = 300;
/** Characters a walk through the history may copy: bounds an undo in a huge file. */
const HISTORY_WORK = 50_000_000;
/** Signals kept for versions that have not come, and versions kept that no signal explained. */
const SIGNALS_KEPT = 200;

const NOT_EXPLAINED: Explanation = { kind: 'origin', origin: { kind: 'unknown' } };

export function createLiveText(options: LiveTextOptions): LiveText {
  let text = options.text;
  let version = options.version;
  // The text and spans up to where every change has its origin.
  let settledText = text;
  let settledSpans = options.spans;
  let shown: Spans | undefined;
  let waiting: Waiting[] = [];
  const explanations = new Map<number, Explanation>();
  const unexplained = new Set<number>();
  const history: Undoable[] = [];

  const restored = (target: string): Spans | undefined => {
    let candidate = settledText;
    let work = 0;
    for (let i = history.length - 1; 0 <= i; i--) {
      const step = history[i];
      if (!step) break;
      candidate = applyAll(candidate, step.back);
      work += candidate.length;
      if (candidate === target) return step.spans;
      if (HISTORY_WORK < work) break;
    }
    return options.recall(target);
  };

  /** Save As makes an empty file and fills it in one edit, whose source nobody names. */
  const isFilling = ({ replacements }: Waiting): boolean =>
    settledText === '' && replacements.length === 1;

  const settleOne = (change: Waiting, explanation: Explanation): SettledChange => {
    const before = settledText;
    const spansBefore = settledSpans;
    const after = applyAll(before, change.replacements);
    const given = explanation.kind === 'origin' ? explanation.origin : explanation.otherwise;
    const origin: Origin = given.kind === 'unknown' ? { ...given, edit: change.version } : given;
    const isRestore =
      explanation.kind === 'restore' || (isFilling(change) && given.kind === 'unknown');
    const back = isRestore ? restored(after) : undefined;
    if (back) settledSpans = back;
    else {
      let at = before;
      for (const replacement of change.replacements) {
        settledSpans = attribute(settledSpans, at, replacement, origin);
        at = applyAll(at, [replacement]);
      }
    }
    settledText = after;
    history.push({ back: inverseOf(before, change.replacements), spans: spansBefore });
    if (HISTORY_LENGTH < history.length) history.shift();
    return {
      version: change.version,
      origin,
      inserted: back ? [] : insertedRanges(change.replacements),
      text: after,
    };
  };

  return Object.freeze({
    get text() {
      return text;
    },
    get version() {
      return version;
    },
    get spans() {
      if (waiting.length === 0) return settledSpans;
      if (!shown) {
        shown = settledSpans;
        let at = settledText;
        for (const { version: edit, replacements } of waiting) {
          for (const replacement of replacements) {
            shown = attribute(shown, at, replacement, { kind: 'unknown', edit });
            at = applyAll(at, [replacement]);
          }
        }
      }
      return shown;
    },
    get isWaiting() {
      return 0 < waiting.length;
    },
    change(newVersion: number, replacements: readonly Replacement[], nowMs: number): void {
      text = applyAll(text, replacements);
      version = newVersion;
      waiting.push({
        version: newVersion,
        replacements,
        deadline: nowMs + options.patienceMs,
      });
      shown = undefined;
    },
    explain(explained: number, explanation: Explanation): SettledChange | undefined {
      if (unexplained.delete(explained)) {
        // The signal came after its change had been settled: the characters carry the version.
        const origin = explanation.kind === 'origin' ? explanation.origin : explanation.otherwise;
        const isOf = (span: Span): boolean =>
          span.origin.kind === 'unknown' && span.origin.edit === explained;
        const inserted = settledSpans.filter(isOf);
        const amended = (spans: Spans): Spans =>
          spans.some(isOf)
            ? joinSpans(spans.map((span) => (isOf(span) ? { ...span, origin } : span)))
            : spans;
        settledSpans = amended(settledSpans);
        // An undo must not bring the unexplained form back.
        for (const [i, step] of history.entries()) {
          history[i] = { ...step, spans: amended(step.spans) };
        }
        shown = undefined;
        return { version: explained, origin, inserted, text: settledText };
      }
      explanations.set(explained, explanation);
      dropOldest(explanations);
      return undefined;
    },
    settle(nowMs: number): readonly SettledChange[] {
      const settled: SettledChange[] = [];
      let head = waiting[0];
      while (head) {
        const explanation = explanations.get(head.version);
        if (!explanation && nowMs < head.deadline) break;
        explanations.delete(head.version);
        const change = settleOne(head, explanation ?? NOT_EXPLAINED);
        // What is unknown now may still be explained: by a late signal, or a better one.
        if (change.origin.kind === 'unknown') {
          unexplained.add(head.version);
          dropOldest(unexplained);
        }
        settled.push(change);
        waiting = waiting.slice(1);
        head = waiting[0];
      }
      if (0 < settled.length) shown = undefined;
      return settled;
    },
  });
}

function dropOldest(kept: Set<number> | Map<number, unknown>): void {
  if (kept.size <= SIGNALS_KEPT) return;
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}

function applyAll(text: string, replacements: readonly Replacement[]): string {
  let result = text;
  for (const { start, end, text: inserted } of replacements) {
    result = result.slice(0, start) + inserted + result.slice(end);
  }
  return result;
}

/** Sequential replacements that take `replacements` back, the last one first. */
function inverseOf(before: string, replacements: readonly Replacement[]): readonly Replacement[] {
  const back: Replacement[] = [];
  let at = before;
  for (const replacement of replacements) {
    const { start, end, text } = replacement;
    back.unshift({ start, end: start + text.length, text: at.slice(start, end) });
    at = applyAll(at, [replacement]);
  }
  return back;
}

/** Where the inserted texts lie after all of the replacements. */
function insertedRanges(
  replacements: readonly Replacement[],
): readonly { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end, text } of replacements) {
    const shift = text.length - (end - start);
    for (const range of ranges) {
      if (end <= range.start) {
        range.start += shift;
        range.end += shift;
      }
    }
    if (text !== '') ranges.push({ start, end: start + text.length });
  }
  return ranges.sort((a, b) => a.start - b.start);
}
