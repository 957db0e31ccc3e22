import { lazily } from '../../core/lazily.ts';
import { findHits, findHitsInFile } from '../../core/questions/findHits.ts';
import { byPlace, type Hit, movedHit, type RuleProblem } from '../../core/questions/hit.ts';
import type { Project } from '../../core/questions/project.ts';
import type { FileContext, Rule } from '../../core/questions/rule.ts';
import type { ProjectFiles, RuleChoice, RuleRunner, RuleSubject } from '../../core/ports.ts';
import { createProjects, type Projects } from '../project/project.ts';
import type { LateRegexJudge, RegexJudge, RegexVerdict } from '../../core/regex/regexJudge.ts';

export interface RuleRunnerOptions {
  readonly rules: readonly Rule[];
  readonly regexes?: LateRegexJudge;
  /** Told once for each rule. */
  readonly onProblem: (problem: RuleProblem) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly ms: () => number;
  /** Rules that are not run any more, by id; those that fail are added. */
  readonly stopped: Set<string>;
  /** Called when what could not be told at once is known: asking again may find more. */
  readonly onLate?: (() => void) | undefined;
}

type Context = NonNullable<ReturnType<RuleSubject['context']>>;

/** A rule that takes longer than this for one block is not run again in this process. */
const MAX_MS = 250;
/** Blocks whose hits are remembered. */
const KEPT = 2_000;

/**
 * Runs rules over blocks, and remembers what they found in a block while its text is the same. Rules
 * that look beyond the block are run every time.
 */
export function createRuleRunner(options: RuleRunnerOptions): RuleRunner {
  const { rules, regexes, onProblem, ms, onLate, stopped } = options;
  const known = new Map<string, readonly Hit[]>();
  const projects = new WeakMap<ProjectFiles, Projects>();
  const projectOf = ({ files, path }: RuleSubject): Project | undefined => {
    if (!files) return undefined;
    const its = projects.get(files) ?? createProjects(files);
    projects.set(files, its);
    return its.of(path);
  };
  const run = (
    rule: Rule,
    contextOf: () => Context | undefined,
    judge: RegexJudge | undefined = regexes,
  ): readonly Hit[] => {
    const context = contextOf();
    if (!context) return [];
    return guarded(rule, () => findHits([rule], { ...context, regexes: judge }));
  };
  /** Blocks of which something is not known yet. */
  const open = new Set<string>();
  let waiting: Promise<void> | undefined;
  const forgetOpen = (): void => {
    waiting = undefined;
    for (const key of open) known.delete(key);
    open.clear();
    onLate?.();
  };
  const judgeFor = (key: string): RegexJudge | undefined =>
    regexes && {
      judge(source: string, flags: string): RegexVerdict | undefined {
        const verdict = regexes.judge(source, flags);
        if (verdict) return verdict;
        open.add(key);
        waiting ??= regexes.settled().then(forgetOpen);
        return undefined;
      },
    };
  const guarded = (rule: Rule, find: () => readonly Hit[]): readonly Hit[] => {
    const began = ms();
    try {
      return find();
    } catch (error) {
      stop(rule, `failed: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    } finally {
      const took = Math.round(ms() - began);
      if ((rule.maxMs ?? MAX_MS) < took) stop(rule, `took ${took} ms`);
    }
  };
  const stop = ({ id }: Rule, what: string): void => {
    if (stopped.has(id)) return;
    stopped.add(id);
    const message = `the rule ${id} ${what}, so it is not run again before Countersign starts anew. All other rules go on.`;
    onProblem({ rule: id, message });
  };
  const remembered = (
    key: string,
    subject: RuleSubject,
    its: readonly Rule[],
    contextOf: () => Context | undefined,
  ): readonly Hit[] => {
    const { start } = subject.block.range;
    const { startLine } = subject.block.lines;
    const before = known.get(key);
    if (before) return before.map((hit) => movedHit(hit, start, startLine));
    const judge = judgeFor(key);
    const hits = its.flatMap((rule) => run(rule, contextOf, judge));
    known.set(
      key,
      hits.map((hit) => movedHit(hit, -start, -startLine)),
    );
    for (const old of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) known.delete(old);
    return hits;
  };
  const chosenBy = (choice: RuleChoice): readonly Rule[] =>
    rules.filter((rule) => isChosen(rule, choice) && !stopped.has(rule.id));
  return Object.freeze({
    ...(onLate ? { settled: () => waiting } : {}),
    hits(subject: RuleSubject, choice: RuleChoice): readonly Hit[] {
      const chosen = chosenBy(choice);
      const inBlock = chosen.filter(({ looksAround }) => looksAround !== true);
      const around = chosen.filter(({ looksAround }) => looksAround === true);
      const contextOf = lazily(() => subject.context(projectOf(subject)));
      return [
        ...remembered(keyOf(subject, choice), subject, inBlock, contextOf),
        ...around.flatMap((rule) => run(rule, contextOf)),
      ].sort(byPlace);
    },
    hitsInFile: (file: FileContext, choice: RuleChoice) =>
      chosenBy(choice)
        .filter(({ findInFile }) => findInFile !== undefined)
        .flatMap((rule) => guarded(rule, () => findHitsInFile([rule], file)))
        .sort(byPlace),
  });
}

function isChosen({ id, isOn }: Rule, { disabled, extra }: RuleChoice): boolean {
  return !disabled.includes(id) && (isOn || extra.includes(id));
}

function keyOf({ path, block, committed, removals }: RuleSubject, choice: RuleChoice): string {
  const { textHash, symbol, range, own, language } = block;
  const holes = own.map(({ start, end }) => [start - range.start, end - range.start]);
  const gone = removals.map(({ kind, line }) => `${kind} ${line - block.lines.startLine}`);
  const was = committed?.textHash ?? '';
  return JSON.stringify([language, path, symbol, textHash, was, holes, gone, choice]);
}
