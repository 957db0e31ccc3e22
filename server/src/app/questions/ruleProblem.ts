import type { EngineAnswer } from '../../core/questions/team/ruleEngine.ts';
import type { RuleFileProblem, TeamRule } from '../../core/questions/team/teamRule.ts';

/** What running a rule told of its file, where something is wrong with it. */
export function ruleProblem(
  rule: TeamRule,
  answer: EngineAnswer | undefined,
): RuleFileProblem | undefined {
  switch (answer?.kind) {
    case 'refused':
      return problemOf(rule, refusedWords(rule, answer.why));
    case 'stopped':
      return problemOf(rule, stoppedWords(rule, answer.why));
    default:
      return undefined;
  }
}

function problemOf({ place: { path, line } }: TeamRule, words: string): RuleFileProblem {
  return { path, line, text: `${path}:${line}: ${words}` };
}

function refusedWords({ rule }: TeamRule, why: string): string {
  const hint = /multiple ast nodes|is no .* code/i.test(why)
    ? ' Show it in its surroundings: `pattern: { context: …, selector: … }`.'
    : '';
  return `ast-grep does not understand the rule ${rule.id}: ${why}.${hint} Until it is mended it asks nothing; all other rules go on.`;
}

function stoppedWords({ rule }: TeamRule, why: string): string {
  return `the rule ${rule.id} ${why}, so it asks nothing before Countersign starts anew. All other rules go on. Make it narrower: say a \`kind\`, and use \`stopBy: end\` once at most.`;
}
