import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeLens,
  createConnection,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { rulesFrom } from '../../server/src/app/questions/rulesHost.ts';
import { createRules, rulePage } from '../../server/src/rulesMain.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { sha256 } from '../../server/src/node/git/contentIds.ts';
import { createLocator, uriOf } from '../../server/src/node/locate.ts';
import { createMoveStore } from '../../server/src/node/moveStore.ts';
import { createBlockReader } from '../../server/src/node/parsers/blockReader.ts';
import { createClock, timers } from '../../server/src/node/repository.ts';
import {
  ATTEST,
  type AttestParams,
  type AttestResult,
  BLAME,
  type BlameResult,
  BLOCKS,
  type BlocksParams,
  type BlockView,
  type ClientOptions,
  SIGNAL,
  type SignalSource,
} from '../../server/src/protocol/index.ts';
import { ROOT } from './golden.ts';
import { DIST } from './cli.ts';
import { readTeam } from './teamRules.ts';

export const GRAMMARS = join(ROOT, 'dist/grammars');

/** A file as an editor has it open, with the real server behind. */
export interface OpenFile {
  readonly uri: string;
  text(): string;
  version(): number;
  /** Replaces `[start, end)` and sends what the editor saw of it, as the extension does. */
  edit(start: number, end: number, text: string, source: SignalSource | undefined): void;
  /** Replaces the first occurrence of `old`. */
  replace(old: string, text: string, source: SignalSource | undefined): void;
  save(): void;
  close(): void;
  /** The origins of every line. */
  blame(): Promise<BlameResult>;
  /** Waits for the blocks of the newest version that fit. */
  blocks(until?: (blocks: readonly BlockView[]) => boolean): Promise<readonly BlockView[]>;
}

export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  open(path: string, text: string, language?: string): OpenFile;
  attest(params: AttestParams): Promise<AttestResult>;
  /** The lenses of a document, resolved as a client does with those that have no command yet. */
  lenses(uri: string): Promise<readonly CodeLens[]>;
  notices(): readonly string[];
  /** Resolves when blocks of any document come the next time. */
  nextBlocks(): Promise<void>;
  /** Ends the server as an editor does when its window closes. */
  stop(): Promise<void>;
}

export const ACCEPTED: SignalSource = {
  kind: 'platform',
  source: 'inlineCompletionAccept',
  metadata: { $extensionId: 'sample.assistant', $extensionVersion: '1.0.0', $nes: false },
};
export const TYPED: SignalSource = {
  kind: 'platform',
  source: 'cursor',
  metadata: { kind: 'type', detailedSource: 'keyboard' },
};

/** What every current editor announces of what the server asks about. */
const USUAL: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** Starts the real server in this process, over two streams, on files below `dir`. */
export async function startClient(
  dir: string,
  options: ClientOptions = { signals: true, clientCommands: true },
  capabilities: ClientCapabilities = USUAL,
): Promise<LspClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  startServer(server, {
    reader: createBlockReader({ grammars: GRAMMARS, sha256 }),
    createRules: rulesFrom(() => ({ createRules: (options) => createRules(options, DIST) }), {
      ms: () => 0,
    }),
    clock: createClock(),
    timers,
    version: 'test',
    createLocator: ({ storage, trusted }) =>
      createLocator({ storage, isTrusted: trusted !== false }),
    createMoves: ({ storage }) =>
      storage === undefined ? undefined : createMoveStore(join(storage, 'moves')),
    readTeam,
    rulePage,
    uriOf,
  });
  server.listen();
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const notices: string[] = [];
  const views = new Map<string, BlocksParams>();
  const waiting = new Set<() => void>();
  const atNext = new Set<() => void>();
  connection.onNotification(BLOCKS, (params: BlocksParams) => {
    views.set(params.uri, params);
    for (const check of waiting) check();
    for (const resolve of atNext) resolve();
    atNext.clear();
  });
  connection.onNotification('countersign/notice', ({ message }: { message: string }) => {
    notices.push(message);
  });
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: pathToFileURL(dir).toString(),
    capabilities,
    initializationOptions: options,
  });
  void connection.sendNotification('initialized', {});

  const open = (path: string, initial: string, language = 'typescript'): OpenFile => {
    const uri = path.includes(':') ? path : pathToFileURL(join(dir, path)).toString();
    let text = initial;
    let version = 1;
    void connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: language, version, text },
    });
    const positionAt = (offset: number) => {
      const before = text.slice(0, offset).split('\n');
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    };
    const edit: OpenFile['edit'] = (start, end, inserted, source) => {
      version++;
      const range = { start: positionAt(start), end: positionAt(end) };
      text = text.slice(0, start) + inserted + text.slice(end);
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: inserted }],
      });
      if (source) void connection.sendNotification(SIGNAL, { uri, version, source });
    };
    return {
      uri,
      text: () => text,
      version: () => version,
      edit,
      replace(old, inserted, source) {
        const at = text.indexOf(old);
        if (at < 0) throw new Error(`${JSON.stringify(old)} is not in the text`);
        edit(at, at + old.length, inserted, source);
      },
      save: () =>
        void connection.sendNotification('textDocument/didSave', { textDocument: { uri } }),
      close: () =>
        void connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
      blame: () => connection.sendRequest<BlameResult>(BLAME, { uri }),
      blocks: (until = () => true) =>
        new Promise((resolve) => {
          const check = (): void => {
            const view = views.get(uri);
            if (view?.version === version && until(view.blocks)) {
              waiting.delete(check);
              resolve(view.blocks);
            }
          };
          waiting.add(check);
          check();
        }),
    };
  };

  return {
    connection,
    initialized,
    open,
    attest: (params) => connection.sendRequest<AttestResult>(ATTEST, params),
    async lenses(uri) {
      const found = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri },
      });
      return Promise.all(
        found.map(async (lens) =>
          lens.command === undefined
            ? connection.sendRequest<CodeLens>('codeLens/resolve', lens)
            : lens,
        ),
      );
    },
    notices: () => notices,
    nextBlocks: () =>
      new Promise((resolve) => {
        atNext.add(resolve);
      }),
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      server.dispose();
    },
  };
}
