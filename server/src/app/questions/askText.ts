import type { Block, BlockMap } from '../../core/blocks/block.ts';
import type { MappedText } from '../../core/blocks/faults.ts';
import { type CodeView, createCodeView } from '../../core/code/codeView.ts';
import { isManifestPath } from '../../core/packages/manifestPath.ts';
import { type BlockFacts, isTouchedByAi } from '../../core/evidence/blockFacts.ts';
import { SAME_ANYWHERE_TOKENS } from '../../core/evidence/status.ts';
import { lazily } from '../../core/lazily.ts';
import { statedRisk } from '../../core/policy/pathRules.ts';
import { type Policy, requiredAnswers } from '../../core/policy/policy.ts';
import type { ProjectFiles, RuleRunner, Sha256 } from '../../core/ports.ts';
import {
  type BlockQuestions,
  blockQuestions,
  NO_QUESTIONS,
} from '../../core/questions/blockQuestions.ts';
import { committedBlock } from '../../core/questions/committedBlock.ts';
import { byPlace, type Hit } from '../../core/questions/hit.ts';
import { ignoresIn } from '../../core/questions/ignores.ts';
import { columnOf, type LanguageId } from '../../core/questions/languageId.ts';
import { createOutline, type Outline } from '../../core/questions/outline.ts';
import type { Project } from '../../core/questions/project.ts';
import { questionHashes } from '../../core/questions/questionHash.ts';
import { riskOf } from '../../core/questions/risk.ts';
import type { RuleContext } from '../../core/questions/rule.ts';
import { isTestPath } from '../../core/questions/testPath.ts';
import type { AnswerRecord } from '../../core/records/record.ts';
import { createLineIndex, type LineIndex } from '../../core/text/lineIndex.ts';
import { fileOfPath } from '../../core/notebook/notebookPath.ts';
import type { Journal } from '../journal.ts';

export interface TextQuestionsInput {
  readonly journal: Journal;
  readonly policy: Policy;
  /** The path, then those it had before. */
  readonly paths: readonly string[];
  readonly text: string;
  readonly map: BlockMap;
  readonly index: LineIndex;
  readonly sha256: Sha256;
  /** Undefined where nobody asks anything. */
  readonly rules: RuleRunner | undefined;
  /** What the team's own rules find in the text. */
  readonly team: readonly Hit[];
  /** The text as it is committed, where it is and was read. */
  readonly committed: MappedText | undefined;
  /** The project around the file; undefined where nobody looks. */
  readonly files: ProjectFiles | undefined;
}

/** More than this of one rule of a team's in one block is one thing said too often. */
const MAX_OF_A_RULE = 20;

/** What is asked about the blocks of one text; each is worked out when it is first asked for. */
export interface TextQuestions {
  /** What rules find on lines that AI wrote, were pasted, or lost something. */
  hits(block: Block, facts: BlockFacts): readonly Hit[];
  questions(block: Block, facts: BlockFacts): BlockQuestions;
}

