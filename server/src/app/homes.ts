import type { EffectivePolicy } from '../core/policy/effective.ts';
import {
  DEFAULT_POLICY,
  editorValues,
  forEveryKey,
  type Policy,
  stricterPolicy,
} from '../core/policy/policy.ts';
import type { TeamRules } from '../core/ports.ts';
import type { RuleFile, RuleFileProblem } from '../core/questions/team/teamRule.ts';
import type { PolicyProblem } from '../core/policy/settingsFile.ts';
import type { Actor } from '../core/records/record.ts';
import type { Problem, Repository, Timers } from '../core/repository.ts';
import type { Result } from '../core/result.ts';
import { readStood } from './baselines.ts';
import { NO_BASES, readBases } from './bases.ts';
import type { Home } from './home.ts';
import { type Journal, openJournal } from './journal.ts';
import { type PolicyOf, workTreePolicy } from './policyReader.ts';
import { ruleFilesOnDisk } from './questions/teamFiles.ts';

/** Where a document's file is: the repository's ports, and its path inside. */
export interface Location {
  readonly repository: Repository;
  readonly path: string;
}

export interface HomesOptions {
  /** Undefined for documents that are nobody's file. */
  readonly locate: (uri: string) => Location | undefined;
  /** The editor's own policy values, by setting: they may strengthen, never weaken. */
  readonly editorPolicy: () => Readonly<Record<string, unknown>>;
  /** False in an untrusted workspace: git is not asked. */
  readonly mayRunGit: boolean;
  readonly timers: Timers;
  /** Brings what commits brought into the ledger, while the person is at other things. */
  readonly promote?: (
    repository: Repository,
    journal: Journal,
  ) => Promise<Result<unknown, Problem>>;
  readonly onRecords: () => void;
  /** Takes a team's rule files; left out where nothing is asked about code. */
  readonly readTeam?: (files: readonly RuleFile[]) => TeamRules | undefined;
  /** What is wrong with a team's rule files, whenever that is known anew. */
  readonly onRuleFiles?: (repository: Repository, problems: readonly RuleFileProblem[]) => void;
  readonly onPolicy: (repository: Repository, problems: readonly PolicyProblem[]) => void;
  readonly onProblem: (problem: Problem) => void;
}

/** The repositories in use, each opened once. */
export interface Homes {
  of(uri: string): Promise<Home | undefined>;
  opened(): readonly OpenedRepository[];
  /** Reads settings and git's identity anew. */
  refresh(): Promise<void>;
  close(): void;
}

/** A repository with what is known of it now. */
export interface OpenedRepository {
  readonly repository: Repository;
  readonly journal: Journal;
  readonly policyOf: PolicyOf;
  /** Who git says sits here. */
  readonly person: Actor | undefined;
  /** The team's own rules, where it has some. */
  readonly team: TeamRules | undefined;
}

/** Well after the start, when the person is at work and the disk is quiet. */
const COMPACT_AFTER_MS = 60_000;
/** Commits made without our hooks are nobody's hurry. */
const PROMOTE_AFTER_MS = 10_000;

interface Opened {
  readonly repository: Repository;
  readonly journal: Journal;
  readonly watch: { close(): void };
  readonly ready: Promise<void>;
  policyOf: PolicyOf;
  person: Actor | undefined;
  team: TeamRules | undefined;
  /** What `team` was made of. */
  ruleFiles: string;
  nProblemsTold: number;
  /** What HEAD named when commits were last looked for; `none yet` before that. */
  promotedHead: string | undefined;
  isPromoting: boolean;
}

