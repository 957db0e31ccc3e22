import type { Commit, GitReader, Problem } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { oneCommit } from './oneCommit.ts';

/** Commits to speak of, oldest first, and how a person would name them. */
export interface Range {
  readonly commits: readonly Commit[];
  readonly words: string;
}

/**
 * The commits of `A..B` (`A..` and `..B` end at HEAD); without a range those that the upstream
 * branch does not have; where there is none, or it has all, HEAD alone.
 */
export async function exportRange(
  git: GitReader,
  range: string | undefined,
): Promise<Result<Range, Problem>> {
  if (range !== undefined) return namedRange(git, range);
  const named = await git.commitsNamed(['HEAD']);
  if (!named.ok) return named;
  const head = named.value.get('HEAD');
  if (!head) return err({ code: 'no-commit', message: 'There is no commit here yet to export.' });
  const upstream = await git.upstream();
  if (upstream !== undefined) {
    const ahead = await between(git, upstream, head.commit);
    if (!ahead.ok) return ahead;
    if (0 < ahead.value.length) {
      const words = `the ${ahead.value.length} not on the upstream branch`;
      return ok({ commits: ahead.value, words });
    }
  }
  const alone = await oneCommit(git, head);
  if (!alone.ok) return alone;
  return ok({
    commits: alone.value,
    words: `HEAD alone, for ${upstream === undefined ? 'the branch has no upstream' : 'the upstream branch has everything'}`,
  });
}

async function namedRange(git: GitReader, range: string): Promise<Result<Range, Problem>> {
  const [, from, to] = /^(.*?)(?<!\.)\.\.(?!\.)(.*)$/s.exec(range) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) {
    return err({
      code: 'bad-range',
      message: `--range ${JSON.stringify(range)} is no range: write A..B, as in --range main..HEAD, or REV^..REV for one commit.`,
    });
  }
  const [first, last] = [from || 'HEAD', to || 'HEAD'];
  const named = await git.commitsNamed([first, last]);
  if (!named.ok) return named;
  const [a, b] = [named.value.get(first), named.value.get(last)];
  if (!a || !b) {
    return err({
      code: 'no-commit',
      message: `--range ${range}: ${JSON.stringify(a ? last : first)} names no commit of this repository.`,
    });
  }
  const commits = await between(git, a.commit, b.commit);
  if (!commits.ok) return commits;
  return ok({ commits: commits.value, words: range });
}

async function between(
  git: GitReader,
  from: string,
  to: string,
): Promise<Result<readonly Commit[], Problem>> {
  const walked = await git.commits([to], [from]);
  return walked.ok ? ok([...walked.value].reverse()) : walked;
}
