import type { Spans } from '../core/attribution/span.ts';
import {
  type Actor,
  type JournalRecord,
  type ReviewRecord,
  type SnapshotCause,
  type SnapshotRecord,
  type Via,
} from '../core/records/record.ts';
import type { Clock, Problem, Repository } from '../core/repository.ts';
import { ok, type Result } from '../core/result.ts';
import type { Journal } from './journal.ts';
import type { JudgedBlock } from './judge.ts';
import { recordHead } from './recordHead.ts';

/** A text of a file as somebody looked at it. */
export interface SignedText {
  readonly path: string;
  readonly text: string;
  readonly blob: string;
  readonly spans: Spans;
}

export interface Signer {
  readonly by: Actor;
  readonly via: Via;
  readonly note?: string | undefined;
}

export interface WritePorts {
  readonly repository: Repository;
  readonly journal: Journal;
  readonly clock: Clock;
}

/** Keeps the text with its spans, so that this content is known again wherever it turns up. */
export function writeSnapshot(
  ports: WritePorts,
  { path, text, blob, spans }: SignedText,
  by: Actor,
  cause: SnapshotCause,
  from?: string,
): Result<SnapshotRecord, Problem> {
  const id = ports.repository.ids.textId(text);
  const kept = ports.journal.keepText(id, text);
  if (!kept.ok) return kept;
  const record: SnapshotRecord = {
    ...recordHead(ports.repository, by, ports.clock.now()),
    kind: 'snapshot',
    subject: { path, blob },
    detail: { text: id, cause, spans, ...(from === undefined ? {} : { from }) },
  };
  const done = ports.journal.append([record]);
  return done.ok ? ok(record) : done;
}

/**
 * Records a person's review of blocks of one text. The text is kept first: it is what a later
 * "outdated" is shown against.
 */
export function signBlocks(
  ports: WritePorts,
  signed: SignedText,
  blocks: readonly JudgedBlock[],
  { by, via, note }: Signer,
): Result<void, Problem> {
  const snapshot = writeSnapshot(ports, signed, by, 'sign');
  if (!snapshot.ok) return snapshot;
  const records = blocks.map(
    ({ block, aiHash }): ReviewRecord => ({
      ...recordHead(ports.repository, by, ports.clock.now()),
      kind: 'review',
      subject: {
        path: signed.path,
        symbol: block.symbol,
        lang: block.language,
        textHash: block.textHash,
        codeHash: block.codeHash,
        ...(aiHash === undefined ? {} : { aiHash }),
        blob: signed.blob,
      },
      via,
      detail: {
        nTokens: block.nTokens,
        lines: block.lines,
        ...(note === undefined ? {} : { note }),
      },
    }),
  );
  return ports.journal.append(records);
}

/** Withdraws a person's own reviews of these contents. */
export function unsignBlocks(
  ports: WritePorts,
  path: string,
  blocks: readonly JudgedBlock[],
  { by, via, note }: Signer,
): Result<void, Problem> {
  const records = blocks.map(
    ({ block, status }): JournalRecord => ({
      ...recordHead(ports.repository, by, ports.clock.now()),
      kind: 'revoke',
      subject: {
        path,
        symbol: block.symbol,
        lang: block.language,
        // A review that holds for the AI statements only lies under its own codeHash.
        codeHash: status.name === 'verified' ? status.review.subject.codeHash : block.codeHash,
      },
      via,
      detail: note === undefined ? {} : { note },
    }),
  );
  return ports.journal.append(records);
}