export function createHomes(options: HomesOptions): Homes {
  const opened = new Map<Repository, Opened>();

  const load = async (home: Pick<Opened, 'repository'>): Promise<Partial<Opened>> => {
    const { repository } = home;
    const [policyOf, identity] = await Promise.all([
      workTreePolicy(repository, options.mayRunGit),
      options.mayRunGit ? repository.git.identity() : undefined,
    ]);
    options.onPolicy(repository, policyOf('').problems);
    return {
      policyOf: strengthened(policyOf, editorValues(options.editorPolicy())),
      person: identity && { type: 'human', id: identity.email, name: identity.name },
    };
  };

  /** Rules are run from a trusted workspace alone: they are a stranger's otherwise. */
  const loadTeam = (home: Opened): void => {
    const { repository } = home;
    const files = options.mayRunGit ? ruleFilesOnDisk(repository.projectFiles().own) : [];
    const text = JSON.stringify(files);
    if (text === home.ruleFiles) return;
    home.ruleFiles = text;
    const team = options.readTeam?.(files);
    home.team = team;
    if (!team) options.onRuleFiles?.(repository, []);
    else {
      void team.check().then((problems) => {
        if (home.team === team) options.onRuleFiles?.(repository, problems);
      });
    }
  };

  const tellProblems = (home: Opened): void => {
    const problems = home.journal.problems();
    for (const problem of problems.slice(home.nProblemsTold)) options.onProblem(problem);
    home.nProblemsTold = problems.length;
  };

  const openOne = (repository: Repository): Opened => {
    const journal = openJournal(repository.journal, options.mayRunGit ? repository : undefined);
    const home: Opened = {
      repository,
      journal,
      policyOf: () => DEFAULTS,
      person: undefined,
      team: undefined,
      ruleFiles: '[]',
      nProblemsTold: 0,
      promotedHead: 'none yet',
      isPromoting: false,
      watch: repository.journal.watch(() => {
        if (journal.refresh()) options.onRecords();
        tellProblems(home);
      }),
      ready: load({ repository }).then((loaded) => {
        Object.assign(home, loaded);
        loadTeam(home);
      }),
    };
    tellProblems(home);
    options.timers.after(COMPACT_AFTER_MS, () => {
      repository.compactJournal().catch((error: unknown) => {
        options.onProblem({
          code: 'journal-not-compacted',
          message: `The journal of ${repository.place.topLevel} could not be compacted: ${String(error)}`,
        });
      });
    });
    return home;
  };

  /** Commits that nobody's hook told of are looked for whenever a document is asked about. */
  const promoteSoon = (home: Opened): void => {
    const { repository, journal } = home;
    const head = repository.headCommit();
    if (!options.mayRunGit || home.isPromoting || home.promotedHead === head) return;
    home.isPromoting = true;
    options.timers.after(PROMOTE_AFTER_MS, () => {
      home.promotedHead = repository.headCommit();
      home.isPromoting = false;
      void options.promote?.(repository, journal).then((done) => {
        if (!done.ok) options.onProblem(done.error);
      });
    });
  };

  return Object.freeze({
    async of(uri: string): Promise<Home | undefined> {
      const location = options.locate(uri);
      if (!location) return undefined;
      const { repository, path } = location;
      let home = opened.get(repository);
      if (!home) {
        home = openOne(repository);
        opened.set(repository, home);
      }
      promoteSoon(home);
      if (home.journal.isBehind()) options.onRecords();
      await home.ready;
      const { journal } = home;
      const current = home;
      return {
        repository,
        journal,
        path,
        policy: () => current.policyOf(path).policy,
        team: () => current.team,
        person: () => current.person,
        bases: (paths, always) =>
          options.mayRunGit
            ? readBases(repository, journal, paths, always)
            : Promise.resolve(NO_BASES),
        async stood(reader, paths) {
          if (!options.mayRunGit) return [];
          const file = { path, paths, headPath: path };
          return (await readStood({ repository, journal, reader }, [file])).of(path);
        },
      };
    },
    opened: () => [...opened.values()],
    async refresh(): Promise<void> {
      for (const home of opened.values()) {
        Object.assign(home, await load(home));
        loadTeam(home);
      }
    },
    close(): void {
      for (const home of opened.values()) home.watch.close();
    },
  });
}

/** Until settings are read nothing is judged. */
const DEFAULTS: EffectivePolicy = {
  policy: { ...DEFAULT_POLICY, enable: false },
  sources: forEveryKey(() => 'default'),
  problems: [],
};

function strengthened(policyOf: PolicyOf, values: Partial<Policy>): PolicyOf {
  return (path) => {
    const effective = policyOf(path);
    const policy = stricterPolicy(effective.policy, { ...effective.policy, ...values });
    return { ...effective, policy };
  };
}