export function createTextQuestions(input: TextQuestionsInput): TextQuestions {
  const { policy, paths, text, map, index, rules, team, committed, files } = input;
  const path = fileOfPath(paths[0] ?? '');
  const isTest = isTestPath(path);
  const choice = { disabled: policy.disabledRules, extra: policy.extraRules };
  const found = new Map<Block, readonly Hit[]>();
  const asked = new Map<Block, BlockQuestions>();
  const committedIndex = lazily(() => committed && createLineIndex(committed.text));
  const outline = lazily((): Outline | undefined => {
    const tree = map.code();
    return tree && createOutline(tree.top);
  });
  let seen: { readonly block: Block; readonly view: CodeView | undefined } | undefined;
  /** What is asked about a block is asked in a row: the last one's code is at hand. */
  const viewOf = (block: Block): CodeView | undefined => {
    if (seen?.block === block) return seen.view;
    const tree = map.code();
    const view = tree && createCodeView({ tree, index, range: block.range, own: block.own });
    seen = { block, view };
    return view;
  };
  const committedView = (block: Block | undefined): CodeView | undefined => {
    const tree = committed?.map.code();
    const lines = committedIndex();
    return block && tree && lines
      ? createCodeView({ tree, index: lines, range: block.range, own: block.own })
      : undefined;
  };

  const run = (block: Block, facts: BlockFacts): readonly Hit[] => {
    if (!rules || !isTouchedByAi(facts)) return [];
    const language = columnOf(block.language);
    const lines = touchedLines(facts, index);
    const hits =
      language === undefined
        ? hitsInManifest(rules, block)
        : [...hitsInCode(rules, block, facts, language), ...hitsOfTeam(block)].sort(byPlace);
    return hits.filter(({ at }) => touches(index, at, lines));
  };
  const hitsOfTeam = ({ own }: Block): readonly Hit[] => {
    const its = team.filter(
      ({ rule, at }) =>
        !policy.disabledRules.includes(rule.id) &&
        own.some(({ start, end }) => start <= at.start && at.start < end),
    );
    const isOneMore = ({ rule }: Hit, i: number): boolean =>
      its.slice(0, i).filter((hit) => hit.rule.id === rule.id).length < MAX_OF_A_RULE;
    return its.filter(isOneMore);
  };
  const hitsInManifest = (its: RuleRunner, { own }: Block): readonly Hit[] =>
    isManifestPath(path)
      ? its.hitsInFile({ path, text, own, before: committed?.text }, choice)
      : [];
  const hitsInCode = (
    its: RuleRunner,
    block: Block,
    facts: BlockFacts,
    language: LanguageId,
  ): readonly Hit[] => {
    const was = committed && committedBlock(block, text, committed.map.blocks, committed.text);
    const removals = facts.removals.map(({ kind, line, textHash }) => ({
      kind,
      line: line + 1,
      textHash,
    }));
    const base = { language, path, isTest, removals };
    const view = lazily(() => viewOf(block));
    const before = lazily(() => committedView(was));
    const context = (project: Project | undefined): Omit<RuleContext, 'regexes'> | undefined => {
      const part = view();
      const around = outline();
      return part && around && { ...base, view: part, outline: around, before: before(), project };
    };
    return its.hits({ ...base, block, committed: was, files, context }, choice);
  };
  const hits = (block: Block, facts: BlockFacts): readonly Hit[] => {
    const known = found.get(block) ?? run(block, facts);
    found.set(block, known);
    return known;
  };
  const ask = (block: Block, facts: BlockFacts): BlockQuestions => {
    if (!rules || (columnOf(block.language) === undefined && !isManifestPath(path))) {
      return NO_QUESTIONS;
    }
    const its = hits(block, facts);
    const hashes = questionHashes(its, (hit) => map.placeHash(block, hit.at), input.sha256);
    const risk = riskOf({
      path,
      isTest,
      symbol: block.symbol,
      text: text.slice(block.range.start, block.range.end),
      nAiLines: facts.aiLines.length,
      hits: its,
      stated: statedRisk(policy.rules, path),
    });
    return blockQuestions({
      hits: its,
      ignores: its.length === 0 ? [] : ignoresIn(viewOf(block)?.comments ?? [], index),
      risk,
      max: policy.maxQuestions,
      required: requiredAnswers(policy),
      hashOf: (hit) => hashes.get(hit) ?? '',
      answersTo: (hash) =>
        input.journal.answers.to(hash).filter((answer) => holdsAt(answer, block, paths)),
    });
  };
  return Object.freeze({
    hits,
    questions(block: Block, facts: BlockFacts): BlockQuestions {
      const known = asked.get(block) ?? ask(block, facts);
      asked.set(block, known);
      return known;
    },
  });
}

/** At its place, or anywhere where the block is long enough to be the same anywhere. */
function holdsAt({ subject }: AnswerRecord, block: Block, paths: readonly string[]): boolean {
  if (SAME_ANYWHERE_TOKENS <= block.nTokens) return true;
  const isSamePath = paths.includes(subject.path) || paths.includes(fileOfPath(subject.path));
  return isSamePath && subject.symbol === block.symbol;
}

/** 0-based. What was taken away where a blank line stands now is asked about at the next line of code. */
function touchedLines(
  { aiLines, pastedLines, removals }: BlockFacts,
  index: LineIndex,
): ReadonlySet<number> {
  const places = removals.flatMap(({ line }) => {
    let next = line;
    while (next < index.nLines - 1 && index.lineText(next).trim() === '') next++;
    return [line, next];
  });
  return new Set([...aiLines, ...pastedLines, ...places]);
}

function touches(
  index: LineIndex,
  { start, end }: { readonly start: number; readonly end: number },
  lines: ReadonlySet<number>,
): boolean {
  const last = index.lineAt(Math.max(start, end - 1));
  for (let line = index.lineAt(start); line <= last; line++) if (lines.has(line)) return true;
  return false;
}
