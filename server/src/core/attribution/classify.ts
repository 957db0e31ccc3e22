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
      return inserted({ kind: 'ai', tier: 'command', at, ...(by === undefined ? {} : { by }) });
    case 'history':
      return { kind: 'restore', otherwise: { kind: 'unknown', at }, direction: signal.direction };
    case 'paste':
      return inserted({ kind: 'pasted', at });
    case 'reload':
      return { kind: 'restore', otherwise: { kind: 'unknown', observed: 'disk', at } };
    case 'typed':
      return inserted({ kind: 'human', at });
    case 'edit':
      return rewritten({ kind: 'unknown', observed: 'bulk', at });
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
      return inserted(
        text(metadata, '$extensionId') === undefined
          ? { kind: 'editor', at }
          : aiOrigin(metadata, at, by),
      );
    case 'inlineChat.applyEdits':
    case 'Chat.applyEdits':
      return rewritten(aiOrigin(metadata, at, by));
    case 'Chat.undoEdits':
    case 'Chat.reset':
      return { kind: 'restore', otherwise: { kind: 'unknown', at } };
    case 'cursor':
      return cursorExplanation(metadata, at);
    case 'suggest':
    case 'snippet':
      return inserted({ kind: 'editor', at });
    case 'codeAction':
      return rewritten({ kind: 'editor', at });
    case 'rename':
    case 'eolChange':
      return tidied(at);
    case 'reloadFromDisk':
      return { kind: 'restore', otherwise: { kind: 'unknown', observed: 'disk', at } };
    case 'unknown':
      return unnamedExplanation(text(metadata, 'name') ?? '', at);
    default:
      return rewritten({ kind: 'unknown', observed: 'applyEdit', at });
  }
}

function unnamedExplanation(name: string, at: string): Explanation {
  if (TIDIES.has(name) || name.startsWith('editor.action.')) return tidied(at);
  if (INSERTS.has(name)) return inserted({ kind: 'editor', at });
  return rewritten({ kind: 'unknown', observed: 'applyEdit', at });
}

/** Values of `unknown.name` that are the editor's own hand (measured on 1.139.1). */
const TIDIES: ReadonlySet<string> = new Set(['formatEditsCommand', 'linkedEditing']);
const INSERTS: ReadonlySet<string> = new Set([
  'insertFinalNewLine',
  'suggestController.additionalTextEdits.sync',
  'suggestController.additionalTextEdits.async',
  'inlayHint.default',
  'colorpicker',
  'snippet.placeholderTransform',
]);

function cursorExplanation(metadata: Metadata, at: string): Explanation {
  switch (text(metadata, 'kind')) {
    case 'type':
    case 'compositionType':
    case 'compositionEnd':
    case 'cut':
      return inserted({ kind: 'human', at });
    case 'paste':
      return inserted({ kind: 'pasted', at });
    default:
      // The find widget puts in what a person typed there; other commands move and turn text.
      return /replace/i.test(text(metadata, 'detailedSource') ?? '')
        ? rewritten({ kind: 'editor', at })
        : tidied(at);
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

function inserted(origin: Origin): Explanation {
  return { kind: 'origin', origin, hand: 'insertion' };
}

function rewritten(origin: Origin): Explanation {
  return { kind: 'origin', origin, hand: 'rewrite' };
}

function tidied(at: string): Explanation {
  return { kind: 'origin', origin: { kind: 'editor', at }, hand: 'tidy' };
}
