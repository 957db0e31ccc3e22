import type * as vscode from 'vscode';
import type { SignalParams } from '../../server/src/protocol/index.ts';
import type { Disposable } from '../lifetime.ts';
import { isTrackedScheme } from './observation.ts';

/** A document as it stood when the server was not there, and what happened to it since. */
export interface EarlyDocument {
  readonly languageId: string;
  /** The version that `text` is. */
  readonly version: number;
  readonly text: string;
  readonly changes: readonly EarlyChange[];
  readonly signals: readonly SignalParams[];
}

export interface EarlyChange {
  /** The version behind the change. */
  readonly version: number;
  readonly contentChanges: readonly vscode.TextDocumentContentChangeEvent[];
}

export interface EarlyEdits extends Disposable {
  /** Holds on to every tracked document until `release`; what is held already stays. */
  readonly hold: () => void;
  readonly signal: (params: SignalParams) => void;
  /** What a server that is starting must be told of a document, if anything was missed. */
  readonly tell: (uri: string) => EarlyDocument | undefined;
  /** The server runs and hears of everything itself: signals that it was not told yet. */
  readonly release: () => readonly SignalParams[];
  /** No server will come. */
  readonly drop: () => void;
}

/** So much is done to no document while a server starts; in changes. */
const MAX_CHANGES = 5_000;

interface Held {
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  readonly changes: EarlyChange[];
  readonly signals: SignalParams[];
  /** Of the signals, how many the server that is starting was told. */
  nTold: number;
}

/**
 * What is edited before the server runs (the first second of a window, a restart). A server is told
 * only the text it finds when it starts, so a completion accepted before would be unknown for ever;
 * so it is told the text as it was first seen, and then each change with its signal.
 */
export function createEarlyEdits(api: Pick<typeof vscode, 'workspace'>): EarlyEdits {
  const documents = new Map<string, Held>();
  let isHolding = false;

  function see(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (!isHolding || documents.has(uri) || !isTrackedScheme(document.uri.scheme)) return;
    documents.set(uri, {
      languageId: document.languageId,
      version: document.version,
      text: document.getText(),
      changes: [],
      signals: [],
      nTold: 0,
    });
  }

  const listeners = [
    api.workspace.onDidOpenTextDocument(see),
    api.workspace.onDidCloseTextDocument(({ uri }) => documents.delete(uri.toString())),
    api.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const held = documents.get(document.uri.toString());
      held?.changes.push({ version: document.version, contentChanges });
      if (held !== undefined && MAX_CHANGES < held.changes.length) {
        documents.delete(document.uri.toString());
      }
    }),
  ];

  function drop(): void {
    isHolding = false;
    documents.clear();
  }

  return Object.freeze({
    hold: () => {
      isHolding = true;
      api.workspace.textDocuments.forEach(see);
    },
    signal: (params: SignalParams) => documents.get(params.uri)?.signals.push(params),
    tell: (uri: string) => {
      const held = documents.get(uri);
      if (held === undefined || held.changes.length === 0) return undefined;
      held.nTold = held.signals.length;
      return held;
    },
    release: () => {
      const untold = [...documents.values()].flatMap(({ signals, nTold }) => signals.slice(nTold));
      drop();
      return untold;
    },
    drop,
    dispose: () => {
      drop();
      for (const listener of listeners) listener.dispose();
    },
  });
}
