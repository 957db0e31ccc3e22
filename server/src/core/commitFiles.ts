import type { Commit, CommittedFile, StagedFile } from './repository.ts';

/** The files of many commits; of one blob at one path all that came before. */
export function filesIn(commits: readonly Commit[]): readonly CommittedFile[] {
  return joinCommitted(commits.flatMap(({ changes }) => changes.flat()));
}

/**
 * The files that a commit has as none of its parents has them. Of a merge without a conflict there
 * are none: what it brought together is its parents'.
 */
export function ownFiles({ parents, changes }: Commit): readonly CommittedFile[] {
  const nParents = Math.max(1, parents.length);
  const counts = new Map<string, number>();
  for (const { path } of changes.flat()) counts.set(path, (counts.get(path) ?? 0) + 1);
  return joinCommitted(changes.flat()).filter(({ path }) => counts.get(path) === nParents);
}

/** The same lines as of a diff, of many commits; of one blob at one path all that came before. */
export function joinCommitted(changes: readonly StagedFile[]): readonly CommittedFile[] {
  const files = new Map<string, { path: string; blob: string; before: CommittedBefore[] }>();
  for (const { path, oldPath, oldBlob, newBlob } of changes) {
    const key = `${newBlob} ${path}`;
    const file = files.get(key) ?? { path, blob: newBlob, before: [] };
    files.set(key, file);
    if (oldBlob !== undefined) file.before.push({ path: oldPath, blob: oldBlob });
  }
  return [...files.values()];
}

type CommittedBefore = CommittedFile['before'][number];
