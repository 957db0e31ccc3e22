import type { Spans } from '../core/attribution/span.ts';
import { encodeLine, signedText } from '../core/ledger/codec.ts';
import { sharedForm } from '../core/ledger/hidePeople.ts';
import type { LedgerRecord } from '../core/ledger/record.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Required } from '../core/questions/blockQuestions.ts';
import {
  type Actor,
  type JournalRecord,
  type ReviewRecord,
  type SignatureRecord,
  type SnapshotCause,
  type SnapshotRecord,
  type Via,
} from '../core/records/record.ts';
import type { Clock, Problem, Repository } from '../core/repository.ts';
import { ok, type Result } from '../core/result.ts';
import type { Journal } from './journal.ts';
import type { Signable } from './ledger/signedReviews.ts';
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

/** Blocks of one text that a person vouches for. */
export interface Vouched {
  readonly signed: SignedText;
  readonly blocks: readonly JudgedBlock[];
  /** Which answers policy wants there; they were given. */
  readonly answered: Required;
}

export interface SignResult {
  /** Why there is no signature though git's configuration asks for one. */
  readonly unsigned: Problem | undefined;
}

export type SignPolicy = Pick<Policy, 'requireSignature' | 'people'>;

/**
 * Records a person's reviews, all or none. The texts are kept first: they are what a later
 * "outdated" is shown against.
 */
export async function signBlocks(
  ports: WritePorts,
  vouched: readonly Vouched[],
  signer: Signer,
  policy: SignPolicy,
): Promise<Result<SignResult, Problem>> {
  for (const { signed } of vouched) {
    const snapshot = writeSnapshot(ports, signed, signer.by, 'sign');
    if (!snapshot.ok) return snapshot;
  }
  const reviews = vouched.flatMap(({ signed, blocks, answered }) =>
    blocks.map((block) => reviewOf(ports, signed, block, signer, answered)),
  );
  return appendSigned(ports, reviews, signer.by, policy);
}

/**
 * Records what a person vouches for. One signature stands for it all; where policy wants one and there
 * is none, nothing is recorded, for it would count for nothing.
 */
export async function appendSigned(
  ports: WritePorts,
  records: readonly Signable[],
  by: Actor,
  policy: SignPolicy,
): Promise<Result<SignResult, Problem>> {
  const signature = await signRecords(ports, records, by, policy);
  if (!signature.ok && policy.requireSignature) return signature;
  const signatures = signature.ok && signature.value !== undefined ? [signature.value] : [];
  const done = ports.journal.append([...records, ...signatures]);
  return done.ok ? ok({ unsigned: signature.ok ? undefined : signature.error }) : done;
}

function reviewOf(
  ports: WritePorts,
  signed: SignedText,
  { block, aiHash }: JudgedBlock,
  { by, via, note }: Signer,
  answered: Required,
): ReviewRecord {
  return {
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
      answered,
    },
  };
}

/** Undefined where nobody asks for a signature. */
async function signRecords(
  { repository, clock }: WritePorts,
  records: readonly Signable[],
  by: Actor,
  { requireSignature, people }: SignPolicy,
): Promise<Result<SignatureRecord | undefined, Problem>> {
  const { sha256 } = repository.ids;
  const share = <T extends LedgerRecord>(record: T): T => sharedForm(record, people, sha256);
  const unsigned: SignatureRecord = share({
    ...recordHead(repository, by, clock.now()),
    kind: 'signature',
    subject: { path: '' },
    detail: { records: records.map((record) => sha256(encodeLine(share(record)))).sort() },
    sig: '',
  });
  const sig = await repository.signatures.sign(signedText(unsigned), requireSignature);
  if (!sig.ok) return sig;
  return ok(sig.value === undefined ? undefined : { ...unsigned, sig: sig.value });
}

/** Said beside a sign-off that stands, but without the signature git's configuration asks for. */
export function signedWithoutKey({ code, message }: Problem): Problem {
  return { code, message: `The sign-off is recorded without a signature: ${message}` };
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

export const NO_IDENTITY: Problem = Object.freeze({
  code: 'no-identity',
  message:
    'Git does not know who you are: set user.name and user.email with `git config`, then try again.',
});
