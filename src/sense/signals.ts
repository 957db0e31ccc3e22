import type * as vscode from 'vscode';
import type { CopiedParams, SignalParams } from '../../server/src/protocol/index.ts';
import type { Disposable } from '../lifetime.ts';
import { scheduleWithTimer } from '../lifetime.ts';
import { createAcceptKeys } from './acceptKeys.ts';
import { createCopyWitness, registerCopyWitness } from './copyWitness.ts';
import type { Observation, PlatformReason } from './observation.ts';
import { isTrackedScheme, TRACKED_SCHEMES } from './observation.ts';
import { createPasteWitness, type PasteWitness } from './pasteWitness.ts';
import { platformReasonOf } from './platformReason.ts';
import { createSignalTracker } from './tracker.ts';

export type SignalsApi = Pick<
  typeof vscode,
  'commands' | 'languages' | 'window' | 'workspace' | 'DocumentDropOrPasteEditKind'
>;

export interface SignalsOptions {
  /** False when the person turned the whole extension off. */
  readonly isEnabled: () => boolean;
  /** False hides the platform's reasons (tier A), as on stable VS Code without the opt-in. */
  readonly usesPlatform: () => boolean;
  /** False leaves the accept keys alone (tier C). */
  readonly observesAccepts: () => boolean;
  readonly send: (signal: SignalParams) => void;
  /** Text was copied: put in elsewhere, it keeps its origin. */
  readonly sendCopied: (copied: CopiedParams) => void;
  readonly log: (message: string) => void;
  readonly now?: () => number;
}

export interface Signals extends Disposable {
  /** Settings changed: arms or disarms what depends on them. */
  readonly refresh: () => void;
}

/**
 * The editor's senses. Every change of a tracked document gives one signal. The paste provider is
 * armed until the platform is seen to give reasons itself; the accept keys stay, because an accepted
 * completion that is a snippet is told by nothing else; of copies the platform never tells.
 */
export function createSignals(api: SignalsApi, options: SignalsOptions): Signals {
  const witness = createPasteWitness(options.now ?? Date.now);
  const copyWitness = createCopyWitness(options.now ?? Date.now);
  const tracker = createSignalTracker({
    send: options.send,
    schedule: scheduleWithTimer,
    isPasted: witness.matches,
    hearsOfAccepts: () => keys.isArmed(),
  });
  const keys = createAcceptKeys(api, onAccepted);
  let hasPlatform = false;
  let paste: Disposable | undefined;
  let copy: Disposable | undefined;

  function refresh(): void {
    const needsStable = options.isEnabled() && !(hasPlatform && options.usesPlatform());
    if (needsStable) paste ??= registerPasteWitness(api, witness);
    else paste = letGo(paste);
    if (options.isEnabled()) copy ??= registerCopyWitness(api, copyWitness, options.sendCopied);
    else copy = letGo(copy);
    // Also beside the platform's reasons: for completions that are snippets it gives no word.
    keys.arm(options.isEnabled() && options.observesAccepts());
  }

  function onAccepted(command: string): void {
    const document = api.window.activeTextEditor?.document;
    if (document !== undefined) tracker.accepted(command, document.uri.toString());
  }

  const listener = api.workspace.onDidChangeTextDocument((event) => {
    const reason = platformReasonOf(event, !options.usesPlatform());
    if (reason !== 'unsupported' && !hasPlatform) {
      hasPlatform = true;
      options.log('the editor names the source of each change (tier A)');
      refresh();
    }
    if (!isTrackedScheme(event.document.uri.scheme)) return;
    copyWitness.observe(event);
    tracker.observe(observationOf(event, reason === 'unsupported' ? undefined : reason));
  });

  refresh();
  return Object.freeze({
    refresh,
    dispose: () => {
      listener.dispose();
      keys.dispose();
      paste = letGo(paste);
      copy = letGo(copy);
      tracker.dispose();
    },
  });
}

function letGo(held: Disposable | undefined): undefined {
  held?.dispose();
  return undefined;
}

/** Never changes a paste: it only looks at the text, and answers at once that it has no edit. */
function registerPasteWitness(api: SignalsApi, witness: PasteWitness): Disposable {
  return api.languages.registerDocumentPasteEditProvider(
    TRACKED_SCHEMES.map((scheme) => ({ scheme })),
    {
      provideDocumentPasteEdits: (_document, _ranges, dataTransfer) => {
        const text = dataTransfer.get('text/plain');
        // Not awaited: a paste must not wait for us. A text that cannot be read leaves no witness.
        void text?.asString().then(witness.record, () => undefined);
        return undefined;
      },
    },
    {
      providedPasteEditKinds: [api.DocumentDropOrPasteEditKind.Empty.append('countersign')],
      pasteMimeTypes: ['text/plain'],
    },
  );
}

function observationOf(
  event: vscode.TextDocumentChangeEvent,
  reason: PlatformReason | undefined,
): Observation {
  const { document } = event;
  return {
    uri: document.uri.toString(),
    version: document.version,
    isDirty: document.isDirty,
    isOnDisk: document.uri.scheme === 'file',
    direction: directionOf(event.reason),
    texts: event.contentChanges.map((change) => change.text),
    reason,
  };
}

/** `TextDocumentChangeReason`: 1 is an undo, 2 a redo. */
function directionOf(reason: number | undefined): 'undo' | 'redo' | undefined {
  if (reason === 1) return 'undo';
  return reason === 2 ? 'redo' : undefined;
}
