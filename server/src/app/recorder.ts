import { isSameSpans, type Span, type Spans } from '../core/attribution/span.ts';
import {
  type Actor,
  type ProvenanceRecord,
  type RemovalRecord,
  type SnapshotCause,
} from '../core/records/record.ts';
import { removedFrom } from '../core/removals/detect.ts';
import type { Clock, Problem } from '../core/repository.ts';
import { createLineIndex } from '../core/text/lineIndex.ts';
import type { Home } from './home.ts';
import type { SettledChange } from './liveText.ts';
import { recordHead } from './recordHead.ts';
import { type SignedText, writeSnapshot } from './sign.ts';

/** Writes what happens to one document into the journal, nothing twice. */
export interface Recorder {
  /** Keeps the text and its spans, where anything is known of them. */
  keep(text: string, spans: Spans, cause: SnapshotCause, from?: string): void;
  /** Records the accepts among settled changes, and what they took away; true when there was one. */
  recordAccepts(changes: readonly SettledChange[]): boolean;
  /** The text as a signature names it. */
  signed(text: string, spans: Spans): SignedText;
  /** This text is in the journal already. */
  markKept(text: string): void;
}

function isKnown({ origin }: Span): boolean {
  return origin.kind !== 'unknown';
}

export function createRecorder(
  home: Home,
  clock: Clock,
  onProblem: (problem: Problem) => void,
): Recorder {
  const { repository, journal, path } = home;
  let keptText: string | undefined;
  // Undefined: in the journal with whatever was known when the document was opened.
  let keptSpans: Spans | undefined;
  const isKept = (text: string, spans: Spans): boolean =>
    keptText === text && (keptSpans === undefined || isSameSpans(keptSpans, spans));
  const personOf = (): Actor => home.person() ?? { type: 'human', id: 'unknown' };
  const signed = (text: string, spans: Spans): SignedText => ({
    path,
    text,
    blob: repository.ids.blobId(path, text),
    spans,
  });

  const provenance = (change: SettledChange): ProvenanceRecord | undefined => {
    const { origin, inserted } = change;
    const first = inserted[0];
    const last = inserted.at(-1);
    if (origin.kind !== 'ai' || !first || !last) return undefined;
    const text = change.text();
    const index = createLineIndex(text);
    const accepted = inserted.map(({ start, end }) => text.slice(start, end)).join('');
    return {
      ...recordHead(repository, personOf(), origin.at),
      kind: 'provenance',
      subject: { path, blob: repository.ids.blobId(path, text) },
      detail: {
        origin,
        tier: origin.tier,
        lines: {
          startLine: index.lineAt(first.start) + 1,
          endLine: index.lineAt(Math.max(last.start, last.end - 1)) + 1,
        },
        nChars: accepted.length,
        textHash: repository.ids.sha256(accepted),
      },
    };
  };

  const removal = (change: SettledChange): RemovalRecord | undefined => {
    const { origin } = change;
    if (origin.kind !== 'ai') return undefined;
    const cut = change.removed.map((one) => one.text).join('\n');
    if (cut.trim() === '') return undefined;
    const text = change.text();
    const removed = removedFrom(path, text, cut, change.place, repository.ids.sha256);
    const id = repository.ids.textId(text);
    if (removed.length === 0 || !journal.keepText(id, text).ok) return undefined;
    return {
      ...recordHead(repository, personOf(), origin.at),
      kind: 'removal',
      subject: { path, blob: repository.ids.blobId(path, text) },
      detail: { removed, text: id, origin },
    };
  };

  return Object.freeze({
    signed,
    markKept(text: string): void {
      keptText = text;
      keptSpans = undefined;
    },
    keep(text: string, spans: Spans, cause: SnapshotCause, from?: string): void {
      // What people typed is kept too: else what an agent writes around it could not be told apart.
      const isTracked = spans.some(isKnown) || journal.book.knows(path);
      if (!isTracked || !home.policy().enable || (isKept(text, spans) && cause !== 'accept'))
        return;
      const ports = { repository, journal, clock };
      const done = writeSnapshot(ports, signed(text, spans), personOf(), cause, from);
      if (done.ok) {
        keptText = text;
        keptSpans = spans;
      } else onProblem(done.error);
    },
    recordAccepts(changes: readonly SettledChange[]): boolean {
      const records = changes
        .flatMap((change) => [provenance(change), removal(change)])
        .filter((record) => record !== undefined);
      if (records.length === 0 || !home.policy().enable) return false;
      const done = journal.append(records);
      if (!done.ok) onProblem(done.error);
      return true;
    },
  });
}
