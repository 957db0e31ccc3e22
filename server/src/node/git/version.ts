import { tmpdir } from 'node:os';
import { runGit } from './run.ts';

/** Like `2.39.5`; undefined when git cannot be started. */
export async function gitVersion(): Promise<string | undefined> {
  // From anywhere: the answer does not depend on a repository.
  const answer = await runGit(['version'], { cwd: tmpdir(), timeoutMs: 10_000 });
  if (!answer.ok) return undefined;
  return /\d+\.\d+(\.\d+)*/.exec(answer.value.toString('utf8'))?.[0];
}
