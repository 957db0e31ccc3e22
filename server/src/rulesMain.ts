import { join } from 'node:path';
import { createRuleRunner } from './app/questions/ruleRunner.ts';
import type { RulesOptions } from './app/questions/rulesHost.ts';
import type { RuleRunner } from './core/ports.ts';
import { pageOf } from './core/questions/pageOf.ts';
import { rules } from './core/questions/rules/table.ts';
import { createThreadJudge } from './node/regex/threadJudge.ts';

/** What `dist/rules.cjs` holds: the rules, which only texts with AI code need. */
export function createRules(options: RulesOptions, dist = __dirname): RuleRunner {
  const regexes = createThreadJudge({
    script: join(dist, 'regex.cjs'),
    isLate: options.onLate !== undefined,
    onNote: (message) => options.onProblem({ rule: 'redos', message }),
  });
  return createRuleRunner({ ...options, rules, regexes });
}

/** Why a rule asks, as Markdown; undefined for one that is not known. */
export function rulePage(id: string): string | undefined {
  const rule = rules.find((one) => one.id === id);
  return rule && pageOf(rule);
}

/** What goes wrong where a rule fires; undefined for one that is not known. */
export function ruleReason(id: string): string | undefined {
  return rules.find((rule) => rule.id === id)?.page.why;
}
