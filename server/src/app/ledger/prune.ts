import { encodeLine } from '../../core/ledger/codec.ts';
import { joinEntries } from '../../core/ledger/entry.ts';
import {
  blobsNamed,
  emptyBatches,
  isNamed,
  isOfBlob,
  isPointer,
  isText,
  type PlacedLine,
  type PlacedPointer,
  pathsOf,
  placedLines,
  releasedLines,
  reviewedHashes,
  strayEvidence,
} from '../../core/ledger/garbage.ts';
import { sharedForm } from '../../core/ledger/hidePeople.ts';
import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { BatchRecord, LedgerRecord, TombstoneRecord } from '../../core/ledger/record.ts';
import { namedByTombstones } from '../../core/ledger/tombstones.ts';
import type { CommittedFile, Identity, Problem } from '../../core/repository.ts';
import { fileOfPath } from '../../core/notebook/notebookPath.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { blocksIn } from '../blocksIn.ts';
import { workTreePolicy } from '../policyReader.ts';
import { recordHead } from '../recordHead.ts';
import { textIn } from '../textOfBytes.ts';
import { batchLine, writerOf } from './batch.ts';
import type { PromotePorts } from './committedFiles.ts';
import { signatureOf } from './signature.ts';

export interface PrunePorts extends PromotePorts {
  /** Words for a person who waits. */
  tell(words: string): void;
}

/** What a prune took out of the ledger, or would. */
export interface Pruned {
  readonly byKind: ReadonlyMap<LedgerRecord['kind'], number>;
  /** Entries that are gone with all their lines. */
  readonly nEntries: number;
  /** Records that nothing here refers to, but that others brought lately: they stay. */
  readonly nOthers: number;
}

/** Another writer may be faster; each try looks at everything anew. */
const MAX_TRIES = 5;
/** What somebody else brought stays this long: it may be on a branch that they have not pushed. */
const OTHERS_STAY_MS = 90 * 24 * 60 * 60 * 1_000;
/** More versions of files are not compared: pointers of the others stay. */
const VERSIONS_COMPARED = 20_000;

/**
 * Takes out of the ledger what nothing refers to, and writes tombstones for it, so that no join brings
 * it back. Law: what is not certainly garbage stays. A fixed number of git processes.
 */
export async function prune(
  ports: PrunePorts,
  isDryRun: boolean,
): Promise<Result<Pruned, Problem>> {
  const { git, ledger } = ports.repository;
  const lacks = git.lacks();
  if (lacks !== undefined) return err(notWhole(lacks));
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const from = ledger.tip();
    if (from === undefined) return ok({ byKind: new Map(), nEntries: 0, nOthers: 0 });
    const plan = await planOf(ports);
    if (!plan.ok) return plan;
    const { dropped, lines, nOthers } = plan.value;
    const pruned = { ...countOf(lines, dropped), nOthers };
    if (isDryRun || dropped.size === 0) return ok(pruned);
    ports.tell('Writing tombstones…');
    const done = await write(ports, from, plan.value);
    if (!done.ok) return done;
    if (done.value) return ok(pruned);
  }
  return err({
    code: 'ledger-busy',
    message: `the ledger was changed by others ${MAX_TRIES} times while it was looked through. Nothing was taken out: run \`countersign prune\` again.`,
  });
}

interface Plan {
  readonly lines: readonly PlacedLine[];
  readonly dropped: ReadonlySet<PlacedLine>;
  readonly nOthers: number;
}

