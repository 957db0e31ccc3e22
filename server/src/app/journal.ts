import { createRecordBook, type RecordBook } from '../core/records/book.ts';
import type { LedgerKey, LedgerKeys } from '../core/ledger/keys.ts';
import type { JournalRecord } from '../core/records/record.ts';
import type { ContentIds, JournalStore, Problem, Signatures } from '../core/repository.ts';
import type { Result } from '../core/result.ts';
import { createLearner, type LedgerReader, NO_LEDGER } from './ledger/learn.ts';
import { createSharedAnswers, type SharedAnswers } from './ledger/sharedAnswers.ts';
import { createSignedReviews, NOTHING_SIGNED, type SignedReviews } from './ledger/signedReviews.ts';

/** The records of one repository: the store, and the book that answers from it. */
export interface Journal {
  readonly book: RecordBook;
  /**
   * Takes what the ledger holds under these keys into the book; true when there was anything new.
   * One process for all that was not asked for before, none without a ledger.
   */
  learn(keys: Iterable<LedgerKey>): Promise<Result<boolean, Problem>>;
  /** Whether the ledger has moved since it was asked last. */
  isBehind(): boolean;
  /** Which reviews have a good signature. */
  readonly signed: SignedReviews;
  readonly answers: SharedAnswers;
  /** Takes in what other writers added; true when there was anything. */
  refresh(): boolean;
  append(records: readonly JournalRecord[]): Result<void, Problem>;
  keepText(id: string, text: string): Result<void, Problem>;
  textOf(id: string): string | undefined;
  /**
   * Texts at hand, by name: what the ledger says of them can be read though this clone never kept
   * them. They are forgotten after a while.
   */
  lend(texts: ReadonlyMap<string, string>): void;
  problems(): readonly Problem[];
}

/** What a journal needs besides its own file to answer for the whole team. */
export interface SharedParts {
  readonly ledger: LedgerReader;
  readonly signatures: Pick<Signatures, 'check'>;
  readonly ids: Pick<ContentIds, 'sha256'>;
  readonly keys: Pick<LedgerKeys, 'hash'>;
}

/** Without the shared parts no process is started, and nothing others did is known. */
export function openJournal(store: JournalStore, shared?: SharedParts): Journal {
  const ledger = shared?.ledger ?? NO_LEDGER;
  const book = createRecordBook(ledger.personOf);
  const learner = createLearner(ledger, book);
  const texts = new Map<string, string>();
  const lent = new Map<string, string>();
  const refresh = (): boolean => {
    const records = store.readNew();
    for (const record of records) book.add(record);
    return 0 < records.length;
  };
  refresh();
  return Object.freeze({
    book,
    ...learner,
    answers: createSharedAnswers(book, learner, shared?.keys.hash ?? ((question) => question)),
    signed: shared === undefined ? NOTHING_SIGNED : createSignedReviews(book, shared),
    refresh,
    append(records: readonly JournalRecord[]) {
      const done = store.append(records);
      if (done.ok) for (const record of records) book.add(record);
      return done;
    },
    keepText: (id: string, text: string) => store.keepText(id, text),
    textOf(id: string) {
      const known = texts.get(id) ?? lent.get(id);
      if (known !== undefined) return known;
      const text = store.textOf(id);
      if (text !== undefined) {
        if (TEXTS_IN_MEMORY <= texts.size) texts.clear();
        texts.set(id, text);
      }
      return text;
    },
    lend(given: ReadonlyMap<string, string>) {
      for (const [id, text] of given) {
        lent.delete(id);
        lent.set(id, text);
      }
      for (const id of [...lent.keys()].slice(0, Math.max(0, lent.size - TEXTS_LENT))) {
        lent.delete(id);
      }
    },
    problems: () => store.problems(),
  });
}

/** A snapshot's text is asked for again and again while one file is edited. */
const TEXTS_IN_MEMORY = 64;
/** Those of open documents, and of a large commit's files that statements are about. */
const TEXTS_LENT = 512;
