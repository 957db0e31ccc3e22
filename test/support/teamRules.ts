import { dirname, join } from 'node:path';
import { teamRulesFrom } from '../../server/src/app/questions/lazyTeam.ts';
import { createTeamRules } from '../../server/src/app/questions/teamRules.ts';
import { tryExamples } from '../../server/src/app/questions/tryExamples.ts';
import type { ReadTeamRules } from '../../server/src/core/ports.ts';
import type { RuleEngine } from '../../server/src/core/questions/team/ruleEngine.ts';
import type { RuleFile } from '../../server/src/core/questions/team/teamRule.ts';
import type { TeamTrial } from '../../server/src/core/questions/team/trial.ts';
import { createWorkerEngine } from '../../server/src/node/ruleEngine/workerEngine.ts';
import { sha256 } from '../../server/src/node/git/contentIds.ts';
import { CLI } from './cli.ts';

/** The bundle of the engine's thread. */
export const ENGINE = join(dirname(CLI), 'ruleEngine.cjs');

/** The real engine: the built thread with the grammars that are shipped. */
export function realEngine(ruleMs?: number): RuleEngine {
  const grammars = join(dirname(CLI), 'grammars');
  return createWorkerEngine({
    script: ENGINE,
    grammars,
    ...(ruleMs === undefined ? {} : { ruleMs }),
  });
}

let shared: RuleEngine | undefined;

/** A team's rules in the test's own process. */
export const readTeam: ReadTeamRules = teamRulesFrom(() => ({
  createTeam: (options) => createTeamRules({ ...options, engine: sharedEngine(), sha256 }),
}));

export function tryTeam(files: readonly RuleFile[]): Promise<TeamTrial> {
  return tryExamples(files, sharedEngine());
}

function sharedEngine(): RuleEngine {
  shared ??= realEngine();
  return shared;
}
