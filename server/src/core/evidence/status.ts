import type { Block } from '../blocks/block.ts';
import { fileOfPath } from '../notebook/notebookPath.ts';
import { type Policy, requiredAnswers } from '../policy/policy.ts';
import {
  type BlockQuestions,
  problems,
  type Required,
  unanswered,
} from '../questions/blockQuestions.ts';
import type { RecordBook } from '../records/book.ts';
import type { BaselineRecord, ReviewRecord } from '../records/record.ts';
import { type BlockFacts, isFlagged, isTouchedByAi } from './blockFacts.ts';

export type StatusName = 'unverified' | 'verified' | 'outdated' | 'waived' | 'baseline' | 'exempt';

/** Where a block stands, with the record that says so. */
export type Status =
  | { readonly name: 'exempt'; readonly reason: 'no-ai' | 'below-threshold' }
  /** Its code is older than the tool: a person said so of a commit that has it. */
  | { readonly name: 'baseline'; readonly baseline: BaselineRecord }
  | {
      readonly name: 'verified';
      readonly review: ReviewRecord;
      /** The review holds for the AI statements only; lines around them changed since. */
      readonly changedSince: boolean;
    }
  | { readonly name: 'outdated'; readonly review: ReviewRecord }
  | {
      readonly name: 'unverified';
      readonly unsigned?: UnsignedReview;
      /** A review that would hold, were all questions answered that policy wants answered. */
      readonly unanswered?: ReviewRecord;
      /** A review that would hold, had nobody said that there is a problem. */
      readonly problem?: ReviewRecord;
    };

/** A review that would hold, had it a good signature. */
export interface UnsignedReview {
  readonly review: ReviewRecord;
  /** What is wrong, without a full stop. */
  readonly why: string;
}

/** From this many tokens on equal code is the same code wherever it stands. */
export const SAME_ANYWHERE_TOKENS = 40;

export interface StatusInput {
  readonly block: Block;
  readonly facts: BlockFacts;
  /** Whether a rule found something severe; asked only of blocks with few AI lines. */
  readonly isRisky: () => boolean;
  readonly questions: () => BlockQuestions;
  /** Lazily: only a block that changed outside its AI lines needs it. */
  readonly aiHash: () => string | undefined;
  /** Symbols of the text's blocks: a reviewed block that is not among them has another name by now. */
  readonly standing: () => ReadonlySet<string>;
  /** The path and those it had before (rename, Save As), newest first. */
  readonly paths: readonly string[];
  readonly policy: Policy;
  readonly book: RecordBook;
  /** The baseline that the block's code stood in. */
  readonly baseline: () => BaselineRecord | undefined;
  /** Why policy lets a review count for nothing; undefined where it counts. */
  readonly whyNot: (review: ReviewRecord) => string | undefined;
  /** The review of the block this one was made from, by lineage. */
  readonly predecessor: () => ReviewRecord | undefined;
}

/** The first that applies, in the order of DESIGN 6. */
export function statusOf(input: StatusInput): Status {
  const { block, facts, policy, book } = input;
  if (!isTouchedByAi(facts)) return { name: 'exempt', reason: 'no-ai' };
  if (!isFlagged(facts, policy.minLines) && !input.isRisky()) {
    return { name: 'exempt', reason: 'below-threshold' };
  }
  const baseline = input.baseline();
  if (baseline) return { name: 'baseline', baseline };
  const candidates = book.reviewsOf(block.codeHash).filter((one) => holdsAt(one, input));
  const review = candidates.find((one) => input.whyNot(one) === undefined);
  if (review) return settled({ name: 'verified', review, changedSince: false }, input);
  if (policy.outdatedBy === 'ai' && 2 * facts.aiLines.length < facts.nNonBlankLines) {
    const aiHash = input.aiHash();
    const aiReview =
      aiHash === undefined
        ? undefined
        : book
            .reviewsOf(aiHash)
            .find((one) => isSamePlace(one, block, input.paths) && input.whyNot(one) === undefined);
    if (aiReview) return settled({ name: 'verified', review: aiReview, changedSince: true }, input);
  }
  const why = candidates[0] && input.whyNot(candidates[0]);
  if (candidates[0] && why !== undefined) {
    return { name: 'unverified', unsigned: { review: candidates[0], why } };
  }
  const predecessor = input.predecessor();
  return predecessor ? { name: 'outdated', review: predecessor } : { name: 'unverified' };
}

/** A review holds no longer than nobody says "problem", and not before what must be answered is. */
function settled(
  verified: Extract<Status, { readonly name: 'verified' }>,
  { policy, questions, book, paths }: StatusInput,
): Status {
  const { review } = verified;
  const isAnswered = isCoveredBy(review, requiredAnswers(policy)) && isSamePath(review, paths);
  const hasProblem = paths.some((path) => book.hasProblemAt(path));
  if (isAnswered && !hasProblem) return verified;
  const asked = questions();
  if (0 < problems(asked).length) return { name: 'unverified', problem: review };
  if (0 < unanswered(asked).length) return { name: 'unverified', unanswered: review };
  return verified;
}

/**
 * Whether the answers that policy wants were given with the review: then nobody need ask the rules
 * again, which may have become more since.
 */
function isCoveredBy({ detail }: ReviewRecord, required: Required): boolean {
  const given = detail.answered ?? 'none';
  return required === 'none' || given === 'all' || given === required;
}

/** Both wait for a person, and the gate refuses both alike. */
export function isOpen(status: Status): boolean {
  return status.name === 'unverified' || status.name === 'outdated';
}

/** The same code: long enough to be the same anywhere, at its place, or there under another name. */
function holdsAt(review: ReviewRecord, { block, paths, standing }: StatusInput): boolean {
  if (SAME_ANYWHERE_TOKENS <= block.nTokens || isSamePlace(review, block, paths)) return true;
  return isSamePath(review, paths) && !standing().has(review.subject.symbol);
}

function isSamePlace(review: ReviewRecord, block: Block, paths: readonly string[]): boolean {
  return review.subject.symbol === block.symbol && isSamePath(review, paths);
}

/** A notebook with all its cells is one place. */
function isSamePath({ subject }: ReviewRecord, paths: readonly string[]): boolean {
  return paths.includes(subject.path) || paths.includes(fileOfPath(subject.path));
}
