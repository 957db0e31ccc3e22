import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  RequestType,
  ResponseError,
} from 'vscode-languageserver';
import { findReviewedText } from '../app/changeSince.ts';
import { documentHistory, type DocumentHistory, type NoHistory } from '../app/documentHistory.ts';
import type { Documents } from '../app/documents.ts';
import { findCommit } from '../app/findCommit.ts';
import { reviewIdOf } from '../app/history.ts';
import type { Homes } from '../app/homes.ts';
import type { JudgedBlock } from '../app/judge.ts';
import { blockIdOf } from '../app/openDocument.ts';
import type { BlockReader } from '../core/ports.ts';
import type { ReviewRecord } from '../core/records/record.ts';
import {
  HISTORY,
  HISTORY_COMMIT,
  type HistoryCommitParams,
  type HistoryCommitResult,
  type HistoryParams,
  type HistoryResult,
} from '../protocol/history.ts';
import { REVIEWED, type ReviewedParams, type ReviewedResult } from '../protocol/index.ts';
import { HISTORY_USAGE, historyParams, historyText, historyView } from './history.ts';
import { tell } from './plainClient.ts';

/** A client of ours shows a view for it; to others the server says it as text. */
export const HISTORY_COMMAND = 'countersign.history';

export interface HistoryHost {
  /** Undefined while the server starts. */
  readonly homes: () => Homes | undefined;
  readonly documents: () => Documents | undefined;
  /** False in an untrusted workspace. */
  readonly mayRunGit: () => boolean;
  readonly reader: BlockReader;
}

const HISTORY_REQUEST = new RequestType<HistoryParams, HistoryResult, void>(HISTORY);
const CANCELLED = new ResponseError(
  LSPErrorCodes.RequestCancelled,
  'The history is not wanted any more.',
);
const STARTING = 'Countersign is still starting: try again.';

/** Answers what clients ask of a block's past. What is returned runs the command of plain clients. */
export function serveHistory(
  connection: Connection,
  host: HistoryHost,
): (argument: unknown, token: CancellationToken) => Promise<string | ResponseError<void>> {
  const historyAt = async (
    { uri, line, symbol }: HistoryParams,
    token: CancellationToken,
  ): Promise<DocumentHistory | NoHistory | undefined> => {
    const homes = host.homes();
    const documents = host.documents();
    if (!homes || !documents) return undefined;
    const ports = { homes, documents, mayRunGit: host.mayRunGit() };
    const isCancelled = (): boolean => token.isCancellationRequested;
    const history = await documentHistory(ports, { uri, line, symbol }, isCancelled);
    if (history === undefined) throw CANCELLED;
    return history;
  };
  connection.onRequest(HISTORY_REQUEST, async (params, token): Promise<HistoryResult> => {
    const history = await historyAt(params, token);
    if (history === undefined) return { kind: 'none', why: 'away' };
    return typeof history === 'string' ? { kind: 'none', why: history } : historyView(history);
  });
  connection.onRequest(
    HISTORY_COMMIT,
    async ({ uri, ...code }: HistoryCommitParams, token): Promise<HistoryCommitResult> => {
      const home = host.mayRunGit() ? await host.homes()?.of(uri) : undefined;
      if (!home) return {};
      const ports = { repository: home.repository, reader: host.reader };
      const found = await findCommit(ports, code, () => token.isCancellationRequested);
      return found ? { commit: found.commit, subject: found.subject } : {};
    },
  );
  connection.onRequest(REVIEWED, async (params: ReviewedParams): Promise<ReviewedResult> => {
    const view = await host.documents()?.view(params.uri);
    const home = await host.homes()?.of(params.uri);
    const judged = view?.judged.blocks.find((block) => blockIdOf(block) === params.blockId);
    if (!home || !judged) return {};
    const { reviewId } = params;
    const { book } = home.journal;
    const review =
      reviewId === undefined
        ? reviewBehind(judged)
        : [...book.reviews(), ...book.withdrawn()].find((one) => reviewIdOf(one) === reviewId);
    if (!review) return {};
    const text = await findReviewedText(home, review, host.mayRunGit());
    const { by, at } = review;
    return { ...(text === undefined ? {} : { text }), by: by.name ?? by.id, at };
  });
  return async (argument, token) => {
    const params = historyParams(argument);
    if (!params) return new ResponseError(LSPErrorCodes.RequestFailed, HISTORY_USAGE);
    const history = await historyAt(params, token);
    const text = history === undefined ? STARTING : historyText(history);
    tell(connection, text);
    return text;
  };
}

/** What a status rests on, or was outdated from. */
function reviewBehind({ status }: JudgedBlock): ReviewRecord | undefined {
  return status.name === 'outdated' || status.name === 'verified' ? status.review : undefined;
}

/** The way to a block's history for plain clients. */
export function historyAction(uri: string, { block }: JudgedBlock): CodeAction {
  const title = `History of ${block.symbol} (Countersign)`;
  const argument: HistoryParams = { uri, line: block.lines.startLine - 1, symbol: block.symbol };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: HISTORY_COMMAND, arguments: [argument] },
  };
}
