import type { AgentEvent } from '../../core/agentEvents/event.ts';
import type { AgentRecord, JournalRecord } from '../../core/records/record.ts';
import type { Clock, LocalRepository } from '../../core/repository.ts';
import { textOfBytes } from '../textOfBytes.ts';
import { recordHead } from '../recordHead.ts';
import { actorOf, blobOf, detailOf, keep, textAt } from './recordParts.ts';
import { removalsOf } from './removals.ts';
import type { IngestHome } from '../../core/ingestPorts.ts';

/** What a shell command found: HEAD, and the texts of the files that differ from it. */
interface Seen {
  readonly head: string | null;
  readonly files: Readonly<Record<string, string | null>>;
}

/** A work tree with more changed files than these is not compared; its changes stay unknown. */
const MAX_FILES = 2_000;

/** Commands of git that bring texts back: those are known from records, never an agent's anew. */
const GIT_RESTORES =
  /\bgit\b[^|;&\n]*\b(?:stash|checkout|switch|pull|merge|rebase|reset|restore|cherry-pick|revert|apply|am|clone|submodule|read-tree|worktree|checkout-index)\b/;

/** Remembers the files as a shell command finds them. */
export async function shellBefore(
  { repository, calls }: IngestHome,
  event: AgentEvent,
): Promise<void> {
  if (isForGit(event)) return;
  const changed = await repository.git.changedFiles();
  if (!changed.ok || MAX_FILES < changed.value.length) return;
  const files: Record<string, string | null> = Object.create(null);
  for (const path of changed.value) {
    const text = textAt(repository, path);
    if (text !== undefined) files[path] = keep(repository, text);
  }
  const seen: Seen = { head: repository.headCommit() ?? null, files };
  calls.keep(event.call, seen);
}

/** One record for each file that the command changed. */
export async function shellAfter(
  { repository, calls }: IngestHome,
  event: AgentEvent,
  clock: Clock,
): Promise<readonly JournalRecord[]> {
  const seen = seenOf(calls.take(event.call));
  // Without what was there before, a change on disk is anybody's.
  if (!seen || isForGit(event) || seen.head !== (repository.headCommit() ?? null)) return [];
  const changed = await repository.git.changedFiles();
  if (!changed.ok || MAX_FILES < changed.value.length) return [];
  const paths = new Set([...changed.value, ...Object.keys(seen.files)]);
  const clean = [...paths].filter((path) => !(path in seen.files));
  const committed = await textsInHead(repository, seen.head, clean);
  const records: JournalRecord[] = [];
  for (const path of paths) {
    const found = textAt(repository, path);
    if (found === undefined) continue;
    const before = path in seen.files ? seen.files[path] : committed.get(path);
    if (before === undefined) continue;
    const foundId = keep(repository, found);
    if (before === foundId) continue;
    const record: AgentRecord = {
      ...recordHead(repository, actorOf(event.agent), clock.now()),
      kind: 'agent',
      subject: { path, ...blobOf(repository, path, found) },
      detail: {
        ...detailOf(event),
        op: before === null ? 'create' : found === null ? 'delete' : 'update',
        changes: [],
        before,
        found: foundId,
      },
    };
    const old = before === null ? null : repository.journal.textOf(before);
    const texts = { path, before: old, after: found };
    records.push(record, ...removalsOf(clock, repository, event, record, texts));
  }
  return records;
}

function isForGit({ command }: AgentEvent): boolean {
  return command !== undefined && GIT_RESTORES.test(command);
}

/** Names of the kept texts that files had in HEAD; null for those it does not have. */
async function textsInHead(
  repository: LocalRepository,
  head: string | null,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const texts = new Map<string, string | null>();
  const askable = paths.filter((path) => !path.includes('\n'));
  const read =
    head === null
      ? undefined
      : await repository.git.readObjects(askable.map((path) => `${head}:${path}`));
  if (read?.ok === false) return texts;
  for (const path of askable) {
    const bytes = read?.value.get(`${head ?? ''}:${path}`);
    if (!bytes) texts.set(path, null);
    else {
      const content = textOfBytes(bytes);
      if (content.kind !== 'binary') texts.set(path, keep(repository, content.text));
    }
  }
  return texts;
}

function seenOf(value: unknown): Seen | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('head' in value) || !('files' in value)) return undefined;
  const { head, files } = value;
  const isWhole = (head === null || typeof head === 'string') && typeof files === 'object';
  return isWhole && files !== null ? ({ head, files } as Seen) : undefined;
}
