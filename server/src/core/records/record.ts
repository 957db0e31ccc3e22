import type { Origin, Tier } from '../attribution/origin.ts';
import type { Spans } from '../attribution/span.ts';
import type { LineRange } from '../text/range.ts';

/** Format version of a record; a reader keeps what it does not know. */
export const RECORD_VERSION = 1;

/** What a record is about. Hashes are `sha256:<hex>`, `blob` is a git object id. */
export interface Subject {
  /** Relative to the repository's top, with `/`. */
  readonly path: string;
  readonly symbol?: string;
  readonly lang?: string;
  readonly textHash?: string;
  readonly codeHash?: string;
  readonly aiHash?: string;
  readonly blob?: string;
}

/** `id` is an e-mail for a person, `name@version` for a tool. */
export interface Actor {
  readonly type: 'human' | 'tool' | 'agent';
  readonly id: string;
  readonly name?: string;
}

/** The way a person spoke: in the editor or at a terminal. */
export type Via = 'lens' | 'thread' | 'list' | 'queue' | 'tty';

interface RecordBase {
  readonly v: typeof RECORD_VERSION;
  readonly hashVersion: number;
  readonly subject: Subject;
  readonly by: Actor;
  readonly via?: Via;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The commit that HEAD named. */
  readonly base?: string;
}

/** AI wrote this text and a person let it in. */
export interface ProvenanceRecord extends RecordBase {
  readonly kind: 'provenance';
  readonly detail: {
    readonly origin: Origin;
    readonly tier: Tier;
    /** 1-based lines of the document after the change. */
    readonly lines: LineRange;
    readonly nChars: number;
    readonly textHash: string;
  };
}

export type SnapshotCause = 'accept' | 'save' | 'sign' | 'idle' | 'close' | 'reload' | 'open';

/** One text of one file with its spans, named by its blob id after clean filters. */
export interface SnapshotRecord extends RecordBase {
  readonly kind: 'snapshot';
  readonly subject: Subject & { readonly blob: string };
  readonly detail: {
    /** Names the text in this clone's store: the SHA-256 (hex) of its UTF-8 form. */
    readonly text: string;
    readonly cause: SnapshotCause;
    readonly spans: Spans;
    /** The path this text had before (Save As, rename). */
    readonly from?: string;
  };
}

/** A person vouches for a block's content. */
export interface ReviewRecord extends RecordBase {
  readonly kind: 'review';
  readonly subject: Subject & {
    readonly symbol: string;
    readonly codeHash: string;
    readonly textHash: string;
  };
  readonly detail: {
    readonly nTokens: number;
    /** 1-based lines of the block in the snapshot of `subject.blob`. */
    readonly lines: LineRange;
    readonly note?: string;
  };
}

/** A person withdraws their reviews of this content. The newest of review and revoke wins. */
export interface RevokeRecord extends RecordBase {
  readonly kind: 'revoke';
  readonly subject: Subject & { readonly symbol: string; readonly codeHash: string };
  readonly detail: { readonly note?: string };
}

export type JournalRecord = ProvenanceRecord | SnapshotRecord | ReviewRecord | RevokeRecord;
