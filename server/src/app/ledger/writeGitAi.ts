import { logOfOrigins } from '../../core/interop/gitAi/fromOrigins.ts';
import { writeNote } from '../../core/interop/gitAi/writeNote.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { Clock, Commit, Identity, Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import {
  type CommitOrigins,
  type OriginPorts,
  originsOfCommits,
} from '../interop/commitOrigins.ts';
import { oneCommit } from '../interop/oneCommit.ts';
import { signatureOf } from './signature.ts';

export interface Writer {
  readonly who: Identity | undefined;
  readonly policy: Policy;
}

/**
 * Hangs notes of the Git AI Standard on commits that brought AI lines, where the setting asks for it
 * and git-ai itself is not at work. A commit that another one was rewritten to has a note made anew
 * from what is known of its own lines; one that somebody copied from the old commit is replaced, or
 * taken away. Answers the state of the notes that has been read, `read` before.
 */
export async function writeGitAiNotes(
  ports: OriginPorts & { readonly clock: Clock },
  commits: readonly Commit[],
  read: string | undefined,
  { who, policy }: Writer,
): Promise<Result<string | undefined, Problem>> {
  if (policy.gitAi !== 'write') return ok(read);
  const { gitAiNotes, ids, ledger } = ports.repository;
  const isMoved = read !== undefined && !ledger.promoted().includes(read);
  if ((commits.length === 0 && !isMoved) || (await gitAiNotes.otherWriter()) !== undefined) {
    return ok(read);
  }
  // At an amend git copies the old note after the hook that looked at the new commit.
  const head = isMoved ? await headAlone(ports.repository, commits) : ok([]);
  if (!head.ok) return head;
  const told = await originsOfCommits(ports, [...commits, ...head.value], policy.people);
  if (!told.ok) return told;
  const notes = new Map(
    told.value
      .filter(({ isCutOff }) => !isCutOff)
      .map((one): [string, string | undefined] => [
        one.commit.commit,
        noteOf(one, ids.sha256).text,
      ]),
  );
  const by = signatureOf(who, ports.clock.now(), policy.people);
  const hung = await gitAiNotes.write(notes, by);
  if (!hung.ok) return hung;
  // What somebody else wrote meanwhile has not been read.
  return ok(hung.value.from === read ? hung.value.tip : read);
}

async function headAlone(
  { git }: Repository,
  known: readonly Commit[],
): Promise<Result<readonly Commit[], Problem>> {
  const named = await git.commitsNamed(['HEAD']);
  const head = named.ok ? named.value.get('HEAD') : undefined;
  if (!head || known.some(({ commit }) => commit === head.commit)) return ok([]);
  return oneCommit(git, head);
}

/** The note of one commit's lines, byte for byte as it is hung; none where no line can be told. */
export function noteOf(
  { commit: { commit }, files }: CommitOrigins,
  sha256: Parameters<typeof logOfOrigins>[2],
): { readonly text: string | undefined; readonly problems: readonly string[] } {
  const { log, problems } = logOfOrigins(files, commit, sha256);
  if (log.files.length === 0) return { text: undefined, problems };
  const written = writeNote(log, commit);
  return written.ok
    ? { text: written.value, problems }
    : { text: undefined, problems: [...problems, ...written.error] };
}
