import type { Problem, RepositoryPlace } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { runGit } from '../git/run.ts';
import { REMOTES, remoteRef } from './ref.ts';

/** Copies of ledgers of remotes that are gone, or that were given by their address alone. */
export async function forgetRemotes(
  { topLevel }: RepositoryPlace,
  isDryRun: boolean,
): Promise<Result<readonly string[], Problem>> {
  const options = { cwd: topLevel };
  const [copies, remotes] = await Promise.all([
    runGit(['for-each-ref', '--format=%(refname)', REMOTES], options),
    runGit(['remote'], options),
  ]);
  if (!copies.ok) return copies;
  if (!remotes.ok) return remotes;
  const named = new Set(linesOf(remotes.value).map(remoteRef));
  const gone = linesOf(copies.value).filter((ref) => !named.has(ref));
  if (isDryRun || gone.length === 0) return ok(gone);
  const input = gone.map((ref) => `delete ${ref}\n`).join('');
  const done = await runGit(['update-ref', '--stdin'], { ...options, input });
  return done.ok ? ok(gone) : done;
}

function linesOf(output: Buffer): string[] {
  return output
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}
