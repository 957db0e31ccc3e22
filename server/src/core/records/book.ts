import { hasAi } from '../attribution/span.ts';
import type { JournalRecord, ReviewRecord, RevokeRecord, SnapshotRecord } from './record.ts';

/**
 * The fold of all records: what is asked of them, by key. Adding the same records in any order
 * gives the same answers (order is by time, never by arrival).
 */
export interface RecordBook {
  add(record: JournalRecord): void;
  /** Snapshots of a path, newest first. */
  snapshotsOf(path: string): readonly SnapshotRecord[];
  /** The newest snapshot with this blob id, at any path. */
  snapshotOfBlob(blob: string): SnapshotRecord | undefined;
  /** The newest snapshot with this text (SHA-256 hex of its UTF-8 form). */
  snapshotOfText(text: string): SnapshotRecord | undefined;
  /** Reviews under a codeHash or an aiHash that nobody withdrew, newest first. */
  reviewsOf(hash: string): readonly ReviewRecord[];
  /** All reviews at a path that nobody withdrew, newest first. */
  reviewsAt(path: string): readonly ReviewRecord[];
  /** Paths that hold or held AI text by a snapshot, sorted. */
  aiPaths(): readonly string[];
}

export function createRecordBook(): RecordBook {
  const snapshotsByPath = new Map<string, SnapshotRecord[]>();
  const snapshotsByBlob = new Map<string, SnapshotRecord>();
  const snapshotsByText = new Map<string, SnapshotRecord>();
  const reviewsByHash = new Map<string, ReviewRecord[]>();
  const reviewsByPath = new Map<string, ReviewRecord[]>();
  const revokes = new Map<string, RevokeRecord>();
  const aiPaths = new Set<string>();

  const stands = (review: ReviewRecord): boolean => {
    const revoke = revokes.get(revokeKey(review));
    return revoke === undefined || revoke.at < review.at;
  };
  return Object.freeze({
    add(record: JournalRecord): void {
      switch (record.kind) {
        case 'snapshot':
          insertNewestFirst(listOf(snapshotsByPath, record.subject.path), record);
          keepNewest(snapshotsByBlob, record.subject.blob, record);
          keepNewest(snapshotsByText, record.detail.text, record);
          if (hasAi(record.detail.spans)) {
            aiPaths.add(record.subject.path);
          }
          break;
        case 'review':
          insertNewestFirst(listOf(reviewsByHash, record.subject.codeHash), record);
          if (record.subject.aiHash !== undefined) {
            insertNewestFirst(listOf(reviewsByHash, record.subject.aiHash), record);
          }
          insertNewestFirst(listOf(reviewsByPath, record.subject.path), record);
          break;
        case 'revoke':
          keepNewest(revokes, revokeKey(record), record);
          break;
        case 'provenance':
          break;
      }
    },
    snapshotsOf: (path: string) => snapshotsByPath.get(path) ?? [],
    snapshotOfBlob: (blob: string) => snapshotsByBlob.get(blob),
    snapshotOfText: (text: string) => snapshotsByText.get(text),
    reviewsOf: (hash: string) => (reviewsByHash.get(hash) ?? []).filter(stands),
    reviewsAt: (path: string) => (reviewsByPath.get(path) ?? []).filter(stands),
    aiPaths: () => [...aiPaths].sort(),
  });
}

/** A person withdraws what they said of one content, wherever it stands. */
function revokeKey({ by, subject }: ReviewRecord | RevokeRecord): string {
  return `${by.id}\n${subject.codeHash}`;
}

function listOf<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (!list) {
    list = [];
    map.set(key, list);
  }
  return list;
}

/** Records arrive nearly in order, so the place is near the front. */
function insertNewestFirst<T extends JournalRecord>(list: T[], record: T): void {
  let i = 0;
  for (let other = list[i]; other && record.at < other.at; other = list[i]) i++;
  for (let j = i, other = list[j]; other && other.at === record.at; other = list[++j]) {
    if (isSameRecord(other, record)) return;
  }
  list.splice(i, 0, record);
}

/** A record that was moved or compacted is read a second time; times are unique per writer. */
function isSameRecord(a: JournalRecord, b: JournalRecord): boolean {
  return (
    a.by.id === b.by.id &&
    a.subject.path === b.subject.path &&
    a.subject.blob === b.subject.blob &&
    a.subject.codeHash === b.subject.codeHash
  );
}

function keepNewest<T extends JournalRecord>(map: Map<string, T>, key: string, record: T): void {
  const known = map.get(key);
  if (!known || known.at <= record.at) map.set(key, record);
}
