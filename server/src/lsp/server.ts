import {
  CodeActionKind,
  type CodeLens,
  type Connection,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  type Range as LspRange,
  RequestType,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeOfShort, openCopies } from '../app/copies.ts';
import { createDocuments, type Documents } from '../app/documents.ts';
import type { DocumentView } from '../app/openDocument.ts';
import { createHomes, type Homes, type Location } from '../app/homes.ts';
import { promote } from '../app/ledger/promote.ts';
import type { CreateRules } from '../app/questions/rulesHost.ts';
import { type QueuedBlock, queueOf, signQueued } from '../app/queue.ts';
import type { BlockReader, ReadTeamRules, RuleRunner } from '../core/ports.ts';
import type { Clock, MoveStore, Problem, Repository, Timers } from '../core/repository.ts';
import { ok } from '../core/result.ts';
import type { Replacement } from '../core/text/edit.ts';
import type { Range } from '../core/text/range.ts';
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
  type CopyPlace,
  type CopiedParams,
  CORRECT,
  type CorrectParams,
  type CorrectResult,
  NOTICE,
  type NoticeParams,
  QUEUE,
  type QueueResult,
  SIGNAL,
  type SignalParams,
} from '../protocol/index.ts';
import { createFileProblems } from './fileProblems.ts';
import { HISTORY_COMMAND, serveHistory } from './historyRequests.ts';
import { hoverText, plainHover } from './hover.ts';
import { abilitiesOf, NO_ABILITIES } from './clientAbilities.ts';
import { changedPolicy, parseClientOptions } from './clientOptions.ts';
import { actionsOf, areWanted, commandsOf, WHY_COMMAND } from './codeActions.ts';
import { serveDiagnosed } from './diagnosed.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { HOW_TO_SIGN, lensesOf, lensUri, pasteLens, resolveLens } from './lenses.ts';
import { tell } from './plainClient.ts';
import { serveQuestions } from './questionRequests.ts';
import { blockView, originView, shownBlocks } from './views.ts';

/** What the server needs of its host. */
export interface ServerHost {
  readonly reader: BlockReader;
  /** Loads the rules with the first block that is asked about. */
  readonly createRules: CreateRules;
  /** Takes a team's rule files; loads what runs them with the first text that is asked about. */
  readonly readTeam: ReadTeamRules;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly version: string;
  /** Finds the repository of a document; `storage` is the client's folder for the rest. */
  readonly createLocator: (options: ClientOptions) => (uri: string) => Location | undefined;
  /** Where windows share what was cut and copied. */
  readonly createMoves?: (options: ClientOptions) => MoveStore | undefined;
  /** Why a rule asks, as Markdown; undefined for one that is not known. */
  readonly rulePage: (rule: string) => string | undefined;
  readonly uriOf: (repository: Repository, path: string) => string;
}

const CORRECT_REQUEST = new RequestType<CorrectParams, CorrectResult, void>(CORRECT);
const COPIES_REQUEST = new RequestType<CopiesParams, CopiesResult, void>(COPIES);
const ATTEST_REQUEST = new RequestType<AttestParams, AttestResult, void>(ATTEST);

const UNTRUSTED =
  'This workspace is not trusted, so nothing is signed or stated here: trust it first.';
const PLAIN =
  'Nothing is signed, answered or stated over plain LSP: a person does that in a terminal, with countersign sign, review or correct.';
const DIAGNOSTIC_PROVIDER = {
  identifier: 'countersign',
  interFileDependencies: false,
  workspaceDiagnostics: false,
};
/** Files whose saving changes what is asked and required. */
const SPEAKS_TO_US =
  /\/\.vscode\/settings\.json$|\.code-workspace$|\/\.countersign\/rules\/[^/]+\.ya?ml$/;
const STARTING = 'Countersign is still starting: try again.';

