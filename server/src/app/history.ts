import { lineOrigins } from '../core/attribution/lineOrigins.ts';
import type { AiOrigin, Origin } from '../core/attribution/origin.ts';
import type { Spans } from '../core/attribution/span.ts';
import type { Block } from '../core/blocks/block.ts';
import type {
  Actor,
  BaselineRecord,
  CorrectionRecord,
  RemovedKind,
  ReviewRecord,
  Statement,
} from '../core/records/record.ts';
import { assertNever } from '../core/result.ts';
import { type LineIndex, withLf } from '../core/text/lineIndex.ts';
import type { Journal } from './journal.ts';
import type { JudgedBlock } from './judge.ts';

/** One thing that is recorded of a block. `at` is an ISO 8601 instant in UTC. */
export type HistoryEvent =
  /** AI wrote so many lines that are in it now, or parts of them. */
  | {
      readonly kind: 'written';
      readonly at: string;
      readonly origin: AiOrigin;
      readonly nLines: number;
    }
  /** Somebody or something else did, between two other events; `at` is the last time. */
  | {
      readonly kind: 'edited';
      readonly at: string;
      readonly origin: EditOrigin;
      readonly nLines: number;
    }
  /** AI took something away that is not back. */
  | { readonly kind: 'removed'; readonly at: string; readonly what: RemovedKind }
  /** A person said of lines of it whose they are. */
  | { readonly kind: 'stated'; readonly at: string; readonly by: Actor; readonly as: Statement }
  /** A commit had other code under its name; where it is from, when at another path. */
  | {
      readonly kind: 'committed';
      readonly at: string;
      readonly path: string;
      readonly symbol: string;
      readonly codeHash: string;
    }
  | {
      readonly kind: 'signed';
      readonly at: string;
      readonly review: ReviewRecord;
      readonly standing: ReviewStanding;
    }
  | { readonly kind: 'withdrawn'; readonly at: string; readonly by: Actor }
  /** A commit that has its code was marked as older than the tool. */
  | { readonly kind: 'baseline'; readonly at: string; readonly baseline: BaselineRecord };

/**
 * What a review is to the block now: `holds` the status rests on it, `same` it is for the same code,
 * `other` for other code, `withdrawn` its signer took it back.
 */
export type ReviewStanding = 'holds' | 'same' | 'other' | 'withdrawn';

/** Whose hand an edit was, when it was not AI's. */
export type EditOrigin = Exclude<Origin, AiOrigin>;

/** The text that a block is of. */
export interface HistoryText {
  /** The path, then those it had before. */
  readonly paths: readonly string[];
  readonly index: LineIndex;
  readonly spans: Spans;
}

/** The whole history of a block, oldest first, as far as it is recorded. */
export function historyOf(
  journal: Journal,
  text: HistoryText,
  judged: JudgedBlock,
): readonly HistoryEvent[] {
  const { book } = journal;
  const { block, facts, status } = judged;
  const { paths } = text;
  const { symbol, codeHash } = block;
  const isIts = (subject: { readonly symbol?: string; readonly codeHash?: string }): boolean =>
    subject.symbol === symbol || subject.codeHash === codeHash;
  const held = status.name === 'verified' ? status.review : undefined;
  const withdrawn = new Set(book.withdrawn());
  const reviews = new Set([
    ...book.reviewsOf(codeHash),
    ...paths.flatMap(book.reviewsAt),
    ...[...withdrawn].filter(({ subject }) => paths.includes(subject.path)),
  ]);
  const standingOf = (review: ReviewRecord): ReviewStanding => {
    if (withdrawn.has(review)) return 'withdrawn';
    if (isSame(review, held)) return 'holds';
    return review.subject.codeHash === codeHash ? 'same' : 'other';
  };
  const pointers = paths.flatMap(book.pointersOf).filter(({ subject }) => isIts(subject));
  const events: (HistoryEvent | Edit)[] = [
    ...handsOf(block, text),
    ...facts.removals.map(({ at, kind }): HistoryEvent => ({ kind: 'removed', at, what: kind })),
    ...onceEach(
      paths
        .flatMap(book.correctionsOf)
        .filter((correction) => isAbout(correction, journal, text.index, judged)),
    ).map(({ at, by, detail }): HistoryEvent => ({ kind: 'stated', at, by, as: detail.as })),
    ...oncePerCode(pointers).map(
      ({ at, subject }): HistoryEvent => ({
        kind: 'committed',
        at,
        path: subject.path,
        symbol: subject.symbol,
        codeHash: subject.codeHash,
      }),
    ),
    ...[...reviews]
      .filter(({ subject }) => isIts(subject))
      .map(
        (review): HistoryEvent => ({
          kind: 'signed',
          at: review.at,
          review,
          standing: standingOf(review),
        }),
      ),
    ...book
      .revokes()
      .filter(({ subject }) => paths.includes(subject.path) && isIts(subject))
      .map(({ at, by }): HistoryEvent => ({ kind: 'withdrawn', at, by })),
    ...(status.name === 'baseline'
      ? [{ kind: status.name, at: status.baseline.at, baseline: status.baseline }]
      : []),
  ];
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a) - rank(b)));
  return joinEdits(events);
}

