import { type AiFiles, aiFiles } from '../app/aiFiles.ts';
import { readBases } from '../app/bases.ts';
import { type FileStatus, fileStatus, fileStatuses } from '../app/fileStatus.ts';
import { type Journal, openJournal } from '../app/journal.ts';
import { hasPointers } from '../app/ledger/sharedFacts.ts';
import { type PolicyOf, workTreePolicy } from '../app/policyReader.ts';
import type { BlockReader } from '../core/ports.ts';
import type { Problem, Repository } from '../core/repository.ts';
import { ok, type Result } from '../core/result.ts';
import type { CliContext } from './command.ts';
import { createPathWriter } from './paths.ts';

/** The work tree a command looks at, with everything that judges it. */
export interface Work {
  readonly repository: Repository;
  readonly journal: Journal;
  readonly reader: BlockReader;
  readonly policyOf: PolicyOf;
  readonly files: AiFiles;
  /** One file as it is on disk. */
  statusOf(path: string): Promise<FileStatus>;
  /** Many of them, in their order. */
  statusesOf(paths: readonly string[]): Promise<readonly FileStatus[]>;
  /** The same, and lines that came from disk unseen are told from those HEAD has. */
  blameOf(path: string): Promise<FileStatus>;
  /** A repository path as the person would type it. */
  shownPath(path: string): string;
  /** What could not be read so far, and what follows from that. */
  notes(): readonly Problem[];
}

export async function openWork(
  { host, dir }: CliContext,
  mayWrite: boolean,
): Promise<Result<Work, Problem>> {
  const opened = host.openRepository(dir, mayWrite);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const journal = openJournal(repository.journal, repository);
  const problems: Problem[] = [];
  // Many files may meet the same trouble.
  const onProblem = (problem: Problem): void => {
    if (!problems.some(({ message }) => message === problem.message)) problems.push(problem);
  };
  const reader = host.createReader(onProblem);
  const rules = host.createRules(onProblem);
  const [policyOf, files] = await Promise.all([
    workTreePolicy(repository),
    aiFiles(repository, journal, onProblem),
  ]);
  const ports = { repository, journal, reader, rules, policyOf, onProblem };
  // What clones shared is of committed texts: a file changed since is compared with HEAD's.
  const shared = files.paths.filter((path) => hasPointers(journal, [path]));
  const bases = await readBases(repository, journal, files.paths, shared);
  return ok({
    repository,
    journal,
    reader,
    policyOf,
    files,
    statusOf: (path) => fileStatus({ ...ports, bases }, path, files.lineageOf(path)),
    statusesOf: (paths) =>
      fileStatuses(
        { ...ports, bases },
        paths.map((path) => ({ path, lineage: files.lineageOf(path) })),
      ),
    blameOf: async (path) => {
      const lineage = files.lineageOf(path);
      const own = await readBases(repository, journal, [path], [path, ...lineage.paths]);
      return fileStatus({ ...ports, bases: own }, path, lineage);
    },
    shownPath: createPathWriter(repository.place.topLevel, dir),
    notes: () => [
      ...journal.problems(),
      ...problems,
      ...policyOf('').problems.map(({ text }) => ({ code: 'bad-policy', message: text })),
    ],
  });
}

/** Tells what could not be read, beside a command's answer. */
export function tellNotes({ tell, paint }: CliContext, notes: readonly Problem[]): void {
  for (const { message } of notes) tell(paint.stderr.yellow(`Note: ${message}`));
}
