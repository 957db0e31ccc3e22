import { fileOfPath } from '../../core/notebook/notebookPath.ts';
import type { People } from '../../core/policy/policy.ts';
import type { AnswerRecord, ReviewRecord, RevokeRecord } from '../../core/records/record.ts';
import type { Problem } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import type { PromotePorts } from './committedFiles.ts';
import { mayBeShared } from './signedReviews.ts';
import type { LedgerWriter } from './writer.ts';

/** Reviews of content that a commit holds, and what was withdrawn of those shared before. */
export async function promoteEvidence(
  { repository, journal }: PromotePorts,
  writer: LedgerWriter,
  committed: ReadonlySet<string>,
  people: People,
): Promise<Result<void, Problem>> {
  const { keys } = repository;
  const { book } = journal;
  const reviews = book.reviews();
  const pointed = await journal.learn([
    ...[...reviews, ...book.revokes(), ...book.answerRecords()].map(({ subject }) =>
      keys.path(fileOfPath(subject.path)),
    ),
    ...book.revokes().map(({ subject }) => keys.hash(subject.codeHash)),
  ]);
  if (!pointed.ok) return pointed;
  const isCommitted = ({ subject }: ReviewRecord | RevokeRecord): boolean => {
    const hashes = hashesOf(subject);
    return (
      hashes.some((hash) => committed.has(hash)) ||
      book
        .pointersOf(fileOfPath(subject.path))
        .some((pointer) => hashesOf(pointer.subject).some((hash) => hashes.includes(hash)))
    );
  };
  /** Answers hold for a place whatever else of the block changed before it was committed. */
  const isStanding = ({ subject }: AnswerRecord): boolean =>
    committed.has(subject.codeHash) ||
    book
      .pointersOf(fileOfPath(subject.path))
      .some((pointer) => pointer.subject.symbol === subject.symbol);
  for (const review of reviews) {
    if (!isCommitted(review)) continue;
    const signatures = journal.signed.signaturesOf(review).filter(mayBeShared(people));
    for (const hash of hashesOf(review.subject)) {
      for (const record of [review, ...signatures]) writer.add(keys.hash(hash), record);
    }
  }
  for (const answer of book.answerRecords()) {
    if (isStanding(answer)) writer.add(keys.hash(answer.detail.question), answer);
  }
  for (const revoke of book.revokes()) {
    if (!isCommitted(revoke)) continue;
    // Wherever the review is found, its withdrawal must be found too.
    const withdrawn = book.withdrawn().filter(({ subject }) => isSameCode(subject, revoke.subject));
    const hashes = new Set(
      [revoke.subject, ...withdrawn.map(({ subject }) => subject)].flatMap(hashesOf),
    );
    for (const hash of hashes) writer.add(keys.hash(hash), revoke);
  }
  return ok(undefined);
}

function isSameCode(a: ReviewRecord['subject'], b: RevokeRecord['subject']): boolean {
  return a.codeHash === b.codeHash;
}

/** What evidence about a block is filed under. */
function hashesOf({
  codeHash,
  aiHash,
}: ReviewRecord['subject'] | RevokeRecord['subject']): readonly string[] {
  return aiHash === undefined || aiHash === codeHash ? [codeHash] : [codeHash, aiHash];
}
