import type { Origin } from '../attribution/origin.ts';
import type {
  AnswerRecord,
  BaselineRecord,
  CorrectionRecord,
  RecordBase,
  RemovalRecord,
  ReviewRecord,
  RevokeRecord,
  SignatureRecord,
  Subject,
  WithdrawalRecord,
} from '../records/record.ts';

/** Whose the lines of one blob are: under the blob's id. */
export interface LinesRecord extends RecordBase {
  readonly kind: 'provenance';
  readonly subject: Subject & { readonly blob: string };
  readonly detail: {
    readonly origins: readonly Origin[];
    /** First and last line (1-based, inclusive) and the index of their origin; sorted, disjoint. */
    readonly lines: readonly LineRow[];
  };
}

export type LineRow = readonly [first: number, last: number, origin: number];

/** A block that was AI's at a path, at any size: under the path's key. */
export interface PointerRecord extends RecordBase {
  readonly kind: 'pointer';
  readonly subject: Subject & { readonly symbol: string; readonly codeHash: string };
  readonly detail: {
    readonly nTokens: number;
    readonly origins: readonly Origin[];
    /** Half-open ranges of the block's own normalised tokens, and the index of their origin. */
    readonly tokens: readonly TokenRow[];
  };
}

export type TokenRow = readonly [start: number, end: number, origin: number];

/** One write to the ledger: what it brought, and where the repository's branches stood. */
export interface BatchRecord extends RecordBase {
  readonly kind: 'batch';
  readonly detail: {
    /** SHA-256 of each line, sorted. */
    readonly records: readonly string[];
    /** Commits, sorted. */
    readonly heads: readonly string[];
  };
  /** OpenSSH's armoured form, over the record without this field (canonical JSON). */
  readonly sig?: string;
}

/**
 * A commit's message names an assistant as co-author: under the commit's tree. It says nothing of
 * any line, and nothing that judges code reads it.
 */
export interface HintRecord extends RecordBase {
  readonly kind: 'hint';
  readonly detail: {
    readonly hint: 'co-author';
    readonly commit: string;
    readonly tree: string;
    /** As people know the assistant. */
    readonly assistant: string;
    /** As the message has it; some put a model there. */
    readonly name?: string;
  };
}

/**
 * Lines that nothing referred to and that a person had taken out, so that no clone brings them back.
 * It lies apart from what it names: who asks for an entry never reads it.
 */
export interface TombstoneRecord extends RecordBase {
  readonly kind: 'tombstone';
  readonly detail: {
    /** SHA-256 of each line, sorted. */
    readonly records: readonly string[];
  };
}

/** What the shared part of the records holds. Kinds not listed here are kept and not read. */
export type LedgerRecord =
  | LinesRecord
  | PointerRecord
  | BatchRecord
  | HintRecord
  | ReviewRecord
  | SignatureRecord
  | RevokeRecord
  | AnswerRecord
  | CorrectionRecord
  | RemovalRecord
  | BaselineRecord
  | WithdrawalRecord
  | TombstoneRecord;
