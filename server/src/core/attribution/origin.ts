import { assertNever } from '../result.ts';

/** How we know that AI wrote a text; shape alone has no tier (see ARCHITECTURE, "Detection"). */
export type Tier = 'platform' | 'agent' | 'command' | 'stated' | 'imported';

/** What was seen of an edit whose author is not known. */
export type Observed = 'disk' | 'bulk' | 'applyEdit';

/**
 * Who or what made a piece of text. `at` is an ISO 8601 instant in UTC.
 * `unknown` is a real answer: it is never silently `human`, and never `ai`.
 */
export type Origin = HumanOrigin | PastedOrigin | AiOrigin | EditorOrigin | UnknownOrigin;

/** What a person said of a text they made or brought: set when it rests on their word. */
export interface Stated {
  readonly tier?: 'stated';
  /** Who said so, as `Name <email>` from git. */
  readonly by?: string;
}

export interface HumanOrigin extends Stated {
  readonly kind: 'human';
  readonly at: string;
}

/**
 * Came from outside what we track: it may be anybody's, an assistant's too. `stated`: a person
 * said that it is from documentation or the web.
 */
export interface PastedOrigin extends Stated {
  readonly kind: 'pasted';
  readonly at: string;
}

export interface AiOrigin {
  readonly kind: 'ai';
  readonly tier: Tier;
  readonly at: string;
  /** The extension id as the platform reports it, or the agent's name; absent when not told. */
  readonly tool?: string;
  readonly model?: string;
  readonly session?: string;
  /** Who accepted it, as `Name <email>` from git. */
  readonly by?: string;
}

/** A formatter, a rename, a snippet, a suggestion: the editor's own hand. */
export interface EditorOrigin {
  readonly kind: 'editor';
  readonly at: string;
}

export interface UnknownOrigin {
  readonly kind: 'unknown';
  readonly observed?: Observed;
  readonly at?: string;
  /** Document version of an edit nobody has explained yet; a late signal still finds it. */
  readonly edit?: number;
}

/** A text without any record: older than the tool, or seen by nobody. */
export const NO_RECORD: UnknownOrigin = Object.freeze({ kind: 'unknown' });

/**
 * The origin of two touching spans joined, or undefined when they must stay apart. Accepts stay
 * apart unless they are the same accept; typing joins and keeps the time it began.
 */
export function joinOrigins(a: Origin, b: Origin): Origin | undefined {
  switch (a.kind) {
    case 'ai':
      return b.kind === 'ai' && sameAi(a, b) ? a : undefined;
    case 'human':
      return b.kind === 'human' && a.tier === b.tier && a.by === b.by ? earlier(a, b) : undefined;
    case 'editor':
      return b.kind === 'editor' ? earlier(a, b) : undefined;
    case 'pasted':
      return b.kind === 'pasted' && a.at === b.at && a.tier === b.tier && a.by === b.by
        ? a
        : undefined;
    case 'unknown':
      return b.kind === 'unknown' && a.observed === b.observed && a.at === b.at && a.edit === b.edit
        ? a
        : undefined;
    default:
      return assertNever(a);
  }
}

function earlier<T extends HumanOrigin | EditorOrigin>(a: T, b: T): T {
  return b.at < a.at ? b : a;
}

function sameAi(a: AiOrigin, b: AiOrigin): boolean {
  return (
    a.at === b.at &&
    a.tier === b.tier &&
    a.tool === b.tool &&
    a.model === b.model &&
    a.session === b.session &&
    a.by === b.by
  );
}
