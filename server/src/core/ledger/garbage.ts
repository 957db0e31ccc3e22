import { isCellPath } from '../notebook/notebookPath.ts';
import type { Sha256 } from '../ports.ts';
import { decodeLine } from './codec.ts';
import { entryLines } from './entry.ts';
import type { LedgerKey } from './keys.ts';
import type { BatchRecord, LedgerRecord, LinesRecord, PointerRecord } from './record.ts';

/** One line of the ledger, where it lies. */
export interface PlacedLine {
  readonly key: LedgerKey;
  readonly line: string;
  /** SHA-256 of the line. */
  readonly hash: string;
  /** Undefined for what is not known here: it stays. */
  readonly record: LedgerRecord | undefined;
}

export function placedLines(
  entries: ReadonlyMap<LedgerKey, string>,
  sha256: Sha256,
): readonly PlacedLine[] {
  return [...entries].flatMap(([key, entry]) =>
    entryLines(entry).map((line) => ({ key, line, hash: sha256(line), record: decodeLine(line) })),
  );
}

/** Blobs that entries tell of under the blob's own id. */
export function blobsNamed(lines: readonly PlacedLine[]): ReadonlySet<string> {
  return new Set(lines.filter(isOfBlob).map(({ key }) => key));
}

/** What is told of a text, under its blob id: it goes when no one can meet that text again. */
export function isOfBlob({ key, record }: PlacedLine): boolean {
  switch (record?.kind) {
    case 'provenance':
    case 'correction':
    case 'removal':
      // A cell's text is no object of git's.
      return record.subject.blob === key && !isCellPath(record.subject.path);
    default:
      return false;
  }
}

/**
 * Lines that may go, as far as their batches say: all batches that brought them are one's own, or so
 * old that whoever brought them has shared their branch since, or dropped it. A line that no batch
 * brought stays: `verify` tells of it.
 */
export function releasedLines(
  lines: readonly PlacedLine[],
  isReleased: (batch: BatchRecord) => boolean,
): ReadonlySet<string> {
  const released = new Set<string>();
  const held = new Set<string>();
  for (const { hash, record } of lines) {
    if (record?.kind !== 'batch') continue;
    const isIts = isReleased(record);
    // A batch is in none itself.
    (isIts ? released : held).add(hash);
    for (const one of record.detail.records) (isIts ? released : held).add(one);
  }
  return new Set([...released].filter((hash) => !held.has(hash)));
}

/** Paths with a text that goes: only pointers there can have lost what they were made of. */
export function pathsOf(lines: readonly PlacedLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ record }) => (record?.kind === 'provenance' ? [record.subject.path] : [])),
  );
}

/** Hashes that reviews and their withdrawals lie under. */
export function reviewedHashes(lines: readonly PlacedLine[]): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const { record } of lines) {
    if (record?.kind === 'review' || record?.kind === 'revoke') addHashes(hashes, record.subject);
  }
  return hashes;
}

/** Evidence that no pointer names, and whose own text is out of reach. */
export function strayEvidence(
  lines: readonly PlacedLine[],
  dropped: ReadonlySet<PlacedLine>,
  reachable: ReadonlySet<string>,
): readonly PlacedLine[] {
  const pointed = new Set<string>();
  for (const one of lines) {
    if (one.record?.kind === 'pointer' && !dropped.has(one)) addHashes(pointed, one.record.subject);
  }
  return lines.filter(({ record }) => {
    if (record?.kind !== 'review') return false;
    const { blob } = record.subject;
    return blob !== undefined && !reachable.has(blob) && !isNamed(pointed, record.subject);
  });
}

/** Batches all of whose records were taken out on purpose; one that misses others says so still. */
export function emptyBatches(
  lines: readonly PlacedLine[],
  dropped: ReadonlySet<PlacedLine>,
  buried: ReadonlySet<string>,
): readonly PlacedLine[] {
  const left = new Set<string>();
  const gone = new Set(buried);
  for (const one of lines) {
    if (dropped.has(one)) gone.add(one.hash);
    else if (one.record?.kind !== 'batch') left.add(one.hash);
  }
  return lines.filter(
    ({ record }) =>
      record?.kind === 'batch' &&
      record.detail.records.every((hash) => gone.has(hash) && !left.has(hash)),
  );
}

export function isNamed(
  hashes: ReadonlySet<string>,
  { codeHash, aiHash }: { readonly codeHash?: string; readonly aiHash?: string },
): boolean {
  return (
    (codeHash !== undefined && hashes.has(codeHash)) || (aiHash !== undefined && hashes.has(aiHash))
  );
}

function addHashes(
  hashes: Set<string>,
  { codeHash, aiHash }: { readonly codeHash?: string; readonly aiHash?: string },
): void {
  if (codeHash !== undefined) hashes.add(codeHash);
  if (aiHash !== undefined) hashes.add(aiHash);
}

/** A pointer line, for those who ask whether its code still stands anywhere. */
export interface PlacedPointer extends PlacedLine {
  readonly record: PointerRecord;
}

export function isPointer(one: PlacedLine): one is PlacedPointer {
  return one.record?.kind === 'pointer';
}

export interface PlacedText extends PlacedLine {
  readonly record: LinesRecord;
}

export function isText(one: PlacedLine): one is PlacedText {
  return one.record?.kind === 'provenance';
}
