import { attributeTree } from '../core/attribution/attributeTree.ts';
import { type Cut, isLongEnough, movedWithin } from '../core/attribution/moved.ts';
import type { Origin } from '../core/attribution/origin.ts';
import type { Explanation, Hand } from '../core/attribution/signal.ts';
import { isSameSpans, sliceSpans, type Span, type Spans } from '../core/attribution/span.ts';
import { createSpanTree, type SpanTree } from '../core/attribution/spanTree.ts';
import type { Replacement } from '../core/text/edit.ts';
import type { Range } from '../core/text/range.ts';
import { createTextRope, type TextRope } from '../core/text/textRope.ts';
import { wholeWords } from '../core/text/wholeWords.ts';

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
  /** Lets somebody who knows more answer for the settled text. True when anything changed. */
  amend(answer: (text: string, spans: Spans) => Spans): boolean;
}

/** A change that got its origin. Ranges are offsets in the text right after it. */
export interface SettledChange {
  readonly version: number;
  readonly origin: Origin;
  readonly inserted: readonly Range[];
  /** What it took away, with its spans. */
  readonly removed: readonly Cut[];
  /** Where its first replacement begins. */
  readonly place: number;
  /** The text right after it; O(n). */
  text(): string;
}

export interface LiveTextOptions {
  readonly text: string;
  readonly version: number;
  readonly spans: Spans;
  /** How long a change waits for its signal, in ms; 0 where the client sends none. */
  readonly patienceMs: number;
  /** The spans of a text that was seen before, by its content. */
  readonly recall: (text: string) => Spans | undefined;
  /** The spans of text that was cut or copied here or elsewhere, and is put in now. */
  readonly moved?: (text: string) => Spans | undefined;
}

/** Longest time a change may wait for its signal (DESIGN 5). */
export const SIGNAL_PATIENCE_MS = 250;

interface Waiting {
  readonly version: number;
  readonly replacements: readonly Replacement[];
  readonly deadline: number;
}

/** A text with the origins of all its characters; versions share all but what differs. */
interface State {
  readonly text: TextRope;
  readonly spans: SpanTree;
}

const HISTORY_LENGTH = 300;
/** Signals kept for versions that have not come, and versions kept that no signal explained. */
const SIGNALS_KEPT = 200;

const NOT_EXPLAINED: Explanation = {
  kind: 'origin',
  origin: { kind: 'unknown' },
  hand: 'rewrite',
};

