import type { AgentEvent, AgentFile } from '../agentEvents/event.ts';
import type { Origin, Tier } from '../attribution/origin.ts';
import type { Spans } from '../attribution/span.ts';
import type { Required } from '../questions/blockQuestions.ts';
import { assertNever } from '../result.ts';
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

export interface RecordBase {
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

export type SnapshotCause =
  | 'accept'
  | 'save'
  | 'sign'
  | 'idle'
  | 'close'
  | 'reload'
  | 'open'
  | 'agent'
  | 'correct'
  | 'import';

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
    /** The answers that policy required were given when it was signed: under which policy. */
    readonly answered?: Required;
  };
}

/**
 * One signature for reviews that were given together, by the hand that gave them. It does not promise
 * that all of them are shared: only those whose code is committed are.
 */
export interface SignatureRecord extends RecordBase {
  readonly kind: 'signature';
  readonly detail: {
    /** SHA-256 of each review's line as the ledger holds it, sorted. */
    readonly records: readonly string[];
  };
  /** OpenSSH's armoured form, over the record without this field (canonical JSON). */
  readonly sig: string;
}

/** A person withdraws their reviews of this content. The newest of review and revoke wins. */
export interface RevokeRecord extends RecordBase {
  readonly kind: 'revoke';
  readonly subject: Subject & { readonly symbol: string; readonly codeHash: string };
  readonly detail: { readonly note?: string };
}

/** What a person says to a question: it is fine, it is not, it does not arise here, it helps nobody. */
export type Answer = 'ok' | 'problem' | 'not-applicable' | 'not-useful';

/**
 * A person's answer to one question about one place in a block. The newest of a person's counts;
 * `withdrawn` takes it back. Its hash holds for the place whatever stands elsewhere in the block.
 */
export interface AnswerRecord extends RecordBase {
  readonly kind: 'answer';
  readonly subject: Subject & { readonly symbol: string; readonly codeHash: string };
  readonly detail: {
    /** The rule's id. */
    readonly rule: string;
    /** Names rule and place, by content (`questionHash`). */
    readonly question: string;
    readonly answer: Answer | 'withdrawn';
    /** Of the block. */
    readonly nTokens: number;
    readonly note?: string;
  };
}

/**
 * What an agent's hook told of one file. The spans it explains are derived (`agentEvents/explain`).
 * Texts are named as in snapshots; `null` says that there was no file.
 */
export interface AgentRecord extends RecordBase {
  readonly kind: 'agent';
  readonly detail: Omit<AgentEvent, 'files' | 'cwd' | 'phase' | 'kind' | 'command'> & {
    readonly op: AgentFile['op'];
    readonly changes: AgentFile['changes'];
    /** The path before, relative to the top, when the call moved the file. */
    readonly from?: string;
    /** The notebook cell that `changes` are about. */
    readonly cell?: string;
    readonly before?: string | null;
    /** The file as the hook found it. It may come before the agent's text is on disk. */
    readonly found?: string | null;
    /** The whole text after the call, where the agent told it. */
    readonly content?: string;
    readonly offered?: string;
  };
}

/** What a person says of where lines come from. */
export type Statement = 'ai' | 'human' | 'web';

/** A person's statement of origin about a part of one text; the newest wins. */
export interface CorrectionRecord extends RecordBase {
  readonly kind: 'correction';
  readonly detail: {
    readonly as: Statement;
    readonly tier: 'stated';
    /** Names the whole text in this clone's store, as in snapshots. */
    readonly text: string;
    /** Half-open ranges of UTF-16 offsets of that text. */
    readonly ranges: readonly (readonly [number, number])[];
    /** 1-based. */
    readonly lines: LineRange;
  };
}

/** AI took a guard, a test or a check away. */
export interface RemovalRecord extends RecordBase {
  readonly kind: 'removal';
  readonly detail: {
    readonly removed: readonly Removed[];
    /** Names the text after the removal in this clone's store. */
    readonly text: string;
    readonly origin: Origin;
  };
}

export interface Removed {
  readonly kind: RemovedKind;
  /** SHA-256 of the removed line without its indentation. */
  readonly textHash: string;
  /** 1-based line of the text after the edit that stands where the removed one stood. */
  readonly line: number;
}

export type RemovedKind = 'guard' | 'test' | 'check';

/**
 * A person marks all code of one commit as older than the tool. `base` is the commit, `subject.path`
 * is empty: it is about all of them.
 */
export interface BaselineRecord extends RecordBase {
  readonly kind: 'baseline';
  readonly base: string;
  /** The commit's tree: what stood there, also when the commit was reworded or rebased. */
  readonly tree: string;
  readonly detail: { readonly note?: string };
}

/** A person ends baselines, anybody's: their code waits for reviews again. */
export interface WithdrawalRecord extends RecordBase {
  readonly kind: 'withdrawal';
  readonly detail: { readonly baselines: readonly BaselineName[]; readonly note?: string };
}

/** Names one baseline whatever the clocks of those who made and ended it. */
export interface BaselineName {
  readonly commit: string;
  /** When it was made. */
  readonly at: string;
}

export type DiagnosedSeverity = 'error' | 'deprecated';

/**
 * Another extension of the editor told a problem on a line that AI wrote. It is this clone's memory
 * and the editor's matter alone: no gate, no status and no ledger reads it.
 */
export interface DiagnosedRecord extends RecordBase {
  readonly kind: 'diagnosed';
  readonly subject: Subject & { readonly symbol: string; readonly textHash: string };
  readonly detail: {
    /** As the extension names itself; empty where it does not. */
    readonly source: string;
    readonly code?: string;
    readonly severity: DiagnosedSeverity;
    /** 1-based; the block's first line is 1. */
    readonly lineInBlock: number;
    /** Plain words, at most 300 UTF-16 units. */
    readonly message: string;
  };
}

/** Something from outside that could not be used: told by `countersign doctor`. */
export interface TroubleRecord extends RecordBase {
  readonly kind: 'trouble';
  readonly detail: { readonly code: string; readonly message: string };
}

export type JournalRecord =
  | ProvenanceRecord
  | SnapshotRecord
  | ReviewRecord
  | SignatureRecord
  | RevokeRecord
  | AnswerRecord
  | AgentRecord
  | CorrectionRecord
  | RemovalRecord
  | BaselineRecord
  | WithdrawalRecord
  | DiagnosedRecord
  | TroubleRecord;

/** The texts a record names in this clone's store. */
export function textsOf(record: JournalRecord): readonly string[] {
  switch (record.kind) {
    case 'snapshot':
    case 'correction':
    case 'removal':
      return [record.detail.text];
    case 'agent': {
      const { before, found, content } = record.detail;
      return [before, found, content].filter((id) => typeof id === 'string');
    }
    case 'provenance':
    case 'review':
    case 'signature':
    case 'revoke':
    case 'answer':
    case 'baseline':
    case 'withdrawal':
    case 'diagnosed':
    case 'trouble':
      return [];
    default:
      return assertNever(record);
  }
}
