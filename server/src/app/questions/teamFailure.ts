/** Said where nothing of a team's rules can be run. */
export function teamFailure(why: string): string {
  return `the team's rules (.countersign/rules) could not be run (${why}), so they ask nothing. All else goes on. Install Countersign again.`;
}
