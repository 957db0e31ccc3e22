import type { AgentEvent } from '../../core/agentEvents/event.ts';
import type { AgentRecord, RemovalRecord } from '../../core/records/record.ts';
import { removedBetween, removedFrom } from '../../core/removals/detect.ts';
import type { Clock, LocalRepository } from '../../core/repository.ts';
import { withLf } from '../../core/text/lineIndex.ts';
import { recordHead } from '../recordHead.ts';
import { actorOf, keep } from './recordParts.ts';

/** What an agent's call on one file is known to have taken away and put in place. */
export interface CallTexts {
  readonly path: string;
  readonly before: string | null | undefined;
  /** The whole text after it, as the agent told or as it was found. */
  readonly after: string | null | undefined;
}

/** The record of guards, tests and checks that a call took away; none when it took none. */
export function removalsOf(
  clock: Clock,
  repository: LocalRepository,
  event: AgentEvent,
  { detail }: AgentRecord,
  { path, before, after }: CallTexts,
): readonly RemovalRecord[] {
  if (typeof after !== 'string') return [];
  const { sha256 } = repository.ids;
  const text = withLf(after);
  // What else changed in the file between the call and its hook is not the agent's doing.
  const byCall = detail.changes.flatMap((change) => {
    const now = withLf(change.new);
    const place = Math.max(0, text.indexOf(now));
    return removedFrom(path, text, withLf(change.old), place, sha256);
  });
  const isWhole = detail.changes.length === 0;
  if (!isWhole && byCall.length === 0) return [];
  const between =
    typeof before === 'string' ? removedBetween(path, withLf(before), text, sha256) : [];
  const removed = isWhole
    ? between
    : byCall.map((one) => between.find(({ textHash }) => textHash === one.textHash) ?? one);
  if (removed.length === 0) return [];
  const { model, session } = detail;
  const at = clock.now();
  return [
    {
      ...recordHead(repository, actorOf(event.agent), at),
      kind: 'removal',
      subject: { path },
      detail: {
        removed,
        text: keep(repository, text),
        origin: {
          kind: 'ai',
          tier: 'agent',
          tool: detail.agent.replace(/^agent-v1:/, ''),
          at,
          ...(model === undefined ? {} : { model }),
          ...(session === undefined ? {} : { session }),
        },
      },
    },
  ];
}
