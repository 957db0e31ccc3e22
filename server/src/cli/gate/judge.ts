import { judgeStaged } from '../../app/gate.ts';
import { type Journal, openJournal } from '../../app/journal.ts';
import { stagedPolicy, WORKSPACE, workTreePolicy } from '../../app/policyReader.ts';
import type { Mode } from '../../core/policy/policy.ts';
import type { BlockReader, RuleRunner } from '../../core/ports.ts';
import type { Problem, Repository } from '../../core/repository.ts';
import { wordsOfBug } from '../words.ts';
import { type GateReport, reportOf, reportOfError } from './report.ts';

export interface GateOptions {
  readonly isStrict: boolean;
  readonly isHook: boolean;
  readonly isDebug: boolean;
}

/** What the gate says of one repository. `problems` fills while the reader works. */
export async function gateReport(
  repository: Repository,
  { reader, rules }: { readonly reader: BlockReader; readonly rules: RuleRunner },
  problems: readonly Problem[],
  { isStrict, isHook, isDebug }: GateOptions,
): Promise<GateReport> {
  const early = withGitStarted(repository);
  try {
    const journal = openJournal(repository.journal, repository);
    const unreadable = journal.problems().find(({ code }) => code === 'journal-unreadable');
    const answer = unreadable
      ? { ok: false as const, error: unreadable }
      : await judgeStaged(early, journal, reader, rules);
    if (!answer.ok) {
      const mode = isStrict ? 'enforce' : await modeWithoutAnswer(repository);
      return reportOfError(answer.error, mode, isHook);
    }
    return reportOf(answer.value, { isStrict, notes: notesOf(journal, problems) });
  } catch (error) {
    const mode = isStrict ? 'enforce' : await modeWithoutAnswer(repository);
    return reportOfError({ code: 'bug', message: wordsOfBug(error, isDebug) }, mode, isHook);
  }
}

/** Git starts on what is asked in any case, while we read the journal. */
function withGitStarted(repository: Repository): Repository {
  const { git } = repository;
  const staged = git.stagedFiles();
  const workspaces = git.trackedTopFiles(WORKSPACE);
  return {
    ...repository,
    git: {
      ...git,
      stagedFiles: () => staged,
      trackedTopFiles: (suffix) =>
        suffix === WORKSPACE ? workspaces : git.trackedTopFiles(suffix),
    },
  };
}

/** The mode when nothing could be judged: the staged one, else the one on disk. */
async function modeWithoutAnswer(repository: Repository): Promise<Mode | undefined> {
  try {
    const staged = await stagedPolicy(repository, []);
    const policyOf = staged.ok ? staged.value.policyOf : await workTreePolicy(repository, false);
    const { policy, problems } = policyOf('');
    return 0 < problems.length ? 'enforce' : policy.mode;
  } catch {
    return undefined;
  }
}

/** One line for all damaged places of the journal: they are many after one bad disk. */
function notesOf(journal: Journal, problems: readonly Problem[]): readonly Problem[] {
  const [first, ...rest] = journal.problems();
  if (!first) return problems;
  const others = rest.length === 0 ? '' : ` ${rest.length} more like it.`;
  const message = `${first.message}${others} \`countersign doctor\` tells more.`;
  return [...problems, { code: first.code, message }];
}
