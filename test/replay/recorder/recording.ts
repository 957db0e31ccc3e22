import * as vscode from 'vscode';
import type { RecordedEvent } from './session.ts';

/** What our key bindings run behind the editor's accept commands; see `src/sense/acceptKeys.ts`. */
const ACCEPTED_COMMAND = 'countersign.accepted';
const KEYS_CONTEXT = 'countersign.observesAcceptKeys';
const SELECTOR = [{ scheme: 'file' }, { scheme: 'untitled' }, { scheme: 'vscode-notebook-cell' }];
const MIME_TYPE = 'text/plain';

/** An event before the time is put to it. */
type Untimed<T> = T extends unknown ? Omit<T, 't'> : never;
export type NewEvent = Untimed<RecordedEvent>;

export interface Recorder {
  /** Begins with an empty list; only documents below this folder, and untitled ones, are heard. */
  readonly start: (folder: string) => void;
  /** Ends the recording and hands its events out. */
  readonly stop: () => readonly RecordedEvent[];
  readonly add: (event: NewEvent) => void;
  /** How many events there are by now. */
  readonly nEvents: () => number;
  readonly dispose: () => void;
}

/**
 * Writes down what an extension can hear. It judges nothing and changes nothing; where a text
 * arrives later than its event, the event keeps its place.
 */
export function createRecorder(): Recorder {
  let events: RecordedEvent[] = [];
  let folder: string | undefined;
  let startedAt = 0;

  const isHeard = ({ scheme, path }: vscode.Uri): boolean =>
    folder !== undefined &&
    (scheme === 'untitled' ||
      (['file', 'vscode-notebook-cell'].includes(scheme) && path.startsWith(`${folder}/`)));

  const stamp = (event: NewEvent): RecordedEvent => ({ t: Date.now() - startedAt, ...event });

  const addFor = (document: vscode.TextDocument, event: NewEvent): void => {
    if (isHeard(document.uri)) events.push(stamp(event));
  };

  /** Keeps the event's place and puts its text there when it has come. */
  function addWithText(
    uri: vscode.Uri,
    transfer: vscode.DataTransfer,
    toEvent: (text: string) => NewEvent,
  ): void {
    const item = transfer.get(MIME_TYPE);
    if (item === undefined || !isHeard(uri)) return;
    const list = events;
    const event = stamp(toEvent(''));
    const idx = list.push(event) - 1;
    void item.asString().then((text) => {
      list[idx] = { t: event.t, ...toEvent(text) };
    });
  }

  const subscriptions = [
    vscode.workspace.onDidOpenTextDocument((document) => {
      const { uri, version, languageId } = document;
      const text = document.getText();
      addFor(document, { type: 'open', uri: uri.toString(), version, languageId, text });
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      addFor(document, { type: 'close', uri: document.uri.toString() });
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      addFor(document, { type: 'save', uri: document.uri.toString() });
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        if (!isHeard(oldUri)) continue;
        events.push(stamp({ type: 'rename', from: oldUri.toString(), to: newUri.toString() }));
      }
    }),
    vscode.workspace.onDidChangeTextDocument((event) => {
      addFor(event.document, changeOf(event));
    }),
    vscode.commands.registerCommand(ACCEPTED_COMMAND, (command: unknown) => {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined || typeof command !== 'string') return;
      addFor(document, { type: 'accepted', command, uri: document.uri.toString() });
    }),
    vscode.languages.registerDocumentPasteEditProvider(
      SELECTOR,
      {
        // The transfer is still empty here: what is copied is what the ranges hold. A cut is told
        // before this, so its ranges are those of the text before it, and nothing is there now.
        prepareDocumentPaste: (document, ranges) => {
          const offsets = ranges.map(
            ({ start, end }) => [document.offsetAt(start), document.offsetAt(end)] as const,
          );
          const text = ranges.map((range) => document.getText(range)).join('\n');
          const positions = ranges.map(({ start, end }) => {
            return [start.line, start.character, end.line, end.character] as const;
          });
          const uri = document.uri.toString();
          addFor(document, { type: 'copying', uri, ranges: offsets, positions, text });
        },
        provideDocumentPasteEdits: (document, _ranges, transfer) => {
          const uri = document.uri.toString();
          addWithText(document.uri, transfer, (text) => ({ type: 'pasting', uri, text }));
          return undefined;
        },
      },
      {
        providedPasteEditKinds: [vscode.DocumentDropOrPasteEditKind.Empty.append('countersign')],
        pasteMimeTypes: [MIME_TYPE],
        copyMimeTypes: [MIME_TYPE],
      },
    ),
  ];
  // The first run of a command is slow; see `src/sense/acceptKeys.ts`.
  void vscode.commands.executeCommand(ACCEPTED_COMMAND);
  void vscode.commands.executeCommand('setContext', KEYS_CONTEXT, true);

  return Object.freeze({
    start: (heard: string) => {
      events = [];
      folder = heard;
      startedAt = Date.now();
    },
    stop: () => {
      folder = undefined;
      return events;
    },
    add: (event: NewEvent) => {
      events.push(stamp(event));
    },
    nEvents: () => events.length,
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  });
}

function changeOf(event: vscode.TextDocumentChangeEvent): NewEvent {
  return {
    type: 'change',
    uri: event.document.uri.toString(),
    version: event.document.version,
    isDirty: event.document.isDirty,
    ...(event.reason !== undefined && { reason: event.reason }),
    detailedReason: detailedReasonOf(event),
    changes: event.contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      offset: rangeOffset,
      length: rangeLength,
      text,
    })),
  };
}

/** The proposed API `textDocumentChangeReason`, whole. */
function detailedReasonOf(event: object): Readonly<Record<string, unknown>> | null {
  const reason = 'detailedReason' in event ? event.detailedReason : undefined;
  if (typeof reason !== 'object' || reason === null) return null;
  const { source, metadata } = { source: undefined, metadata: undefined, ...reason };
  return { source, metadata };
}
