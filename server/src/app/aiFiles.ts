import { fileOfPath } from '../core/notebook/notebookPath.ts';
import type { Problem, Repository, StagedFile } from '../core/repository.ts';
import { notebookPaths } from './cellProvenance.ts';
import type { Lineage } from './fileStatus.ts';
import type { Journal } from './journal.ts';
import { mayHoldAi } from './provenance.ts';

/** The files of a work tree that may hold AI text, and what each was made from. */
export interface AiFiles {
  /** Sorted; some may be gone from disk, or have lost their AI text since. */
  readonly paths: readonly string[];
  lineageOf(path: string): Lineage;
}

/**
 * Paths that records name, those the index has them renamed to, and those clones shared. When git
 * cannot say what is staged, renames are not followed.
 */
export async function aiFiles(
  repository: Repository,
  journal: Journal,
  onProblem: (problem: Problem) => void,
): Promise<AiFiles> {
  const { git } = repository;
  const [answer, pointedAt] = await Promise.all([
    git.stagedFiles(),
    pathsInLedger(repository, journal, onProblem),
  ]);
  const staged = new Map<string, StagedFile>();
  for (const file of answer.ok ? answer.value : []) staged.set(file.path, file);
  const lineageOf = (path: string): Lineage => {
    const file = staged.get(path);
    if (!file) return { paths: [], baseBlobs: [] };
    return {
      paths: file.oldPath === path ? [] : [file.oldPath],
      baseBlobs: file.oldBlob === undefined ? [] : [file.oldBlob],
    };
  };
  const followed = [...staged.values()].filter(({ path, oldPath, newBlob, oldBlob }) =>
    mayHoldAi(journal, {
      blob: newBlob,
      paths: notebookPaths(journal, [path, oldPath]),
      baseBlobs: oldBlob === undefined ? [] : [oldBlob],
    }),
  );
  const paths = new Set([
    ...journal.book.aiPaths().map(fileOfPath),
    ...followed.map(({ path }) => path),
    ...pointedAt,
  ]);
  return { paths: [...paths].sort(), lineageOf };
}

/** Tracked files that hold blocks which were AI's; one process more where there is a ledger. */
async function pathsInLedger(
  { git, keys, ledger }: Repository,
  journal: Journal,
  onProblem: (problem: Problem) => void,
): Promise<readonly string[]> {
  if (ledger.tip() === undefined) return [];
  const tracked = await git.trackedFiles();
  const learned = tracked.ok ? await journal.learn(tracked.value.map(keys.path)) : tracked;
  if (!learned.ok) onProblem(learned.error);
  if (!tracked.ok) return [];
  return tracked.value.filter((path) => 0 < journal.book.pointersOf(path).length);
}
