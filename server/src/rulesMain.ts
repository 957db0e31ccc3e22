import { createRuleRunner, type RuleRunnerOptions } from './app/questions/ruleRunner.ts';
import { rules } from './core/questions/rules/table.ts';
import type { RuleRunner } from './core/ports.ts';

import { pageOf } from './core/questions/pageOf.ts';

/** What `dist/rules.cjs` holds: the rules, which only texts with AI code need. */
export function createRules(options: Omit<RuleRunnerOptions, 'rules'>): RuleRunner {
  return createRuleRunner({ ...options, rules });
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
