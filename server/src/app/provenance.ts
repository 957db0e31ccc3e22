import { carrySpans, fillUnknown } from '../core/attribution/attribute.ts';
import { hasAi, type Spans } from '../core/attribution/span.ts';
import type { SnapshotRecord } from '../core/records/record.ts';
import type { Journal } from './journal.ts';

/** One text whose lines are asked for: where does AI text in it come from? */
export interface ProvenanceQuery {
  readonly text: string;
  readonly blob: string;
  /** The path, then those it had before (rename, Save As). */
  readonly paths: readonly string[];
  /** Blobs it was made from: HEAD's at the path. */
  readonly baseBlobs: readonly string[];
  /** The name of `text` in the journal's store: what was recorded of it holds without the store. */
  readonly textId?: string;
}

export interface Provenance {
  readonly spans: Spans;
  /** Snapshots with AI spans that might have answered, had their text been there and whole. */
  readonly unread: readonly SnapshotRecord[];
}

/** Older snapshots of a path are not asked: DESIGN keeps the last 20. */
const SNAPSHOTS_ASKED = 20;

/** Whether any record could speak of this text; most files of a commit end here. */
export function hasProvenance({ book }: Journal, query: Omit<ProvenanceQuery, 'text'>): boolean {
  return (
    book.snapshotOfBlob(query.blob) !== undefined ||
    query.paths.some((path) => 0 < book.snapshotsOf(path).length) ||
    query.baseBlobs.some((blob) => book.snapshotOfBlob(blob) !== undefined)
  );
}

/**
 * The spans of a text, line by line; what one step leaves unknown goes to the next: the snapshot
 * of this very blob, the snapshots of its path by line diff (newest first), those of the blobs
 * it was made from. Law: never a claim that no record makes.
 */
export function provenanceOf(journal: Journal, query: ProvenanceQuery): Provenance {
  let spans: Spans = [];
  const unread: SnapshotRecord[] = [];
  for (const snapshot of snapshotsFor(journal, query)) {
    if (isAllKnown(spans, query.text)) break;
    if (snapshot.detail.spans.length === 0) continue;
    const before =
      snapshot.detail.text === query.textId ? query.text : journal.textOf(snapshot.detail.text);
    if (before === undefined) {
      if (hasAi(snapshot.detail.spans)) unread.push(snapshot);
      continue;
    }
    const carried =
      before === query.text
        ? snapshot.detail.spans
        : carrySpans(snapshot.detail.spans, before, query.text, undefined);
    spans = fillUnknown(spans, carried);
  }
  return { spans, unread };
}

/** The spans alone, for who can do nothing about a lost text. */
export function spansOfText(journal: Journal, query: ProvenanceQuery): Spans {
  return provenanceOf(journal, query).spans;
}

function* snapshotsFor(
  { book }: Journal,
  { blob, paths, baseBlobs }: ProvenanceQuery,
): Generator<SnapshotRecord> {
  const seen = new Set<string>();
  const fresh = (snapshot: SnapshotRecord | undefined): snapshot is SnapshotRecord => {
    if (!snapshot || seen.has(snapshot.detail.text)) return false;
    seen.add(snapshot.detail.text);
    return true;
  };
  const exact = book.snapshotOfBlob(blob);
  if (fresh(exact)) yield exact;
  for (const path of paths) {
    for (const snapshot of book.snapshotsOf(path).slice(0, SNAPSHOTS_ASKED)) {
      if (fresh(snapshot)) yield snapshot;
    }
  }
  for (const base of baseBlobs) {
    const snapshot = book.snapshotOfBlob(base);
    if (fresh(snapshot)) yield snapshot;
  }
}

function isAllKnown(spans: Spans, text: string): boolean {
  const first = spans[0];
  if (!first || spans.some((span) => span.origin.kind === 'unknown')) return false;
  let at = 0;
  for (const span of spans) {
    if (text.slice(at, span.start).trim() !== '') return false;
    at = span.end;
  }
  return text.slice(at).trim() === '';
}

/** A path and those its text had before, as snapshots tell (`from` of Save As and renames). */
export function pathsBefore({ book }: Journal, path: string): readonly string[] {
  const paths = [path];
  for (let i = 0; i < paths.length && paths.length < SNAPSHOTS_ASKED; i++) {
    for (const snapshot of book.snapshotsOf(paths[i] ?? '')) {
      const { from } = snapshot.detail;
      if (from !== undefined && !paths.includes(from)) paths.push(from);
    }
  }
  return paths;
}
