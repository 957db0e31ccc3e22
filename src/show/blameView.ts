import type * as vscode from 'vscode';
import { errorText } from '../convert.ts';
import { type Disposable, disposeAll, type Schedule } from '../lifetime.ts';
import { originWords, PRODUCT, SAY } from '../messages.ts';
import { isTrackedScheme } from '../sense/observation.ts';
import type { ServerClient } from '../serverProcess.ts';
import {
  type Annotation,
  annotationsOf,
  BLAME_WIDTH,
  type BlameRow,
  changesLines,
  type LineChange,
  shiftedRows,
} from './blamePlan.ts';
import type { BlockStore } from './blockStore.ts';
import { escaped } from './markdown.ts';

/** Set while the view is on: menus watch it. */
export const BLAME_CONTEXT = 'countersign.showsBlame';
/** The server is asked again when nothing changed for so long. */
export const BLAME_DELAY_MS = 250;
const STATUS_MS = 5000;

export type BlameApi = Pick<
  typeof vscode,
  'commands' | 'window' | 'workspace' | 'Range' | 'ThemeColor' | 'MarkdownString'
>;

export interface BlamePorts {
  /** Rejects with a sentence for the person while the server cannot be had. */
  readonly server: () => Promise<Pick<ServerClient, 'blame'>>;
  readonly schedule: Schedule;
  readonly log: (message: string) => void;
}

export interface BlameView extends Disposable {
  /** Shows or hides the annotations in all visible editors. */
  readonly toggle: () => Promise<void>;
  readonly hide: () => void;
}

/** What is known of one document's lines. */
interface Picture {
  readonly version: number;
  /** Another array when the annotations must be painted anew, the same when they stand. */
  readonly rows: readonly BlameRow[];
}

/** What an editor shows now. */
interface Painted {
  readonly rows: readonly BlameRow[];
  readonly nLines: number;
}

/**
 * Tells before each line who wrote it. A picture is painted only onto the version it is of. While
 * a person types, the annotations stay: the editor moves them within a line, new lines get an
 * empty one at once, and the server is asked when the typing pauses.
 */
