import type { AgentEvent } from '../../core/agentEvents/event.ts';
import { HASH_VERSION } from '../../core/blocks/block.ts';
import { type AgentRecord, RECORD_VERSION } from '../../core/records/record.ts';
import type { Clock, Repository } from '../../core/repository.ts';
import { textOfBytes } from '../textOfBytes.ts';

/** The fields of an event that its records keep. */
export function detailOf({
  agent,
  tool,
  call,
  session,
  model,
}: AgentEvent): Pick<AgentRecord['detail'], 'agent' | 'tool' | 'call' | 'session' | 'model'> {
  return {
    agent,
    tool,
    call,
    ...(session === undefined ? {} : { session }),
    ...(model === undefined ? {} : { model }),
  };
}

/** The fields every record of a hook has. */
export function headOf(
  clock: Clock,
  repository: Repository,
  agent: string,
): Pick<AgentRecord, 'v' | 'hashVersion' | 'by' | 'at' | 'base'> {
  const base = repository.headCommit();
  return {
    v: RECORD_VERSION,
    hashVersion: HASH_VERSION,
    by: { type: 'agent', id: agent },
    at: clock.now(),
    ...(base === undefined ? {} : { base }),
  };
}

/** The text of a file; null when there is none, undefined when it is no text. */
export function textAt(repository: Repository, path: string): string | null | undefined {
  const bytes = repository.files.read(path);
  if (!bytes) return null;
  const content = textOfBytes(bytes);
  return content.kind === 'binary' ? undefined : content.text;
}

/** Its blob id, where that can be told without asking git about line ends. */
export function blobOf(
  { ids }: Repository,
  path: string,
  text: string | null | undefined,
): { readonly blob?: string } {
  return typeof text !== 'string' || text.includes('\r') ? {} : { blob: ids.blobId(path, text) };
}

/** Stores a text and answers its name; null stays null. */
export function keep<T extends string | null>(repository: Repository, text: T): T | string {
  if (text === null) return text;
  const id = repository.ids.textId(text);
  repository.journal.keepText(id, text);
  return id;
}