/**
 * Statements are of lines of one text. One is the block's when three quarters of those lines are in
 * it, or of it in them; where that text is gone, any at its path may be.
 */
function isAbout(
  { detail }: CorrectionRecord,
  journal: Journal,
  index: LineIndex,
  { block: { range }, code }: JudgedBlock,
): boolean {
  const text = journal.textOf(detail.text);
  if (text === undefined) return true;
  const stated = linesIn(detail.ranges.map(([start, end]) => text.slice(start, end)).join('\n'));
  const present = linesIn(code ?? index.text.slice(range.start, range.end));
  const nBoth = [...stated].filter((line) => present.has(line)).length;
  return 0 < nBoth && 3 * Math.min(stated.size, present.size) <= 4 * nBoth;
}

function linesIn(text: string): ReadonlySet<string> {
  const lines = withLf(text).split('\n');
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== ''));
}

/** An edit with the lines it touched, 0-based. */
interface Edit extends Omit<Extract<HistoryEvent, { kind: 'edited' }>, 'nLines'> {
  readonly lines: ReadonlySet<number>;
}

/** Whose hands the block's own lines show. What nothing is recorded of has no time, and no event. */
function handsOf(block: Block, { index, spans }: HistoryText): readonly (HistoryEvent | Edit)[] {
  const hands = new Map<string, { readonly origin: Origin; readonly lines: Set<number> }>();
  for (const own of block.own) {
    const last = index.lineAt(Math.max(own.start, own.end - 1));
    for (let line = index.lineAt(own.start); line <= last; line++) {
      for (const { origin } of lineOrigins(index, spans, line, own).shares) {
        const key = JSON.stringify(origin);
        const hand = hands.get(key) ?? { origin, lines: new Set() };
        hands.set(key, hand);
        hand.lines.add(line);
      }
    }
  }
  return [...hands.values()].flatMap(({ origin, lines }): readonly (HistoryEvent | Edit)[] => {
    const { at } = origin;
    if (at === undefined) return [];
    return origin.kind === 'ai'
      ? [{ kind: 'written', at, origin, nLines: lines.size }]
      : [{ kind: 'edited', at, origin, lines }];
  });
}

/** Typing leaves a span at every place it touched: with nothing in between, it is one edit. */
function joinEdits(events: readonly (HistoryEvent | Edit)[]): readonly HistoryEvent[] {
  const joined: (HistoryEvent | Edit)[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (isEdit(event) && last !== undefined && isEdit(last) && isOneHand(event, last)) {
      joined[joined.length - 1] = { ...event, lines: new Set([...last.lines, ...event.lines]) };
    } else {
      joined.push(event);
    }
  }
  return joined.map((event) => {
    if (!isEdit(event)) return event;
    const { kind, at, origin, lines } = event;
    return { kind, at, origin, nLines: lines.size };
  });
}

function isEdit(event: HistoryEvent | Edit): event is Edit {
  return 'lines' in event;
}

function isOneHand(a: Edit, b: Edit): boolean {
  const handOf = ({ origin }: Edit): string =>
    JSON.stringify({ ...origin, at: undefined, edit: undefined });
  return handOf(a) === handOf(b);
}

/** Of one moment: code comes before what is said of it. */
function rank({ kind }: Pick<HistoryEvent, 'kind'>): number {
  switch (kind) {
    case 'written':
    case 'edited':
    case 'removed':
      return 0;
    case 'committed':
      return 1;
    case 'stated':
      return 2;
    case 'signed':
      return 3;
    case 'withdrawn':
    case 'baseline':
      return 4;
    default:
      return assertNever(kind);
  }
}

/** Names a review among those of one block. */
export function reviewIdOf({ at, by }: ReviewRecord): string {
  return `${at} ${by.id}`;
}

function isSame(a: ReviewRecord, b: ReviewRecord | undefined): boolean {
  return b !== undefined && reviewIdOf(a) === reviewIdOf(b);
}

/** The ledger tells of a statement once for every text it holds for. */
function onceEach(corrections: readonly CorrectionRecord[]): readonly CorrectionRecord[] {
  return [...new Map(corrections.map((one) => [`${one.at} ${one.by.id}`, one])).values()];
}

/** The same code is in many commits; the first tells when it came. */
function oncePerCode<
  T extends { readonly at: string; readonly subject: { readonly codeHash: string } },
>(pointers: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const pointer of pointers) {
    const known = first.get(pointer.subject.codeHash);
    if (!known || pointer.at < known.at) first.set(pointer.subject.codeHash, pointer);
  }
  return [...first.values()];
}
