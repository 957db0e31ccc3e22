/** Why a finding stops a commit, and what to do about it, by the finding's code. */
const REASONS: Readonly<Record<string, string | undefined>> = {
  unverified:
    'AI wrote lines of this block, and nobody has vouched for it as it is staged. Read it, answer what is asked, and sign it off.',
  outdated:
    'Somebody vouched for this block, and its AI lines have changed since. Look at the difference, and sign it again.',
  'bad-policy':
    'A setting of ours cannot be read, and a rule that nobody can read must not let anything pass. Mend the value in that file, and stage the file.',
  'history-missing':
    'The answer depends on a commit or a text that this clone does not have (a shallow or partial clone). Fetch it by the command that was named.',
  'journal-unreadable':
    'The records of who wrote what cannot be read on this machine. `countersign doctor` says which file, and why.',
  'provenance-unsure':
    'Records name texts that are deleted or damaged, so AI lines may have been missed. Look at the file yourself.',
  bug: 'Something in Countersign itself failed. Run the gate again with --debug and report what it prints.',
};

export function reasonFor(code: string): string | undefined {
  return REASONS[code];
}
