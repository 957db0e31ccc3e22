import type { Problem } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { runGit } from '../git/run.ts';
import { LEDGER_REF, remoteRef } from './ref.ts';

/**
 * Lines in a repository's own git configuration, one a remote, by which `git fetch` brings the
 * remote's ledger along. Law: nobody writes them but who was asked by a person.
 */
export interface FetchLines {
  /** Remotes that have none. */
  missing(dir: string): Promise<readonly string[]>;
  add(dir: string, remotes: readonly string[]): Promise<Result<void, Problem>>;
  /** Takes away those that are ours, byte for byte; the remotes they were of. */
  remove(dir: string): Promise<readonly string[]>;
}

export const fetchLines: FetchLines = Object.freeze({
  async missing(dir: string): Promise<readonly string[]> {
    const listed = await runGit(['remote'], { cwd: dir });
    if (!listed.ok) return [];
    const remotes = listed.value
      .toString('utf8')
      .split('\n')
      .filter((name) => name !== '');
    const theirs = new Set((await linesIn(dir)).map(({ remote }) => remote));
    return remotes.filter((remote) => !theirs.has(remote));
  },
  async add(dir: string, remotes: readonly string[]): Promise<Result<void, Problem>> {
    for (const remote of remotes) {
      const args = ['config', '--local', '--add', `remote.${remote}.fetch`, lineFor(remote)];
      const done = await runGit(args, { cwd: dir });
      if (!done.ok) return err(notWritten(remote, done.error));
    }
    return ok(undefined);
  },
  async remove(dir: string): Promise<readonly string[]> {
    const gone: string[] = [];
    for (const { remote, line } of await linesIn(dir)) {
      const args = ['config', '--local', '--fixed-value', '--unset-all'];
      const done = await runGit([...args, `remote.${remote}.fetch`, line], { cwd: dir });
      if (done.ok) gone.push(remote);
    }
    return gone;
  },
});

/** A pattern: a name that the remote does not have would make every fetch fail. */
function lineFor(remote: string): string {
  return `+${LEDGER_REF}*:${remoteRef(remote)}*`;
}

interface FetchLine {
  readonly remote: string;
  readonly line: string;
}

/** `<key>\n<value>\0`; git answers 1 where there is none. */
async function linesIn(dir: string): Promise<readonly FetchLine[]> {
  const args = ['config', '--local', '-z', '--get-regexp', '^remote\\..*\\.fetch$'];
  const listed = await runGit(args, { cwd: dir });
  if (!listed.ok) return [];
  return listed.value
    .toString('utf8')
    .split('\0')
    .flatMap((entry): FetchLine[] => {
      const at = entry.indexOf('\n');
      const remote = entry.slice('remote.'.length, at - '.fetch'.length);
      const line = entry.slice(at + 1);
      return 0 < at && line === lineFor(remote) ? [{ remote, line }] : [];
    });
}

function notWritten(remote: string, { message }: Problem): Problem {
  return {
    code: 'config-not-written',
    message: `The fetch line of ${remote} was not written: ${message}`,
  };
}
