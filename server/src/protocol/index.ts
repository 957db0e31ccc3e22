/**
 * Custom LSP methods and their plain data: the only thing the extension and the server share.
 * Lines and characters are 0-based (LSP), characters in UTF-16 units; times are ISO 8601 in UTC.
 */

/** To server. What the editor saw of one change; may arrive before or after its didChange. */
export const SIGNAL = 'countersign/signal';
/** From server. Views of the blocks of one document version, for decorations. */
export const BLOCKS = 'countersign/blocks';
/** Request. A person signs blocks off, or withdraws; answers what was recorded. */
export const ATTEST = 'countersign/attest';
/** Request. Copies elsewhere of short blocks that were just signed; signs them when asked to. */
export const COPIES = 'countersign/copies';
/** Request. Blocks of the workspace that wait for a person. */
export const QUEUE = 'countersign/queue';
/** To server. Ranges of a document were copied or cut; put in elsewhere, they keep their origin. */
export const COPIED = 'countersign/copied';
/** Request. The origin of every line of an open document. */
export const BLAME = 'countersign/blame';
/** Request. A person states where lines come from; answers what was recorded. */
export const CORRECT = 'countersign/correct';
/** From server. A sentence for the person, shown where quiet messages belong. */
export const NOTICE = 'countersign/notice';
/** Request. The text that was reviewed before, for a diff against the block as it is. */
export const REVIEWED = 'countersign/reviewed';

/** `initializationOptions` of a client that can sense and brings its own commands. */
export interface ClientOptions {
  /** The client sends a signal for every change, so an unexplained change may wait for one. */
  readonly signals?: boolean;
  /** The client registers `countersign.review`, `countersign.signOff`… itself. */
  readonly clientCommands?: boolean;
  /** Folder for journals of files outside any trusted git repository. */
  readonly storage?: string;
  /** False in an untrusted workspace: then no process is started and no git folder written. */
  readonly trusted?: boolean;
  /**
   * The policy values a person or workspace wrote in the editor's settings, by key without the
   * section: `mode`, `policy.minLines`… They may strengthen, never weaken. Told again at a change
   * by `workspace/didChangeConfiguration`, as `settings.countersign`.
   */
  readonly policy?: Readonly<Record<string, unknown>>;
}

/** One observation of one document version. No judgment: the server classifies. */
export interface SignalParams {
  readonly uri: string;
  /** The document's version after the change. */
  readonly version: number;
  readonly source: SignalSource;
}

export type SignalSource =
  /** Proposed API `textDocumentChangeReason`: the platform names the source (tier A). */
  | {
      readonly kind: 'platform';
      readonly source: string;
      readonly metadata: Readonly<Record<string, unknown>>;
    }
  /** An accept command bracketed exactly this one change (tier C). */
  | { readonly kind: 'acceptCommand'; readonly command: string }
  /** An undo or a redo, as stable VS Code tells it. */
  | { readonly kind: 'history'; readonly direction: 'undo' | 'redo' }
  /** A paste provider saw the clipboard text just before. */
  | { readonly kind: 'paste' }
  /** The text came from disk: a clean document changed without becoming dirty. */
  | { readonly kind: 'reload' }
  /** Typing as far as its shape tells: one character, a line break, a bracket pair. */
  | { readonly kind: 'typed' }
  /** An edit inside the editor that nothing more is known of. */
  | { readonly kind: 'edit' };

export type BlockStatusName =
  | 'unverified'
  | 'verified'
  | 'outdated'
  | 'waived'
  | 'baseline'
  | 'exempt';

/** One block of one document version, as the editor shows it. */
export interface BlockView {
  /** Names the block within this version only. */
  readonly id: string;
  readonly symbol: string;
  /** 0-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  /** 0-based inclusive lines that are AI, as `[first, last]` pairs. */
  readonly aiLines: readonly (readonly [number, number])[];
  readonly status: BlockStatusName;
  /** The tool as it is shown; `unknown tool` when the evidence names none. */
  readonly tool: string;
  /** True when a person's sign-off of exactly this content can be withdrawn. */
  readonly signed: boolean;
}

