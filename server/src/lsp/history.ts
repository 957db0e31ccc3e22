import type { DocumentHistory, NoHistory } from '../app/documentHistory.ts';
import { type HistoryEvent, reviewIdOf, type ReviewStanding } from '../app/history.ts';
import { changeWords, eventWords, minuteOf } from '../app/historyWords.ts';
import { blockIdOf } from '../app/openDocument.ts';
import { fileOfPath } from '../core/notebook/notebookPath.ts';
import type { Actor, ReviewRecord } from '../core/records/record.ts';
import { assertNever } from '../core/result.ts';
import type {
  BlockHistoryView,
  HistoryEventView,
  HistoryParams,
  SignedView,
} from '../protocol/history.ts';
import { placeWord } from './plainClient.ts';
import { originView } from './views.ts';

/** A block's history as plain data in LSP's 0-based lines. */
export function historyView(history: DocumentHistory): BlockHistoryView {
  const { view, judged, events, change, isOutsideGit } = history;
  const { block, status } = judged;
  return {
    kind: 'block',
    version: view.version,
    blockId: blockIdOf(judged),
    path: fileOfPath(view.path),
    symbol: block.symbol,
    startLine: block.lines.startLine - 1,
    endLine: block.lines.endLine - 1,
    status: status.name,
    events: events.map(eventView),
    ...(change === undefined
      ? {}
      : {
          change: {
            nAdded: change.nAdded,
            nRemoved: change.nRemoved,
            origins: change.origins.map(originView),
            reviewId: reviewIdOf(change.review),
          },
        }),
    isOutsideGit,
  };
}

function eventView(event: HistoryEvent): HistoryEventView {
  switch (event.kind) {
    case 'written':
    case 'edited': {
      const { kind, at, nLines } = event;
      return { kind, at, origin: originView(event.origin), nLines };
    }
    case 'stated':
      return { kind: 'stated', at: event.at, by: nameOf(event.by), as: event.as };
    case 'committed':
      return { ...event, path: fileOfPath(event.path) };
    case 'signed':
      return signedView(event.review, event.standing);
    case 'withdrawn':
      return { kind: 'withdrawn', at: event.at, by: nameOf(event.by) };
    case 'baseline': {
      const { by, base, detail } = event.baseline;
      const note = detail.note === undefined ? {} : { note: detail.note };
      return { kind: 'baseline', at: event.at, by: nameOf(by), commit: base, ...note };
    }
    case 'removed':
      return event;
    default:
      return assertNever(event);
  }
}

function signedView(review: ReviewRecord, standing: ReviewStanding): SignedView {
  const { at, by, via, base, detail, subject } = review;
  return {
    kind: 'signed',
    at,
    by: nameOf(by),
    ...(via === undefined ? {} : { via }),
    ...(detail.note === undefined ? {} : { note: detail.note }),
    path: fileOfPath(subject.path),
    symbol: subject.symbol,
    ...(base === undefined ? {} : { base }),
    reviewId: reviewIdOf(review),
    standing,
  };
}

function nameOf({ id, name }: Actor): string {
  return name ?? id;
}

/** The same as text, for clients that have no view for it; oldest first, as in a terminal. */
export function historyText(history: DocumentHistory | NoHistory): string {
  if (typeof history === 'string') return NONE_WORDS[history];
  const { view, judged, events, change } = history;
  const { block, status } = judged;
  const path = fileOfPath(view.path);
  const place = `${path}:${block.lines.startLine}`;
  return [
    `${place}  ${block.symbol}  ${status.name}`,
    ...events.map((event) => `  ${minuteOf(event.at)}  ${eventWords(event, view.path)}`),
    ...(change === undefined
      ? []
      : [
          `  now               changed since it was signed: ${changeWords(change)}`,
          `The difference: countersign log ${placeWord(path, block.lines.startLine)}`,
        ]),
  ]
    .map(oneLine)
    .join('\n');
}

const NONE_WORDS: Readonly<Record<NoHistory, string>> = {
  untracked:
    'Countersign does not follow this document: only files that are open and saved to disk have a history.',
  off: 'Countersign is off here: `countersign.enable` says so.',
  excluded: 'Nothing is asked of this file: `countersign.policy.exclude` names it.',
  noAi: 'No AI code is recorded in this file, so its blocks have no history.',
  noBlock: 'No AI code is recorded at this line. Other blocks of the file have some.',
};

/** Names come from extensions, git and code; none of them may start a line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ');
}

/** What a client may send to `countersign.history`; undefined for anything else. */
export function historyParams(argument: unknown): HistoryParams | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, line, symbol } = Object.fromEntries<unknown>(Object.entries(argument));
  if (typeof uri !== 'string' || typeof line !== 'number' || !Number.isInteger(line)) {
    return undefined;
  }
  return { uri, line, ...(typeof symbol === 'string' ? { symbol } : {}) };
}

export const HISTORY_USAGE =
  'countersign.history needs one argument: { uri, line }, the line counted from 0, of a document that is open. In a terminal: countersign log PATH:LINE';
