import {
  ANSWER,
  type AnswerParams,
  type AnswerResult,
  DIAGNOSED,
  type DiagnosedParams,
  QUESTIONS,
  type QuestionsParams,
  type QuestionsResult,
  RULE_PAGE,
  type RulePageParams,
  type RulePageResult,
} from '../server/src/protocol/questions.ts';
import type * as vscode from 'vscode';
import {
  CloseAction,
  CodeLensRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  NotificationType,
  RequestType,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  HISTORY,
  HISTORY_COMMIT,
  type HistoryCommitParams,
  type HistoryCommitResult,
  type HistoryParams,
  type HistoryResult,
} from '../server/src/protocol/history.ts';
import {
  ATTEST,
  type AttestParams,
  type AttestResult,
  BLAME,
  type BlameParams,
  type BlameResult,
  BLOCKS,
  type BlocksParams,
  type ClientOptions,
  COPIED,
  COPIES,
  type CopiesParams,
  type CopiesResult,
  type CopiedParams,
  CORRECT,
  type CorrectParams,
  type CorrectResult,
  NOTICE,
  type NoticeParams,
  QUEUE,
  type QueueResult,
  REVIEWED,
  type ReviewedParams,
  type ReviewedResult,
  SIGNAL,
  type SignalParams,
} from '../server/src/protocol/index.ts';
import { errorText } from './convert.ts';
import type { EarlyDocument } from './sense/earlyEdits.ts';
import { CELL_SCHEME, TRACKED_SCHEMES } from './sense/observation.ts';
import type { ServerClient, ServerEvents } from './serverProcess.ts';
import { SECTION } from './settings.ts';

const signalType = new NotificationType<SignalParams>(SIGNAL);
const copiedType = new NotificationType<CopiedParams>(COPIED);
const diagnosedType = new NotificationType<DiagnosedParams>(DIAGNOSED);
const blocksType = new NotificationType<BlocksParams>(BLOCKS);
const noticeType = new NotificationType<NoticeParams>(NOTICE);
const attestType = new RequestType<AttestParams, AttestResult, void>(ATTEST);
const copiesType = new RequestType<CopiesParams, CopiesResult, void>(COPIES);
const correctType = new RequestType<CorrectParams, CorrectResult, void>(CORRECT);
const blameType = new RequestType<BlameParams, BlameResult, void>(BLAME);
const queueType = new RequestType<null, QueueResult, void>(QUEUE);
const historyType = new RequestType<HistoryParams, HistoryResult, void>(HISTORY);
const historyCommitType = new RequestType<HistoryCommitParams, HistoryCommitResult, void>(
  HISTORY_COMMIT,
);
const questionsType = new RequestType<QuestionsParams, QuestionsResult, void>(QUESTIONS);
const answerType = new RequestType<AnswerParams, AnswerResult, void>(ANSWER);
const rulePageType = new RequestType<RulePageParams, RulePageResult, void>(RULE_PAGE);
const reviewedType = new RequestType<ReviewedParams, ReviewedResult, void>(REVIEWED);

/** Commands that a hover of our own server may link to. */
const LINKED_COMMANDS = ['review', 'whereAmI', 'history'].map((verb) => `${SECTION}.${verb}`);
const STOP_MS = 2000;

export interface ClientPorts {
  readonly api: Pick<typeof vscode, 'workspace'>;
  /** The built server, started as a Node child process over IPC. */
  readonly serverModule: string;
  readonly log: vscode.LogOutputChannel;
  /** Read at the start: trust and settings may have changed since the last one. */
  readonly clientOptions: () => ClientOptions;
  /** What a document was before this start, and its edits since, where there were any. */
  readonly early: (uri: string) => EarlyDocument | undefined;
  /** False when the person wants no code lenses. */
  readonly showsLenses: () => boolean;
}

/**
 * One run of the language server behind the editor's own client library: documents, lenses and
 * hovers go by themselves, the rest by our custom methods. It never restarts by itself.
 */
