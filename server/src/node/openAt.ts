import type { Problem, Repository } from '../core/repository.ts';
import { ok, type Result } from '../core/result.ts';
import { findRepository } from './git/place.ts';
import { openRepository } from './repository.ts';

/** The repository that holds a folder, as a command uses it. Inside a hook git's variables win. */
export function openRepositoryAt(dir: string, mayWrite: boolean): Result<Repository, Problem> {
  const place = findRepository(dir, process.env);
  if (!place.ok) return place;
  return ok(openRepository(place.value, { writer: 'cli', mayWrite, mayRunGit: true }));
}