export interface BlocksParams {
  readonly uri: string;
  readonly version: number;
  readonly blocks: readonly BlockView[];
}

export interface AttestParams {
  readonly action: 'sign' | 'unsign';
  readonly uri: string;
  /** The version the person looked at; a newer document refuses the request. */
  readonly version: number;
  readonly blockIds: readonly string[];
  readonly via: 'lens' | 'thread' | 'list' | 'queue';
  readonly note?: string;
}

export type AttestResult =
  | {
      readonly kind: 'recorded';
      readonly nBlocks: number;
      /** Of blocks too short for their sign-off to hold elsewhere: copies may be asked about. */
      readonly code?: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };

export interface CopiesParams {
  /** `codeHash`es of the blocks that were signed, as `AttestResult` named them. */
  readonly code: readonly string[];
  readonly via: AttestParams['via'];
  /** False: only tell where they are. */
  readonly sign: boolean;
}

export type CopiesResult =
  | { readonly kind: 'found' | 'signed'; readonly places: readonly CopyPlace[] }
  | { readonly kind: 'refused'; readonly message: string };

export interface CopyPlace {
  readonly uri: string;
  /** Relative to the repository's top. */
  readonly path: string;
  /** 0-based. */
  readonly line: number;
}

export interface QueueResult {
  readonly items: readonly QueueItem[];
}

export interface QueueItem {
  readonly uri: string;
  readonly path: string;
  readonly block: BlockView;
}

export interface NoticeParams {
  readonly severity: 'info' | 'warning' | 'error';
  /** What happened, where, what to do next. */
  readonly message: string;
  /** `toast` only when a person must act; else the status bar and the log. */
  readonly show: 'toast' | 'status' | 'log';
}

export interface ReviewedParams {
  readonly uri: string;
  readonly version: number;
  readonly blockId: string;
  /** A review of the block's history; without it the one that its status rests on. */
  readonly reviewId?: string;
}

/**
 * `text` is the block as it was reviewed, in whole lines; absent where that text is not in this
 * clone.
 */
export interface ReviewedResult {
  readonly text?: string;
  readonly by?: string;
  readonly at?: string;
}

/** Half-open ranges of UTF-16 offsets into that version's text. */
export interface CopiedParams {
  readonly uri: string;
  readonly version: number;
  readonly ranges: readonly (readonly [number, number])[];
}

export interface BlameParams {
  readonly uri: string;
}

/** Undefined lines: the document is not tracked. */
export interface BlameResult {
  readonly version?: number;
  /** One for each line, in order; the empty rest behind the last line end is no line. */
  readonly lines?: readonly (readonly OriginView[])[];
}

/** An origin as it is shown; a line with several has most characters first. */
export interface OriginView {
  readonly kind: 'human' | 'pasted' | 'ai' | 'editor' | 'unknown';
  /** How we know: `platform`, `agent`, `command`, `stated`, `imported`. */
  readonly tier?: string;
  readonly tool?: string;
  readonly model?: string;
  readonly session?: string;
  /** What was seen of an unknown edit: `disk`, `bulk`, `applyEdit`. */
  readonly observed?: string;
  readonly at?: string;
  /** Who accepted it, or said so. */
  readonly by?: string;
}

export type StatementName = 'ai' | 'human' | 'web';

export interface CorrectParams {
  readonly uri: string;
  /** The version the person looked at; a newer document refuses the request. */
  readonly version: number;
  /** 0-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  readonly as: StatementName;
}

export type CorrectResult =
  | {
      readonly kind: 'recorded';
      /** Lines that stay AI's: the platform or an agent itself reported them. */
      readonly nStayAi: number;
    }
  | { readonly kind: 'refused'; readonly message: string };
