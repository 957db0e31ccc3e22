import { openJournal } from '../../app/journal.ts';
import { promote } from '../../app/ledger/promote.ts';
import { prune as pruneLedger, type Pruned } from '../../app/ledger/prune.ts';
import type { Compacted } from '../../core/repository.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { counted, listed, plain } from '../plain.ts';
import type { PruneJson } from '../schemas/prune.ts';

export const prune: CliCommand = {
  name: 'prune',
  summary: 'drop what nothing refers to from the ledger and the journal',
  about:
    "Takes out of the shared ledger what nothing refers to: texts that no ref, reflog, stash or index reaches, pointers to code that stands nowhere, evidence no pointer names, batches with nothing left. What others brought in the last 90 days stays: it may be on a branch they have not pushed. Tombstones keep joins from bringing it back, and tell `countersign verify` that it was done on purpose. Also compacts this clone's journal and forgets copies of remotes that are gone.",
  args: [],
  options: [
    { notation: '--dry-run', summary: 'say what would go, and write nothing' },
    JSON_OPTION,
  ],
  examples: ['countersign prune --dry-run'],
  run,
};

interface Done {
  readonly isDryRun: boolean;
  readonly pruned: Pruned;
  readonly journal: Compacted;
  readonly remotes: readonly string[];
}

async function run(context: CliContext, input: CliInput): Promise<number> {
  const { host, dir, tell, fail } = context;
  const isDryRun = input.has('dryRun');
  const opened = host.openRepository(dir, true);
  if (!opened.ok) return fail(opened.error);
  const repository = opened.value;
  const journal = openJournal(repository.journal, repository);
  const [unreadable] = journal.problems().filter(({ code }) => code === 'journal-unreadable');
  if (unreadable) return fail(unreadable);
  const ports = {
    repository,
    journal,
    reader: host.createReader(({ message }) => tell(`Note: ${plain(message)}`)),
    clock: host.clock,
    tell: (words: string) => tell(words),
  };
  if (!isDryRun && repository.git.lacks() === undefined) {
    // What is reachable and not yet in the ledger may refer to what is.
    const promoted = await promote(ports);
    if (!promoted.ok) return fail(promoted.error);
  }
  const pruned = await pruneLedger(ports, isDryRun);
  if (!pruned.ok) return fail(pruned.error);
  const remotes = await repository.ledger.forgetRemotes(isDryRun);
  if (!remotes.ok) return fail(remotes.error);
  const compacted = await repository.compactJournal(isDryRun);
  const done = { isDryRun, pruned: pruned.value, journal: compacted, remotes: remotes.value };
  if (input.has('json')) context.say(JSON.stringify(pruneJson(done), null, 2));
  else for (const line of wordsOf(done)) context.say(line);
  return EXIT.ok;
}

function wordsOf({ isDryRun, pruned, journal, remotes }: Done): string[] {
  const { byKind, nEntries, nOthers } = pruned;
  const kinds = [...byKind].map(([kind, n]) => `${n} ${kind}`);
  const nRecords = [...byKind.values()].reduce((sum, n) => sum + n, 0);
  const { nSegments, nRecords: nOld, nTexts } = journal;
  const freed = nSegments + nOld + nTexts;
  return [
    nRecords === 0
      ? 'The ledger holds nothing that could go.'
      : `${isDryRun ? 'Would drop' : 'Dropped'} ${counted(nRecords, 'record')} of the ledger: ${listed(kinds, 9)}; ${nEntries === 1 ? '1 entry goes' : `${nEntries} entries go`} with them.`,
    ...(nOthers === 0
      ? []
      : [
          `${counted(nOthers, 'record')} more may be on branches that others have not pushed: they stay for 90 days.`,
        ]),
    ...(freed === 0
      ? []
      : [
          `Journal: ${counted(nSegments, 'segment')} ${isDryRun ? 'would be joined' : 'joined'}, ${counted(nOld, 'record')} and ${counted(nTexts, 'kept text')} ${isDryRun ? 'would be freed' : 'freed'}.`,
        ]),
    ...remotes.map(
      (ref) => `${isDryRun ? 'Would forget' : 'Forgot'} ${plain(ref)}: its remote is gone.`,
    ),
    ...(isDryRun || nRecords === 0
      ? []
      : ['Others drop them at their next `countersign sync`, after yours.']),
  ];
}

function pruneJson({ isDryRun, pruned, journal, remotes }: Done): PruneJson {
  return {
    schema: 'countersign.prune/1',
    dryRun: isDryRun,
    records: Object.fromEntries(pruned.byKind),
    entries: pruned.nEntries,
    others: pruned.nOthers,
    journal: {
      segments: journal.nSegments,
      records: journal.nRecords,
      texts: journal.nTexts,
    },
    remotes: [...remotes],
  };
}
