/** Where the team's records lie: a notes tree that git itself carries. */
export const LEDGER_REF = 'refs/notes/countersign';

/**
 * What we last wrote or took in. Whoever moves the ledger's own ref (`git notes prune` takes every
 * name away that is no object) leaves this one alone, and it tells what is missing.
 */
export const KEPT_REF = 'refs/countersign/kept';

/** Where copies of remotes' ledgers lie. */
export const REMOTES = 'refs/countersign/remotes/';

/** The copy of a remote's ledger. A URL given in place of a remote's name has a copy too. */
export function remoteRef(remote: string): string {
  const name = remote.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-|-$/g, '') || 'remote';
  return `${REMOTES}${name}`;
}
