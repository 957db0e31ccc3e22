import { languageOf } from '../../core/blocks/languages/table.ts';
import type { Sha256, TeamRules } from '../../core/ports.ts';
import type { Hit } from '../../core/questions/hit.ts';
import { columnOf, type LanguageId } from '../../core/questions/languageId.ts';
import { pageOf } from '../../core/questions/pageOf.ts';
import { readTeamRules } from '../../core/questions/team/readTeamRules.ts';
import type { EngineAnswer, RuleEngine } from '../../core/questions/team/ruleEngine.ts';
import { hitsOfMatches, strictestHits } from '../../core/questions/team/teamHits.ts';
import type { RuleFile, RuleFileProblem, TeamRule } from '../../core/questions/team/teamRule.ts';
import { ruleProblem } from './ruleProblem.ts';
import { teamFailure } from './teamFailure.ts';
import { fileOfPath } from '../../core/notebook/notebookPath.ts';
import { createLineIndex } from '../../core/text/lineIndex.ts';

export interface TeamRulesOptions {
  /** The newest version of a file first. */
  readonly files: readonly RuleFile[];
  readonly engine: RuleEngine;
  readonly sha256: Sha256;
  /** Told once each: mistakes in files as soon as they are known. */
  readonly onProblem: (problem: RuleFileProblem) => void;
  /** What else a person should know: a sentence. */
  readonly onNote: (message: string) => void;
}

/** Paths whose hits are remembered, by their text's hash. */
const KEPT = 2_000;

/** A team's rules: a mistake in one, or one that takes too long, is told once, and the others go on. */
export function createTeamRules(options: TeamRulesOptions): TeamRules {
  const { files, engine, sha256, onProblem, onNote } = options;
  const { rules, problems } = readTeamRules(files);
  const out = new Map<TeamRule, RuleFileProblem>();
  const known = new Map<
    string,
    { readonly hash: string; readonly hits: Promise<readonly Hit[]> }
  >();
  const toldUnread = new Set<string>();
  let failure: string | undefined;
  for (const problem of problems) onProblem(problem);

  const leaveOut = (rule: TeamRule, problem: RuleFileProblem): void => {
    if (out.has(rule)) return;
    out.set(rule, problem);
    if (!rule.isOld) onProblem(problem);
  };
  /** Answers come in the rules' order; none where nothing can be run. */
  const run = async (
    language: LanguageId,
    text: string,
    its: readonly TeamRule[],
  ): Promise<readonly (EngineAnswer | undefined)[]> => {
    const engineRules = its.map((rule) => rule.engine);
    const found = await engine.find({ language, text, rules: engineRules });
    if (!found.ok) {
      if (failure === undefined) onNote(teamFailure(found.error));
      failure = found.error;
      return [];
    }
    for (const [i, rule] of its.entries()) {
      const problem = ruleProblem(rule, found.value[i]);
      if (problem) leaveOut(rule, problem);
    }
    return found.value;
  };
  const find = async (path: string, text: string): Promise<readonly Hit[]> => {
    const file = fileOfPath(path);
    const language = columnOf(languageOf(path)?.id ?? '');
    if (language === undefined || failure !== undefined) return [];
    const its = rules.filter(
      (rule) => rule.languages.includes(language) && rule.isFor(file) && !out.has(rule),
    );
    if (its.length === 0) return [];
    const answers = await run(language, text, its);
    const unread = answers.find((answer) => answer?.kind === 'unread');
    if (unread && !toldUnread.has(unread.why)) onNote(unreadWords(file, unread.why));
    if (unread) toldUnread.add(unread.why);
    const index = createLineIndex(text);
    const hits = its.flatMap((rule, i) => {
      const answer = answers[i];
      return answer?.kind === 'found' ? hitsOfMatches(rule, answer.matches, index) : [];
    });
    return strictestHits(hits);
  };
  const failed = (error: unknown): readonly Hit[] => {
    const why = error instanceof Error ? error.message : String(error);
    if (failure === undefined) onNote(teamFailure(why));
    failure = why;
    return [];
  };
  return Object.freeze({
    hits(path: string, text: string): Promise<readonly Hit[]> {
      const before = known.get(path);
      const hash = sha256(text);
      if (before?.hash === hash) return before.hits;
      const hits = find(path, text).catch(failed);
      known.delete(path);
      known.set(path, { hash, hits });
      for (const old of [...known.keys()].slice(0, Math.max(0, known.size - KEPT)))
        known.delete(old);
      return hits;
    },
    async check(): Promise<readonly RuleFileProblem[]> {
      const languages = new Set(rules.flatMap((rule) => rule.languages));
      for (const language of languages) {
        if (failure !== undefined) break;
        const its = rules.filter((rule) => rule.languages.includes(language) && !out.has(rule));
        await run(language, '', its);
      }
      const found = [...out].filter(([rule]) => !rule.isOld).map(([, problem]) => problem);
      return [...problems, ...found].sort(inFileOrder);
    },
    page(id: string): string | undefined {
      const rule = rules.find((one) => one.rule.id === id)?.rule;
      return rule && pageOf(rule);
    },
  });
}

function unreadWords(file: string, why: string): string {
  return `${file}: the team's rules could not read it (${why}), so they ask nothing about it. All else goes on.`;
}

function inFileOrder(a: RuleFileProblem, b: RuleFileProblem): number {
  return a.path < b.path ? -1 : a.path === b.path ? a.line - b.line : 1;
}
