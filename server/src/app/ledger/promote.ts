import { filesIn } from '../../core/commitFiles.ts';
import { NOTES_REF } from '../../core/interop/gitAi/authorshipLog.ts';
import { joinEntries } from '../../core/ledger/entry.ts';
import { sharedForm } from '../../core/ledger/hidePeople.ts';
import type { LedgerRecord } from '../../core/ledger/record.ts';
import type { People } from '../../core/policy/policy.ts';
import type { CommittedFile, Identity, Problem } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { workTreePolicy } from '../policyReader.ts';
import { mayHoldAi } from '../provenance.ts';
import { batchLine } from './batch.ts';
import { promoteEvidence } from './committedEvidence.ts';
import {
  filesStatedLate,
  keysOf,
  promoteFile,
  type PromotePorts,
  queryOf,
  textsOf,
  writeText,
} from './committedFiles.ts';
import { hintsIn } from './hints.ts';
import { gitAiTexts } from './importGitAi.ts';
import { shareBaselines } from './shareBaselines.ts';
import { signatureOf } from './signature.ts';
import { writeGitAiNotes } from './writeGitAi.ts';
import { createWriter, type LedgerWriter } from './writer.ts';

/** What a promotion did: how many commits' files it looked at, and how many entries it wrote to. */
export interface Promoted {
  readonly nFiles: number;
  readonly nEntries: number;
}

/**
 * Copies what became reachable from the journal to the ledger: whose the lines of committed blobs
 * are, which blocks were AI's at their paths, and the evidence that holds for them. Runs after a
 * commit and at every later open and sync, so that a client without hooks loses nothing; doing it
 * twice changes nothing. `also` are files of reachable commits that may have been looked at before.
 */
export async function promote(
  ports: PromotePorts,
  also: readonly CommittedFile[] = [],
): Promise<Result<Promoted, Problem>> {
  const { repository, journal } = ports;
  const { git, ledger: store } = repository;
  // No commit yet, or no repository at all; or nobody here has ever had AI code.
  const hasShared = store.tip() !== undefined || store.hasCopies();
  const hasOwn = 0 < journal.book.aiPaths().length || 0 < journal.book.baselineRecords().length;
  const hasRecords = hasOwn || hasShared;
  const mayBring = hasRecords || git.ref(NOTES_REF) !== undefined;
  if (repository.headCommit() === undefined || !mayBring) return ok({ nFiles: 0, nEntries: 0 });
  const { policy } = (await workTreePolicy(repository))('');
  const who = await git.identity();
  const mended = await store.mend(signatureOf(who, ports.clock.now(), policy.people));
  if (!mended.ok) return mended;
  const heads = await git.heads();
  if (!heads.ok) return heads;
  const walked = await git.commits(heads.value, store.promoted(), sinceOf(ports));
  if (!walked.ok) return walked;
  const files = [...filesIn(walked.value), ...also];
  const learned = await journal.learn(keysOf(repository, files));
  if (!learned.ok) return learned;
  const stated = await filesStatedLate(ports, files);
  if (!stated.ok) return stated;
  const mayHold = (file: CommittedFile): boolean => mayHoldAi(journal, queryOf(journal, file));
  const known = [...files.filter(mayHold), ...stated.value];
  const texts = await textsOf(repository, known);
  if (!texts.ok) return texts;
  const { sha256 } = repository.ids;
  const share = (record: LedgerRecord): LedgerRecord => sharedForm(record, policy.people, sha256);
  const writer = createWriter(share);
  const committed = new Set<string>();
  const imported = await gitAiTexts(repository, policy.gitAi);
  for (const text of imported.ok ? imported.value.texts : []) {
    await writeText(ports, text, writer, committed);
  }
  for (const file of known) await promoteFile(ports, file, texts.value, writer, committed);
  for (const [key, hint] of hintsIn(repository, walked.value)) writer.add(key, hint);
  const evidence = await promoteEvidence(ports, writer, committed, policy.people);
  if (!evidence.ok) return evidence;
  shareBaselines(repository, journal, writer, policy.people);
  const done = await write(ports, writer, heads.value, { who, people: policy.people });
  if (!done.ok) return done;
  // Another tool's ref that cannot be read keeps nothing of ours from being written.
  if (!imported.ok) return imported;
  const hung = await writeGitAiNotes(ports, walked.value, imported.value.tip, { who, policy });
  if (!hung.ok) return hung;
  const tip = hung.value;
  store.setPromoted(tip === undefined ? heads.value : [...heads.value, tip]);
  return ok({ nFiles: files.length, nEntries: done.value });
}

/**
 * At the first time in a clone not the whole history is looked through: what was committed before the
 * tool was there has no records, and what others committed since, they bring themselves.
 */
function sinceOf({ repository, journal, clock }: PromotePorts): string | undefined {
  if (0 < repository.ledger.promoted().length) return undefined;
  const from = journal.book.firstAt() ?? clock.now();
  return new Date(Date.parse(from) - FIRST_LOOK_MS).toISOString();
}

/** A month: a squash on the server may be older than the clone. */
const FIRST_LOOK_MS = 31 * 24 * 60 * 60 * 1_000;

/**
 * One batch names all that is new, so that a record taken away later is missed. What is there already
 * it does not name: a forged record must not get a good signature by our reading it. Answers to how
 * many entries it wrote.
 */
async function write(
  { repository, clock }: PromotePorts,
  writer: LedgerWriter,
  heads: readonly string[],
  { who, people }: { readonly who: Identity | undefined; readonly people: People },
): Promise<Result<number, Problem>> {
  const { ledger: store, keys, ids } = repository;
  const before = await store.read(writer.keys());
  if (!before.ok) return before;
  const fresh = writer.freshLines(before.value);
  if (fresh.size === 0) return ok(0);
  const at = clock.now();
  const line = await batchLine(repository, [...fresh.values()].flat(), { heads, who, people, at });
  const entries = new Map([...fresh].map(([key, lines]) => [key, joinEntries(lines.join('\n'))]));
  entries.set(keys.hash(ids.sha256(line)), joinEntries(line));
  const added = await store.add(entries, signatureOf(who, at, people));
  return added.ok ? ok(fresh.size) : added;
}