export function createLiveText(options: LiveTextOptions): LiveText {
  let version = options.version;
  // Up to where every change has its origin, and with those that wait.
  let settled = stateOf(createTextRope(options.text), options.spans);
  let newest = settled;
  let waiting: readonly Waiting[] = [];
  const explanations = new Map<number, Explanation>();
  const unexplained = new Set<number>();
  const history: State[] = [];
  // The place in the history that the text is at: its end, but for undos and redos.
  let cursor = 0;

  const restored = (
    target: TextRope,
    direction: 'undo' | 'redo' | undefined,
  ): SpanTree | undefined => {
    const isTarget = ({ text }: State): boolean => text.equals(target);
    const next = history.findIndex((state, i) => cursor < i && isTarget(state));
    const last = history.findLastIndex((state, i) => i < cursor && isTarget(state));
    const nearest = direction === 'redo' && 0 <= next ? next : last;
    const found = 0 <= nearest ? nearest : history.findLastIndex(isTarget);
    const known = history[found];
    if (known) {
      cursor = found;
      return known.spans;
    }
    const spans = options.recall(target.toString());
    return spans && createSpanTree(spans, target.length);
  };

  /** Save As makes an empty file and fills it in one edit, whose source nobody names. */
  const isFilling = ({ replacements }: Waiting): boolean =>
    settled.text.length === 0 && replacements.length === 1;

  const settleOne = (change: Waiting, explanation: Explanation): SettledChange => {
    const before = settled;
    const given = explanation.kind === 'origin' ? explanation.origin : explanation.otherwise;
    const origin: Origin = given.kind === 'unknown' ? { ...given, edit: change.version } : given;
    const isRestore =
      explanation.kind === 'restore' || (isFilling(change) && given.kind === 'unknown');
    const cuts = cutsOf(before, change.replacements);
    const hand = explanation.kind === 'origin' ? explanation.hand : 'rewrite';
    const replacements =
      hand === 'insertion' ? change.replacements : wholeWords(before.text, change.replacements);
    const after = applied(before, replacements, origin, hand);
    const direction = explanation.kind === 'restore' ? explanation.direction : undefined;
    const back = isRestore ? restored(after.text, direction) : undefined;
    const inserted = back ? [] : insertedRanges(change.replacements);
    settled = back
      ? { text: after.text, spans: back }
      : carriedIn(after, inserted, cuts, origin, hand, options.moved);
    history.push(before);
    if (!back || direction === undefined) cursor = history.length;
    if (HISTORY_LENGTH < history.length) {
      history.shift();
      cursor--;
    }
    const { text } = after;
    return {
      version: change.version,
      origin,
      inserted,
      removed: cuts,
      place: Math.min(...change.replacements.map(({ start }) => start)),
      text: () => text.toString(),
    };
  };

  const showWaiting = (): void => {
    newest = settled;
    for (const { version: edit, replacements } of waiting) {
      newest = applied(newest, replacements, { kind: 'unknown', edit });
    }
  };

  return Object.freeze({
    get text() {
      return newest.text.toString();
    },
    get version() {
      return version;
    },
    get spans() {
      return newest.spans.toSpans();
    },
    get isWaiting() {
      return 0 < waiting.length;
    },
    change(newVersion: number, replacements: readonly Replacement[], nowMs: number): void {
      version = newVersion;
      waiting = [
        ...waiting,
        { version: newVersion, replacements, deadline: nowMs + options.patienceMs },
      ];
      newest = applied(newest, replacements, { kind: 'unknown', edit: newVersion });
    },
    explain(explained: number, explanation: Explanation): SettledChange | undefined {
      if (!unexplained.delete(explained)) {
        explanations.set(explained, explanation);
        dropOldest(explanations);
        return undefined;
      }
      // The signal came after its change had been settled: the characters carry the version.
      const origin = explanation.kind === 'origin' ? explanation.origin : explanation.otherwise;
      const isOf = (of: Origin): boolean => of.kind === 'unknown' && of.edit === explained;
      const amended = ({ text, spans }: State): State => ({
        text,
        spans: spans.map((of) => (isOf(of) ? origin : of)),
      });
      const inserted = settled.spans.toSpans().filter((span) => isOf(span.origin));
      settled = amended(settled);
      // An undo must not bring the unexplained form back.
      for (const [i, state] of history.entries()) history[i] = amended(state);
      showWaiting();
      const { text } = settled;
      return {
        version: explained,
        origin,
        inserted,
        removed: [],
        place: inserted[0]?.start ?? 0,
        text: () => text.toString(),
      };
    },
    settle(nowMs: number): readonly SettledChange[] {
      const done: SettledChange[] = [];
      for (let head = waiting[0]; head; head = waiting[0]) {
        const explanation = explanations.get(head.version);
        if (!explanation && nowMs < head.deadline) break;
        explanations.delete(head.version);
        const change = settleOne(head, explanation ?? NOT_EXPLAINED);
        // What is unknown now may still be explained: by a late signal, or a better one.
        if (change.origin.kind === 'unknown') {
          unexplained.add(head.version);
          dropOldest(unexplained);
        }
        done.push(change);
        waiting = waiting.slice(1);
      }
      if (0 < done.length) showWaiting();
      return done;
    },
    amend(answer: (text: string, spans: Spans) => Spans): boolean {
      const before = settled.spans.toSpans();
      const after = answer(settled.text.toString(), before);
      if (isSameSpans(before, after)) return false;
      settled = stateOf(settled.text, after);
      showWaiting();
      return true;
    },
  });
}

function stateOf(text: TextRope, spans: Spans): State {
  return { text, spans: createSpanTree(spans, text.length) };
}

function applied(
  state: State,
  replacements: readonly Replacement[],
  origin: Origin,
  hand: Hand = 'insertion',
): State {
  let { text, spans } = state;
  for (const replacement of replacements) {
    spans = attributeTree(spans, text, replacement, origin, hand);
    text = text.replace(replacement.start, replacement.end, replacement.text);
  }
  return { text, spans };
}

