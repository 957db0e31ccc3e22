import type { ReadTeamRules, TeamRules } from '../../core/ports.ts';
import type { RuleFile, RuleFileProblem } from '../../core/questions/team/teamRule.ts';
import type { Problem } from '../../core/repository.ts';
import { teamFailure } from './teamFailure.ts';
import type { TeamRulesOptions } from './teamRules.ts';

/** What makes a team's rules of their files, as the host loads it. */
export type LoadTeamRules = () => {
  createTeam(options: Omit<TeamRulesOptions, 'engine' | 'sha256'>): TeamRules;
};

/**
 * Reads a team's rules when the first text is asked about: their code is loaded for teams that have
 * some, and then for texts with AI code alone.
 */
export function teamRulesFrom(load: LoadTeamRules): ReadTeamRules {
  return (files, onProblem) => (files.length === 0 ? undefined : lazyTeam(load, files, onProblem));
}

function lazyTeam(
  load: LoadTeamRules,
  files: readonly RuleFile[],
  onProblem: (problem: Problem) => void,
): TeamRules {
  let team: TeamRules | undefined;
  const onNote = (message: string): void => onProblem({ code: 'team-rules', message });
  const tell = ({ text }: RuleFileProblem): void => onNote(text);
  const loaded = (): TeamRules => {
    try {
      team ??= load().createTeam({ files, onProblem: tell, onNote });
    } catch (error) {
      team = NO_TEAM;
      onNote(teamFailure(error instanceof Error ? error.message : String(error)));
    }
    return team ?? NO_TEAM;
  };
  return Object.freeze({
    hits: (path: string, text: string) => loaded().hits(path, text),
    check: () => loaded().check(),
    page: (id: string) => loaded().page(id),
  });
}

const NO_TEAM: TeamRules = Object.freeze({
  hits: () => Promise.resolve([]),
  check: () => Promise.resolve([]),
  page: () => undefined,
});
