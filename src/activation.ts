import type * as vscode from 'vscode';
import { createRunCli } from './act/cli.ts';
import { MENU_COMMAND, registerCommands } from './act/commands.ts';
import type { ActContext } from './act/context.ts';
import { createHookOffer } from './act/hooks.ts';
import { createRefusalWatch } from './act/refusal.ts';
import { createReviewedTexts } from './act/reviewedText.ts';
import { createRulePages } from './act/rulePage.ts';
import { offerCliInTerminals } from './act/terminal.ts';
import type { SignalParams } from '../server/src/protocol/index.ts';
import { errorText } from './convert.ts';
import { type Disposable, disposeAll, scheduleWithTimer } from './lifetime.ts';
import { SAY } from './messages.ts';
import { createDiagnosticWatch } from './sense/diagnosticWatch.ts';
import { createEarlyEdits } from './sense/earlyEdits.ts';
import { isTrackedScheme } from './sense/observation.ts';
import { createSignals } from './sense/signals.ts';
import { createServerProcess, type ServerState } from './serverProcess.ts';
import { readSettings, SECTION, writtenPolicy } from './settings.ts';
import { createBlockStore } from './show/blockStore.ts';
import { acceptBlocks, watchBlocks } from './show/blockWatch.ts';
import { createBlameView } from './show/blameView.ts';
import { createDecorations } from './show/decorations.ts';
import { createHistoryView } from './show/historyView.ts';
import { createNotices } from './show/notices.ts';
import { createStatusBar } from './show/statusBar.ts';

export interface Activation {
  /** Lets go of everything, the server last. */
  readonly stop: () => Promise<void>;
}

type Runtime = Pick<NodeJS.Process, 'env' | 'execPath' | 'versions'>;

/**
 * Puts the extension's parts together. Nothing here waits: the server and its library are loaded
 * when the first file is open, everything that reads the disk comes after.
 */
