import { join } from 'node:path';
import { createTeamRules, type TeamRulesOptions } from './app/questions/teamRules.ts';
import type { TeamRules } from './core/ports.ts';
import { tryExamples } from './app/questions/tryExamples.ts';
import type { RuleEngine } from './core/questions/team/ruleEngine.ts';
import type { RuleFile } from './core/questions/team/teamRule.ts';
import type { TeamTrial } from './core/questions/team/trial.ts';
import { sha256 } from './node/git/contentIds.ts';
import { createWorkerEngine } from './node/ruleEngine/workerEngine.ts';

/** What `dist/teamRules.cjs` holds: the reader and runner of a team's own rules. */
export function createTeam(options: Omit<TeamRulesOptions, 'engine' | 'sha256'>): TeamRules {
  return createTeamRules({ ...options, engine: ownEngine(), sha256 });
}

/** Runs the examples of a team's rules. */
export function tryTeam(files: readonly RuleFile[]): Promise<TeamTrial> {
  return tryExamples(files, ownEngine());
}

function ownEngine(): RuleEngine {
  engine ??= createWorkerEngine({
    script: join(__dirname, 'ruleEngine.cjs'),
    grammars: join(__dirname, 'grammars'),
  });
  return engine;
}

/** One for the process: a rule that was stopped stays stopped. */
let engine: RuleEngine | undefined;
