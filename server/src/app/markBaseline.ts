import type { BaselineRecord, WithdrawalRecord } from '../core/records/record.ts';
import type { Problem } from '../core/repository.ts';
import type { Result } from '../core/result.ts';
import { recordHead } from './recordHead.ts';
import {
  appendSigned,
  type Signer,
  type SignPolicy,
  type SignResult,
  type WritePorts,
} from './sign.ts';

/** Records that a person marks all code of a commit as older than the tool. */
export async function markBaseline(
  ports: WritePorts,
  { commit, tree }: { readonly commit: string; readonly tree: string },
  { by, via, note }: Signer,
  policy: SignPolicy,
): Promise<Result<SignResult, Problem>> {
  const { repository, clock } = ports;
  const record: BaselineRecord = {
    ...recordHead(repository, by, clock.now()),
    kind: 'baseline',
    subject: { path: '' },
    via,
    base: commit,
    tree,
    detail: note === undefined ? {} : { note },
  };
  return appendSigned(ports, [record], by, policy);
}

/** Records that a person ends baselines, whoever made them: that asks for more, so anybody may. */
export function endBaselines(
  { repository, journal, clock }: WritePorts,
  baselines: readonly BaselineRecord[],
  { by, via, note }: Signer,
): Result<void, Problem> {
  const record: WithdrawalRecord = {
    ...recordHead(repository, by, clock.now()),
    kind: 'withdrawal',
    subject: { path: '' },
    via,
    detail: {
      baselines: baselines.map(({ base, at }) => ({ commit: base, at })),
      ...(note === undefined ? {} : { note }),
    },
  };
  return journal.append([record]);
}
