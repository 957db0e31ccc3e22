import { assertNever } from '../result.ts';
import type { AiOrigin, Origin } from './origin.ts';
import type { Explanation, Signal } from './signal.ts';

/** What the classification may take from outside the signal. */
export interface ClassifyContext {
  /** When the change was seen, ISO 8601 in UTC. */
  readonly at: string;
  /** Who sits at the keyboard, as `Name <email>`; absent when git does not say. */
  readonly by: string | undefined;
}

/** Gives an origin to a change. Law: AI only on a platform source or an accept command. */
export function classify(signal: Signal, { at, by }: ClassifyContext): Explanation {
  switch (signal.kind) {
    case 'platform':
      return platformExplanation(signal.source, signal.metadata, at, by);
    case 'acceptCommand':
      return origin({ kind: 'ai', tier: 'command', at, ...(by === undefined ? {} : { by }) });
    case 'history':
      return { kind: 'restore', otherwise: { kind: 'unknown', at } };
    case 'paste':
      return origin({ kind: 'pasted', at });
    case 'reload':
      return { kind: 'restore', otherwise: { kind: 'unknown', observed: 'disk', at } };
    case 'typed':
      return origin({ kind: 'human', at });
    case 'edit':
      return origin({ kind: 'unknown', observed: 'bulk', at });
    default:
      return assertNever(signal);
  }
}

type Metadata = Readonly<Record<string, unknown>>;

/**
 * Sources of `TextDocumentChangeEvent.detailedReason`, from VS Code's `EditSources`
 * (textModelEditSource.ts, 1.139). A name not listed here is `unknown`.
 */
function platformExplanation(
  source: string,
  metadata: Metadata,
  at: string,
  by: string | undefined,
): Explanation {
  switch (source) {
    case 'inlineCompletionAccept':
    case 'inlineCompletionPartialAccept':
      // VS Code itself counts an inline completion without an extension as its own, not AI's.
      return origin(
        text(metadata, '$extensionId') === undefined
          ? { kind: 'editor', at }
          : aiOrigin(metadata, at, by),
      );
    case 'inlineChat.applyEdits':
    case 'Chat.applyEdits':
      return origin(aiOrigin(metadata, at, by));
    case 'Chat.undoEdits':
    case 'Chat.reset':
      return { kind: 'restore', otherwise: { kind: 'unknown', at } };
    case 'cursor':
      return origin(cursorOrigin(text(metadata, 'kind'), at));
    case 'suggest':
    case 'snippet':
    case 'codeAction':
    case 'rename':
    case 'eolChange':
      return origin({ kind: 'editor', at });
    case 'reloadFromDisk':
      return { kind: 'restore', otherwise: { kind: 'unknown', observed: 'disk', at } };
    case 'unknown':
      return origin(
        EDITORS_OWN.has(text(metadata, 'name') ?? '')
          ? { kind: 'editor', at }
          : { kind: 'unknown', observed: 'applyEdit', at },
      );
    default:
      return origin({ kind: 'unknown', observed: 'applyEdit', at });
  }
}

/** Values of `unknown.name` that are the editor's own hand (measured on 1.139.1). */
const EDITORS_OWN: ReadonlySet<string> = new Set([
  'formatEditsCommand',
  'insertFinalNewLine',
  'editor.action.deleteLines',
  'suggestController.additionalTextEdits.sync',
  'suggestController.additionalTextEdits.async',
  'linkedEditing',
  'inlayHint.default',
  'colorpicker',
  'snippet.placeholderTransform',
]);

function cursorOrigin(kind: string | undefined, at: string): Origin {
  switch (kind) {
    case 'type':
    case 'compositionType':
    case 'compositionEnd':
    case 'cut':
      return { kind: 'human', at };
    case 'paste':
      return { kind: 'pasted', at };
    default:
      return { kind: 'editor', at };
  }
}

function aiOrigin(metadata: Metadata, at: string, by: string | undefined): AiOrigin {
  const tool = text(metadata, '$extensionId');
  // VS Code writes a model id's slashes as bars, so that telemetry takes it for no path.
  const model = text(metadata, '$modelId')?.replaceAll('|', '/');
  const session = text(metadata, '$$sessionId');
  return {
    kind: 'ai',
    tier: 'platform',
    at,
    ...(tool === undefined ? {} : { tool }),
    ...(model === undefined ? {} : { model }),
    ...(session === undefined ? {} : { session }),
    ...(by === undefined ? {} : { by }),
  };
}

function text(metadata: Metadata, key: string): string | undefined {
  const value = metadata[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function origin(value: Origin): Explanation {
  return { kind: 'origin', origin: value };
}
