import { createRuleRunner, type RuleRunnerOptions } from './app/questions/ruleRunner.ts';
import { rules } from './core/questions/rules/table.ts';
import type { RuleRunner } from './core/ports.ts';

/** What `dist/rules.cjs` holds: the rules, which only texts with AI code need. */
export function createRules(options: Omit<RuleRunnerOptions, 'rules'>): RuleRunner {
  return createRuleRunner({ ...options, rules });
}
