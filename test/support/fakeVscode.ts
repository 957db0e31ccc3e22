import type * as vscode from 'vscode';
import { URI, Utils } from 'vscode-uri';

/**
 * A small stand-in for the editor: documents, editors, decorations, commands, dialogs, settings.
 * It keeps what it was told, so that a test can look at it. Only what our extension uses is here.
 */
export interface FakeVscode {
  readonly api: typeof vscode;
  readonly open: (uri: string, text: string) => FakeDocument;
  readonly documents: readonly FakeDocument[];
  /** Makes visible editors, the first one active. */
  readonly show: (...documents: readonly FakeDocument[]) => readonly FakeEditor[];
  readonly close: (document: FakeDocument) => void;
  readonly settings: Map<string, unknown>;
  readonly changeSetting: (key: string, value: unknown) => void;
  /** What people were shown: `info`, `warning`, `error`, `status` and the words. */
  readonly said: string[];
  /** The answers a person gives to the next messages and pickers, in order: a label or nothing. */
  readonly answers: (string | undefined)[];
  readonly pickers: { readonly title: string | undefined; readonly labels: readonly string[] }[];
  readonly statusBar: { text: string; isVisible: boolean; tooltip: string | undefined };
  readonly executed: { readonly id: string; readonly args: readonly unknown[] }[];
  readonly paste: (text: string) => void;
  readonly nPasteProviders: () => number;
  /** Asks the providers of a copy, as the editor does at copy and cut; answers what they added. */
  readonly copy: (document: FakeDocument, ...ranges: readonly FakeRangeOf[]) => readonly string[];
  readonly nCopyProviders: () => number;
  /** Another extension (or ours) publishes all it has to say of a document. */
  readonly publish: (document: FakeDocument, diagnostics: readonly FakeDiagnostic[]) => void;
  readonly trust: (isTrusted: boolean) => void;
  /** The tree view, as a person sees it. */
  readonly tree: FakeTree;
  readonly clipboard: { text: string };
  /** A watched file was created or changed. */
  readonly fireFileEvent: () => void;
}

export interface FakeDiagnostic {
  readonly line: number;
  readonly endLine?: number;
  readonly severity?: number;
  readonly tags?: readonly number[];
  readonly source?: string;
  readonly code?: vscode.Diagnostic['code'];
  readonly message: string;
}

export interface FakeTree {
  title: string;
  message: string;
  readonly selection: unknown[];
  visible: boolean;
  /** What is drawn: one item a row. */
  readonly items: () => readonly vscode.TreeItem[];
  readonly setVisible: (isVisible: boolean) => void;
}

/** Start line, start character, end line, end character. */
export type FakeRangeOf = readonly [number, number, number, number];

export interface FakeDocument {
  readonly uri: URI;
  version: number;
  isDirty: boolean;
  text: string;
  /** Replaces the whole text as one change event; the version goes up by one. */
  readonly change: (options: FakeChange) => void;
  /** An event without content, as when a document becomes dirty or is saved. */
  readonly flip: (isDirty: boolean) => void;
}

export interface FakeChange {
  readonly texts: readonly string[];
  readonly text?: string;
  /** The replaced range of each text; else none of any size at the start. */
  readonly ranges?: readonly FakeRangeOf[];
  readonly reason?: 1 | 2;
  /** Present on editors with the proposed API, absent on the others. */
  readonly detailedReason?: unknown;
}

