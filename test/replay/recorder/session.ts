import type { Stage } from './stage.ts';

/** Who wrote a token: the truth that a replay is scored against. */
export type Owner = 'ai' | 'human' | 'pasted' | 'editor' | 'unknown';

/** One session as a script: what is done in the editor, and who wrote what by it. */
export interface Session {
  /** The name of its file, without `.json`. */
  readonly name: string;
  /** What happens, in one sentence. */
  readonly about: string;
  readonly tokens: Readonly<Record<string, Owner>>;
  /** Tokens that several wrote: half-open ranges within the token. */
  readonly parts?: Readonly<Record<string, readonly (readonly [number, number, Owner])[]>>;
  /**
   * What must be in the recording, else it is recorded again: sources of changes as the platform
   * names them, or types of events.
   */
  readonly expects: readonly string[];
  /** Settings of the workspace, for this session alone. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** True for what needs the editor's AI features: those are recorded in a window of their own. */
  readonly needsChat?: boolean;
  /** True where one window cannot give the event itself and a part of it is written by hand. */
  readonly isSynthetic?: true;
  readonly run: (stage: Stage) => Promise<void>;
}

/** A recorded event, as it stands in the file; `t` is milliseconds from the session's start. */
export type RecordedEvent = { readonly t: number } & (
  | {
      readonly type: 'open';
      readonly uri: string;
      readonly version: number;
      readonly languageId: string;
      readonly text: string;
    }
  | {
      readonly type: 'change';
      readonly uri: string;
      readonly version: number;
      readonly isDirty: boolean;
      readonly reason?: number;
      readonly detailedReason: Readonly<Record<string, unknown>> | null;
      readonly changes: readonly RecordedChange[];
    }
  | { readonly type: 'accepted'; readonly command: string; readonly uri: string }
  | { readonly type: 'pasting'; readonly uri: string; readonly text: string }
  | {
      readonly type: 'copying';
      readonly uri: string;
      /** Of the document as it is now: after a cut they are empty. */
      readonly ranges: readonly (readonly [number, number])[];
      /** The same as the editor told them, zero-based: line and character of start and end. */
      readonly positions: readonly (readonly [number, number, number, number])[];
      readonly text: string;
    }
  | { readonly type: 'save' | 'close'; readonly uri: string }
  | { readonly type: 'rename'; readonly from: string; readonly to: string }
  | { readonly type: 'disk'; readonly path: string; readonly text: string }
  | { readonly type: 'hook'; readonly flag: string; readonly payload: unknown }
);

export interface RecordedChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

export interface RecordedSession {
  readonly name: string;
  readonly about: string;
  readonly synthetic: boolean;
  readonly editor: string;
  readonly events: readonly RecordedEvent[];
  readonly truth: {
    readonly tokens: Readonly<Record<string, Owner>>;
    readonly parts?: Readonly<Record<string, readonly (readonly [number, number, Owner])[]>>;
    readonly final: Readonly<Record<string, string>>;
  };
}
