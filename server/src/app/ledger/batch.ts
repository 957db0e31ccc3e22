import { encodeLine } from '../../core/ledger/codec.ts';
import { sharedForm } from '../../core/ledger/hidePeople.ts';
import type { BatchRecord } from '../../core/ledger/record.ts';
import type { People } from '../../core/policy/policy.ts';
import type { Actor } from '../../core/records/record.ts';
import type { Identity, Repository } from '../../core/repository.ts';
import { recordHead } from '../recordHead.ts';

/** The tool's own hand. */
export const TOOL: Actor = { type: 'tool', id: 'countersign' };

export interface BatchHead {
  /** Where the repository's branches stand. */
  readonly heads: readonly string[];
  readonly who: Identity | undefined;
  readonly people: People;
  readonly at: string;
}

/** Who writes: the person git knows, else the tool. */
export function writerOf(who: Identity | undefined): Actor {
  return who ? { type: 'human', id: who.email, name: who.name } : TOOL;
}

/** The line of the batch that brings these lines, signed where git signs commits. */
export async function batchLine(
  repository: Repository,
  lines: readonly string[],
  { heads, who, people, at }: BatchHead,
): Promise<string> {
  const { sha256 } = repository.ids;
  const named: BatchRecord = {
    ...recordHead(repository, writerOf(who), at),
    kind: 'batch',
    subject: { path: '' },
    detail: { records: [...new Set(lines)].map(sha256).sort(), heads },
  };
  const batch = sharedForm(named, people, sha256);
  const signed = await repository.signatures.sign(encodeLine(batch));
  return encodeLine(
    signed.ok && signed.value !== undefined ? { ...batch, sig: signed.value } : batch,
  );
}
