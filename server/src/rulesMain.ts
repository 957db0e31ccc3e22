import { join } from 'node:path';
import { createRuleRunner, type RuleRunnerOptions } from './app/questions/ruleRunner.ts';
import { rules } from './core/questions/rules/table.ts';
import type { RuleRunner } from './core/ports.ts';
import type { RegexJudge } from './core/regex/regexJudge.ts';

const loadRegex = (): typeof import('./regexMain.ts') => require(join(__dirname, 'regex.cjs'));

/** What `dist/rules.cjs` holds: the rules, which only texts with AI code need. */
export function createRules(options: Omit<RuleRunnerOptions, 'rules' | 'regexes'>): RuleRunner {
  let judge: RegexJudge | undefined;
  const regexes: RegexJudge = Object.freeze({
    judge(source: string, flags: string) {
      judge ??= loadRegex().createRegexJudge();
      return judge.judge(source, flags);
    },
  });
  return createRuleRunner({ ...options, rules, regexes });
}