export function createServerClient(ports: ClientPorts, events: ServerEvents): ServerClient {
  const client = createLanguageClient(ports, events.onClosed);
  client.onNotification(blocksType, events.onBlocks);
  client.onNotification(noticeType, events.onNotice);
  let saves: vscode.Disposable | undefined;
  return Object.freeze({
    start: async () => {
      await client.start();
      saves = ports.api.workspace.onDidSaveNotebookDocument((notebook) => {
        void tellCellsSaved(client, notebook);
      });
    },
    stop: async () => {
      saves?.dispose();
      await client.stop(STOP_MS);
    },
    signal: (params: SignalParams) => client.sendNotification(signalType, params),
    copied: (params: CopiedParams) => client.sendNotification(copiedType, params),
    diagnosed: (params: DiagnosedParams) => client.sendNotification(diagnosedType, params),
    changePolicy: (policy: Readonly<Record<string, unknown>>) =>
      client.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { [SECTION]: policy },
      }),
    refreshLenses: () => {
      const feature = client.getFeature(CodeLensRequest.method);
      for (const document of ports.api.workspace.textDocuments) {
        feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
      }
    },
    attest: (params: AttestParams) => client.sendRequest(attestType, params),
    copies: (params: CopiesParams) => client.sendRequest(copiesType, params),
    correct: (params: CorrectParams) => client.sendRequest(correctType, params),
    blame: (params: BlameParams) => client.sendRequest(blameType, params),
    queue: () => client.sendRequest(queueType, null),
    questions: (params: QuestionsParams) => client.sendRequest(questionsType, params),
    answer: (params: AnswerParams) => client.sendRequest(answerType, params),
    rulePage: (params: RulePageParams) => client.sendRequest(rulePageType, params),
    reviewed: (params: ReviewedParams) => client.sendRequest(reviewedType, params),
    history: (params: HistoryParams, token: vscode.CancellationToken) =>
      client.sendRequest(historyType, params, token),
    historyCommit: (params: HistoryCommitParams, token: vscode.CancellationToken) =>
      client.sendRequest(historyCommitType, params, token),
  });
}

/** The editor tells that a notebook was saved, and of its cells never. */
async function tellCellsSaved(
  client: LanguageClient,
  notebook: vscode.NotebookDocument,
): Promise<void> {
  for (const { document } of notebook.getCells()) {
    if (!isCode(document)) continue;
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    await client.sendNotification(DidSaveTextDocumentNotification.type, { textDocument });
  }
}

/** A cell of words is no code: nobody signs it, and the gate passes it by. */
function isCode({ uri, languageId }: vscode.TextDocument): boolean {
  return uri.scheme !== CELL_SCHEME || languageId !== 'markdown';
}

/**
 * Opens a document as it was before the server, and then tells each edit with its signal. All in
 * one go: an edit made meanwhile comes behind them.
 */
async function tellEarly(
  client: LanguageClient,
  uri: vscode.Uri,
  { languageId, version, text, changes, signals }: EarlyDocument,
): Promise<void> {
  const { asUri, asRange } = client.code2ProtocolConverter;
  await Promise.all([
    client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: asUri(uri), languageId, version, text },
    }),
    ...signals.map((params) => client.sendNotification(signalType, params)),
    ...changes.map((change) =>
      client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: asUri(uri), version: change.version },
        contentChanges: change.contentChanges.map(({ range, rangeLength, text: put }) => ({
          range: asRange(range),
          rangeLength,
          text: put,
        })),
      }),
    ),
  ]);
}

function createLanguageClient(ports: ClientPorts, onClosed: () => void): LanguageClient {
  const { log } = ports;
  const options: LanguageClientOptions = {
    documentSelector: TRACKED_SCHEMES.map((scheme) => ({ scheme })),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: ports.clientOptions,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        onClosed();
        const message = 'the connection to the server ended';
        return { action: CloseAction.DoNotRestart, handled: true, message };
      },
    },
    markdown: { isTrusted: { enabledCommands: LINKED_COMMANDS }, supportThemeIcons: true },
    middleware: {
      didOpen: async (document, next) => {
        if (!isCode(document)) return;
        const early = ports.early(document.uri.toString());
        if (early === undefined) await next(document);
        else await tellEarly(client, document.uri, early);
      },
      provideCodeLenses: (document, token, next) =>
        ports.showsLenses() ? next(document, token) : [],
    },
  };
  const server = { module: ports.serverModule, transport: TransportKind.ipc };
  const client = new LanguageClient(SECTION, 'Countersign', server, options);
  // The library shows some errors as toasts whatever it is told; a person cannot act on those.
  client.error = (message, data) => {
    log.error(data === undefined ? message : `${message}\n${errorText(data)}`);
  };
  return client;
}
