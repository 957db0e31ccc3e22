import { join } from 'node:path';
import { createTeamRules, type TeamRulesOptions } from './app/questions/teamRules.ts';
import type { TeamRules } from './core/ports.ts';
import type { RuleEngine } from './core/questions/team/ruleEngine.ts';
import { createWorkerEngine } from './node/ruleEngine/workerEngine.ts';

/** What `dist/teamRules.cjs` holds: the reader and runner of a team's own rules. */
export function createTeam(options: Omit<TeamRulesOptions, 'engine'>): TeamRules {
  engine ??= createWorkerEngine({
    script: join(__dirname, 'ruleEngine.cjs'),
    grammars: join(__dirname, 'grammars'),
  });
  return createTeamRules({ ...options, engine });
}

/** One for the process: a rule that was stopped stays stopped. */
let engine: RuleEngine | undefined;
