import { encodeLine, signedText } from '../../core/ledger/codec.ts';
import { withoutPeople } from '../../core/ledger/hidePeople.ts';
import type { RecordBook } from '../../core/records/book.ts';
import type { ReviewRecord, SignatureRecord } from '../../core/records/record.ts';
import type { Trust } from '../../core/repository.ts';
import type { SharedParts } from '../journal.ts';

/** Which reviews have a good signature by the hand that gave them. */
export interface SignedReviews {
  /**
   * Why a review has none, without a full stop; undefined where it has one. What was not checked
   * yet has none either, and is remembered for `check`.
   */
  readonly whyNot: (review: ReviewRecord) => string | undefined;
  /** The signatures of a review by who gave it, good or not; any order. */
  signaturesOf(review: ReviewRecord): readonly SignatureRecord[];
  /** Whether a signature was asked about that nobody has checked. */
  isAsking(): boolean;
  /** Checks what was asked about, one process for each signature. */
  check(): Promise<void>;
}

export const NOTHING_SIGNED: SignedReviews = Object.freeze({
  whyNot: () => 'signatures are not checked here',
  signaturesOf: () => [],
  isAsking: () => false,
  check: async () => {},
});

/** At a time: a person at a commit waits, and the machine has other work. */
const CHECKED_AT_ONCE = 4;

export function createSignedReviews(
  book: RecordBook,
  { ledger, signatures, ids: { sha256 } }: SharedParts,
): SignedReviews {
  const trusts = new Map<SignatureRecord, Trust>();
  const asked = new Set<SignatureRecord>();
  const signaturesOf = (review: ReviewRecord): readonly SignatureRecord[] => {
    const person = ledger.personOf(review.by.id);
    const lines = [review, withoutPeople(review, sha256)].map((one) => sha256(encodeLine(one)));
    return [...new Set(lines.flatMap((line) => book.signaturesOf(line)))].filter(
      ({ by }) => ledger.personOf(by.id) === person,
    );
  };
  return Object.freeze({
    signaturesOf,
    whyNot(review: ReviewRecord): string | undefined {
      let why = 'nobody signed it with a key';
      for (const signature of signaturesOf(review)) {
        const trust = trusts.get(signature);
        if (trust?.kind === 'good') return undefined;
        if (trust) why = trust.why;
        else asked.add(signature);
      }
      return why;
    },
    isAsking: () => 0 < asked.size,
    async check(): Promise<void> {
      const waiting = [...asked];
      asked.clear();
      const next = async (): Promise<void> => {
        for (let one = waiting.pop(); one; one = waiting.pop()) {
          const by = { signer: one.by.id, at: one.at };
          trusts.set(one, await signatures.check(signedText(one), one.sig, by));
        }
      };
      await Promise.all(Array.from({ length: CHECKED_AT_ONCE }, next));
    },
  });
}

/** Judges, and once more where that asked for signatures nobody had checked. */
export async function withSignatures<T>(
  { signed }: { readonly signed: SignedReviews },
  judge: () => T,
): Promise<T> {
  let judged = judge();
  while (signed.isAsking()) {
    await signed.check();
    judged = judge();
  }
  return judged;
}
