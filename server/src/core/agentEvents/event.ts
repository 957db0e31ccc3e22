/**
 * What one hook payload of an agent says, in one form for all agents. Names are the `tool` of AI
 * origins; `agent` stands for an agent we do not know.
 */
export type AgentName =
  | 'claude-code'
  | 'vscode-agent'
  | 'copilot-cli'
  | 'cursor'
  | 'cursor-tab'
  | 'codex'
  | 'gemini-cli'
  | 'windsurf'
  | 'unknown-agent'
  /** The generic format `agent-v1` names its agent itself. */
  | `agent-v1:${string}`;

/** One tool call of an agent, before it ran or after it succeeded. Plain JSON: kept in records. */
export interface AgentEvent {
  /** By the payload's own content, never by the flag alone: agents run each other's hooks. */
  readonly agent: AgentName;
  readonly phase: 'before' | 'after';
  /** `edit` names files; `shell` may have changed any file. */
  readonly kind: 'edit' | 'shell';
  /** The tool as the agent calls it. */
  readonly tool: string;
  readonly session?: string;
  readonly model?: string;
  /** Names one call; equal for its `before` and its `after`, and when two hooks tell the same. */
  readonly call: string;
  /** The folder the agent works in, as told. */
  readonly cwd?: string;
  readonly command?: string;
  /** Empty for `shell`. */
  readonly files: readonly AgentFile[];
}

export interface AgentFile {
  /** As told: absolute, or relative to `cwd`. Never checked here. */
  readonly path: string;
  readonly op: 'create' | 'update' | 'delete' | 'unknown';
  /** The path before, when the call moved the file. */
  readonly from?: string;
  /** In order, each on the text that the one before left. Empty when only the file is named. */
  readonly changes: readonly TextChange[];
  /** The whole text after the call, where told. */
  readonly content?: string;
  /** The whole text before the call, where told; null when there was no file. */
  readonly before?: string | null;
  /**
   * What the agent offered, where a person changed it before it was written: only what stands in
   * both is the agent's.
   */
  readonly offered?: string;
  /** The notebook cell whose source `changes` and `content` are about. */
  readonly cell?: string;
}

/** `new` took the place of `old`. Line ends as told. */
export interface TextChange {
  readonly old: string;
  readonly new: string;
  /** Every occurrence was replaced. */
  readonly all?: boolean;
  /** 1-based line on which `new` begins in the text after this change, where told. */
  readonly line?: number;
}
