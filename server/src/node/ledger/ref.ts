/** Where the team's records lie: a notes tree that git itself carries. */
export const LEDGER_REF = 'refs/notes/countersign';
