import type { People } from '../../core/policy/policy.ts';
import type { Repository, Signature } from '../../core/repository.ts';

/** Who a commit of the ledger names: the person git knows, else the tool. `at` is ISO 8601. */
export async function signatureOf(
  { git }: Repository,
  at: string,
  people: People,
): Promise<Signature> {
  const identity = people === 'hashed' ? undefined : await git.identity();
  return {
    name: identity?.name ?? 'Countersign',
    email: identity?.email ?? 'countersign@localhost',
    seconds: Math.floor(Date.parse(at) / 1_000),
  };
}