async function planOf(ports: PrunePorts): Promise<Result<Plan, Problem>> {
  const { repository, tell } = ports;
  const { git, ledger, keys, ids } = repository;
  tell('Reading the ledger…');
  const entries = await ledger.readAll();
  if (!entries.ok) return entries;
  const lines = placedLines(entries.value, ids.sha256);
  const who = await git.identity();
  const isReleased = await releaseRule(ports, who);
  const released = releasedLines(lines, isReleased);
  tell(`Asking git what is in reach, for ${lines.length} records…`);
  const evidenceBlobs = lines.flatMap(({ record }) => record?.subject.blob ?? []);
  const reached = await git.reachable(new Set([...blobsNamed(lines), ...evidenceBlobs]));
  if (!reached.ok) return reached;
  const reachable = reached.value;
  const stray = lines.filter((one) => isOfBlob(one) && !reachable.has(one.key));
  const pointers = await strayPointers(ports, lines, stray, reachable);
  if (!pointers.ok) return pointers;
  const garbage = [...stray, ...pointers.value];
  const dropped = new Set(garbage.filter(({ hash }) => released.has(hash)));
  for (const one of strayEvidence(lines, dropped, reachable)) {
    garbage.push(one);
    if (released.has(one.hash)) dropped.add(one);
  }
  const nOthers = garbage.length - dropped.size;
  const graves = new Set(keys.allTombstones());
  const buried = namedByTombstones(
    lines.filter(({ key }) => graves.has(key)).map(({ line }) => line),
  );
  for (const one of emptyBatches(lines, dropped, buried)) {
    if (released.has(one.hash)) dropped.add(one);
  }
  return ok({ lines, dropped, nOthers });
}

/** One's own batches at once, others' when they are old. */
async function releaseRule(
  { repository: { ledger }, clock }: PrunePorts,
  who: Identity | undefined,
): Promise<(batch: BatchRecord) => boolean> {
  const own = ledger.personOf(writerOf(who).id);
  const old = new Date(Date.parse(clock.now()) - OTHERS_STAY_MS).toISOString();
  return ({ by, at }) => ledger.personOf(by.id) === own || at < old;
}

/**
 * Pointers whose code stands in no version of their path (nor of what git sees it renamed to) that is
 * in reach, and that nobody reviewed. Only paths that lose a text are looked at.
 */
async function strayPointers(
  { repository: { git }, journal, reader, tell }: PrunePorts,
  lines: readonly PlacedLine[],
  stray: readonly PlacedLine[],
  reachable: ReadonlySet<string>,
): Promise<Result<readonly PlacedLine[], Problem>> {
  const paths = pathsOf(stray);
  const reviewed = reviewedHashes(lines);
  const { book } = journal;
  const isReviewed = ({ record: { subject } }: PlacedPointer): boolean =>
    isNamed(reviewed, subject) || 0 < book.reviewsOf(subject.codeHash).length;
  const asked = lines
    .filter(isPointer)
    .filter((one) => paths.has(one.record.subject.path) && !isReviewed(one));
  if (asked.length === 0) return ok([]);
  const files = await git.filesOfAll();
  if (!files.ok) return files;
  const staged = await git.stagedFiles();
  if (!staged.ok) return staged;
  const versions = versionsOf(
    [
      ...files.value,
      ...staged.value.map(({ path, newBlob }) => ({ path, blob: newBlob, before: [] })),
    ],
    lines.filter(isText).filter(({ key }) => reachable.has(key)),
  );
  const names = new Map<string, ReadonlyMap<string, string>>();
  let nVersions = 0;
  for (const path of new Set(asked.map(({ record }) => record.subject.path))) {
    const its = versions(fileOfPath(path));
    nVersions += its.size;
    if (nVersions <= VERSIONS_COMPARED) names.set(path, its);
  }
  tell(`Comparing ${nVersions} versions of ${names.size} files…`);
  const texts = await git.readObjects([...names.values()].flatMap((its) => [...its.keys()]));
  if (!texts.ok) return texts;
  const found: PlacedLine[] = [];
  for (const [path, its] of names) {
    const standing = new Set<string>();
    for (const [blob, at] of its) {
      const text = textIn(texts.value.get(blob));
      if (text === undefined) continue;
      for (const { codeHash } of await blocksIn(reader, at, text)) standing.add(codeHash);
    }
    const here = asked.filter(({ record }) => record.subject.path === path);
    found.push(...here.filter(({ record }) => !standing.has(record.subject.codeHash)));
  }
  return ok(found);
}

