import type { AiOrigin } from '../core/attribution/origin.ts';
import type { MappedText } from '../core/blocks/faults.ts';
import type { StoodCode } from '../core/evidence/baseline.ts';
import type { Spans } from '../core/attribution/span.ts';
import type { BlockDocument } from '../core/ports.ts';
import type { Replacement } from '../core/text/edit.ts';
import type { Home } from './home.ts';
import type { JudgedBlock, JudgedText } from './judge.ts';
import type { LiveText } from './liveText.ts';
import type { Recorder } from './recorder.ts';

/** The state of one open document for the doors. */
export interface DocumentView {
  readonly uri: string;
  readonly version: number;
  readonly path: string;
  readonly text: string;
  readonly spans: Spans;
  readonly judged: JudgedText;
}

/** One document while it is open. */
export interface OpenDocument {
  readonly uri: string;
  readonly home: Home;
  readonly live: LiveText;
  readonly blocks: BlockDocument;
  readonly recorder: Recorder;
  /** What stood in baselines where the file is. */
  stood: readonly StoodCode[];
  /** The file as HEAD has it. */
  committed: MappedText | undefined;
  view: DocumentView | undefined;
  /** The version that was saved last: a signal may tell more of it later. */
  savedVersion: number | undefined;
  /** What the block tree has not seen yet. */
  unparsed: Replacement[];
  brokenSince: number | undefined;
  judgeTimer: { cancel(): void } | undefined;
  idleTimer: { cancel(): void } | undefined;
  keepTimer: { cancel(): void } | undefined;
  /** When large pastes were made: names their spans. */
  readonly pastes: Set<string>;
  /** Set while records are read for its unknown lines; true when they must be read once more. */
  reconciling: { again: boolean } | undefined;
}

/** Names a block within one version of a document. */
export function blockIdOf({ block }: JudgedBlock): string {
  return `${block.range.start}:${block.range.end}:${block.codeHash.slice(7, 19)}`;
}

export function cancelTimers(document: OpenDocument): void {
  document.judgeTimer?.cancel();
  document.idleTimer?.cancel();
  document.keepTimer?.cancel();
}

/** The AI origin with most characters, else that of what AI took away. */
export function mainAiOrigin({ facts }: JudgedBlock): AiOrigin | undefined {
  const [removal] = facts.removals;
  return facts.aiOrigins[0] ?? (removal?.origin.kind === 'ai' ? removal.origin : undefined);
}
