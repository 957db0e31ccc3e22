import type { JsonObject } from '../../agentEvents/fields.ts';

/** The version of Agent Trace that is written. */
export const TRACE_VERSION = '0.1.0';

/** How records of Countersign's own name their tool: it made the record, and no line. */
export const OWN_TOOL = 'countersign';

/** Where Countersign's own words stand in a record's `metadata`. */
export const OWN_METADATA = 'dev.countersign';

/** What Agent Trace calls those who made lines. */
export type ContributorType = 'human' | 'ai' | 'mixed' | 'unknown';
export const CONTRIBUTOR_TYPES: readonly ContributorType[] = ['human', 'ai', 'mixed', 'unknown'];

export type VcsType = 'git' | 'jj' | 'hg' | 'svn';
export const VCS_TYPES: readonly VcsType[] = ['git', 'jj', 'hg', 'svn'];

/**
 * One record of Agent Trace: what AI had to do with lines of one revision. The objects are those of
 * the JSON, in its own names; fields that are not named here are kept as they stand.
 */
export interface TraceRecord extends JsonObject {
  /** `0.1.0`; records of the specification's own hook say `1.0`. */
  readonly version: string;
  readonly id: string;
  /** RFC 3339. */
  readonly timestamp: string;
  readonly vcs?: TraceVcs;
  readonly tool?: TraceTool;
  readonly files: readonly TraceFile[];
  readonly metadata?: JsonObject;
}

export interface TraceVcs extends JsonObject {
  readonly type: VcsType;
  readonly revision: string;
}

export interface TraceTool extends JsonObject {
  readonly name?: string;
  readonly version?: string;
}

export interface TraceFile extends JsonObject {
  readonly path: string;
  readonly conversations: readonly TraceConversation[];
}

export interface TraceConversation extends JsonObject {
  readonly url?: string;
  readonly contributor?: TraceContributor;
  readonly ranges: readonly TraceRange[];
}

/** Inclusive, 1-based lines of the file at the record's revision. */
export interface TraceRange extends JsonObject {
  readonly start_line: number;
  readonly end_line: number;
  /** Instead of the conversation's. */
  readonly contributor?: TraceContributor;
}

export interface TraceContributor extends JsonObject {
  readonly type: ContributorType;
  /** `provider/model`, at most 250 characters. */
  readonly model_id?: string;
}