/** What a change takes away, as it was right before. */
function cutsOf({ text, spans }: State, replacements: readonly Replacement[]): readonly Cut[] {
  const cuts: Cut[] = [];
  let at = text;
  let tree = spans;
  for (const { start, end, text: inserted } of replacements) {
    if (start < end) {
      cuts.push({ text: at.slice(start, end), spans: tree.slice({ start, end }, -start) });
    }
    if (replacements.length === 1) break;
    at = at.replace(start, end, inserted);
    tree = tree.replace(start, end, [], inserted.length);
  }
  return cuts;
}

/** Text that was only moved keeps its owners: within one change, or from a cut or copy before it. */
function carriedIn(
  { text, spans }: State,
  inserted: readonly Range[],
  cuts: readonly Cut[],
  origin: Origin,
  hand: Hand,
  moved: LiveTextOptions['moved'],
): State {
  if (origin.kind === 'human') return { text, spans };
  let carried = spans;
  // A formatter's text is made of what it replaces, not of what was cut before.
  const isInPlace = hand === 'tidy' && cuts.some((cut) => cut.text.trim() !== '');
  for (const { start, end } of inserted) {
    const piece = text.slice(start, end);
    let kept: Spans = carried.slice({ start, end }, -start);
    const within = movedWithin(piece, cuts);
    // It was there before: what nothing is recorded of stays so.
    for (const range of within?.ranges ?? []) kept = withoutRange(kept, range);
    const found =
      within?.spans ??
      (hand === 'insertion' ? undefined : copiedHere({ text, spans }, start, end)) ??
      (origin.kind === 'ai' || isInPlace ? undefined : moved?.(piece));
    if (found) carried = carried.replace(start, end, laidOver(kept, found), end - start);
  }
  return { text, spans: carried };
}

/**
 * Text that stands elsewhere in the document too: right beside it (lines copied up or down by a
 * command), or anywhere if it is long enough to prove a copy (dragged).
 */
function copiedHere({ text, spans }: State, start: number, end: number): Spans | undefined {
  // A line copied at the end of the text has its line end on the other side.
  const piece = text.slice(start, end);
  const first = start + (/^[\r\n]*/.exec(piece)?.[0].length ?? 0);
  const core = piece.replace(/^[\r\n]+|[\r\n]+$/g, '');
  if (core.trim() === '') return undefined;
  const beside = [end, end + 1, start - core.length, start - core.length - 1].find(
    (from) => 0 <= from && text.slice(from, from + core.length) === core,
  );
  const from = beside ?? (isLongEnough(core) ? elsewhere(text.toString(), core, first) : -1);
  if (from < 0) return undefined;
  return spans.slice({ start: from, end: from + core.length }, first - start - from);
}

function elsewhere(text: string, piece: string, start: number): number {
  const first = text.indexOf(piece);
  return first === start ? text.indexOf(piece, start + 1) : first;
}

function withoutRange(spans: Spans, { start, end }: Range): Spans {
  return [
    ...sliceSpans(spans, { start: 0, end: start }),
    ...sliceSpans(spans, { start: end, end: Number.MAX_SAFE_INTEGER }),
  ];
}

/** `over` where it says something, else `under`. */
function laidOver(under: Spans, over: Spans): Spans {
  const out: Span[] = [];
  let at = 0;
  const rest = (end: number): void => {
    for (const span of under) {
      const start = Math.max(span.start, at);
      const last = Math.min(span.end, end);
      if (start < last) out.push({ start, end: last, origin: span.origin });
    }
  };
  for (const span of over) {
    rest(span.start);
    out.push(span);
    at = span.end;
  }
  rest(Number.MAX_SAFE_INTEGER);
  return out;
}

function dropOldest(kept: Set<number> | Map<number, unknown>): void {
  if (kept.size <= SIGNALS_KEPT) return;
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}

/** Where the inserted texts lie after all of the replacements. */
function insertedRanges(replacements: readonly Replacement[]): readonly Range[] {
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
