import type { AiOrigin } from '../core/attribution/origin.ts';
import type {
  Actor,
  BaselineRecord,
  CorrectionRecord,
  RemovedKind,
  ReviewRecord,
  Statement,
} from '../core/records/record.ts';
import { assertNever } from '../core/result.ts';
import type { Journal } from './journal.ts';
import type { JudgedBlock } from './judge.ts';

/** One thing that is recorded of a block. `at` is an ISO 8601 instant in UTC. */
export type HistoryEvent =
  /** AI wrote lines that are in it now. */
  | {
      readonly kind: 'written';
      readonly at: string;
      readonly origin: AiOrigin;
      readonly nLines: number;
    }
  /** AI took something away that is not back. */
  | { readonly kind: 'removed'; readonly at: string; readonly what: RemovedKind }
  /** A person said of lines at its path whose they are. */
  | { readonly kind: 'stated'; readonly at: string; readonly by: Actor; readonly as: Statement }
  /** A commit had other code under its name; where it is from, when at another path. */
  | {
      readonly kind: 'committed';
      readonly at: string;
      readonly path: string;
      readonly codeHash: string;
    }
  | {
      readonly kind: 'signed';
      readonly at: string;
      readonly review: ReviewRecord;
      readonly holds: boolean;
    }
  | { readonly kind: 'withdrawn'; readonly at: string; readonly by: Actor }
  /** A commit that has its code was marked as older than the tool. */
  | { readonly kind: 'baseline'; readonly at: string; readonly baseline: BaselineRecord };

/** The whole history of a block, oldest first, as far as it is recorded. */
export function historyOf(
  { book }: Journal,
  paths: readonly string[],
  { block, facts, status }: JudgedBlock,
): readonly HistoryEvent[] {
  const { symbol, codeHash } = block;
  const isIts = (subject: { readonly symbol?: string; readonly codeHash?: string }): boolean =>
    subject.symbol === symbol || subject.codeHash === codeHash;
  const held = status.name === 'verified' ? status.review : undefined;
  const reviews = [...new Set([...book.reviewsOf(codeHash), ...paths.flatMap(book.reviewsAt)])];
  const pointers = paths.flatMap(book.pointersOf).filter(({ subject }) => isIts(subject));
  const events: HistoryEvent[] = [
    ...facts.aiOrigins.map(
      (origin): HistoryEvent => ({
        kind: 'written',
        at: origin.at,
        origin,
        nLines: facts.aiLines.length,
      }),
    ),
    ...facts.removals.map(({ at, kind }): HistoryEvent => ({ kind: 'removed', at, what: kind })),
    ...onceEach(paths.flatMap(book.correctionsOf)).map(
      ({ at, by, detail }): HistoryEvent => ({ kind: 'stated', at, by, as: detail.as }),
    ),
    ...oncePerCode(pointers).map(
      ({ at, subject }): HistoryEvent => ({
        kind: 'committed',
        at,
        path: subject.path,
        codeHash: subject.codeHash,
      }),
    ),
    ...reviews
      .filter(({ subject }) => isIts(subject))
      .map(
        (review): HistoryEvent => ({
          kind: 'signed',
          at: review.at,
          review,
          holds: isSame(review, held),
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
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a) - rank(b)));
}

/** Of one moment: code comes before what is said of it. */
function rank({ kind }: HistoryEvent): number {
  switch (kind) {
    case 'written':
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

function isSame(a: ReviewRecord, b: ReviewRecord | undefined): boolean {
  return a.at === b?.at && a.by.id === b.by.id;
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