/** The blobs in reach at a path and at those it was renamed to, each with a path it has. */
function versionsOf(
  files: readonly CommittedFile[],
  texts: readonly {
    readonly key: string;
    readonly record: { readonly subject: { readonly path: string } };
  }[],
): (path: string) => ReadonlyMap<string, string> {
  const blobs = new Map<string, string[]>();
  const heirs = new Map<string, Set<string>>();
  const add = (path: string, blob: string): void => {
    const list = blobs.get(path);
    if (list) list.push(blob);
    else blobs.set(path, [blob]);
  };
  for (const { path, blob, before } of files) {
    add(path, blob);
    for (const one of before) {
      add(one.path, one.blob);
      if (one.path !== path) heirs.set(one.path, (heirs.get(one.path) ?? new Set()).add(path));
    }
  }
  for (const { key, record } of texts) add(record.subject.path, key);
  return (path) => {
    const all = new Set([path]);
    // A set may grow while it is walked.
    for (const one of all) for (const heir of heirs.get(one) ?? []) all.add(heir);
    return new Map([...all].flatMap((one) => (blobs.get(one) ?? []).map((blob) => [blob, one])));
  };
}

function countOf(
  lines: readonly PlacedLine[],
  dropped: ReadonlySet<PlacedLine>,
): Pick<Pruned, 'byKind' | 'nEntries'> {
  const byKind = new Map<LedgerRecord['kind'], number>();
  const left = new Set<LedgerKey>();
  for (const one of lines) {
    if (!dropped.has(one)) left.add(one.key);
    else if (one.record) byKind.set(one.record.kind, (byKind.get(one.record.kind) ?? 0) + 1);
  }
  const touched = new Set([...dropped].map(({ key }) => key));
  return { byKind, nEntries: [...touched].filter((key) => !left.has(key)).length };
}

/** One commit without the dropped lines, with their tombstones and a batch that brings those. */
async function write(
  { repository, clock }: PrunePorts,
  from: string,
  { lines, dropped }: Plan,
): Promise<Result<boolean, Problem>> {
  const { git, ledger, keys, ids } = repository;
  const { policy } = (await workTreePolicy(repository))('');
  const who = await git.identity();
  const heads = await git.heads();
  if (!heads.ok) return heads;
  const at = clock.now();
  const byGrave = new Map<LedgerKey, string[]>();
  for (const { key, hash } of dropped) {
    const grave = keys.tombstones(key);
    const list = byGrave.get(grave);
    if (list) list.push(hash);
    else byGrave.set(grave, [hash]);
  }
  const tombstones = new Map(
    [...byGrave].map(([grave, hashes]): [LedgerKey, string] => {
      const record: TombstoneRecord = {
        ...recordHead(repository, writerOf(who), at),
        kind: 'tombstone',
        subject: { path: '' },
        detail: { records: [...new Set(hashes)].sort() },
      };
      const shown = sharedForm(record, policy.people, ids.sha256);
      return [grave, encodeLine(shown)];
    }),
  );
  const head = { heads: heads.value, who, people: policy.people, at };
  const batch = await batchLine(repository, [...tombstones.values()], head);
  const changed = new Set([...dropped].map(({ key }) => key));
  const kept = new Map<LedgerKey, string[]>([...changed].map((key) => [key, []]));
  for (const key of tombstones.keys()) if (!kept.has(key)) kept.set(key, []);
  for (const one of lines) if (!dropped.has(one)) kept.get(one.key)?.push(one.line);
  for (const [key, line] of tombstones) kept.get(key)?.push(line);
  const entries = new Map([...kept].map(([key, its]) => [key, joinEntries(...its)]));
  entries.set(keys.hash(ids.sha256(batch)), joinEntries(batch));
  return ledger.replace(from, entries, signatureOf(who, at, policy.people));
}

function notWhole(lacks: 'shallow' | 'partial'): Problem {
  const fetch = lacks === 'shallow' ? 'git fetch --unshallow' : 'git fetch --refetch --no-filter';
  return {
    code: 'history-missing',
    message: `this is a ${lacks} clone: what seems to be out of reach here may be in the history it leaves out, so nothing is taken out. Run \`${fetch}\` first, or prune in a full clone.`,
  };
}
