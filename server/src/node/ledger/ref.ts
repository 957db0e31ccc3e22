/** Where the team's records lie: a notes tree that git itself carries. */
export const LEDGER_REF = 'refs/notes/countersign';

/** The copy of a remote's ledger. A URL given in place of a remote's name has a copy too. */
export function remoteRef(remote: string): string {
  const name = remote.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-|-$/g, '') || 'remote';
  return `refs/countersign/remotes/${name}`;
}
