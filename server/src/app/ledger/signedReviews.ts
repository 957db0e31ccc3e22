import { encodeLine, signedText } from '../../core/ledger/codec.ts';
import { isHashedPerson, withoutPeople } from '../../core/ledger/hidePeople.ts';
import type { People } from '../../core/policy/policy.ts';
import type { RecordBook } from '../../core/records/book.ts';
import type { BaselineRecord, ReviewRecord, SignatureRecord } from '../../core/records/record.ts';
import type { Trust } from '../../core/repository.ts';
import type { SharedParts } from '../journal.ts';

/** What a person signs with a key. */
export type Signable = ReviewRecord | BaselineRecord;

/** Which reviews and baselines have a good signature by the hand that gave them. */
export interface SignedReviews {
  /**
   * Why a record has none, without a full stop; undefined where it has one. What was not checked
   * yet has none either, and is remembered for `check`.
   */
  readonly whyNot: (record: Signable) => string | undefined;
  /** The signatures of a record by who made it, good or not; any order. */
  signaturesOf(record: Signable): readonly SignatureRecord[];
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
  const signaturesOf = (record: Signable): readonly SignatureRecord[] => {
    const person = ledger.personOf(record.by.id);
    const lines = [record, withoutPeople(record, sha256)].map((one) => sha256(encodeLine(one)));
    return [...new Set(lines.flatMap((line) => book.signaturesOf(line)))].filter(
      ({ by }) => ledger.personOf(by.id) === person,
    );
  };
  return Object.freeze({
    signaturesOf,
    whyNot(record: Signable): string | undefined {
      let why = 'nobody signed it with a key';
      for (const signature of signaturesOf(record)) {
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

/** A signature made before people were hidden names one, and would be none under another name. */
export function mayBeShared(people: People): (signature: SignatureRecord) => boolean {
  return ({ by }) => people === 'full' || isHashedPerson(by.id);
}
