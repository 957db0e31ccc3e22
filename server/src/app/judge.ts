import type { AiOrigin } from '../core/attribution/origin.ts';
import type { Spans } from '../core/attribution/span.ts';
import type { Block, BlockMap } from '../core/blocks/block.ts';
import type { MappedText } from '../core/blocks/faults.ts';
import { createBaselineTest, type StoodCode } from '../core/evidence/baseline.ts';
import { type BlockFacts, blockFacts, isTouchedByAi } from '../core/evidence/blockFacts.ts';
import { predecessorReview, type ReviewedText } from '../core/evidence/predecessor.ts';
import { type Status, statusOf } from '../core/evidence/status.ts';
import { codeInRange } from '../core/notebook/blockInFile.ts';
import { isKin, lineBag } from '../core/notebook/kin.ts';
import { isCellPath, isNotebookPath } from '../core/notebook/notebookPath.ts';
import { readNotebook } from '../core/notebook/readNotebook.ts';
import { lazily } from '../core/lazily.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { ProjectFiles, RuleRunner, Sha256 } from '../core/ports.ts';
import { type BlockQuestions, NO_QUESTIONS } from '../core/questions/blockQuestions.ts';
import type { Hit } from '../core/questions/hit.ts';
import type { ReviewRecord } from '../core/records/record.ts';
import { locateRemovals, type OpenRemoval } from '../core/removals/locate.ts';
import { firstCodeFrom } from '../core/text/firstCode.ts';
import { createLineIndex, type LineIndex } from '../core/text/lineIndex.ts';
import { intersects } from '../core/text/range.ts';
import type { Journal } from './journal.ts';
import { createTextQuestions } from './questions/askText.ts';

/** One block of one text with what is known and where it stands. */
export interface JudgedBlock {
  readonly block: Block;
  readonly facts: BlockFacts;
  readonly status: Status;
  readonly aiHash: string | undefined;
  /** What a person is asked about it, and told. */
  readonly questions: BlockQuestions;
  /** Its code, where the file's lines hold it in another form (a notebook's JSON). */
  readonly code?: string;
}

export interface JudgedText {
  readonly index: LineIndex;
  readonly blocks: readonly JudgedBlock[];
}

export interface JudgeInput {
  readonly journal: Journal;
  readonly policy: Policy;
  /** The path, then those it had before. */
  readonly paths: readonly string[];
  readonly text: string;
  readonly spans: Spans;
  readonly map: BlockMap;
  readonly sha256: Sha256;
  /** What stood in baselines where the text is; newest first. */
  readonly stood?: readonly StoodCode[];
  /** Left out where nothing is asked. */
  readonly rules?: RuleRunner | undefined;
  /** What the team's own rules find in the text; left out where there are none. */
  readonly team?: readonly Hit[] | undefined;
  /** The team's rules are otherwise here than where people answer. */
  readonly areRulesChanged?: boolean;
  /** The text as it is committed, where it is and was read. */
  readonly committed?: MappedText | undefined;
  /** The project around the file; left out where nobody looks. */
  readonly files?: ProjectFiles | undefined;
}

/** Derives the status of every block of a text from records, spans and policy. */
export function judgeText(input: JudgeInput): JudgedText {
  const { journal, policy, paths, text, map } = input;
  const index = createLineIndex(text);
  const present = lazily(() => new Set(map.blocks.map((block) => block.codeHash)));
  const whyNot = policy.requireSignature ? journal.signed.whyNot : () => undefined;
  const stood = (input.stood ?? []).filter(({ baseline }) => whyNot(baseline) === undefined);
  const baselineOf = createBaselineTest(stood, map.blocks);
  const standing = lazily(() => new Set(map.blocks.map((block) => block.symbol)));
  const candidates = lazily(() => reviewedTexts(journal, paths));
  const { rules, team = [], committed, files, sha256 } = input;
  const asked = createTextQuestions({
    ...{ journal, policy, paths, text, map, index, sha256, rules, team, committed, files },
  });
  const blocks = factsOfBlocks(input, index).map(({ block, facts }): JudgedBlock => {
    const aiHash = lazily(() => map.aiHash(block, new Set(facts.aiLines)));
    const status = statusOf({
      isRisky: () => asked.hits(block, facts).some(({ severity }) => severity === 'high'),
      questions: () => asked.questions(block, facts),
      areRulesChanged: input.areRulesChanged ?? false,
      block,
      facts,
      aiHash,
      standing,
      paths,
      policy,
      book: journal.book,
      baseline: () => baselineOf(block),
      whyNot,
      predecessor: () =>
        0 < candidates().length
          ? predecessorReview(
              block,
              text.slice(block.range.start, block.range.end),
              candidates(),
              present(),
            )
          : undefined,
    });
    return {
      block,
      facts,
      status,
      get aiHash() {
        return aiHash();
      },
      get questions() {
        return isTouchedByAi(facts) ? asked.questions(block, facts) : NO_QUESTIONS;
      },
    };
  });
  return { index, blocks };
}

