import type {
  BlockHistoryView,
  ChangeView,
  HistoryEventView,
  SignedView,
} from '../../server/src/protocol/history.ts';
import type { OriginView } from '../../server/src/protocol/index.ts';
import { HISTORY, handWords, nLinesWords, originWords, timeWords } from '../messages.ts';
import { escaped } from './markdown.ts';

/** What a person can do with one row besides copying it. */
export type HistoryAction =
  | { readonly kind: 'compare'; readonly reviewId: string }
  | {
      readonly kind: 'commit';
      readonly path: string;
      readonly symbol: string;
      readonly codeHash: string;
    }
  | { readonly kind: 'reveal' };

/** One row of the history, as it is shown, hovered, spoken and copied. */
export interface HistoryRow {
  /** Unique among the rows, and the same after a refresh. */
  readonly id: string;
  /** A product icon, without `$()`. */
  readonly icon: string;
  /** A theme color; without one the icon has the text's. */
  readonly color?: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  /** One sentence for a screen reader. */
  readonly spoken: string;
  /** One line of plain text. */
  readonly copied: string;
  /** Menus know the row by this. */
  readonly kind: HistoryEventView['kind'] | 'change';
  readonly action: HistoryAction;
}

/** The rows of a history, newest first; on top how the block differs from what was signed. */
export function historyRows(history: BlockHistoryView, nowMs: number): readonly HistoryRow[] {
  const { change, events } = history;
  const rows = events.toReversed().map((event) => rowOf(event, history, nowMs));
  const all = change === undefined ? rows : [changeRow(change), ...rows];
  const seen = new Map<string, number>();
  return all.map((row) => {
    const n = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, n);
    return n === 1 ? row : { ...row, id: `${row.id} ${n}` };
  });
}

/** What one kind of row has of its own. */
interface Part extends Pick<HistoryRow, 'icon' | 'color' | 'label' | 'action'> {
  /** Beside the label, after the time. */
  readonly beside: readonly string[];
  /** More for the hover, in sentences without a full stop. */
  readonly facts: readonly string[];
}

function rowOf(event: HistoryEventView, history: BlockHistoryView, nowMs: number): HistoryRow {
  const { at, kind } = event;
  const { beside, facts, ...part } = partOf(event, history);
  const ago = relativeTime(at, nowMs);
  const time = `${timeWords(at)} (${ago})`;
  return {
    ...part,
    id: `${kind} ${at}`,
    kind,
    // A narrow side bar cuts the end off: the time comes first.
    description: [ago, ...beside].join(' · '),
    tooltip: markdown(part.label, [...facts, time]),
    spoken: `${[part.label, ...beside, ago].join(', ')}. ${HISTORY.enter[part.action.kind]}.`,
    copied: [timeWords(at), part.label, ...beside, ...facts].join(' · '),
  };
}

function partOf(event: HistoryEventView, history: BlockHistoryView): Part {
  const plain = { beside: [], facts: [], action: { kind: 'reveal' } } as const;
  switch (event.kind) {
    case 'written':
      return {
        ...plain,
        icon: 'sparkle',
        label: HISTORY.written,
        beside: [HISTORY.tool(event.origin.tool), nLinesWords(event.nLines)],
        facts: originFacts(event.origin),
      };
    case 'edited':
      return {
        ...plain,
        icon: EDIT_ICONS[event.origin.kind],
        label: HISTORY.edited(event.origin),
        beside: [nLinesWords(event.nLines)],
        facts: originFacts(event.origin),
      };
    case 'removed':
      return { ...plain, icon: 'diff-removed', label: HISTORY.removed(event.what) };
    case 'stated':
      return { ...plain, icon: 'comment', label: HISTORY.stated(event.by, event.as) };
    case 'committed': {
      const { path, symbol, codeHash } = event;
      return {
        icon: 'git-commit',
        label: HISTORY.committed,
        beside: elsewhere(event, history),
        facts: [HISTORY.codeHash(codeHash.slice('sha256:'.length, 19))],
        action: { kind: 'commit', path, symbol, codeHash },
      };
    }
    case 'signed':
      return signedPart(event, history);
    case 'withdrawn':
      return { ...plain, icon: 'discard', label: HISTORY.withdrawn(event.by) };
    case 'baseline':
      return {
        ...plain,
        icon: 'archive',
        label: HISTORY.baseline(event.by),
        beside: event.note === undefined ? [] : [`“${event.note}”`],
        facts: [HISTORY.baselineCommit(event.commit.slice(0, 10))],
      };
    default:
      return event satisfies never;
  }
}

function signedPart(event: SignedView, history: BlockHistoryView): Part {
  const { by, standing, via, note, base, reviewId } = event;
  return {
    icon: standing === 'holds' ? 'verified-filled' : 'verified',
    ...(standing === 'holds' ? { color: 'testing.iconPassed' } : {}),
    label: HISTORY.signed(by),
    beside: [...elsewhere(event, history), ...(note === undefined ? [] : [`“${note}”`])],
    facts: [
      HISTORY.standing[standing],
      ...(via === undefined ? [] : [HISTORY.via(via)]),
      ...(base === undefined ? [] : [HISTORY.base(base.slice(0, 10))]),
    ],
    action: { kind: 'compare', reviewId },
  };
}

function changeRow({ nAdded, nRemoved, origins, reviewId }: ChangeView): HistoryRow {
  const label = HISTORY.change;
  const counts = `+${nAdded} −${nRemoved}`;
  const who = [...new Set(origins.map(handWords))];
  return {
    id: 'change',
    kind: 'change',
    icon: 'diff-modified',
    color: 'countersign.outdatedForeground',
    label,
    description: [counts, ...who].join(' · '),
    tooltip: markdown(label, [HISTORY.counts(nAdded, nRemoved), ...origins.map(originWords)]),
    spoken: `${[label, HISTORY.counts(nAdded, nRemoved), ...who].join(', ')}. ${HISTORY.enter.compare}.`,
    copied: [label, counts, ...who].join(' · '),
    action: { kind: 'compare', reviewId },
  };
}

const EDIT_ICONS: Readonly<Record<OriginView['kind'], string>> = {
  human: 'edit',
  pasted: 'clippy',
  editor: 'wand',
  unknown: 'question',
  ai: 'sparkle',
};

function originFacts(origin: OriginView): readonly string[] {
  const { session } = origin;
  return [originWords(origin), ...(session === undefined ? [] : [HISTORY.session(session)])];
}

/** Where it was, when it was not here: the code was carried. */
function elsewhere(
  was: { readonly path: string; readonly symbol: string },
  is: BlockHistoryView,
): readonly string[] {
  if (was.path !== is.path) return [HISTORY.at(`${was.path} ${was.symbol}`)];
  return was.symbol === is.symbol ? [] : [HISTORY.at(was.symbol)];
}

function markdown(title: string, facts: readonly string[]): string {
  return [`**${escaped(title)}**`, '', ...facts.map((fact) => `- ${escaped(fact)}`)].join('\n');
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const FORMAT = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** `5 minutes ago`; a clock that is behind another's makes it `just now`, never the future. */
export function relativeTime(at: string, nowMs: number): string {
  const seconds = (nowMs - Date.parse(at)) / 1_000;
  const step = STEPS.find(([, length]) => length <= seconds);
  return step === undefined
    ? HISTORY.justNow
    : FORMAT.format(-Math.floor(seconds / step[1]), step[0]);
}
