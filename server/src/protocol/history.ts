import type { BlockStatusName, OriginView, StatementName } from './index.ts';

/** Request. What is recorded of one block, of the text as it is in the editor, saved or not. */
export const HISTORY = 'countersign/history';
/** Request. The commit that first had a block's code under its name. */
export const HISTORY_COMMIT = 'countersign/historyCommit';

export interface HistoryParams {
  readonly uri: string;
  /** 0-based. Without a symbol the innermost block around it that has a history is meant. */
  readonly line: number;
  /** The block of this name is meant, the nearest to the line: a block that moved meanwhile. */
  readonly symbol?: string;
}

export type HistoryResult = BlockHistoryView | { readonly kind: 'none'; readonly why: NoHistory };

/**
 * Why there is none: `away` the server starts, `untracked` nobody's file or not open, `off` by
 * `countersign.enable`, `excluded` by `countersign.policy.exclude`, `noAi` the file has no AI code,
 * `noBlock` it has some elsewhere.
 */
export type NoHistory = 'away' | 'untracked' | 'off' | 'excluded' | 'noAi' | 'noBlock';

export interface BlockHistoryView {
  readonly kind: 'block';
  /** All that follows is of this version of the document. */
  readonly version: number;
  /** Names the block within this version only. */
  readonly blockId: string;
  /** Relative to the repository's top. */
  readonly path: string;
  readonly symbol: string;
  /** 0-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  readonly status: BlockStatusName;
  /** Oldest first. */
  readonly events: readonly HistoryEventView[];
  /** How the block differs from what was signed; absent where it does not, or nobody can tell. */
  readonly change?: ChangeView;
  /** True outside of any git repository: only this machine knows this history. */
  readonly isOutsideGit: boolean;
}

/** One thing that is recorded of a block. `at` is an ISO 8601 instant in UTC. */
export type HistoryEventView =
  | {
      readonly kind: 'written' | 'edited';
      readonly at: string;
      readonly origin: OriginView;
      /** Lines of the block that hold any of it. */
      readonly nLines: number;
    }
  | { readonly kind: 'removed'; readonly at: string; readonly what: 'guard' | 'test' | 'check' }
  | {
      readonly kind: 'stated';
      readonly at: string;
      readonly by: string;
      readonly as: StatementName;
    }
  | {
      readonly kind: 'committed';
      readonly at: string;
      readonly path: string;
      readonly symbol: string;
      readonly codeHash: string;
    }
  | SignedView
  | { readonly kind: 'withdrawn'; readonly at: string; readonly by: string }
  /** A commit that has its code was marked as older than the tool. */
  | {
      readonly kind: 'baseline';
      readonly at: string;
      readonly by: string;
      readonly commit: string;
      readonly note?: string;
    };

export interface SignedView {
  readonly kind: 'signed';
  readonly at: string;
  readonly by: string;
  /** `lens`, `thread`, `list`, `queue` or `tty`. */
  readonly via?: string;
  readonly note?: string;
  /** Where and as what it was signed: another place when it was carried from there. */
  readonly path: string;
  readonly symbol: string;
  /** The commit that HEAD named. */
  readonly base?: string;
  /** Names the review for `countersign/reviewed`. */
  readonly reviewId: string;
  /**
   * `holds`: the status rests on it; `same`: it is for this code too; `other`: for other code;
   * `withdrawn`: its signer took it back.
   */
  readonly standing: 'holds' | 'same' | 'other' | 'withdrawn';
}

/** Non-blank lines, and whose hands are on the added ones. */
export interface ChangeView {
  readonly nAdded: number;
  readonly nRemoved: number;
  readonly origins: readonly OriginView[];
  /** The review that it is compared with. */
  readonly reviewId: string;
}

export interface HistoryCommitParams {
  readonly uri: string;
  readonly path: string;
  readonly symbol: string;
  readonly codeHash: string;
}

/** Nothing when no commit of the present branch has it, or git cannot be asked. */
export interface HistoryCommitResult {
  readonly commit?: string;
  /** The first line of its message. */
  readonly subject?: string;
}