export function activateExtension(
  api: typeof vscode,
  context: vscode.ExtensionContext,
  runtime: Runtime,
): Activation {
  const held: Disposable[] = [];
  const log = api.window.createOutputChannel('Countersign', { log: true });
  // Read once and at each change: they are asked for at every key press.
  let settings = readSettings(api, runtime.env);
  const cliRuntime = {
    execPath: runtime.execPath,
    script: context.asAbsolutePath('dist/cli.cjs'),
    isElectron: runtime.versions['electron'] !== undefined,
  };
  const inBackground = (what: string, task: Promise<unknown>) => {
    task.catch((error: unknown) => log.warn(`${what}: ${errorText(error)}`));
  };

  const store = createBlockStore(scheduleWithTimer);
  const statusBar = createStatusBar(api, store, MENU_COMMAND);
  const decorations = createDecorations(api, store, {
    mode: () => settings.decorations,
    media: (name) => api.Uri.joinPath(context.extensionUri, 'media', name),
  });
  const texts = createReviewedTexts(api);
  held.push(statusBar, decorations, texts);

  const early = createEarlyEdits(api);
  held.push(early);
  const server = createServerProcess({
    connect: async (events) => {
      const { createServerClient } = await import('./client.ts');
      return createServerClient(
        {
          api,
          log,
          serverModule: context.asAbsolutePath('dist/server.cjs'),
          clientOptions: () => ({
            signals: true,
            clientCommands: true,
            storage: context.globalStorageUri.fsPath,
            trusted: api.workspace.isTrusted,
            policy: writtenPolicy(api),
          }),
          early: (uri) => early.tell(uri),
          showsLenses: () => settings.lenses !== 'off',
        },
        events,
      );
    },
    onBlocks: (params) => acceptBlocks(api, store, params),
    onNotice: createNotices(api, log),
    onState,
    schedule: scheduleWithTimer,
    now: Date.now,
    log,
  });

  function onState(state: ServerState): void {
    if (state !== 'running') store.clear();
    if (state === 'running') early.release().forEach(sendSignal);
    else if (state === 'away' && settings.isEnabled) early.hold();
    else early.drop();
    statusBar.showStopped(state === 'gone');
    if (state === 'gone') inBackground('stopped', tellGone());
  }

  async function tellGone(): Promise<void> {
    const picked = await api.window.showErrorMessage(SAY.serverGone, SAY.restart, SAY.showLog);
    if (picked === SAY.restart) await server.restart();
    if (picked === SAY.showLog) log.show();
  }

  function sendSignal(params: SignalParams): void {
    const client = server.running();
    if (client === undefined) early.signal(params);
    else inBackground('signal', client.signal(params));
  }

  const signals = createSignals(api, {
    isEnabled: () => settings.isEnabled,
    usesPlatform: () => settings.usesPlatform,
    observesAccepts: () => settings.observesAccepts,
    send: sendSignal,
    sendCopied: (params) => {
      const client = server.running();
      if (client !== undefined) inBackground('copied', client.copied(params));
    },
    log: (message) => log.info(message),
  });
  const diagnosticWatch = createDiagnosticWatch(api, {
    blocks: store,
    schedule: scheduleWithTimer,
    send: (params) => {
      const client = server.running();
      if (client !== undefined) inBackground('diagnosed', client.diagnosed(params));
    },
  });
  held.push(signals, diagnosticWatch);

  const act: ActContext = {
    api,
    store,
    server: () => server.needed(),
    runCli: createRunCli(cliRuntime, runtime.env),
    log,
    extensionVersion: extensionVersion(context),
  };
  const blameView = createBlameView(api, store, {
    server: () => server.needed(),
    schedule: scheduleWithTimer,
    log: (message) => log.info(message),
  });
  const historyView = createHistoryView(api, store, {
    server: () => server.needed(),
    schedule: scheduleWithTimer,
    nowMs: Date.now,
    log: (message) => log.info(message),
  });
  held.push(blameView, historyView);
  const pages = createRulePages(api, async (rule) => (await act.server()).rulePage({ rule }));
  held.push(pages);
  held.push(...registerCommands(act, { texts, pages, blameView, historyView }));

  const refusals = createRefusalWatch(api, log, Date.now());
  const offerHook = createHookOffer(act, context.globalState);
  held.push(
    refusals,
    watchBlocks(api, store, (uri) => inBackground('hook offer', offerHook(uri))),
  );

  function onSettings(): void {
    settings = readSettings(api, runtime.env);
    signals.refresh();
    decorations.refresh();
    const client = server.running();
    if (!settings.isEnabled) {
      early.drop();
      inBackground('stop', server.stop());
    } else if (client === undefined) {
      early.hold();
      startIfNeeded();
    } else {
      client.refreshLenses();
      inBackground('policy', client.changePolicy(writtenPolicy(api)));
    }
  }

  /** Nothing heavy before the first file. */
  function startIfNeeded(): void {
    const hasFile = api.workspace.textDocuments.some(({ uri }) => isTrackedScheme(uri.scheme));
    if (hasFile && settings.isEnabled) void server.start();
  }

  function watchRefusals(): void {
    for (const { uri } of api.workspace.workspaceFolders ?? []) {
      if (uri.scheme === 'file') inBackground('refusals', refusals.watchAround(uri.fsPath));
    }
  }

  held.push(
    api.workspace.onDidOpenTextDocument(startIfNeeded),
    api.workspace.onDidCloseTextDocument(({ uri }) => store.forget(uri.toString())),
    api.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) onSettings();
    }),
    api.workspace.onDidChangeWorkspaceFolders(() => {
      onSettings();
      watchRefusals();
    }),
    api.workspace.onDidGrantWorkspaceTrust(() => inBackground('trust', server.restart())),
  );
  if (settings.isEnabled) early.hold();
  startIfNeeded();
  watchRefusals();
  inBackground(
    'terminal command',
    offerCliInTerminals(
      context.environmentVariableCollection,
      api.Uri.joinPath(context.globalStorageUri, 'bin').fsPath,
      cliRuntime,
    ),
  );

  return Object.freeze({
    stop: async () => {
      disposeAll(held);
      await server.stop();
      log.dispose();
    },
  });
}

function extensionVersion(context: vscode.ExtensionContext): string {
  const manifest: unknown = context.extension.packageJSON;
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'unknown';
}