export interface FakeEditor {
  readonly document: FakeDocument;
  /** Every call of setDecorations: the type's key and the line ranges. */
  readonly painted: {
    readonly key: string;
    readonly lines: readonly (readonly [number, number])[];
  }[];
  /** What the editor shows now, by type key. */
  readonly shown: Map<string, readonly (readonly [number, number])[]>;
  /** What stands before each line, by type key: `line|text|color`, and hovers: `line|words`. */
  readonly annotations: Map<string, readonly string[]>;
  readonly hovers: Map<string, readonly string[]>;
  /** The first caret, as a test sets it. */
  selection: { readonly active: { readonly line: number; readonly character: number } };
  /** Selects ranges, each with a caret at its end. */
  readonly select: (...ranges: readonly FakeRangeOf[]) => void;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Handler = (...args: readonly unknown[]) => unknown;

interface FakePasteProvider {
  provideDocumentPasteEdits?: Handler;
  prepareDocumentPaste?: Handler;
}

/** A range, or a range with what stands before it and over it. */
type FakeDecoration =
  | FakeRange
  | {
      readonly range: FakeRange;
      readonly hoverMessage?: FakeMarkdownString;
      readonly renderOptions: {
        readonly before: { readonly contentText: string; readonly color: FakeThemeColor };
      };
    };

interface Listenable<T> {
  readonly on: (listener: (value: T) => unknown) => { dispose: () => void };
  readonly fire: (value: T) => void;
}

function listenable<T>(): Listenable<T> {
  const listeners = new Set<(value: T) => unknown>();
  return {
    on: (listener) => {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    fire: (value) => {
      for (const listener of listeners) listener(value);
    },
  };
}

class FakePosition {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

class FakeRange {
  readonly start: FakePosition;
  readonly end: FakePosition;
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = new FakePosition(startLine, startCharacter);
    this.end = new FakePosition(endLine, endCharacter);
  }
  get isEmpty(): boolean {
    return this.start.line === this.end.line && this.start.character === this.end.character;
  }
  get active(): FakePosition {
    return this.end;
  }
  contains(other: FakeRange): boolean {
    const isBefore = (a: FakePosition, b: FakePosition) =>
      a.line < b.line || (a.line === b.line && a.character <= b.character);
    return isBefore(this.start, other.start) && isBefore(other.end, this.end);
  }
}

class FakeMarkdownString {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

class FakeThemeColor {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

class FakeRelativePattern {
  readonly baseUri: URI;
  readonly pattern: string;
  constructor(baseUri: URI, pattern: string) {
    this.baseUri = baseUri;
    this.pattern = pattern;
  }
}

class FakeTreeItem {
  readonly label: string;
  constructor(label: string) {
    this.label = label;
  }
}

class FakeThemeIcon {
  readonly id: string;
  readonly color: FakeThemeColor | undefined;
  constructor(id: string, color?: FakeThemeColor) {
    this.id = id;
    this.color = color;
  }
}

class FakeTokenSource {
  readonly token = { isCancellationRequested: false };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
}

class FakePasteKind {
  static readonly Empty = new FakePasteKind('');
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  append(part: string): FakePasteKind {
    return new FakePasteKind(`${this.value}.${part}`);
  }
}

export function createFakeVscode(): FakeVscode {
  const documents: FakeDocument[] = [];
  let editors: FakeEditor[] = [];
  const settings = new Map<string, unknown>();
  const said: string[] = [];
  const answers: (string | undefined)[] = [];
  const pickers: FakeVscode['pickers'] = [];
  const executed: FakeVscode['executed'] = [];
  const statusBar: FakeVscode['statusBar'] = { text: '', isVisible: false, tooltip: undefined };
  const changed = listenable<unknown>();
  const opened = listenable<FakeDocument>();
  const closed = listenable<FakeDocument>();
  const visibleChanged = listenable<unknown>();
  const settingsChanged = listenable<unknown>();
  const foldersChanged = listenable<unknown>();
  const trusted = listenable<unknown>();
  const visibility = listenable<unknown>();
  const tree: Writable<FakeTree> = {
    title: '',
    message: '',
    selection: [],
    visible: false,
    items: () => [],
    setVisible: (isVisible) => {
      if (tree.visible === isVisible) return;
      tree.visible = isVisible;
      visibility.fire(undefined);
    },
  };
  const clipboard = { text: '' };
  const pasteProviders = new Set<FakePasteProvider>();
  const fileEvents = listenable<unknown>();
  const diagnosticsChanged = listenable<unknown>();
  const diagnostics = new Map<string, readonly unknown[]>();
  const commands = createCommands(executed);
  let nTypes = 0;

  function open(uri: string, text: string): FakeDocument {
    const document = createDocument(URI.parse(uri), text, changed);
    documents.push(document);
    opened.fire(document);
    return document;
  }

  function show(...shown: readonly FakeDocument[]): readonly FakeEditor[] {
    editors = shown.map(
      (document) =>
        editors.find((editor) => editor.document === document) ?? createEditor(document),
    );
    visibleChanged.fire(editors);
    return editors;
  }

  function close(document: FakeDocument): void {
    documents.splice(documents.indexOf(document), 1);
    show(...editors.map((editor) => editor.document).filter((other) => other !== document));
    closed.fire(document);
  }

  const nProviders = (role: keyof FakePasteProvider) =>
    [...pasteProviders].filter((provider) => provider[role] !== undefined).length;

  const say =
    (kind: string) =>
    (message: string, ...actions: readonly string[]) => {
      said.push(`${kind}: ${message}`);
      return Promise.resolve(actions.length === 0 ? undefined : answers.shift());
    };

  const api = {
    version: '1.101.0',
    Range: FakeRange,
    Position: FakePosition,
    ThemeColor: FakeThemeColor,
    RelativePattern: FakeRelativePattern,
    MarkdownString: FakeMarkdownString,
    DocumentDropOrPasteEditKind: FakePasteKind,
    TreeItem: FakeTreeItem,
    ThemeIcon: FakeThemeIcon,
    CancellationTokenSource: FakeTokenSource,
    ProgressLocation: { SourceControl: 1, Window: 10, Notification: 15 },
    env: {
      clipboard: {
        writeText: (text: string) => {
          clipboard.text = text;
          return Promise.resolve();
        },
      },
    },
    OverviewRulerLane: { Left: 1, Center: 2, Right: 4, Full: 7 },
    DecorationRangeBehavior: { OpenOpen: 0, ClosedClosed: 1 },
    StatusBarAlignment: { Left: 1, Right: 2 },
    TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
    Uri: {
      parse: (value: string) => URI.parse(value),
      file: (path: string) => URI.file(path),
      from: (parts: Parameters<typeof URI.from>[0]) => URI.from(parts),
      joinPath: (uri: URI, ...parts: readonly string[]) => Utils.joinPath(uri, ...parts),
    },
    commands: {
      registerCommand: commands.registerCommand,
      executeCommand: commands.executeCommand,
      getCommands: () => Promise.resolve(commands.ids()),
    },
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
    languages: {
      onDidChangeDiagnostics: diagnosticsChanged.on,
      getDiagnostics: (uri: URI) => diagnostics.get(uri.toString()) ?? [],
      registerDocumentPasteEditProvider: (_selector: unknown, provider: FakePasteProvider) => {
        pasteProviders.add(provider);
        return { dispose: () => void pasteProviders.delete(provider) };
      },
    },
    window: {
      get visibleTextEditors() {
        return editors;
      },
      get activeTextEditor() {
        return editors[0];
      },
      onDidChangeVisibleTextEditors: visibleChanged.on,
      createTextEditorDecorationType: (options: { readonly isWholeLine?: boolean }) => {
        nTypes += 1;
        const key = `type${nTypes}`;
        return {
          key,
          options,
          dispose: () => {
            for (const { shown, annotations, hovers } of editors) {
              for (const map of [shown, annotations, hovers]) map.delete(key);
            }
          },
        };
      },
      createTreeView: (
        id: string,
        { treeDataProvider }: { readonly treeDataProvider: vscode.TreeDataProvider<unknown> },
      ) => {
        const rows = (): readonly unknown[] => {
          const children = treeDataProvider.getChildren(undefined);
          return Array.isArray(children) ? children : [];
        };
        tree.items = () =>
          rows().flatMap((row) => {
            const item = treeDataProvider.getTreeItem(row);
            return 'then' in item ? [] : [item];
          });
        commands.registerCommand(`${id}.focus`, () => tree.setVisible(true));
        return Object.assign(tree, {
          onDidChangeVisibility: visibility.on,
          dispose: () => undefined,
        });
      },
      withProgress: (
        _options: unknown,
        task: (progress: unknown, token: unknown) => Promise<unknown>,
      ) => task({ report: () => undefined }, new FakeTokenSource().token),
      createStatusBarItem: () =>
        Object.assign(statusBar, {
          show: () => void (statusBar.isVisible = true),
          hide: () => void (statusBar.isVisible = false),
          dispose: () => void (statusBar.isVisible = false),
        }),
      createOutputChannel: () => createLog(),
      setStatusBarMessage: (message: string) => {
        said.push(`status: ${message}`);
        return { dispose: () => undefined };
      },
      showInformationMessage: say('info'),
      showWarningMessage: say('warning'),
      showErrorMessage: say('error'),
      showQuickPick: (
        items: readonly { readonly label: string }[],
        options: { readonly title?: string } | undefined,
      ) => {
        pickers.push({ title: options?.title, labels: items.map(({ label }) => label) });
        const answer = answers.shift();
        const found = items.find(({ label }) => answer !== undefined && label.includes(answer));
        return Promise.resolve(found);
      },
      showTextDocument: (target: FakeDocument | URI) => {
        const uri = (target instanceof URI ? target : target.uri).toString();
        const document = documents.find((one) => one.uri.toString() === uri) ?? open(uri, '');
        const [editor] = show(
          document,
          ...editors.map((one) => one.document).filter((one) => one !== document),
        );
        return Promise.resolve(editor);
      },
    },
    workspace: {
      isTrusted: true,
      workspaceFolders: undefined,
      textDocuments: documents,
      onDidChangeTextDocument: changed.on,
      onDidOpenTextDocument: opened.on,
      onDidCloseTextDocument: closed.on,
      onDidChangeConfiguration: settingsChanged.on,
      onDidChangeWorkspaceFolders: foldersChanged.on,
      onDidGrantWorkspaceTrust: trusted.on,
      openTextDocument: (uri: URI) =>
        Promise.resolve(
          documents.find((one) => one.uri.toString() === uri.toString()) ??
            open(uri.toString(), ''),
        ),
      createFileSystemWatcher: () => ({
        onDidCreate: fileEvents.on,
        onDidChange: fileEvents.on,
        dispose: () => undefined,
      }),
      registerTextDocumentContentProvider: () => ({ dispose: () => undefined }),
      getConfiguration: (section: string) => ({
        get: (key: string) => settings.get(`${section}.${key}`),
        inspect: (key: string) => ({ workspaceValue: settings.get(`${section}.${key}`) }),
      }),
    },
  };

  return {
    // The one place where a part stands for the whole: tests reach only what is defined above.
    api: api as unknown as typeof vscode,
    open,
    documents,
    show,
    close,
    settings,
    changeSetting: (key, value) => {
      settings.set(key, value);
      settingsChanged.fire({ affectsConfiguration: (section: string) => key.startsWith(section) });
    },
    said,
    answers,
    pickers,
    statusBar,
    executed,
    paste: (text) => {
      const item = { asString: () => Promise.resolve(text) };
      for (const provider of pasteProviders) {
        provider.provideDocumentPasteEdits?.(undefined, undefined, { get: () => item });
      }
    },
    nPasteProviders: () => nProviders('provideDocumentPasteEdits'),
    copy: (document, ...ranges) => {
      const added: string[] = [];
      const transfer = { get: () => undefined, set: (type: string) => added.push(type) };
      const copied = ranges.map((range) => new FakeRange(...range));
      for (const provider of pasteProviders) {
        const wait = provider.prepareDocumentPaste?.(document, copied, transfer);
        if (wait !== undefined) added.push('a wait');
      }
      return added;
    },
    nCopyProviders: () => nProviders('prepareDocumentPaste'),
    publish: (document, published) => {
      diagnostics.set(
        document.uri.toString(),
        published.map(({ line, endLine = line, severity = 0, ...rest }) => ({
          ...{ range: new FakeRange(line, 0, endLine, 1), severity },
          ...rest,
        })),
      );
      diagnosticsChanged.fire({ uris: [document.uri] });
    },
    trust: (isTrusted) => {
      api.workspace.isTrusted = isTrusted;
      if (isTrusted) trusted.fire(undefined);
    },
    tree,
    clipboard,
    fireFileEvent: () => fileEvents.fire(undefined),
  };
}

function createLog() {
  const write = () => undefined;
  return { info: write, warn: write, error: write, show: write, dispose: write };
}

function createDocument(uri: URI, text: string, changed: Listenable<unknown>): FakeDocument {
  const lines = () => document.text.split('\n');
  const document = {
    uri,
    text,
    version: 1,
    isDirty: false,
    get lineCount() {
      return lines().length;
    },
    lineAt: (line: number) => ({
      text: lines()[line] ?? '',
      range: new FakeRange(line, 0, line, lines()[line]?.length ?? 0),
    }),
    getText: (range?: FakeRange) =>
      range === undefined
        ? document.text
        : lines()
            .slice(range.start.line, range.end.line + 1)
            .join('\n'),
    offsetAt: ({ line, character }: FakePosition) =>
      lines()
        .slice(0, line)
        .reduce((sum, one) => sum + one.length + 1, character),
    change: ({ texts, text: newText, ranges = [], ...rest }: FakeChange) => {
      document.version += 1;
      document.text = newText ?? document.text;
      const contentChanges = texts.map((one, idx) => ({
        text: one,
        range: new FakeRange(...(ranges[idx] ?? [0, 0, 0, 0])),
      }));
      changed.fire({ document, contentChanges, ...rest });
    },
    flip: (isDirty: boolean) => {
      document.isDirty = isDirty;
      changed.fire({ document, contentChanges: [] });
    },
  };
  return document;
}

function createEditor(document: FakeDocument): FakeEditor {
  const painted: FakeEditor['painted'] = [];
  const shown: FakeEditor['shown'] = new Map();
  const annotations: FakeEditor['annotations'] = new Map();
  const hovers: FakeEditor['hovers'] = new Map();
  const selections: FakeRange[] = [];
  const editor = {
    document,
    painted,
    shown,
    annotations,
    hovers,
    selection: { active: new FakePosition(0, 0) },
    selections,
    select: (...ranges: readonly FakeRangeOf[]) => {
      selections.splice(0, selections.length, ...ranges.map((range) => new FakeRange(...range)));
    },
    revealRange: () => undefined,
    setDecorations: (type: { readonly key: string }, decorations: readonly FakeDecoration[]) => {
      const lines = decorations.map((one): [number, number] => {
        const { start, end } = 'range' in one ? one.range : one;
        return [start.line, end.line];
      });
      const rich = decorations.filter((one) => 'range' in one);
      annotations.set(
        type.key,
        rich.map(({ range, renderOptions: { before } }) => {
          return `${range.start.line}|${before.contentText.replaceAll('\u00a0', ' ')}|${before.color.id}`;
        }),
      );
      hovers.set(
        type.key,
        rich.flatMap(({ range, hoverMessage }) =>
          hoverMessage === undefined ? [] : [`${range.start.line}|${hoverMessage.value}`],
        ),
      );
      painted.push({ key: type.key, lines });
      shown.set(type.key, lines);
    },
  };
  return editor;
}

/** Commands of the extension; any other is only noted. */
function createCommands(executed: FakeVscode['executed']) {
  const registered = new Map<string, Handler>();
  return {
    registerCommand: (id: string, handler: Handler) => {
      if (registered.has(id)) throw new Error(`command '${id}' already exists`);
      registered.set(id, handler);
      return { dispose: () => void registered.delete(id) };
    },
    ids: () => [...registered.keys()],
    executeCommand: (id: string, ...args: readonly unknown[]) => {
      executed.push({ id, args });
      return Promise.resolve(registered.get(id)?.(...args));
    },
  };
}