/** Serves one client. Everything that can wake the server is registered here. */
export function startServer(connection: Connection, host: ServerHost): void {
  let client: ClientOptions = {};
  let homes: Homes | undefined;
  let documents: Documents | undefined;
  let rules: RuleRunner | undefined;
  let abilities = NO_ABILITIES;
  const texts = new Map<string, TextDocument>();
  const fileProblems = createFileProblems(connection, host.uriOf);
  const toldOfRules = new Set<string>();

  /** Why nothing may be signed, answered or stated here; undefined where it may. */
  const whyNot = (): string | undefined => {
    if (client.clientCommands !== true) return PLAIN;
    return client.trusted === false ? UNTRUSTED : undefined;
  };
  const notice = (params: NoticeParams): void => {
    void connection.sendNotification(NOTICE, params);
  };
  const tellProblem = ({ message }: Problem): void => {
    connection.console.warn(message);
    if (client.clientCommands === true) {
      notice({ severity: 'warning', message, show: 'status' });
    }
  };
  /** Rules are read anew with every change: what was told of them once is known. */
  const tellOfRules = (problem: Problem): void => {
    if (toldOfRules.has(problem.message)) return;
    toldOfRules.add(problem.message);
    tellProblem(problem);
  };
  const pageOf = (rule: string): string | undefined =>
    host.rulePage(rule) ??
    homes
      ?.opened()
      .map(({ team }) => team?.page(rule))
      .find((page) => page !== undefined);
  /** One failure must not end the server, and with it everybody's marks: it is told, and work goes on. */
  const fenced: Timers = {
    after: (ms, callback) =>
      host.timers.after(ms, () => {
        try {
          callback();
        } catch (error) {
          const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
          // A connection that was closed meanwhile has nobody at its other end.
          try {
            connection.console.error(words);
          } catch {}
        }
      }),
  };
  const show = (view: DocumentView): void => {
    const blocks = shownBlocks(view);
    if (client.clientCommands === true) {
      const params: BlocksParams = {
        uri: view.uri,
        version: view.version,
        blocks: blocks.map(blockView),
      };
      void connection.sendNotification(BLOCKS, params);
    }
    if (!abilities.pullsDiagnostics) {
      const found = diagnosticsOf(view, client.clientCommands !== true);
      const diagnostics = [...found, ...fileProblems.of(view.uri)];
      void connection.sendDiagnostics({ uri: view.uri, version: view.version, diagnostics });
    } else if (abilities.refreshesDiagnostics) {
      connection.languages.diagnostics.refresh().catch(() => {});
    }
    if (abilities.refreshesLenses) {
      void connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
    }
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = parseClientOptions(params.initializationOptions);
    abilities = abilitiesOf(params.capabilities);
    homes = createHomes({
      locate: host.createLocator(client),
      editorPolicy: () => client.policy ?? {},
      mayRunGit: client.trusted !== false,
      timers: fenced,
      promote: (repository, journal) =>
        promote({ repository, journal, reader: host.reader, clock: host.clock }),
      onRecords: () => documents?.refresh(),
      onPolicy: (repository, problems) => fileProblems.publish('settings', repository, problems),
      onRuleFiles: (repository, problems) => fileProblems.publish('rules', repository, problems),
      readTeam: (files) => host.readTeam(files, tellOfRules),
      onProblem: tellProblem,
    });
    const known = homes;
    rules = host.createRules(tellProblem, {
      onLate: () => documents?.judgeAll(),
      onRelease: () => documents?.forgetJudged(),
    });
    documents = createDocuments({
      reader: host.reader,
      rules,
      clock: host.clock,
      timers: fenced,
      hasSignals: client.signals === true,
      homeOf: (uri) => known.of(uri),
      moves: host.createMoves?.(client),
      onJudged: show,
      onProblem: tellProblem,
    });
    return {
      serverInfo: { name: 'countersign', version: host.version },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        codeLensProvider: { resolveProvider: true },
        ...(abilities.pullsDiagnostics ? { diagnosticProvider: DIAGNOSTIC_PROVIDER } : {}),
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        ...(client.clientCommands === true
          ? {}
          : { executeCommandProvider: { commands: [HOW_TO_SIGN, HISTORY_COMMAND, WHY_COMMAND] } }),
      },
    };
  });
  connection.onInitialized(() => {
    if (!abilities.watchesFiles) return;
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: '**/.vscode/settings.json' },
        { globPattern: '**/*.code-workspace' },
        { globPattern: '**/.countersign/rules/*.{yml,yaml}' },
      ],
    });
  });
  connection.onDidChangeWatchedFiles(async () => {
    await homes?.refresh();
    documents?.refresh();
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    const policy = changedPolicy(settings);
    if (!policy) return;
    client = { ...client, policy };
    await homes?.refresh();
    documents?.refresh();
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    texts.set(uri, TextDocument.create(uri, languageId, version, text));
    documents?.open(uri, version, text).catch((error: unknown) => {
      connection.console.error(`${uri} could not be opened: ${String(error)}`);
    });
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const text = texts.get(uri);
    if (!text) return;
    const replacements: Replacement[] = [];
    for (const change of contentChanges) {
      const range =
        'range' in change
          ? offsetsOf(text, change.range)
          : { start: 0, end: text.getText().length };
      replacements.push({ ...range, text: change.text });
      TextDocument.update(text, [change], version);
    }
    documents?.change(uri, version, replacements);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    documents?.saved(uri);
    if (SPEAKS_TO_US.test(uri)) {
      void homes?.refresh().then(() => documents?.refresh());
    }
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    texts.delete(uri);
    documents?.closed(uri);
    if (!abilities.pullsDiagnostics) {
      void connection.sendDiagnostics({ uri, diagnostics: [...fileProblems.of(uri)] });
    }
  });
  connection.onNotification(SIGNAL, ({ uri, version, source }: SignalParams) => {
    documents?.signal(uri, version, source);
  });

  connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[]> => {
    const view = await documents?.view(uri);
    if (!documents || !view) return [];
    const isOurs = client.clientCommands === true;
    const pastes = isOurs ? await documents.pastes(uri) : [];
    return [...lensesOf(view, isOurs), ...pastes.map((paste) => pasteLens(uri, paste))];
  });
  connection.onCodeLensResolve(async (lens): Promise<CodeLens> => {
    const uri = lensUri(lens);
    const view = uri === undefined ? undefined : await documents?.view(uri);
    return resolveLens(lens, view, client.clientCommands === true);
  });
  connection.languages.diagnostics.on(async ({ textDocument: { uri } }) => {
    const view = await documents?.view(uri);
    const items = view ? diagnosticsOf(view, client.clientCommands !== true) : [];
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const known = documents;
    const view = await known?.view(uri);
    const link = client.clientCommands === true ? HISTORY_COMMAND : undefined;
    const value =
      known && view && hoverText(view, position.line, link, (judged) => known.told(view, judged));
    if (value === undefined) return null;
    return {
      contents: abilities.takesMarkdown
        ? { kind: MarkupKind.Markdown, value }
        : { kind: MarkupKind.PlainText, value: plainHover(value) },
    };
  });
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    if (!areWanted(context)) return [];
    const view = await documents?.view(uri);
    if (!view) return [];
    const actions = actionsOf(view, range, client.clientCommands === true, abilities);
    return abilities.takesActions ? actions : commandsOf(actions);
  });
  serveQuestions(connection, {
    documents: () => documents,
    whyNot,
    rulePage: pageOf,
  });
  serveDiagnosed(connection, {
    documents: () => documents,
    mayRecord: () => client.trusted !== false,
  });
  const tellHistory = serveHistory(connection, {
    homes: () => homes,
    documents: () => documents,
    mayRunGit: () => client.trusted !== false,
    reader: host.reader,
  });
  connection.onExecuteCommand(async ({ command, arguments: args }, token) => {
    const argument: unknown = args?.[0];
    if (command === HOW_TO_SIGN && typeof argument === 'string') {
      tell(connection, argument);
    }
    if (command === WHY_COMMAND && typeof argument === 'string') {
      const page = pageOf(argument) ?? `There is no rule ${argument}.`;
      tell(connection, page);
      return page;
    }
    return command === HISTORY_COMMAND ? tellHistory(argument, token) : null;
  });

  connection.onRequest(ATTEST_REQUEST, async (params): Promise<AttestResult> => {
    const no = whyNot();
    if (no !== undefined) return { kind: 'refused', message: no };
    const done = await documents?.attest({ ...params, note: params.note });
    if (!done) return { kind: 'refused', message: STARTING };
    if (!done.ok) return { kind: 'refused', message: done.error.message };
    const code = params.action === 'sign' ? [...codeOfShort(done.value)] : [];
    const recorded = { kind: 'recorded', nBlocks: done.value.length } as const;
    return code.length === 0 ? recorded : { ...recorded, code };
  });
  connection.onRequest(COPIES_REQUEST, async ({ code, via, sign }): Promise<CopiesResult> => {
    const no = whyNot();
    if (no !== undefined) return { kind: 'refused', message: no };
    if (!homes || !documents) return { kind: 'refused', message: STARTING };
    const queue = await queueOf(homes, documents, { reader: host.reader, rules }, host.uriOf);
    const copies = openCopies(queue, code);
    const done = sign ? await signQueued(homes, host.clock, copies, via) : ok([]);
    if (!done.ok) return { kind: 'refused', message: done.error.message };
    for (const problem of done.value) tellProblem(problem);
    if (sign) documents.refresh();
    return { kind: sign ? 'signed' : 'found', places: copies.map(copyPlace) };
  });
  connection.onNotification(COPIED, ({ uri, version, ranges }: CopiedParams) => {
    documents?.copied(
      uri,
      version,
      ranges.map(([start, end]) => ({ start, end })),
    );
  });
  connection.onRequest(BLAME, async ({ uri }: BlameParams): Promise<BlameResult> => {
    const blame = await documents?.blame(uri);
    if (!blame) return {};
    return {
      version: blame.version,
      lines: blame.lines.map(({ origins }) => origins.map(originView)),
    };
  });
  connection.onRequest(CORRECT_REQUEST, async (params): Promise<CorrectResult> => {
    const no = whyNot();
    if (no !== undefined) return { kind: 'refused', message: no };
    const { uri, version, startLine, endLine, as } = params;
    const lines = { startLine: startLine + 1, endLine: endLine + 1 };
    const done = await documents?.correct({ uri, version, lines, as, via: 'lens' });
    if (!done) return { kind: 'refused', message: STARTING };
    return done.ok
      ? { kind: 'recorded', nStayAi: done.value.nStayAi }
      : { kind: 'refused', message: done.error.message };
  });
  connection.onRequest(QUEUE, async (): Promise<QueueResult> => {
    if (!homes || !documents) return { items: [] };
    const items = await queueOf(homes, documents, { reader: host.reader, rules }, host.uriOf);
    return { items: items.map(queueItem) };
  });

  connection.onShutdown(() => {
    documents?.flush();
    homes?.close();
  });
}

/** Some clients send a range from its end to its start, as a selection was made. */
function offsetsOf(text: TextDocument, { start, end }: LspRange): Range {
  const [from, to] = [text.offsetAt(start), text.offsetAt(end)];
  return { start: Math.min(from, to), end: Math.max(from, to) };
}

function copyPlace({ uri, path, judged }: QueuedBlock): CopyPlace {
  return { uri, path, line: judged.block.lines.startLine - 1 };
}

function queueItem({ uri, path, judged }: QueuedBlock): QueueResult['items'][number] {
  return { uri, path, block: blockView(judged) };
}
