import type { Repository, Signature } from '../../core/repository.ts';

/** Who a commit of the ledger names: the person git knows, else the tool. `at` is ISO 8601. */
export async function signatureOf({ git }: Repository, at: string): Promise<Signature> {
  const identity = await git.identity();
  return {
    name: identity?.name ?? 'Countersign',
    email: identity?.email ?? 'countersign@localhost',
    seconds: Math.floor(Date.parse(at) / 1_000),
  };
}
