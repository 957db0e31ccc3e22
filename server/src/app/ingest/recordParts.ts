import type { AgentEvent } from '../../core/agentEvents/event.ts';
import type { Actor, AgentRecord } from '../../core/records/record.ts';
import type { LocalRepository } from '../../core/repository.ts';
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

/** Who writes an agent's record: the agent, by its own word. */
export function actorOf(agent: string): Actor {
  return { type: 'agent', id: agent };
}

/** The text of a file; null when there is none, undefined when it is no text. */
export function textAt(repository: LocalRepository, path: string): string | null | undefined {
  const bytes = repository.files.read(path);
  if (!bytes) return null;
  const content = textOfBytes(bytes);
  return content.kind === 'binary' ? undefined : content.text;
}

/** Its blob id, where that can be told without asking git about line ends. */
export function blobOf(
  { ids }: LocalRepository,
  path: string,
  text: string | null | undefined,
): { readonly blob?: string } {
  return typeof text !== 'string' || text.includes('\r') ? {} : { blob: ids.blobId(path, text) };
}

/** Stores a text and answers its name; null stays null. */
export function keep<T extends string | null>(repository: LocalRepository, text: T): T | string {
  if (text === null) return text;
  const id = repository.ids.textId(text);
  repository.journal.keepText(id, text);
  return id;
}
