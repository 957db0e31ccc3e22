import type { Commit, CommitName, GitReader, Problem } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';

/** One commit with what it brought; in a shallow clone parents may be names of nothing. */
export async function oneCommit(
  git: GitReader,
  { commit, parents }: CommitName,
): Promise<Result<readonly Commit[], Problem>> {
  const there = await git.commitsNamed(parents);
  if (!there.ok) return there;
  const walked = await git.commits([commit], [...there.value.keys()]);
  return walked.ok ? ok(walked.value.filter((one) => one.commit === commit)) : walked;
}
