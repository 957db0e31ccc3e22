import type { People } from '../../core/policy/policy.ts';
import type { Identity, Signature } from '../../core/repository.ts';

/** Who a commit of the ledger names: the person git knows, else the tool. `at` is ISO 8601. */
export function signatureOf(who: Identity | undefined, at: string, people: People): Signature {
  const shown = people === 'hashed' ? undefined : who;
  return {
    name: shown?.name ?? 'Countersign',
    email: shown?.email ?? 'countersign@localhost',
    seconds: Math.floor(Date.parse(at) / 1_000),
  };
}