export function createBlameView(api: BlameApi, store: BlockStore, ports: BlamePorts): BlameView {
  const pictures = new Map<string, Picture>();
  const waiting = new Map<string, () => void>();
  const untracked = new Set<string>();
  let painted = new WeakMap<vscode.TextEditor, Painted>();
  let type: vscode.TextEditorDecorationType | undefined;
  let subscriptions: Disposable[] = [];

  const isOn = () => type !== undefined;

  async function show(): Promise<void> {
    // First of all: without a server there is nothing to show, and the caller says so.
    await ports.server();
    if (isOn()) return;
    type = createAnnotationType(api);
    subscriptions = [
      api.window.onDidChangeVisibleTextEditors(showVisible),
      api.workspace.onDidChangeTextDocument(onChange),
      api.workspace.onDidCloseTextDocument(({ uri }) => forget(uri.toString())),
      store.onDidChange(onBlocks),
    ];
    tellContext(true);
    showVisible();
  }

  function hide(): void {
    if (!isOn()) return;
    disposeAll(subscriptions);
    for (const cancel of waiting.values()) cancel();
    waiting.clear();
    pictures.clear();
    untracked.clear();
    painted = new WeakMap();
    // The editor takes the annotations away with their type.
    type?.dispose();
    type = undefined;
    tellContext(false);
  }

  function tellContext(isShown: boolean): void {
    void api.commands.executeCommand('setContext', BLAME_CONTEXT, isShown);
  }

  /** Paints what is known already, and asks for the rest. */
  function showVisible(): void {
    for (const editor of api.window.visibleTextEditors) {
      const { document } = editor;
      if (pictures.get(document.uri.toString())?.version === document.version) paint(editor);
      else ask(document, 0);
    }
  }

  function onChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !isShown(document)) return;
    const uri = document.uri.toString();
    const picture = pictures.get(uri);
    if (picture !== undefined) {
      const changes = contentChanges.map(lineChangeOf);
      const isMoved = changes.some(changesLines);
      const rows = isMoved ? shiftedRows(picture.rows, changes) : picture.rows;
      pictures.set(uri, { version: document.version, rows });
      if (isMoved) paintAll(uri);
    }
    ask(document, BLAME_DELAY_MS);
  }

  /** The server judged a document anew: origins may have become known without any edit. */
  function onBlocks(uri: string | undefined): void {
    // It went away, and all it said with it. It asks for nothing until it is back.
    if (uri === undefined) {
      pictures.clear();
      paintAll();
    }
    const document = api.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (document !== undefined && isShown(document)) ask(document, BLAME_DELAY_MS);
  }

  function isShown(document: vscode.TextDocument): boolean {
    return api.window.visibleTextEditors.some((editor) => editor.document === document);
  }

  function forget(uri: string): void {
    waiting.get(uri)?.();
    waiting.delete(uri);
    pictures.delete(uri);
  }

  /** Asks once after the last of many reasons to ask. */
  function ask(document: vscode.TextDocument, delayMs: number): void {
    const uri = document.uri.toString();
    if (!isTrackedScheme(document.uri.scheme)) {
      tellUntracked(uri);
      return;
    }
    waiting.get(uri)?.();
    const cancel = ports.schedule(delayMs, () => {
      waiting.delete(uri);
      void answer(document).catch((error: unknown) => ports.log(`blame: ${errorText(error)}`));
    });
    waiting.set(uri, cancel);
  }

  async function answer(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const { version, lines } = await (await ports.server()).blame({ uri });
    // Something newer is under way, or nobody wants to know any more.
    if (!isOn() || waiting.has(uri) || !isShown(document)) return;
    if (lines === undefined) {
      tellUntracked(uri);
    } else if (version === document.version) {
      const known = pictures.get(uri)?.rows;
      const isSame = known !== undefined && JSON.stringify(known) === JSON.stringify(lines);
      pictures.set(uri, { version, rows: isSame ? known : lines });
      paintAll(uri);
    } else {
      ask(document, BLAME_DELAY_MS);
    }
  }

  function tellUntracked(uri: string): void {
    // Panels and diffs count as editors too: only what the person looks at is worth a word.
    const isInFront = api.window.activeTextEditor?.document.uri.toString() === uri;
    if (untracked.has(uri) || !isInFront) return;
    untracked.add(uri);
    api.window.setStatusBarMessage(SAY.untracked, STATUS_MS);
  }

  function paintAll(uri?: string): void {
    for (const editor of api.window.visibleTextEditors) {
      if (uri === undefined || uri === editor.document.uri.toString()) paint(editor);
    }
  }

  function paint(editor: vscode.TextEditor): void {
    const { document } = editor;
    const picture = pictures.get(document.uri.toString());
    if (type === undefined || (picture !== undefined && picture.version !== document.version)) {
      return;
    }
    const { rows, nLines } =
      picture === undefined ? NOTHING : { rows: picture.rows, nLines: document.lineCount };
    const shown = painted.get(editor) ?? NOTHING;
    if (shown.rows === rows && shown.nLines === nLines) return;
    painted.set(editor, { rows, nLines });
    const hovers = new Map<string, vscode.MarkdownString>();
    editor.setDecorations(
      type,
      annotationsOf(rows, nLines).map((annotation, line) => ({
        range: document.lineAt(line).range,
        renderOptions: { before: lookOf(api, annotation) },
        ...hoverOf(api, rows[line] ?? [], hovers),
      })),
    );
  }

  return Object.freeze({
    toggle: async () => {
      if (isOn()) hide();
      else await show();
    },
    hide,
    dispose: hide,
  });
}

const NOTHING: Painted = { rows: [], nLines: 0 };

function lineChangeOf({ range, text }: vscode.TextDocumentContentChangeEvent): LineChange {
  return {
    startLine: range.start.line,
    startCharacter: range.start.character,
    endLine: range.end.line,
    text,
  };
}

function createAnnotationType(api: BlameApi): vscode.TextEditorDecorationType {
  return api.window.createTextEditorDecorationType({
    before: {
      width: `${BLAME_WIDTH}ch`,
      // Room for the bar that marks AI lines.
      margin: '0 2ch 0 1ch',
      fontStyle: 'normal',
      fontWeight: 'normal',
    },
  });
}

function lookOf(
  api: BlameApi,
  { text, isAi }: Annotation,
): vscode.ThemableDecorationAttachmentRenderOptions {
  const color = isAi ? 'countersign.originAiForeground' : 'countersign.originForeground';
  // A space of its own width keeps the code of a line that says nothing where it belongs.
  const contentText = text === '' ? NO_BREAK_SPACE : text.replaceAll(' ', NO_BREAK_SPACE);
  return { contentText, color: new api.ThemeColor(color) };
}

const NO_BREAK_SPACE = '\u00a0';

function hoverOf(
  api: BlameApi,
  row: NonNullable<BlameRow>,
  known: Map<string, vscode.MarkdownString>,
): { readonly hoverMessage?: vscode.MarkdownString } {
  if (row.length === 0) return {};
  const words = row.map((origin) => escaped(originWords(origin)));
  const text =
    words.length === 1
      ? `**${PRODUCT}** · ${words.join('')}`
      : [`**${PRODUCT}**`, ...words.map((one) => `- ${one}`)].join('\n');
  const hoverMessage = known.get(text) ?? new api.MarkdownString(text);
  known.set(text, hoverMessage);
  return { hoverMessage };
}