/** What is known of a text's blocks before anybody's evidence is asked for, in their order. */
export function factsOfBlocks(
  input: Omit<JudgeInput, 'policy'>,
  index: LineIndex,
): readonly { readonly block: Block; readonly facts: BlockFacts }[] {
  const { journal, paths, spans, map } = input;
  const aiSpans = spans.filter((span) => span.origin.kind === 'ai');
  const removals = removalsIn(input, index);
  return map.blocks.map((block) => {
    const its = removals.filter((removal) => isIn(block, removal, index, journal, paths));
    const isTouched = 0 < its.length || aiSpans.some((span) => intersects(span, block.range));
    return { block, facts: isTouched ? blockFacts(block, index, spans, its) : NO_AI };
  });
}

/** Whether AI took anything out of a file: then it is judged though no AI line is in it. */
export function hasRemovals({ book }: Journal, paths: readonly string[]): boolean {
  return paths.some((path) => 0 < book.removalsOf(path).length);
}

/** The text a review was given for, where this clone still has it. */
export function reviewedText(journal: Journal, review: ReviewRecord): string | undefined {
  const { blob } = review.subject;
  const snapshot = blob === undefined ? undefined : journal.book.snapshotOfBlob(blob);
  const text = snapshot && journal.textOf(snapshot.detail.text);
  return text === undefined ? undefined : reviewedLines(text, review);
}

/** The block a review was given for, in the text of its file as it was then. */
export function reviewedLines(text: string, { subject, detail }: ReviewRecord): string {
  const index = createLineIndex(text);
  const { startLine, endLine } = detail.lines;
  const range = { start: index.startOf(startLine - 1), end: index.endOf(endLine - 1) };
  const notebook = isNotebookPath(subject.path) ? readNotebook(text) : undefined;
  return notebook ? codeInRange(notebook.cells, range) : text.slice(range.start, range.end);
}

/** The tool as people read it. */
export function toolName(origin: AiOrigin | undefined): string {
  return origin?.tool ?? 'unknown tool';
}

const NO_AI: BlockFacts = {
  aiLines: [],
  pastedLines: [],
  nNonBlankLines: 0,
  aiOrigins: [],
  main: undefined,
  removals: [],
};

/** What AI took out of this text, where it would stand. */
export function removalsIn(
  { journal, paths, text, sha256 }: Pick<JudgeInput, 'journal' | 'paths' | 'text' | 'sha256'>,
  index: LineIndex,
): OpenRemoval[] {
  const found = paths
    .flatMap((path) => journal.book.removalsOf(path))
    .flatMap((record) => {
      const after = journal.textOf(record.detail.text);
      const isOther = after === undefined || isOtherCell(paths, after, text);
      return isOther ? [] : locateRemovals(record, after, index, sha256);
    });
  // The same one is told by the journal, and by the ledger for every text it was missing in.
  const nameOf = ({ textHash, at, line }: OpenRemoval): string => `${at} ${line} ${textHash}`;
  return [...new Map(found.map((removal) => [nameOf(removal), removal])).values()];
}

/** Cells of one notebook have a line in common soon; what one lost is no other's matter. */
function isOtherCell(paths: readonly string[], after: string, text: string): boolean {
  return isCellPath(paths[0] ?? '') && after !== text && !isKin(lineBag(after), lineBag(text));
}

/** In its own text, and not looked at since by a person who signed the block of that name. */
function isIn(
  block: Block,
  { line, at }: OpenRemoval,
  index: LineIndex,
  journal: Journal,
  paths: readonly string[],
): boolean {
  const start = firstCodeFrom(index, line);
  const isHere = block.own.some((own) => own.start <= start && start < own.end);
  const isSeen = (review: ReviewRecord): boolean =>
    at < review.at &&
    review.subject.symbol === block.symbol &&
    review.subject.codeHash !== block.codeHash;
  return isHere && !paths.some((path) => journal.book.reviewsAt(path).some(isSeen));
}

function reviewedTexts(journal: Journal, paths: readonly string[]): ReviewedText[] {
  return paths
    .flatMap((path) => journal.book.reviewsAt(path))
    .map((review) => ({ review, text: reviewedText(journal, review) }));
}
