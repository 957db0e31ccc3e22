import { readTeamRules } from '../../core/questions/team/readTeamRules.ts';
import type { EngineAnswer, RuleEngine } from '../../core/questions/team/ruleEngine.ts';
import type {
  RuleFile,
  RuleFileProblem,
  TeamExample,
  TeamRule,
} from '../../core/questions/team/teamRule.ts';
import {
  markedLines,
  type TeamTrial,
  type TriedExample,
  type TriedRule,
  wrongInAsks,
  wrongInQuiet,
} from '../../core/questions/team/trial.ts';
import { createLineIndex } from '../../core/text/lineIndex.ts';
import { ruleProblem } from './ruleProblem.ts';

/** Runs every example of the rules in these files, and every rule once, for what ast-grep thinks of it. */
export async function tryExamples(
  files: readonly RuleFile[],
  engine: RuleEngine,
): Promise<TeamTrial> {
  const { rules, problems } = readTeamRules(files);
  const found: RuleFileProblem[] = [];
  const tried: TriedRule[] = [];
  for (const rule of rules) {
    const one = await tryRule(rule, engine);
    if (typeof one === 'string') return { rules: [], problems, failure: one };
    if ('text' in one) found.push(one);
    else tried.push(one);
  }
  const all = [...problems, ...found].sort((a, b) =>
    a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1,
  );
  return { rules: tried, problems: all, failure: undefined };
}

/** A mistake where ast-grep refuses it or it takes too long; a text where nothing can be run. */
async function tryRule(
  rule: TeamRule,
  engine: RuleEngine,
): Promise<TriedRule | RuleFileProblem | string> {
  for (const language of rule.languages) {
    const found = await engine.find({ language, text: '', rules: [rule.engine] });
    if (!found.ok) return found.error;
    const problem = ruleProblem(rule, found.value[0]);
    if (problem) return problem;
  }
  const examples: TriedExample[] = [];
  for (const example of rule.examples) {
    for (const part of ['asks', 'quiet'] as const) {
      const code = example[part];
      if (code === undefined) continue;
      const answer = await answerTo(rule, example, markedLines(code).code, engine);
      if (typeof answer === 'string') return answer;
      const problem = ruleProblem(rule, answer.answer);
      if (problem) return problem;
      const { marked } = markedLines(code);
      const wrong =
        part === 'asks' ? wrongInAsks(answer.lines, marked) : wrongInQuiet(answer.lines);
      examples.push({ line: example.line, part, wrong });
    }
  }
  const { path, line } = rule.place;
  return { id: rule.rule.id, path, line, examples };
}

async function answerTo(
  rule: TeamRule,
  { language }: TeamExample,
  text: string,
  engine: RuleEngine,
): Promise<
  { readonly answer: EngineAnswer | undefined; readonly lines: readonly number[] } | string
> {
  const found = await engine.find({ language, text, rules: [rule.engine] });
  if (!found.ok) return found.error;
  const [answer] = found.value;
  const index = createLineIndex(text);
  const matches = answer?.kind === 'found' ? answer.matches : [];
  const lines = matches.map(({ start }) => index.lineAt(start) + 1);
  return { answer, lines: [...new Set(lines)].sort((a, b) => a - b) };
}
