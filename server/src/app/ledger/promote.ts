import { hasAi, type Spans } from '../../core/attribution/span.ts';
import type { BlockMap } from '../../core/blocks/block.ts';
import { blockFacts, isTouchedByAi } from '../../core/evidence/blockFacts.ts';
import { encodeLine } from '../../core/ledger/codec.ts';
import { withoutPeople } from '../../core/ledger/hidePeople.ts';
import { entryLines, joinEntries } from '../../core/ledger/entry.ts';
import type { LedgerKey } from '../../core/ledger/keys.ts';
import { lineRowsOf } from '../../core/ledger/lineRows.ts';
import type { LedgerRecord, LinesRecord, PointerRecord } from '../../core/ledger/record.ts';
import { tokenRowsOf } from '../../core/ledger/tokenRows.ts';
import { isNotebookPath } from '../../core/notebook/notebookPath.ts';
import type { People } from '../../core/policy/policy.ts';
import type { BlockReader } from '../../core/ports.ts';
import { RECORD_VERSION, type ReviewRecord, type RevokeRecord } from '../../core/records/record.ts';
import { HASH_VERSION } from '../../core/blocks/block.ts';
import type { Clock, CommittedFile, Identity, Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { createLineIndex } from '../../core/text/lineIndex.ts';
import type { Journal } from '../journal.ts';
import { workTreePolicy } from '../policyReader.ts';
import { mayHoldAi, pathsBefore, provenanceOf } from '../provenance.ts';
import { textIn } from '../textOfBytes.ts';
import { GIT_AI_REF, gitAiTexts, type ImportedText } from './importGitAi.ts';
import { shareBaselines } from './shareBaselines.ts';
import { batchLine, TOOL } from './batch.ts';
import { signatureOf } from './signature.ts';

export interface PromotePorts {
  readonly repository: Repository;
  readonly journal: Journal;
  readonly reader: BlockReader;
  readonly clock: Clock;
}

/** What a promotion did: how many commits' files it looked at, and how many entries it wrote to. */
export interface Promoted {
  readonly nFiles: number;
  readonly nEntries: number;
}

/**
 * Copies what became reachable from the journal to the ledger: whose the lines of committed blobs
 * are, which blocks were AI's at their paths, and the evidence that holds for them. Runs after a
 * commit and at every later open and sync, so that a client without hooks loses nothing; doing it
 * twice changes nothing.
 */
export async function promote(ports: PromotePorts): Promise<Result<Promoted, Problem>> {
  const { repository, journal } = ports;
  const { git, ledger: store } = repository;
  // No commit yet, or no repository at all; or nobody here has ever had AI code.
  const hasOwn = 0 < journal.book.aiPaths().length || 0 < journal.book.baselineRecords().length;
  const hasRecords = hasOwn || store.tip() !== undefined;
  const mayBring = hasRecords || git.ref(GIT_AI_REF) !== undefined;
  if (repository.headCommit() === undefined || !mayBring) return ok({ nFiles: 0, nEntries: 0 });
  const { policy } = (await workTreePolicy(repository))('');
  const who = await git.identity();
  const mended = await store.mend(signatureOf(who, ports.clock.now(), policy.people));
  if (!mended.ok) return mended;
  const heads = await git.heads();
  if (!heads.ok) return heads;
  const listed = await git.filesOfCommits(heads.value, store.promoted(), sinceOf(ports));
  if (!listed.ok) return listed;
  const files = listed.value.filter((file) => !isNotebookPath(file.path));
  const learned = await journal.learn(keysOf(repository, files));
  if (!learned.ok) return learned;
  const known = files.filter((file) => mayHoldAi(journal, queryOf(journal, file)));
  const texts = await textsOf(repository, known);
  if (!texts.ok) return texts;
  const { sha256 } = repository.ids;
  const share = (record: LedgerRecord): LedgerRecord =>
    policy.people === 'hashed' ? withoutPeople(record, sha256) : record;
  const writer = createWriter(share);
  const committed = new Set<string>();
  const imported = await gitAiTexts(repository);
  if (!imported.ok) return imported;
  for (const text of imported.value.texts) await writeText(ports, text, writer, committed);
  for (const file of known) await promoteFile(ports, file, texts.value, writer, committed);
  const evidence = await promoteEvidence(ports, writer, committed);
  if (!evidence.ok) return evidence;
  shareBaselines(repository, journal, writer);
  const done = await write(ports, writer, heads.value, { who, people: policy.people });
  if (!done.ok) return done;
  const { tip } = imported.value;
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

/** Collects records by key. */
interface Writer {
  add(key: LedgerKey, record: LedgerRecord): void;
  keys(): readonly LedgerKey[];
  /** What entries do not hold as they are, by key. */
  freshLines(known: ReadonlyMap<LedgerKey, string>): ReadonlyMap<LedgerKey, readonly string[]>;
}

function createWriter(share: (record: LedgerRecord) => LedgerRecord): Writer {
  const entries = new Map<LedgerKey, string[]>();
  return {
    add(key, record) {
      const line = encodeLine(share(record));
      const list = entries.get(key);
      if (list) list.push(line);
      else entries.set(key, [line]);
    },
    keys: () => [...entries.keys()],
    freshLines(known) {
      const fresh = [...entries].map(([key, lines]): [LedgerKey, readonly string[]] => {
        const there = new Set(entryLines(known.get(key) ?? ''));
        return [key, lines.filter((line) => !there.has(line))];
      });
      return new Map(fresh.filter(([, lines]) => 0 < lines.length));
    },
  };
}

function keysOf({ keys }: Repository, files: readonly CommittedFile[]): LedgerKey[] {
  return files.flatMap(({ path, blob, before }) => [
    keys.path(path),
    keys.blob(blob),
    ...before.flatMap((one) => [keys.path(one.path), keys.blob(one.blob)]),
  ]);
}

function queryOf(journal: Journal, { path, blob, before }: CommittedFile) {
  const named = [path, ...before.map((one) => one.path)];
  return {
    blob,
    paths: [...new Set(named.flatMap((one) => pathsBefore(journal, one)))],
    baseBlobs: before.map((one) => one.blob),
  };
}

async function textsOf(
  { git }: Repository,
  files: readonly CommittedFile[],
): Promise<Result<ReadonlyMap<string, string>, Problem>> {
  const ids = new Set(files.flatMap(({ blob, before }) => [blob, ...before.map((b) => b.blob)]));
  const objects = await git.readObjects([...ids]);
  if (!objects.ok) return objects;
  const texts = new Map<string, string>();
  for (const [id, bytes] of objects.value) {
    const text = textIn(bytes);
    if (text !== undefined) texts.set(id, text);
  }
  return ok(texts);
}

async function promoteFile(
  ports: PromotePorts,
  file: CommittedFile,
  texts: ReadonlyMap<string, string>,
  writer: Writer,
  committed: Set<string>,
): Promise<void> {
  const { repository, journal } = ports;
  const { path, blob } = file;
  const text = texts.get(blob);
  if (text === undefined) return;
  const { spans } = provenanceOf(journal, {
    ...queryOf(journal, file),
    text,
    textId: repository.ids.textId(text),
    textOfBlob: (id) => texts.get(id),
  });
  if (hasAi(spans)) await writeText(ports, { path, blob, text, spans }, writer, committed);
}

/** Whose the lines of one committed text are, and which of its blocks are AI's. */
async function writeText(
  { repository, reader }: PromotePorts,
  { path, blob, text, spans }: ImportedText,
  writer: Writer,
  committed: Set<string>,
): Promise<void> {
  const index = createLineIndex(text);
  const rows = lineRowsOf(index, spans);
  if (rows.lines.length === 0) return;
  const lines: LinesRecord = {
    ...headOf(rows.origins),
    kind: 'provenance',
    subject: { path, blob },
    detail: rows,
  };
  writer.add(repository.keys.blob(blob), lines);
  const map = await reader.read(path, text);
  for (const pointer of pointersIn(map, path, spans, text)) {
    writer.add(repository.keys.path(path), pointer);
    committed.add(pointer.subject.codeHash);
    if (pointer.subject.aiHash !== undefined) committed.add(pointer.subject.aiHash);
  }
}

function* pointersIn(
  map: BlockMap,
  path: string,
  spans: Spans,
  text: string,
): Generator<PointerRecord> {
  const index = createLineIndex(text);
  for (const block of map.blocks) {
    const facts = blockFacts(block, index, spans);
    if (!isTouchedByAi(facts)) continue;
    const detail = tokenRowsOf(map, block, index, spans);
    if (detail.tokens.length === 0) continue;
    const aiHash = map.aiHash(block, new Set(facts.aiLines));
    yield {
      ...headOf(detail.origins),
      kind: 'pointer',
      subject: {
        path,
        symbol: block.symbol,
        lang: block.language,
        codeHash: block.codeHash,
        ...(aiHash === undefined ? {} : { aiHash }),
      },
      detail,
    };
  }
}

/**
 * Every clone that promotes a blob must write the very same line, so nothing in it is of the
 * moment: its time is the newest of what it tells.
 */
function headOf(origins: readonly { readonly at?: string }[]) {
  const at = origins.map((origin) => origin.at ?? '').reduce((a, b) => (a < b ? b : a), '');
  return { v: RECORD_VERSION, hashVersion: HASH_VERSION, by: TOOL, at } as const;
}

/** Reviews of content that a commit holds, and what was withdrawn of those shared before. */
async function promoteEvidence(
  { repository, journal }: PromotePorts,
  writer: Writer,
  committed: ReadonlySet<string>,
): Promise<Result<void, Problem>> {
  const { keys } = repository;
  const { book } = journal;
  const reviews = book.reviews();
  const pointed = await journal.learn([
    ...[...reviews, ...book.revokes()].map(({ subject }) => keys.path(subject.path)),
    ...book.revokes().map(({ subject }) => keys.hash(subject.codeHash)),
  ]);
  if (!pointed.ok) return pointed;
  const isCommitted = ({ subject }: ReviewRecord | RevokeRecord): boolean => {
    const hashes = hashesOf(subject);
    return (
      hashes.some((hash) => committed.has(hash)) ||
      book
        .pointersOf(subject.path)
        .some((pointer) => hashesOf(pointer.subject).some((hash) => hashes.includes(hash)))
    );
  };
  for (const review of reviews) {
    if (!isCommitted(review)) continue;
    for (const hash of hashesOf(review.subject)) writer.add(keys.hash(hash), review);
  }
  for (const revoke of book.revokes()) {
    if (!isCommitted(revoke)) continue;
    // Wherever the review is found, its withdrawal must be found too.
    const withdrawn = book.withdrawn().filter(({ subject }) => isSameCode(subject, revoke.subject));
    const hashes = new Set(
      [revoke.subject, ...withdrawn.map(({ subject }) => subject)].flatMap(hashesOf),
    );
    for (const hash of hashes) writer.add(keys.hash(hash), revoke);
  }
  return ok(undefined);
}

function isSameCode(a: ReviewRecord['subject'], b: RevokeRecord['subject']): boolean {
  return a.codeHash === b.codeHash;
}

/** What evidence about a block is filed under. */
function hashesOf({
  codeHash,
  aiHash,
}: ReviewRecord['subject'] | RevokeRecord['subject']): readonly string[] {
  return aiHash === undefined || aiHash === codeHash ? [codeHash] : [codeHash, aiHash];
}

/**
 * One batch names all that is new, so that a record taken away later is missed. What is there already
 * it does not name: a forged record must not get a good signature by our reading it. Answers to how
 * many entries it wrote.
 */
async function write(
  { repository, clock }: PromotePorts,
  writer: Writer,
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
