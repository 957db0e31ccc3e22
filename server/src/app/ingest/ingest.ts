import type { AgentEvent, AgentFile } from '../../core/agentEvents/event.ts';
import { readPayload } from '../../core/agentEvents/readPayload.ts';
import type { IngestPorts } from '../../core/ingestPorts.ts';
import type { AgentRecord, JournalRecord, TroubleRecord } from '../../core/records/record.ts';
import type { LocalRepository } from '../../core/repository.ts';
import { recordHead } from '../recordHead.ts';
import { actorOf, blobOf, detailOf, keep, textAt } from './recordParts.ts';
import { removalsOf } from './removals.ts';
import { shellAfter, shellBefore } from './shell.ts';

/**
 * Takes in one payload of an agent's hook. It only appends: which characters are the agent's is
 * derived by whoever reads. Nothing here waits for another process, but for git around a shell command.
 */
export async function ingest(
  ports: IngestPorts,
  payload: string,
  flag: string | undefined,
): Promise<void> {
  const reading = readPayload(payload, flag);
  if (reading.kind === 'unreadable') tellTrouble(ports, undefined, 'payload', reading.why);
  if (reading.kind !== 'event') return;
  const { event } = reading;
  if (event.kind === 'edit') {
    for (const file of event.files) editOf(ports, event, file);
    return;
  }
  const home = ports.homeOf(event.cwd);
  if (!home) return;
  if (event.phase === 'before') await shellBefore(home, event);
  else append(home.repository, await shellAfter(home, event, ports.clock));
}

/** Keeps a sentence for `countersign doctor`, where the agent works. */
export function tellTrouble(
  ports: IngestPorts,
  cwd: string | undefined,
  code: string,
  message: string,
): void {
  const home = ports.homeOf(cwd);
  if (!home) return;
  const trouble: TroubleRecord = {
    ...recordHead(home.repository, actorOf('unknown-agent'), ports.clock.now()),
    kind: 'trouble',
    subject: { path: '' },
    detail: { code, message },
  };
  append(home.repository, [trouble]);
}

function editOf(ports: IngestPorts, event: AgentEvent, file: AgentFile): void {
  const located = ports.locate(file.path, event.cwd);
  if (!located.ok) {
    tellTrouble(ports, event.cwd, located.error.code, located.error.message);
    return;
  }
  const { repository, path, calls } = located.value;
  const key = `${event.call}\n${path}`;
  const found = textAt(repository, path);
  if (event.phase === 'before') {
    // What stands there now is what the call will change; a binary file has no lines to tell of.
    if (found !== undefined) calls.keep(key, { before: keep(repository, found) });
    return;
  }
  const moved = file.from === undefined ? undefined : ports.locate(file.from, event.cwd);
  const from = moved?.ok === true ? moved.value.path : undefined;
  const seen = calls.take(key);
  const before = file.before === undefined ? seenBefore(seen) : keep(repository, file.before);
  const record: AgentRecord = {
    ...recordHead(repository, actorOf(event.agent), ports.clock.now()),
    kind: 'agent',
    subject: { path, ...blobOf(repository, path, found) },
    detail: {
      ...detailOf(event),
      op: file.op,
      changes: file.changes,
      ...(from === undefined ? {} : { from }),
      ...(file.cell === undefined ? {} : { cell: file.cell }),
      ...(file.offered === undefined ? {} : { offered: file.offered }),
      ...(file.content === undefined ? {} : { content: keep(repository, file.content) }),
      ...(before === undefined ? {} : { before }),
      ...(found === undefined ? {} : { found: keep(repository, found) }),
    },
  };
  const texts = {
    path,
    before: file.before ?? textNamed(repository, before),
    after: file.content ?? found,
  };
  append(repository, [record, ...removalsOf(ports.clock, repository, event, record, texts)]);
}

function seenBefore(seen: unknown): string | null | undefined {
  const before =
    typeof seen === 'object' && seen !== null && 'before' in seen ? seen.before : undefined;
  return typeof before === 'string' || before === null ? before : undefined;
}

function textNamed(
  { journal }: LocalRepository,
  id: string | null | undefined,
): string | null | undefined {
  return typeof id === 'string' ? journal.textOf(id) : id;
}

function append(repository: LocalRepository, records: readonly JournalRecord[]): void {
  if (0 < records.length) repository.journal.append(records);
}
